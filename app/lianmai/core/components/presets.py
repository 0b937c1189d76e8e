"""What each mode of the live-pusher stands for: size, bitrates, key frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

PusherMode: TypeAlias = Literal["QVGA", "HVGA", "SD", "HD", "FHD", "RTC"]
Aspect: TypeAlias = Literal["9:16", "3:4"]


@dataclass(frozen=True)
class Preset:
    """One mode; the size is that of an upright picture.

    The sources have four tables of bitrates; this one is that of the component's own tag page.
    The two names of old screens have the nearest rows of the SDK's ladder, and keep their own
    shape. The phone's key frame intervals are not published: 3 s is the SDK's default, and a
    call has to show a newcomer a picture sooner.
    """

    width_px: int
    height_px: int
    bitrate_kbps: tuple[int, int]
    key_frame_interval_s: float = 3.0
    has_own_shape: bool = False

    def shape(self, aspect: Aspect, *, across: bool) -> tuple[int, int]:
        """Return width and height in *aspect*, which keeps the short side, lying if *across*."""
        short, long = self.width_px, self.height_px
        if aspect == "3:4" and not self.has_own_shape:
            long = short * 4 // 3
        return (long, short) if across else (short, long)


PRESETS: dict[PusherMode, Preset] = {
    "QVGA": Preset(240, 320, (250, 375), has_own_shape=True),
    "HVGA": Preset(320, 480, (350, 525), has_own_shape=True),
    "SD": Preset(360, 640, (300, 800)),
    "HD": Preset(540, 960, (600, 1200)),
    "FHD": Preset(720, 1280, (600, 1800)),
    "RTC": Preset(360, 640, (200, 1000), key_frame_interval_s=2.0),
}
"""Every mode. A phone that is given bitrates uses those; until then these."""
