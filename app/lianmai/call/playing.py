"""All streams played: starts what should be heard and seen, stops what should not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from functools import partial

from lianmai.call.kept import Ask, StreamState
from lianmai.call.receiving import Receiving
from lianmai.call.turnstile import Turnstile
from lianmai.core.components.attributes import PlayerAttributes
from lianmai.core.messages import StreamId
from lianmai.core.retry import Backoff
from lianmai.media.playing.player import Player
from lianmai.media.report import Report
from lianmai.media.sound.mixer import Mixer

MakeReport = Callable[[StreamId], Report]


class Playing:
    """The received streams by name, each with its player, its place in the mix, its task.

    Those *stopped* keep their places, but nothing is pulled.
    """

    def __init__(
        self,
        ask: Ask,
        tell: Callable[[StreamId, StreamState, str], None],
        *,
        mixer: Mixer | None,
        make_report: MakeReport,
        wake: Callable[[], None],
        prefer_flv: bool,
        backoff: Backoff,
        attributes_of: Callable[[StreamId], PlayerAttributes | None],
    ) -> None:
        self.streams: dict[StreamId, Receiving] = {}
        self.stopped: set[StreamId] = set()
        self._tasks: dict[StreamId, asyncio.Task[None]] = {}
        self._ask = ask
        self._tell = tell
        self._mixer = mixer
        self._make_report = make_report
        self._wake = wake
        self._prefer_flv = prefer_flv
        self._backoff = backoff
        self._attributes_of = attributes_of
        self._turnstile = Turnstile()

    def reconcile(self, wanted: Iterable[StreamId], group: asyncio.TaskGroup) -> None:
        """Play *wanted* and nothing else; new ones run in *group*."""
        wanted = list(wanted)
        for stream_id in [known for known in self.streams if known not in wanted]:
            self._stop(stream_id)
        for stream_id in [new for new in wanted if new not in self.streams]:
            self._add(stream_id)
        for stream_id, receiving in self.streams.items():
            self._run_or_rest(receiving, stream_id in self.stopped, group)

    def stop(self) -> None:
        """Stop everything."""
        for stream_id in list(self.streams):
            self._stop(stream_id)

    def _run_or_rest(
        self, receiving: Receiving, is_stopped: bool, group: asyncio.TaskGroup
    ) -> None:
        stream_id = receiving.stream_id
        if is_stopped and (task := self._tasks.pop(stream_id, None)) is not None:
            task.cancel()
            receiving.rest()
        elif not is_stopped and stream_id not in self._tasks:
            self._tasks[stream_id] = group.create_task(receiving.run(), name=f"play {stream_id}")

    def _add(self, stream_id: StreamId) -> None:
        sound = self._mixer.add() if self._mixer is not None else None
        report = self._make_report(stream_id)
        player = Player(sound=sound, report=report, wake=self._wake)
        player.set_attributes(self._attributes_of(stream_id))
        self.streams[stream_id] = Receiving(
            stream_id,
            player,
            self._ask,
            partial(self._tell, stream_id),
            sound=sound,
            prefer_flv=self._prefer_flv,
            backoff=self._backoff,
            turnstile=self._turnstile,
            report=report,
        )

    def _stop(self, stream_id: StreamId) -> None:
        receiving = self.streams.pop(stream_id)
        self.stopped.discard(stream_id)
        if (task := self._tasks.pop(stream_id, None)) is not None:
            task.cancel()
        if self._mixer is not None and receiving.sound is not None:
            self._mixer.remove(receiving.sound)
