"""What happens to a phone during a call, and what its kind does then."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from lianmai.core.components.personality import (
    Personality,
    Situation,
    Step,
    course,
    return_course,
)
from lianmai.core.journal import Value
from lianmai.media.capturing.capture import Capture


@dataclass(frozen=True)
class Deeds:
    """What a situation can do to a call besides its pictures and its sound."""

    report: Callable[[str, Mapping[str, Value]], None]
    """Tell every component a fact."""
    set_pushing: Callable[[bool], None]
    leave: Callable[[], None]
    vanish: Callable[[], None]
    """End the visit without a goodbye."""


class Situations:
    """Runs the course of one situation at a time over a capture. Belongs to the event loop."""

    def __init__(self, capture: Capture, deeds: Deeds) -> None:
        self.current: Situation | None = None
        self._capture = capture
        self._deeds = deeds
        self._steps: tuple[Step, ...] = ()
        self._way_back: tuple[Step, ...] = ()
        self._timers: list[asyncio.TimerHandle] = []

    def meet(self, situation: Situation, like: Personality, *, has_waiting_image: bool) -> None:
        """Do from now on what a phone of this kind does; another situation is over by that."""
        self.recover()
        self.current = situation
        self._steps = course(like, situation, has_waiting_image=has_waiting_image)
        self._way_back = return_course(like, situation)
        loop = asyncio.get_running_loop()
        for step in self._steps:
            if step.at_s:
                self._timers.append(loop.call_later(step.at_s, self._take, step))
            else:
                self._take(step)

    def recover(self) -> None:
        """Go back to what the user wishes; nothing happens when nothing has."""
        if self.current is None:
            return
        self.stop()
        self._capture.stand_in, self._capture.silenced = "", False
        self._deeds.set_pushing(True)
        self._deeds.report("resumed_by_page", {})
        for step in self._way_back:
            self._take(step)
        for part in sorted({str(step.fields["part"]) for step in self._steps if _costs_part(step)}):
            self._deeds.report("source_started", {"source": _source(self._capture), "part": part})

    def stop(self) -> None:
        """Take no further step; what has been done stays."""
        self.current = None
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()

    def _take(self, step: Step) -> None:
        match step.action:
            case "report":
                self._deeds.report(step.fact, step.fields)
            case "freeze_picture":
                self._capture.stand_in = "frozen"
            case "black_picture":
                self._capture.stand_in = "black"
            case "waiting_image":
                self._capture.stand_in = "waiting_image"
            case "remove_picture":
                self._capture.stand_in = "none"
            case "silence":
                self._capture.silenced = True
            case "stop_push":
                self._deeds.set_pushing(False)
            case "leave":
                self._deeds.leave()
            case "kill":
                self._deeds.vanish()
            case _:
                assert_never(step.action)


def _costs_part(step: Step) -> bool:
    """Tell whether *step* said that picture or sound cannot be had."""
    return step.fact in ("permission_refused", "source_lost") and "part" in step.fields


def _source(capture: Capture) -> str:
    return str(capture.source)
