"""Who leads on a stage: whom the viewer chose, else who talks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

Someone = TypeVar("Someone")


@dataclass(frozen=True)
class Choice(Generic[Someone]):
    """Whom the viewer chose; at most one of the three is somebody.

    *pinned* leads, with the others beside; *alone* is the only one shown; *tapped* was enlarged
    or exchanged by a tap, which unlike a pin leaves no mark.
    """

    pinned: Someone | None = None
    alone: Someone | None = None
    tapped: Someone | None = None

    @property
    def chosen(self) -> Someone | None:
        """The one that was chosen, in whatever way."""
        ways = (self.pinned, self.alone, self.tapped)
        return next((who for who in ways if who is not None), None)

    def focus(self, talker: Someone | None) -> Someone | None:
        """Return who leads while *talker* talks."""
        return self.chosen if self.chosen is not None else talker

    def toggle_pin(self, who: Someone) -> Choice[Someone]:
        """Pin *who*, or no longer."""
        return Choice() if who == self.pinned else Choice(pinned=who)

    def toggle_alone(self, who: Someone) -> Choice[Someone]:
        """Show *who* alone, or no longer."""
        return Choice() if who == self.alone else Choice(alone=who)

    def tap(self, who: Someone, *, leads: bool) -> Choice[Someone]:
        """Let *who* lead after a tap; a tap on one that *leads* takes back what a tap did."""
        return replace(self, tapped=None) if leads else Choice(tapped=who)

    def among(self, present: Collection[Someone]) -> Choice[Someone]:
        """Return what remains of the choice when only *present* are here."""
        return self if self.chosen is None or self.chosen in present else Choice()
