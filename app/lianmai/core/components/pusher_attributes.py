"""The attributes of the live-pusher under the phone's names, and what follows from them."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct, field

from lianmai.core.components.presets import PRESETS, Preset, PusherMode
from lianmai.core.components.tables import ComponentName, PageChange
from lianmai.core.discreet import discreet_repr
from lianmai.core.source import Size


class PusherAttributes(Struct, frozen=True, rename="kebab"):
    """Everything a page can set on a live-pusher.

    ``None`` is "not set": the mode decides. What the numbers mean, their ranges and units is
    in `attribute_infos`; what follows from them together is in the properties.
    """

    COMPONENT: ClassVar[ComponentName] = "live-pusher"
    __repr__ = discreet_repr

    url: str = ""
    mode: PusherMode = "RTC"
    autopush: bool = False
    enable_video_custom_render: bool = field(name="enableVideoCustomRender", default=False)
    muted: bool = False
    enable_camera: bool = True
    auto_focus: bool = True
    orientation: Literal["vertical", "horizontal"] = "vertical"
    beauty: int = 0
    whiteness: int = 0
    aspect: Literal["9:16", "3:4"] = "9:16"
    min_bitrate: int | None = None
    max_bitrate: int | None = None
    audio_quality: Literal["high", "low"] = "high"
    waiting_image: str = ""
    waiting_image_hash: str = ""
    zoom: bool = False
    device_position: Literal["front", "back"] = "front"
    background_mute: bool = False
    mirror: bool = False
    remote_mirror: bool = False
    local_mirror: Literal["auto", "enable", "disable"] = "auto"
    audio_reverb_type: Literal[0, 1, 2, 3, 4, 5, 6, 7] = 0
    enable_mic: bool = True
    enable_agc: bool = False
    enable_ans: bool = False
    audio_volume_type: Literal["auto", "media", "voicecall"] = "auto"
    video_width: int | None = None
    video_height: int | None = None
    beauty_style: Literal["smooth", "nature"] = "smooth"
    filter: Literal[
        "standard",
        "pink",
        "nostalgia",
        "blues",
        "romantic",
        "cool",
        "fresher",
        "solor",
        "aestheticism",
        "whitening",
        "cerisered",
    ] = "standard"
    picture_in_picture_mode: PageChange = ""
    voice_changer_type: Literal[0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11] = 0
    custom_effect: bool = False
    skin_whiteness: float = 0.0
    skin_smoothness: float = 0.0
    face_thinness: float = 0.0
    eye_bigness: float = 0.0
    fps: int = 15
    debug: bool = False
    enable_ear_monitor: bool = False

    @property
    def preset(self) -> Preset:
        """What *mode* stands for."""
        return PRESETS[self.mode]

    @property
    def size(self) -> Size:
        """The picture that is encoded, both sides even.

        *video-width* and *video-height* count as given, whatever *orientation* and *aspect* say
        (Tencent's rule); one alone takes the other side from the shape of the mode.
        """
        width, height = self.preset.shape(self.aspect, across=self.orientation == "horizontal")
        if self.video_width is not None and self.video_height is not None:
            width, height = self.video_width, self.video_height
        elif self.video_width is not None:
            width, height = self.video_width, self.video_width * height // width
        elif self.video_height is not None:
            width, height = self.video_height * width // height, self.video_height
        return Size(_side_px(width), _side_px(height), self.fps)

    @property
    def bitrate_range_kbps(self) -> tuple[int, int]:
        """Worst and best video bitrate; equal values switch the adaptation off.

        One bound set alone moves the mode's other one along when it lies beyond it.
        """
        low, high = self.preset.bitrate_kbps
        if self.min_bitrate is not None:
            low, high = self.min_bitrate, max(high, self.min_bitrate)
        if self.max_bitrate is not None:
            low, high = min(low, self.max_bitrate), self.max_bitrate
        return low, high

    @property
    def key_frame_interval_s(self) -> float:
        """The time from one key frame to the next."""
        return self.preset.key_frame_interval_s

    @property
    def sample_rate_hz(self) -> int:
        """The rate of the sound that is sent."""
        return 48_000 if self.audio_quality == "high" else 16_000

    @property
    def audio_kbps(self) -> int:
        """The bitrate of the sound: the SDK's default and speech levels, both mono."""
        return 50 if self.audio_quality == "high" else 16

    @property
    def sends_sound(self) -> bool:
        """Whether the microphone is heard; else silence is sent and the track stays."""
        return self.enable_mic and not self.muted

    @property
    def sends_mirrored(self) -> bool:
        """Whether the remote side sees the picture mirrored."""
        return self.mirror or self.remote_mirror

    @property
    def previews_mirrored(self) -> bool:
        """Whether the own preview is mirrored: by itself, that of the front camera is."""
        if self.local_mirror == "auto":
            return self.device_position == "front"
        return self.local_mirror == "enable"

    @property
    def smoothing(self) -> float:
        """Strength of the skin smoothing, 0-1, of whichever effect engine is on."""
        return max(self.beauty / 9, self.skin_smoothness if self.custom_effect else 0.0)

    @property
    def whitening(self) -> float:
        """Strength of the skin whitening, 0-1, of whichever effect engine is on."""
        return max(self.whiteness / 9, self.skin_whiteness if self.custom_effect else 0.0)


def _side_px(wanted: int) -> int:
    """Return the nearest side that can be encoded: even, from 64 to 1920 pixels."""
    return min(max(64, wanted // 2 * 2), 1920)
