"""The attributes of the live-player under the phone's names, and what follows from them."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct

from lianmai.core.components.tables import ComponentName, PageChange
from lianmai.core.discreet import discreet_repr


class PlayerAttributes(Struct, frozen=True, rename="kebab"):
    """Everything a page can set on a live-player; ``None`` is "not set": the mode decides."""

    COMPONENT: ClassVar[ComponentName] = "live-player"
    __repr__ = discreet_repr

    src: str = ""
    mode: Literal["live", "RTC"] = "live"
    autoplay: bool = False
    muted: bool = False
    orientation: Literal["vertical", "horizontal"] = "vertical"
    object_fit: Literal["contain", "fillCrop"] = "contain"
    background_mute: bool = False
    min_cache: float | None = None
    max_cache: float | None = None
    sound_mode: Literal["speaker", "ear"] = "speaker"
    auto_pause_if_navigate: bool = True
    auto_pause_if_open_native: bool = True
    picture_in_picture_mode: PageChange = ""
    picture_in_picture_init_position: str = ""
    enable_auto_rotation: bool = False
    referrer_policy: Literal["origin", "no-referrer"] = "no-referrer"
    enable_casting: bool = False
    debug: bool = False
    enable_recv_message: bool = False
    mute_audio: bool = False
    mute_video: bool = False

    @property
    def cache_s(self) -> tuple[float, float]:
        """Least and most media kept before it is played, in seconds.

        RTC has its advised 0.2 and 0.8 until the page sets them; sources disagree on whether
        they act there at all. One bound alone moves the other along.
        """
        low, high = (0.2, 0.8) if self.mode == "RTC" else (1.0, 3.0)
        if self.min_cache is not None:
            low, high = self.min_cache, max(high, self.min_cache)
        if self.max_cache is not None:
            low, high = min(low, self.max_cache), self.max_cache
        return low, high

    @property
    def rotation_degrees(self) -> int:
        """How far the picture is turned clockwise."""
        return 270 if self.orientation == "horizontal" else 0

    @property
    def plays_sound(self) -> bool:
        """Whether the stream is heard."""
        return not (self.muted or self.mute_audio)
