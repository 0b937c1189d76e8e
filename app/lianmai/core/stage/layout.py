"""A layout, and what it makes of a request: who sits where, on which page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lianmai.core.stage.request import Arrangement, Placement, Seats, StageRequest


@dataclass(frozen=True)
class Layout:
    """A way to place tiles.

    *place* gives each of ``request.count`` slots, at most *capacity* of this stage, a rectangle;
    *seats* says who sits on which slot. *overlap* tells whether tiles may cover each other,
    *enlarges* whether the focus is enlarged on its seat, *floats* whether the smallest tile can be
    dragged about, *source* where the geometry is from. *title* and *group* are English.
    """

    name: str
    title: str
    group: str
    place: Callable[[StageRequest], list[Placement]]
    capacity: Callable[[int, int], int]
    seats: Seats = "in_order"
    overlap: bool = False
    enlarges: bool = False
    floats: bool = False
    source: str = ""

    @property
    def has_lead(self) -> bool:
        """Whether it makes a difference who is in focus."""
        return self.enlarges or self.seats != "in_order"

    def arrange(self, request: StageRequest) -> Arrangement:
        """Place everybody who fits on the page asked for, or on the nearest there is.

        A lead is on every page, and so is the own tile where it floats.
        """
        if request.count < 1:
            return Arrangement(())
        seats = self.seats
        if seats == "own_last" and request.own is None:
            seats = "lead_first"  # nobody else gets the seat that is the own tile's on every page
        order = _seating(seats, request)
        pages = _pages(seats, order, self.capacity(request.width_px, request.height_px))
        page = max(0, min(request.page, len(pages) - 1))
        shown = pages[page]
        focus = shown.index(request.focus) if request.focus in shown else None
        slots = self.place(replace(request, count=len(shown), focus=focus))
        hidden = tuple(index for index in range(request.count) if index not in shown)
        placed = tuple(Placement(shown[it.index], it.rect, it.z, it.fit) for it in slots)
        return Arrangement(placed, hidden, page, len(pages))


def alone(request: StageRequest, index: int) -> Arrangement:
    """Return the tile of *index* on the whole stage, and nobody else."""
    hidden = tuple(it for it in range(request.count) if it != index)
    return Arrangement((Placement(index, request.stage),), hidden)


def _seating(seats: Seats, request: StageRequest) -> list[int]:
    """Return the indices of tiles in the order of slots."""
    order = list(range(request.count))
    if seats == "in_order":
        return order
    others = [index for index in order if index != request.own]
    lead = request.focus if request.focus in order else (others or order)[0]
    order.remove(lead)
    if seats == "own_last" and request.own in order:
        order.remove(request.own)
        order.append(request.own)
    return [lead, *order]


def _pages(seats: Seats, order: list[int], capacity: int) -> list[list[int]]:
    """Share *order* out over pages of *capacity*; the seat that stays is on each of them."""
    if len(order) <= capacity:
        return [order]
    if seats == "in_order" or capacity == 1:
        return [order[start : start + capacity] for start in range(0, len(order), capacity)]
    step = capacity - 1
    if seats == "lead_first":
        lead, *rest = order
        return [[lead, *rest[at : at + step]] for at in range(0, len(rest), step)]
    *rest, own = order
    return [[*rest[at : at + step], own] for at in range(0, len(rest), step)]
