"""Which feeds a source as users write it stands for."""

from __future__ import annotations

from lianmai.core.source import Size, Source
from lianmai.media.capturing.devices import Platform
from lianmai.media.capturing.feed import Feed
from lianmai.media.capturing.sources.device import camera, microphone, screen
from lianmai.media.capturing.sources.movie import movie
from lianmai.media.capturing.sources.pattern import pattern
from lianmai.media.capturing.sources.still import still


def picture_feed(
    source: Source, size: Size, tint: int = 0, platform: Platform | None = None
) -> Feed | None:
    """Return what gives the pictures of *source*, ``None`` when it has none.

    *size* is the encoder's; a pattern's own size goes before it. A file's feed gives its sound
    too.
    """
    match source.video:
        case "camera":
            return camera(source.video_name, size, platform)
        case "pattern":
            return pattern(source.size or size, tint)
        case "file":
            return movie(source.video_name)
        case "screen":
            return screen(size, platform)
        case "image":
            return still(source.video_name, size)
        case "none":
            return None


def sound_feed(source: Source, platform: Platform | None = None) -> Feed | None:
    """Return what gives the sound of *source*, ``None`` when that needs no device of its own."""
    return microphone(source.audio_name, platform) if source.audio == "mic" else None
