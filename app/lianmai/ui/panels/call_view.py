"""What the panels read of a call, and the few wishes they state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from lianmai.core.journal import Journal
from lianmai.core.messages import Op, Result, StreamId
from lianmai.core.room import Room
from lianmai.core.source import Source
from lianmai.core.stats import PlayStats, PublishStats
from lianmai.ui.stage.sounds import Sound


class StreamView(Protocol):
    """One stream, own or a peer's."""

    @property
    def state(self) -> str:
        """One of "idle", "requesting", "publishing", "playing", "retrying", "failed"."""

    @property
    def problem(self) -> str:
        """One sentence while something is wrong, else empty."""


class ReceivedView(StreamView, Protocol):
    """One stream that is played."""

    @property
    def sound(self) -> Sound | None:
        """What can be muted, if there is sound."""


class CallView(Protocol):
    """A call; read on the event loop's thread, which is the window's."""

    @property
    def room(self) -> Room:
        """Who is here."""

    @property
    def journal(self) -> Journal:
        """What happened."""

    @property
    def sending(self) -> StreamView:
        """Own stream."""

    @property
    def streams(self) -> Mapping[StreamId, ReceivedView]:
        """The streams being played, in order of arrival."""

    @property
    def source(self) -> Source:
        """What is published."""

    @property
    def microphone_on(self) -> bool:
        """Whether own sound is sent."""

    @property
    def camera_on(self) -> bool:
        """Whether own picture is sent."""

    def play_stats(self) -> dict[StreamId, PlayStats]:
        """Return the numbers of every stream played."""

    def publish_stats(self) -> PublishStats:
        """Return the numbers of own stream."""

    async def request(self, op: Op[Result]) -> Result:
        """Send a request to the room and return its answer."""
