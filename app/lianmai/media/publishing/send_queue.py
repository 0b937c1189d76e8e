"""What waits between encoder and network, and what is given up when the network is too slow.

The rule: once the oldest packet has waited longer than `VIDEO_LIMIT_S`, all waiting video goes and
no more is taken until the network has caught up; the next picture is then a key frame. Sound is
given up only beyond `SOUND_LIMIT_S`. Hence nothing ever leaves later than that: a slow network
costs pictures, never delay that stays.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Generic, TypeVar

Payload = TypeVar("Payload")

VIDEO_LIMIT_S = 0.7
SOUND_LIMIT_S = 0.9
"""The two limits at which OBS Studio drops frames."""
CAUGHT_UP_S = 0.1
"""Video is taken again when nothing waits longer than this: a key frame sent into a full queue
would only be given up as well."""


@dataclass(frozen=True)
class Parcel(Generic[Payload]):
    """One encoded packet."""

    payload: Payload
    is_video: bool
    is_key: bool = False


class SendQueue(Generic[Payload]):
    """First in, first out, by the rule above. Time is passed in; for one thread or under a lock."""

    def __init__(self) -> None:
        self.dropped_video = 0
        self.dropped_sound = 0
        self.needs_key = False
        self._waiting: deque[tuple[float, Parcel[Payload]]] = deque()

    def put(self, parcel: Parcel[Payload], now_s: float) -> None:
        """Add *parcel*; may give up older ones, or this one."""
        self.enforce(now_s)
        if parcel.is_video and self.needs_key:
            if not parcel.is_key or not self.takes_video(now_s):
                self.dropped_video += 1
                return
            self.needs_key = False
        self._waiting.append((now_s, parcel))

    def take(self, now_s: float) -> Parcel[Payload] | None:
        """Return the oldest packet that is still worth sending."""
        self.enforce(now_s)
        return self._waiting.popleft()[1] if self._waiting else None

    def enforce(self, now_s: float) -> None:
        """Give up what the rule says."""
        if self.age_s(now_s) > VIDEO_LIMIT_S:
            kept = deque(it for it in self._waiting if not it[1].is_video)
            given_up = len(self._waiting) - len(kept)
            self.dropped_video += given_up
            self.needs_key = self.needs_key or given_up > 0
            self._waiting = kept
        while self.age_s(now_s) > SOUND_LIMIT_S:
            self._waiting.popleft()
            self.dropped_sound += 1

    def takes_video(self, now_s: float) -> bool:
        """Return whether a picture encoded now would be sent; it must be a key if `needs_key`."""
        return not self.needs_key or self.age_s(now_s) <= CAUGHT_UP_S

    def refuse_video(self) -> None:
        """Count a picture that was not even encoded, as `takes_video` said no."""
        self.dropped_video += 1

    def age_s(self, now_s: float) -> float:
        """Return how long the oldest packet has waited, in seconds."""
        return now_s - self._waiting[0][0] if self._waiting else 0.0

    @property
    def video_count(self) -> int:
        """How many pictures wait."""
        return sum(parcel.is_video for _, parcel in self._waiting)

    def __len__(self) -> int:
        return len(self._waiting)
