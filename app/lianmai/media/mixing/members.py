"""Who takes part in one mix: finds each member's stream, listens in on it, tells how it fares."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import av

from lianmai.core.sentences import sentence
from lianmai.core.stage.canvas import CanvasUser
from lianmai.media.mixing.intake import Intake
from lianmai.media.sound.mixer import Mixer
from lianmai.media.tap import Taps

MemberState: TypeAlias = Literal["waiting", "live", "late", "failed", "absent"]
"""Nothing yet; all well; nothing new for a while; cannot be pulled; no such stream."""
LATE_S = 1.5
"""More than the second from card to card while a camera is off."""


@dataclass(frozen=True)
class Found:
    """A stream that can be listened in on; *problem* says why it does not flow, if so."""

    taps: Taps
    problem: str = ""


Find: TypeAlias = Callable[[str], Found | None]
"""Gives the stream of a member."""


class Members:
    """The members of one mix by uid. The event loop's thread changes, the mix's thread looks."""

    def __init__(self, mixer: Mixer, find: Find) -> None:
        self._mixer, self._find = mixer, find
        self._members: dict[str, _Member] = {}

    def reconcile(self, users: Iterable[CanvasUser]) -> None:
        """Listen in on *users*, as they are found now, and on nobody else."""
        wanted = {user.uid: user for user in users if user.push_video or user.push_audio}
        for uid in self._members.keys() - wanted.keys():
            self._members.pop(uid).end()
        for uid, user in wanted.items():
            member = self._members.setdefault(uid, _Member(self._mixer))
            member.follow(self._find(uid), is_heard=user.push_audio)

    def stop(self) -> None:
        """Listen in on nobody."""
        self.reconcile([])

    def picture(self, uid: str, at_s: float) -> av.VideoFrame | None:
        """Return what *uid* shows at *at_s* (capture clock), ``None`` for a card."""
        member = self._members.get(uid)
        return member.intake.picture(at_s) if member is not None else None

    def states(self, now_s: float) -> dict[str, tuple[MemberState, str]]:
        """Return for each member how it fares, and why when that is not well."""
        return {uid: member.state(now_s) for uid, member in self._members.items()}


class _Member:
    def __init__(self, mixer: Mixer) -> None:
        self.intake = Intake()
        self._mixer = mixer
        self._found: Found | None = None

    def follow(self, found: Found | None, *, is_heard: bool) -> None:
        """Take from *found* from now on."""
        before = self._found.taps if self._found is not None else None
        now = found.taps if found is not None else None
        self._found = found
        if before is not now:
            if before is not None:
                before.remove(self.intake)
            if now is not None:
                now.add(self.intake)
        self._set_heard(is_heard)

    def end(self) -> None:
        self.follow(None, is_heard=False)

    def state(self, now_s: float) -> tuple[MemberState, str]:
        """Return how it fares at *now_s* (capture clock)."""
        silent_s = self.intake.silent_s(now_s)
        if self._found is None:
            return "absent", sentence("nobody with this uid sends anything: check the uid.")
        if silent_s < LATE_S:
            return "live", ""
        if self._found.problem:
            return "failed", self._found.problem
        return ("waiting" if silent_s == float("inf") else "late"), ""

    def _set_heard(self, is_heard: bool) -> None:
        ring = self.intake.ring
        if is_heard and ring is None:
            self.intake.ring = self._mixer.add()
        elif not is_heard and ring is not None:
            self.intake.ring = None
            self._mixer.remove(ring)
