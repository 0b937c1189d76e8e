"""The phone's picture effects as filters of FFmpeg: smooth skin, white skin, colour filters.

How the phone makes them is not published; these are chosen to be told apart at a glance, to grow
with their number, and to be cheap: one pass of `bilateral` over the luma, one look-up table.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lianmai.core.components.attributes import PusherAttributes
from lianmai.media.capturing.effects.filter_chain import Filter

MIRRORED: Filter = ("hflip", "")


@dataclass(frozen=True)
class Look:
    """How brightness and colours change.

    *gamma* below 1 lightens all but black and white, *light* does so with skin more than with
    hair, *contrast* is about middle grey, *saturation* 0 is grey; *blue* and *red* are added to
    the two colour differences.
    """

    gamma: float = 1.0
    light: float = 0.0
    contrast: float = 1.0
    saturation: float = 1.0
    blue: int = 0
    red: int = 0

    def whitened(self, strength: float) -> Look:
        """Return this look with lighter, paler skin; *strength* is 0 to 1."""
        return replace(
            self, light=0.75 * strength, saturation=self.saturation * (1 - 0.2 * strength)
        )

    def filter(self) -> Filter:
        """Return it as look-up tables of limited range."""
        luma = f"pow(clip((val-16)/219,0,1),{self.gamma:.3f})"
        luma = f"16+219*{luma}*(1+{self.light:.3f}*(1-{luma}))"
        luma = f"clip(126+{self.contrast:.3f}*({luma}-126),16,235)"
        blue, red = (
            f"clip(128+{self.saturation:.3f}*(val-128)+{shift},16,240)"
            for shift in (self.blue, self.red)
        )
        return "lutyuv", f"y='{luma}':u='{blue}':v='{red}'"


STANDARD = Look()
LOOKS = {
    "standard": STANDARD,
    "pink": Look(gamma=0.95, blue=3, red=9),
    "nostalgia": Look(contrast=0.92, saturation=0.45, blue=-14, red=8),
    "blues": Look(saturation=0.9, blue=13, red=-7),
    "romantic": Look(gamma=0.9, contrast=0.9, blue=6, red=6),
    "cool": Look(contrast=1.06, saturation=0.8, blue=7, red=-4),
    "fresher": Look(gamma=0.92, saturation=1.25, blue=1, red=-4),
    "solor": Look(gamma=0.82, contrast=0.86, saturation=0.8, blue=4),
    "aestheticism": Look(gamma=0.93, contrast=1.1, saturation=1.12, red=3),
    "whitening": Look(gamma=0.75, saturation=0.9),
    "cerisered": Look(saturation=1.1, blue=3, red=15),
}
"""Each value of the attribute *filter*."""


def picture_filters(attributes: PusherAttributes) -> tuple[Filter, ...]:
    """Return what makes a limited-range "yuv420p" picture look as *attributes* say."""
    filters = []
    if attributes.smoothing:
        filters.append(_smooth(attributes.smoothing, attributes.beauty_style))
    look = LOOKS[attributes.filter].whitened(attributes.whitening)
    if look != STANDARD:
        filters.append(look.filter())
    return tuple(filters)


def _smooth(strength: float, style: str) -> Filter:
    """Blur what differs little and keep edges; "nature" leaves more of the skin's grain.

    Luma alone: the eye sees no grain in colours, and it saves a third of the work.
    """
    reach, difference = (2 + 6 * strength, 0.03 + 0.09 * strength)
    if style == "nature":
        reach, difference = (1 + 3 * strength, 0.02 + 0.06 * strength)
    return "bilateral", f"sigmaS={reach:.2f}:sigmaR={difference:.3f}:planes=1"
