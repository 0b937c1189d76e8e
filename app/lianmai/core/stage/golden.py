"""Goldens: how a stage looked when it was right, and what differs from that now.

Pictures in tiles are live, so they are compared by being there; places, and everything around
the pictures, are compared as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lianmai.core.errors import LianmaiError
from lianmai.core.sentences import listed, sentence
from lianmai.core.stage.figures import TileFigures, rect_value
from lianmai.core.stage.geometry import Rect

FORMAT = "lianmai-stage"
KEYWORD = "lianmai-stage"
"""The name of the text inside a PNG that says where its stage and tiles are."""
_LARGEST_PX = 100_000


class GoldenError(LianmaiError):
    """A golden cannot be read: save it anew, or choose another file."""


@dataclass(frozen=True)
class StageShot:
    """A picture of a stage: *place* is where the stage is in it, in device px.

    *ratio* is device px for each px of the layout; *tiles* are in device px of the stage.
    """

    place: Rect
    ratio: float = 1.0
    tiles: tuple[TileFigures, ...] = ()

    def masks(self) -> list[Rect]:
        """Return where live pictures are, in px of the stage."""
        return [tile.card for tile in self.tiles if tile.has_picture]


@dataclass(frozen=True)
class Tolerance:
    """What is no difference yet.

    A colour may be up to *level* of 255 off, *share* of all pixels by more, a place by *place_px*.
    """

    level: int = 8
    share: float = 0.001
    place_px: int = 1


USUAL_TOLERANCE = Tolerance()


@dataclass(frozen=True)
class PixelCount:
    """How many pixels were compared, how many of them differ, by how much at most and where."""

    compared: int = 0
    different: int = 0
    worst: int = 0
    box: Rect | None = None

    @property
    def share(self) -> float:
        """The share of pixels that differ."""
        return self.different / self.compared if self.compared else 0.0


@dataclass(frozen=True)
class GoldenReport:
    """What comparing found; *differences* and *unchecked* are sentences."""

    differences: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    pixels: PixelCount = PixelCount()
    tiles_agreed: int = 0
    tiles_expected: int = 0

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not self.differences

    def line(self) -> str:
        """Return all of it on one line, for a test to look at."""
        verdict = "same" if self.is_same else "different"
        return (
            f"golden: {verdict}, tiles {self.tiles_agreed}/{self.tiles_expected},"
            f" pixels {100 * self.pixels.share:.3f} % of {self.pixels.compared},"
            f" worst {self.pixels.worst}"
        )

    def value(self) -> dict[str, object]:
        """Return it as JSON values."""
        box = self.pixels.box
        return {
            "same": self.is_same,
            "line": self.line(),
            "differences": list(self.differences),
            "unchecked": list(self.unchecked),
            "tiles": {"agreed": self.tiles_agreed, "expected": self.tiles_expected},
            "pixels": {
                "compared": self.pixels.compared,
                "different": self.pixels.different,
                "share": round(self.pixels.share, 6),
                "worst": self.pixels.worst,
                "box": rect_value(box) if box else None,
            },
        }


def shot_text(shot: StageShot) -> str:
    """Return *shot* as JSON, in ASCII."""
    value = {
        "format": FORMAT,
        "version": 1,
        "stage": rect_value(shot.place),
        "device_pixel_ratio": shot.ratio,
        "tiles": [tile.value() for tile in shot.tiles],
    }
    return json.dumps(value, indent=1) + "\n"


def read_shot(text: str) -> StageShot:
    """Return what *text* says about a picture.

    Raises:
        GoldenError: If it is no such JSON.
    """
    try:
        value = json.loads(text)
        if value.get("format") != FORMAT:
            raise GoldenError(
                sentence(
                    "It does not say format {format!r}: save it as golden anew.", format=FORMAT
                )
            )
        tiles = tuple(_tile(it) for it in value["tiles"])
        return StageShot(_rect(value["stage"]), float(value["device_pixel_ratio"]), tiles)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = sentence(
            "It is no description of a stage ({error}): save it as golden anew.", error=error
        )
        raise GoldenError(reason) from error


def tile_differences(
    golden: Sequence[TileFigures], seen: Sequence[TileFigures], place_px: int
) -> list[str]:
    """Return what differs in tiles, one sentence for each that does."""
    before = {tile.key: tile for tile in golden}
    now = {tile.key: tile for tile in seen}
    missing = [
        sentence("{name}: the tile is missing.", name=before[key].name)
        for key in before.keys() - now.keys()
    ]
    added = [
        sentence("{name}: this tile is not in the golden.", name=now[key].name)
        for key in now.keys() - before
    ]
    shared = [key for key in before if key in now]
    judged = (_tile_difference(before[key], now[key], place_px) for key in shared)
    return [*sorted(missing), *sorted(added), *(it for it in judged if it)]


def size_difference(golden: Rect, seen: Rect) -> str:
    """Return what to say when the two are not of one size; empty when they are."""
    if (golden.width, golden.height) == (seen.width, seen.height):
        return ""
    return sentence(
        "The stage is {width}x{height}, the golden {golden_width}x{golden_height}: "
        "give the window the same size.",
        width=seen.width,
        height=seen.height,
        golden_width=golden.width,
        golden_height=golden.height,
    )


def pixel_difference(pixels: PixelCount, tolerance: Tolerance) -> str:
    """Return what to say about pixels that differ; empty when few enough do."""
    if pixels.share <= tolerance.share or pixels.box is None:
        return ""
    box = pixels.box
    return sentence(
        "{different} pixels ({percent:.2f} %) around the pictures differ by more than "
        "{level}, all within {width}x{height} at {x}, {y}.",
        different=pixels.different,
        percent=100 * pixels.share,
        level=tolerance.level,
        width=box.width,
        height=box.height,
        x=box.x,
        y=box.y,
    )


def _tile_difference(before: TileFigures, now: TileFigures, place_px: int) -> str:
    said = list(_moves(sentence("tile"), before.rect, now.rect, place_px))
    if before.has_picture != now.has_picture:
        said.append(
            sentence("shows no picture") if before.has_picture else sentence("shows a picture")
        )
    elif not said:
        said += _moves(sentence("picture"), before.card, now.card, place_px)
    if before.covers != now.covers:
        said.append(
            sentence("is cut to its tile") if now.covers else sentence("is not cut any more")
        )
    if not said:
        return ""
    return sentence(
        "{name}: {differences}, unlike the golden.", name=now.name, differences=listed(said)
    )


def _moves(what: str, before: Rect, now: Rect, place_px: int) -> Iterator[str]:
    dx, dy = now.x - before.x, now.y - before.y
    dw, dh = now.width - before.width, now.height - before.height
    if max(map(abs, (dx, dy))) > place_px:
        yield sentence(
            "the {what} is off by {dx:+d} px across and {dy:+d} px down", what=what, dx=dx, dy=dy
        )
    if max(map(abs, (dw, dh))) > place_px:
        yield sentence(
            "the {what} is {width}x{height} instead of {before_width}x{before_height}",
            what=what,
            width=now.width,
            height=now.height,
            before_width=before.width,
            before_height=before.height,
        )


def _tile(value: Mapping[str, object]) -> TileFigures:
    aspect = value["aspect"]
    if not isinstance(aspect, int | float) or not 0.01 < aspect < 100:
        raise ValueError(f"aspect {aspect!r} is none")
    return TileFigures(
        str(value["key"]),
        str(value["name"]),
        _rect(value),
        _rect(value["card"]),
        float(aspect),
        value["fit"] == "cover",
        bool(value["has_picture"]),
    )


def _rect(value: object) -> Rect:
    if not isinstance(value, Mapping):
        raise ValueError(f"{value!r} is no rectangle")
    x, y, width, height = (value[name] for name in ("x", "y", "width", "height"))
    for number in (x, y, width, height):
        if type(number) is not int or abs(number) > _LARGEST_PX:
            raise ValueError(f"{number!r} is no whole number of px")
    return Rect(x, y, width, height)
