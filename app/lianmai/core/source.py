"""What to publish, as users write it: ``camera``, ``pattern:1280x720@30,tone``, ``file:a.mp4``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from lianmai.core.errors import SourceError
from lianmai.core.messages import Media
from lianmai.core.sentences import sentence

VideoKind: TypeAlias = Literal["camera", "pattern", "file", "screen", "image", "none"]
AudioKind: TypeAlias = Literal["mic", "tone", "silence", "file", "none"]

_USUAL_SOUND: dict[VideoKind, AudioKind] = {
    "camera": "mic",
    "pattern": "tone",
    "file": "file",
    "screen": "silence",
    "image": "silence",
    "none": "none",
}
_SIZE = re.compile(r"(\d{2,4})x(\d{2,4})(?:@(\d{1,2}))?")
_SOUND = re.compile(r"(.*),((?:mic|tone|silence)(?::.*)?)", re.DOTALL)
"""A picture and a sound; the sound's name may have commas too, as ALSA's ``plughw:1,0`` has."""
_ADVICE = sentence(
    "use camera, camera:NAME, pattern, pattern:WxH@FPS, file:PATH, screen, "
    "image:PATH or none, and after a comma mic, mic:NAME, tone or silence",
)


@dataclass(frozen=True)
class Size:
    """A picture's size and rate."""

    width_px: int = 640
    height_px: int = 360
    fps: int = 15

    def __post_init__(self) -> None:
        if not (64 <= self.width_px <= 1920 and 64 <= self.height_px <= 1920):
            raise SourceError(
                sentence("Size {size} is out of range: use 64 to 1920 px a side.", size=self)
            )
        if self.width_px % 2 or self.height_px % 2:
            raise SourceError(
                sentence("Size {size} is odd: H.264 needs even numbers of pixels.", size=self)
            )
        if not 1 <= self.fps <= 60:
            raise SourceError(
                sentence("Size {size} is out of range: use 1 to 60 frames per second.", size=self)
            )

    def __str__(self) -> str:
        return f"{self.width_px}x{self.height_px}@{self.fps}"


@dataclass(frozen=True)
class Source:
    """One picture source and one sound source.

    *video_name* is the camera's name or the file's path, *audio_name* the microphone's name;
    empty means the default device. *size* is set only where the user asked for one.
    """

    video: VideoKind = "camera"
    video_name: str = ""
    size: Size | None = None
    audio: AudioKind = "mic"
    audio_name: str = ""

    @property
    def has_video(self) -> bool:
        """Whether there is a picture to publish."""
        return self.video != "none"

    @property
    def media(self) -> Media | None:
        """What a peer can subscribe of it, ``None`` when there is nothing to publish."""
        if self.has_video:
            return "all" if self.has_audio else "video"
        return "audio" if self.has_audio else None

    @property
    def has_audio(self) -> bool:
        """Whether there may be sound to publish; a file may turn out to have none."""
        return self.audio != "none"

    def __str__(self) -> str:
        detail = str(self.size) if self.size else self.video_name
        video = f"{self.video}:{detail}" if detail else self.video
        if self.audio == _USUAL_SOUND[self.video] and not self.audio_name:
            return video
        return f"{video},{self.audio}" + (f":{self.audio_name}" if self.audio_name else "")


def parse_source(text: str) -> Source:
    """Read a source as written on the command line.

    Sound defaults to what belongs to the picture: the microphone to a camera, a beep to the
    test pattern, a file's own sound to the file, silence to a screen or an image.

    Raises:
        SourceError: If *text* is not a source; says what can be written instead.
    """
    video_text, audio_text = _split(text.strip())
    kind, _, detail = video_text.partition(":")
    if kind not in get_args(VideoKind):
        raise SourceError(sentence("Unknown source {text!r}: {advice}.", text=text, advice=_ADVICE))
    if kind in ("file", "image") and not detail:
        raise SourceError(
            sentence("Source {text!r} names no file: write {kind}:PATH.", text=text, kind=kind)
        )
    if detail and kind in ("screen", "none"):
        raise SourceError(
            sentence(
                "Source {kind!r} takes nothing after it, got {detail!r}.", kind=kind, detail=detail
            )
        )
    video: VideoKind = kind  # type: ignore[assignment]  # membership was checked above
    size = parse_size(detail) if video == "pattern" and detail else None
    audio, audio_name = _parse_audio(audio_text) if audio_text else (_USUAL_SOUND[video], "")
    return Source(video, "" if size else detail, size, audio, audio_name)


def _split(text: str) -> tuple[str, str]:
    """Split off the sound; a comma inside a path is no separator unless a sound follows it."""
    if (match := _SOUND.fullmatch(text)) is not None:
        return match[1], match[2]
    head, comma, tail = text.rpartition(",")
    if comma and not head.startswith(("file:", "image:", "camera:")):
        return head, tail
    return text, ""


def _parse_audio(text: str) -> tuple[AudioKind, str]:
    kind, _, name = text.partition(":")
    if kind == "mic":
        return "mic", name
    if text == "tone":
        return "tone", ""
    if text == "silence":
        return "silence", ""
    raise SourceError(
        sentence("Unknown sound {text!r}: use mic, mic:NAME, tone or silence.", text=text)
    )


def parse_size(text: str) -> Size:
    """Read a size as written on the command line: ``WxH`` or ``WxH@FPS``.

    Raises:
        SourceError: If *text* is no size, or one that cannot be encoded.
    """
    if (match := _SIZE.fullmatch(text)) is None:
        raise SourceError(
            sentence(
                "Cannot read size {text!r}: write WxH or WxH@FPS, such as 1280x720@30.", text=text
            )
        )
    width, height, fps = match.groups()
    return Size(int(width), int(height), int(fps or Size.fps))
