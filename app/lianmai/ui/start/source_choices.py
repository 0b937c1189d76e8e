"""What can be published, as things to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from lianmai.core.source import AudioKind, Source, VideoKind, parse_source
from lianmai.media.capturing.devices import Device
from lianmai.ui.words import translate


@dataclass(frozen=True)
class PictureChoice:
    """One picture source; those that *ask_for_file* need a path from the user first."""

    icon: str
    title: str
    kind: VideoKind
    name: str = ""

    @property
    def asks_for_file(self) -> bool:
        """Whether a path has to be chosen."""
        return self.kind in ("file", "image")

    def applied_to(self, source: Source, path: str = "") -> Source:
        """Return *source* with this picture; its sound follows unless it was chosen apart."""
        had_usual_sound = source.audio == usual_sound(source.video) and not source.audio_name
        audio = usual_sound(self.kind) if had_usual_sound else source.audio
        if audio == "none" and self.kind != "none":
            audio = usual_sound(self.kind)
        if audio == "file" and self.kind != "file":
            audio = usual_sound(self.kind)
        return replace(
            source,
            video=self.kind,
            video_name=path or self.name,
            size=source.size if self.kind == "pattern" else None,
            audio=audio,
        )

    def is_of(self, source: Source) -> bool:
        """Tell whether *source* has this picture, whichever file it may be."""
        return source.video == self.kind and (self.asks_for_file or source.video_name == self.name)


@dataclass(frozen=True)
class SoundChoice:
    """One sound source."""

    icon: str
    title: str
    kind: AudioKind
    name: str = ""

    def applied_to(self, source: Source) -> Source:
        """Return *source* with this sound."""
        return replace(source, audio=self.kind, audio_name=self.name)

    def is_of(self, source: Source) -> bool:
        """Tell whether *source* has this sound."""
        return (source.audio, source.audio_name) == (self.kind, self.name)


Choice: TypeAlias = PictureChoice | SoundChoice


def usual_sound(kind: VideoKind) -> AudioKind:
    """Return the sound that belongs to a picture of *kind*."""
    return parse_source(f"{kind}:-" if kind in ("file", "image") else kind).audio


def picture_choices(devices: Sequence[Device]) -> list[PictureChoice]:
    """Return every picture to choose from, the *devices* found by name."""
    cameras = [
        PictureChoice("camera", device.label, "camera", device.name)
        for device in devices
        if device.kind == "camera"
    ]
    return [
        PictureChoice("camera", translate("Sources", "Default camera"), "camera"),
        *cameras,
        PictureChoice("pattern", translate("Sources", "Test pattern"), "pattern"),
        PictureChoice("screen", translate("Sources", "Screen"), "screen"),
        PictureChoice("file", translate("Sources", "Video file…"), "file"),
        PictureChoice("image", translate("Sources", "Still image…"), "image"),
        PictureChoice("none", translate("Sources", "Nothing, only watch"), "none"),
    ]


def sound_choices(devices: Sequence[Device], source: Source) -> list[SoundChoice]:
    """Return every sound to choose from beside the picture of *source*."""
    if source.video == "none":
        return [SoundChoice("none", translate("Sources", "No sound"), "none")]
    own = [SoundChoice("file", translate("Sources", "Sound of the file"), "file")]
    microphones = [
        SoundChoice("mic", device.label, "mic", device.name)
        for device in devices
        if device.kind == "mic"
    ]
    return [
        *(own if source.video == "file" else []),
        SoundChoice("mic", translate("Sources", "Usual microphone"), "mic"),
        *microphones,
        SoundChoice("volume", translate("Sources", "Test tone"), "tone"),
        SoundChoice("volume-off", translate("Sources", "Silence"), "silence"),
    ]


def file_filter(kind: VideoKind) -> str:
    """Return the file dialog's filter for sources of *kind*."""
    if kind == "image":
        return translate("Sources", "Images (*.png *.jpg *.jpeg *.bmp *.webp)")
    return translate("Sources", "Videos (*.mp4 *.mov *.mkv *.webm *.flv *.ts *.avi);;All files (*)")
