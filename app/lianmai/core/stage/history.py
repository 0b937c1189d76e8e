"""Undo and redo: states, one after the other."""

from __future__ import annotations

from collections import deque
from typing import Generic, TypeVar

State = TypeVar("State")
MOST_STEPS = 200


class History(Generic[State]):
    """What has been, what is, and what was taken back; the oldest of many steps are forgotten."""

    def __init__(self, state: State, most_steps: int = MOST_STEPS) -> None:
        self.state = state
        self._before: deque[State] = deque(maxlen=most_steps)
        self._after: list[State] = []
        self._gesture = ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._after)

    def change(self, state: State, gesture: str = "") -> None:
        """Go on to *state*; changes in a row of one named *gesture* are one step."""
        if state == self.state:
            return
        if not gesture or gesture != self._gesture:
            self._before.append(self.state)
        self._gesture = gesture
        self.state = state
        self._after.clear()

    def end_gesture(self) -> None:
        """Make the next change a step of its own, whatever its gesture is called."""
        self._gesture = ""

    def undo(self) -> State:
        """Take a step back, if there is one."""
        if self._before:
            self._after.append(self.state)
            self.state = self._before.pop()
        self.end_gesture()
        return self.state

    def redo(self) -> State:
        """Take a step again that was taken back."""
        if self._after:
            self._before.append(self.state)
            self.state = self._after.pop()
        self.end_gesture()
        return self.state
