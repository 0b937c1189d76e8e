"""One large tile and a strip of others."""

from __future__ import annotations

from lianmai.core.stage.geometry import Rect, rect_between
from lianmai.core.stage.request import Placement, StageRequest

STRIP = 0.18
"""The strip's share of the stage: at 16:9 five tiles of the stage's shape, and room to spare."""
_CAPACITY = 5
"""So many always fit the strip with their shape kept; more become narrower."""
_WORTH_TURNING = 1.05


def speaker_with_strip(request: StageRequest) -> list[Placement]:
    """Place slot 0 large and the others in a strip on top, or beside it on a very wide stage.

    The strip is as thick for two as for many: who speaks does not jump when somebody joins.
    """
    if request.count == 1:
        return [Placement(0, request.stage)]
    width_px, height_px, gap_px = request.width_px, request.height_px, request.gap_px
    aspect = request.aspect
    top_px = min(STRIP * height_px, width_px / _CAPACITY / aspect)
    side_px = min(STRIP * width_px, height_px / _CAPACITY * aspect)
    under_top_px = min(width_px, (height_px - top_px - gap_px) * aspect)
    beside_px = min(width_px - side_px - gap_px, height_px * aspect)
    others = range(1, request.count)
    if under_top_px * _WORTH_TURNING >= beside_px:
        large = rect_between(0, top_px + gap_px, width_px, height_px)
        spans = _strip(len(others), top_px * aspect, width_px, gap_px)
        strip = [rect_between(start, 0, end, top_px) for start, end in spans]
    else:
        left = width_px - side_px
        large = rect_between(0, 0, left - gap_px, height_px)
        spans = _strip(len(others), side_px / aspect, height_px, gap_px)
        strip = [rect_between(left, start, width_px, end) for start, end in spans]
    return [Placement(0, large), *map(Placement, others, strip)]


def _strip(count: int, cell_px: float, length_px: int, gap_px: int) -> list[tuple[float, float]]:
    """Return start and end of *count* cells in the middle of a strip of *length_px*."""
    cell_px = max(0.0, min(cell_px, (length_px - gap_px * (count - 1)) / count))
    pitch_px = cell_px + gap_px
    first = (length_px - pitch_px * count + gap_px) / 2
    return [(first + i * pitch_px, first + i * pitch_px + cell_px) for i in range(count)]


def one_to_one(request: StageRequest) -> list[Placement]:
    """Place slot 0 on the whole stage and slot 1, if any, floating over it."""
    large = Placement(0, request.stage)
    if request.count == 1:
        return [large]
    return [large, Placement(1, float_rect(request), z=1, fit="cover")]


# --- the floating tile ------------------------------------------------------------------------

FLOAT_SIDE = 0.25
"""The floating tile's width and height as shares of a picture that fits the stage."""
_MARGIN = 0.025


def float_rect(request: StageRequest) -> Rect:
    """Return where the floating tile is."""
    left_px, top_px, width_px, height_px = _float_room(request)
    x, y = request.float_at
    width, height = _float_size(request)
    left = left_px + min(1.0, max(0.0, x)) * width_px
    top = top_px + min(1.0, max(0.0, y)) * height_px
    return rect_between(left, top, left + width, top + height)


def float_at(x_px: float, y_px: float, request: StageRequest) -> tuple[float, float]:
    """Return the place, as in `StageRequest.float_at`, of a floating tile dragged to these px."""
    left_px, top_px, width_px, height_px = _float_room(request)
    across = (x_px - left_px) / width_px if width_px > 0 else 0.0
    down = (y_px - top_px) / height_px if height_px > 0 else 0.0
    return min(1.0, max(0.0, across)), min(1.0, max(0.0, down))


def snapped(place: tuple[float, float]) -> tuple[float, float]:
    """Return the corner nearest to *place*, where a floating tile goes when it is let go."""
    return float(place[0] >= 0.5), float(place[1] >= 0.5)


def _float_size(request: StageRequest) -> tuple[float, float]:
    width = min(request.width_px, request.height_px * request.aspect)
    if request.aspect > 1 and request.height_px > request.width_px:
        width = request.width_px * 1.4  # a quarter of a narrow stage shows nothing
    return width * FLOAT_SIDE, width * FLOAT_SIDE / request.aspect


def _float_room(request: StageRequest) -> tuple[float, float, float, float]:
    """Return left and top of the way a floating tile can go, and how far it goes."""
    margin_px = _MARGIN * min(request.width_px, request.height_px)
    width, height = _float_size(request)
    across_px = request.width_px - width - 2 * margin_px
    down_px = request.height_px - height - 2 * margin_px
    return margin_px, margin_px, max(0.0, across_px), max(0.0, down_px)
