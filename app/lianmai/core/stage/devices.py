"""Screens of phones and tablets, from ``resources/devices/devices.json``.

All lengths are logical: a mini-program's px, whatever pixels the screen has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

import msgspec

from lianmai.core.resources import resource
from lianmai.core.stage.geometry import Rect

Kind: TypeAlias = Literal["iphone", "android", "tablet"]
Insets: TypeAlias = tuple[int, int, int, int]
"""What lies outside an area: top, right, bottom, left."""
LANDSCAPE = "landscape"


class Cutout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the camera takes from the screen, in the middle of its upper edge."""

    kind: Literal["notch", "island", "hole"]
    width: int
    height: int
    top: int


class Device(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phone held upright; *ratio* is how many of its pixels a logical one has.

    *capsule_below* is how far below the status bar the button of a mini-program lies.
    """

    name: str
    title: str
    kind: Kind
    width: int
    height: int
    ratio: float
    corner: float
    status_bar: int
    safe: Insets
    safe_landscape: Insets
    capsule_below: int
    cutout: Cutout | None
    source: tuple[str, ...]


class Capsule(msgspec.Struct, frozen=True):
    """The button that is on every page of a mini-program; *right* is its distance to the edge."""

    width: int
    height: int
    right: int
    source: str


class _File(msgspec.Struct, frozen=True):
    capsule: Capsule
    devices: tuple[Device, ...]


@dataclass(frozen=True)
class Screen:
    """A device as it is held: where on its screen everything lies.

    *status_bar* has no height where there is none, as on a phone held sideways.
    """

    device: Device
    is_landscape: bool
    whole: Rect
    safe: Rect
    status_bar: Rect
    capsule: Rect
    cutout: Rect | None

    @property
    def name(self) -> str:
        """What `screen_named` knows it as."""
        return f"{self.device.name}:{LANDSCAPE}" if self.is_landscape else self.device.name


@dataclass(frozen=True)
class Seat:
    """Where a screen is drawn, and how much larger than it is."""

    rect: Rect
    scale: float


def devices() -> Mapping[str, Device]:
    """Return every device there is, by name, in the file's order."""
    return {device.name: device for device in _file().devices}


def screen_named(text: str) -> Screen:
    """Return the screen of ``NAME`` or ``NAME:landscape``.

    Raises:
        ValueError: If there is none; the sentence lists those there are.
    """
    name, _, held = text.partition(":")
    if name not in devices() or held not in ("", "portrait", LANDSCAPE):
        *most, last = devices()
        known = f"{', '.join(most)} or {last}"
        raise ValueError(f"Unknown device {text!r}: use {known}, with :{LANDSCAPE} if you like.")
    return screen_of(devices()[name], is_landscape=held == LANDSCAPE)


def screen_of(device: Device, *, is_landscape: bool) -> Screen:
    """Return *device* held upright, or turned to the left as people hold it for a film."""
    whole = Rect(0, 0, device.width, device.height)
    if is_landscape:
        whole = Rect(0, 0, device.height, device.width)
    safe = _inside(whole, device.safe_landscape if is_landscape else device.safe)
    bar_px = device.status_bar if safe.y or not is_landscape else 0
    bar = Rect(0, 0, whole.width, bar_px)
    cutout = _cutout(device, whole, is_landscape=is_landscape)
    return Screen(device, is_landscape, whole, safe, bar, _capsule(device, safe, bar), cutout)


def seat(screen: Rect, room: Rect, *, true_size: bool = False) -> Seat:
    """Return where *screen* is drawn in the middle of *room*: whole, or in its own size.

    In its own size it may be larger than *room*; it then begins at the room's corner.
    """
    scale = min(room.width / screen.width, room.height / screen.height)
    scale = 1.0 if true_size else max(scale, 1 / min(screen.width, screen.height))
    drawn = screen.scaled(scale, scale)
    x = room.x + max(0, (room.width - drawn.width) // 2)
    y = room.y + max(0, (room.height - drawn.height) // 2)
    return Seat(Rect(x, y, drawn.width, drawn.height), scale)


def _capsule(device: Device, safe: Rect, bar: Rect) -> Rect:
    capsule = _file().capsule
    x = safe.right - capsule.right - capsule.width
    return Rect(x, bar.height + device.capsule_below, capsule.width, capsule.height)


def _cutout(device: Device, whole: Rect, *, is_landscape: bool) -> Rect | None:
    if (cutout := device.cutout) is None:
        return None
    if is_landscape:
        y = (whole.height - cutout.width) // 2
        return Rect(cutout.top, y, cutout.height, cutout.width)
    return Rect((whole.width - cutout.width) // 2, cutout.top, cutout.width, cutout.height)


def _inside(whole: Rect, insets: Insets) -> Rect:
    top, right, bottom, left = insets
    return Rect(left, top, whole.width - left - right, whole.height - top - bottom)


@cache
def _file() -> _File:
    return msgspec.json.decode(resource("devices/devices.json").read_bytes(), type=_File)
