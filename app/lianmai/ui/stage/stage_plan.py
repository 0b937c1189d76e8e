"""Who is seen where on the stage: seats, pages, who leads. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from lianmai.core.messages import StreamId
from lianmai.core.stage.floor import Floor, heard
from lianmai.core.stage.layout import Layout, alone
from lianmai.core.stage.lead import Choice
from lianmai.core.stage.neighbours import neighbour
from lianmai.core.stage.registry import USUAL_LAYOUT, layout_named
from lianmai.core.stage.request import (
    TOP_RIGHT,
    Arrangement,
    Placement,
    StageRequest,
)
from lianmai.core.stage.seating import seated
from lianmai.core.stage.speaker import float_at, snapped
from lianmai.ui.stage.look import OWN


class Room(Protocol):
    """Gives size and gap of the stage, which has less room *with_pager*."""

    def __call__(self, *, with_pager: bool) -> StageRequest:
        """Return what a layout is asked, but for the tiles."""
        ...


_LEADS = "speaker"
"""The layout that takes over while somebody is pinned in one that has no lead."""


@dataclass(frozen=True)
class Place:
    """One tile's place."""

    stream_id: StreamId
    placement: Placement


class StagePlan:
    """The arrangement of tiles, and what changes it. `arrange` brings the rest up to date."""

    def __init__(self) -> None:
        self.seats: list[StreamId] = []
        self.page, self.page_count = 0, 1
        self.choice: Choice[StreamId] = Choice()
        self.float_at = TOP_RIGHT
        self.layout = layout_named(USUAL_LAYOUT)
        self.places: list[Place] = []
        self._floor: Floor[StreamId] = Floor()
        self._talker: StreamId | None = None
        self._request = StageRequest(0, 0, 0)

    # --- who is there ---------------------------------------------------------------------

    def seat(self, present: Collection[StreamId]) -> bool:
        """Seat those *present*, who stay where they were; tell whether anything has changed."""
        before, self.seats = self.seats, seated(self.seats, list(present))
        self.choice = self.choice.among(self.seats)
        return self.seats != before

    def hear(self, levels: Mapping[StreamId, float], now_s: float) -> bool:
        """Hear how loud everybody is; tell whether somebody else leads now."""
        before = self.focus
        self._floor = heard(self._floor, levels, now_s)
        if self.page == 0 or self.active_layout.seats == "lead_first":
            self._talker = self._floor.holder  # else everybody would move on by a page
        return self.focus != before and self.active_layout.has_lead

    def choose_layout(self, name: str) -> None:
        """Arrange by the layout called *name*; what a tap did belongs to the one before.

        Raises:
            ValueError: If there is none of that name.
        """
        self.layout = layout_named(name)
        self.choice = replace(self.choice, tapped=None)

    @property
    def focus(self) -> StreamId | None:
        """Who leads: the one chosen, else the one who talks, where a layout follows talk."""
        talker = None if self.layout.enlarges else self._talker
        return self.choice.focus(talker if talker in self.seats else None)

    @property
    def lead(self) -> StreamId | None:
        """Who is on the large tile, in a layout that has one."""
        if not self.places or not self.active_layout.has_lead:
            return None
        if self.active_layout.enlarges:
            return self.focus or self.seats[0]
        return self.places[0].stream_id

    @property
    def active_layout(self) -> Layout:
        """The layout in use: where nobody can lead, a pin brings one in which somebody does."""
        needs_lead = self.choice.pinned is not None and not self.layout.has_lead
        return layout_named(_LEADS) if needs_lead else self.layout

    # --- where ----------------------------------------------------------------------------

    def arrange(self, room: Room, aspect_of: Callable[[list[StreamId]], float]) -> None:
        """Place everybody in *room*, in the shape that *aspect_of* gives those who are seen."""
        roomy = self._arranged(replace(room(with_pager=True), aspect=aspect_of(self.seats)))
        self.page_count = roomy.page_count
        shown = [self.seats[it.index] for it in roomy.placements]
        request = replace(room(with_pager=self.page_count > 1), aspect=aspect_of(shown))
        arrangement = self._arranged(request)
        self.page = arrangement.page
        self.places = [Place(self.seats[it.index], it) for it in arrangement.placements]

    def _arranged(self, room: StageRequest) -> Arrangement:
        self._request = request = replace(
            room,
            count=len(self.seats),
            own=self._seat_of(OWN),
            focus=self._seat_of(self.focus),
            float_at=self.float_at,
            page=self.page,
        )
        if (index := self._seat_of(self.choice.alone)) is not None:
            return alone(request, index)
        return self.active_layout.arrange(request)

    def _seat_of(self, who: StreamId | None) -> int | None:
        return self.seats.index(who) if who in self.seats else None

    @property
    def shown(self) -> list[StreamId]:
        """Who is on the page, in the order of places."""
        return [place.stream_id for place in self.places]

    def covers(self, stream_id: StreamId) -> bool:
        """Tell whether the layout wants this picture cut rather than bordered."""
        return any(it.stream_id == stream_id and it.placement.fit == "cover" for it in self.places)

    # --- what the user does ---------------------------------------------------------------

    def tap(self, who: StreamId) -> bool:
        """Let *who* lead where a tap does that; tell whether anything has changed.

        Small and large pictures change places, and a group call's member is enlarged.
        """
        before = self.choice
        if self.layout.enlarges or self.layout.seats == "own_last":
            leads = who == self.lead
            if self.layout.enlarges or not leads:
                self.choice = self.choice.tap(who, leads=leads)
        return self.choice != before

    def swap(self, who: StreamId, other: StreamId) -> None:
        """Let two change seats; whoever takes the lead's place is pinned there."""
        if self.active_layout.has_lead and self.lead in (who, other):
            self.choice = Choice(pinned=other if self.lead == who else who)
            return
        here, there = self.seats.index(who), self.seats.index(other)
        self.seats[here], self.seats[there] = other, who

    @property
    def can_swap(self) -> bool:
        """Whether tiles lie side by side, to be dragged onto each other."""
        return not self.active_layout.overlap and self.choice.alone is None

    def floats(self, who: StreamId) -> bool:
        """Tell whether *who* is on the tile that can be dragged about."""
        on_top = self.choice.alone is None and self.layout.floats and self.active_layout.floats
        return on_top and len(self.places) > 1 and self.places[-1].stream_id == who

    def float_to(self, x_px: float, y_px: float) -> None:
        """Move the floating tile so that its corner is here, as far as that is on the stage."""
        self.float_at = float_at(x_px, y_px, self._request)

    def float_home(self) -> None:
        """Let the floating tile go to the nearest corner."""
        self.float_at = snapped(self.float_at)

    def float_aside(self, across: int, down: int) -> None:
        """Let the floating tile go to the next corner in a direction; 0 keeps that side."""
        x, y = self.float_at
        self.float_at = (
            float(across > 0) if across else x,
            float(down > 0) if down else y,
        )

    def beside(self, who: StreamId, across: int, down: int) -> StreamId | None:
        """Return the nearest on the page in that direction from *who*, if there is any."""
        rects = {it.stream_id: it.placement.rect for it in self.places}
        return neighbour(rects, who, across, down)
