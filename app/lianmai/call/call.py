"""Call: one visit to one room.

It compares what should be with what is, and starts and stops the difference; joining late,
reconnecting, a changed URL and a lost message need no code of their own.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial

from lianmai.call.announcing import Announcing
from lianmai.call.components import LOOK_S, ME, Components
from lianmai.call.kept import StreamState
from lianmai.call.phone_side import PhoneSide
from lianmai.call.playing import Playing
from lianmai.call.sending import Sending
from lianmai.call.situations import Deeds, Situations
from lianmai.core.call_settings import CallSettings
from lianmai.core.components.encoded import encoding_of
from lianmai.core.journal import Journal, Value
from lianmai.core.messages import (
    Address,
    Event,
    Join,
    LinkClosed,
    LinkRestored,
    Media,
    Op,
    Result,
    RoomJoined,
    StreamId,
    UrlChanged,
    slot_of,
)
from lianmai.core.narrate import event_name, narrate
from lianmai.core.retry import PHONE, QUICK
from lianmai.core.room import Room
from lianmai.core.source import Source
from lianmai.core.stamp import sender_of
from lianmai.core.stats import PERIOD_S, PlayStats, PublishStats
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.ear_monitor import EarMonitor
from lianmai.media.publishing.publisher import Publisher
from lianmai.media.report import Report
from lianmai.media.sound.mixer import Mixer
from lianmai.rooms import open_room


def _nothing() -> None:
    pass


class Call(PhoneSide):
    """Wishes go in (`microphone_on`, `camera_on`, `source`, `leave`), the state can be read.

    Everything but *wake* happens on the event loop's thread: *changed* after the room or a
    stream has changed; *wake*, from any thread, when a picture waits in a mailbox. *mixer* is
    where sound goes; without one it is decoded and measured, not kept.
    """

    def __init__(
        self,
        settings: CallSettings,
        *,
        mixer: Mixer | None = None,
        wake: Callable[[], None] = _nothing,
        changed: Callable[[], None] = _nothing,
    ) -> None:
        self.settings = replace(settings, uid=settings.uid or f"pc-{secrets.token_hex(3)}")
        self.room = Room()
        self.journal = Journal(time.time)
        self.components = Components(self.settings, self.journal.add)
        encoding = encoding_of(settings.pusher) if settings.pusher else settings.encoding
        backoff = PHONE if settings.like else QUICK
        self.capture = Capture(
            settings.source,
            encoding,
            stamp_sender=sender_of(self.settings.uid) if settings.stamp else None,
            tint=sender_of(self.settings.uid),
            report=self._reporter(ME),
            wake=wake,
            attributes=self.components.pusher,
        )
        self._ear = EarMonitor(self.capture.taps, mixer)
        self._ear.is_on = self.pusher.enable_ear_monitor
        publisher = Publisher(
            self.capture, encoding, report=self._reporter(ME), attributes=settings.pusher
        )
        self.sending = Sending(
            publisher, self.request, partial(self._on_state, ME), backoff, self._reporter(ME)
        )
        self._connection = open_room(
            settings.server,
            Join(settings.room, self.settings.uid, settings.token, settings.name),
        )
        self._playing = Playing(
            self.request,
            self._on_state,
            mixer=mixer,
            make_report=self._reporter,
            wake=wake,
            prefer_flv=settings.pull == "flv",
            backoff=backoff,
            attributes_of=self.components.player_of,
        )
        deeds = Deeds(self._happen, self._let_push, self.leave, self._vanish)
        self._situations = Situations(self.capture, deeds)
        self._may_push = True
        self._announcing = Announcing(self.request)
        self._visit: asyncio.Task[None] | None = None
        self._changed = changed
        self._loop: asyncio.AbstractEventLoop | None = None
        self._due = asyncio.Event()

    @property
    def stopped(self) -> Collection[StreamId]:
        """The streams that are not played although they could be, see `set_playing`."""
        return self._playing.stopped

    # --- wishes ---------------------------------------------------------------------------

    @property
    def source(self) -> Source:
        """What is published; can be replaced at any time."""
        return self.capture.source

    @source.setter
    def source(self, source: Source) -> None:
        self.capture.set_source(source)
        self._due.set()

    def switch_camera(self) -> None:
        """Go on with the next camera.

        Raises:
            SourceError: If there is no other, or the picture comes from none.
        """
        self.capture.switch_camera()
        self._due.set()

    def leave(self) -> None:
        """Leave the room: `run` ends."""
        self._connection.leave()

    def retry(self, stream_id: StreamId) -> None:
        """Try a stream again that has been given up, or without waiting any longer."""
        self.streams[stream_id].retry()

    def set_playing(self, stream_id: StreamId, playing: bool) -> None:
        """Stop pulling a stream, or begin again; its place is kept."""
        if playing:
            self._playing.stopped.discard(stream_id)
        else:
            self._playing.stopped.add(stream_id)
        self._due.set()

    def tell(self, source: StreamId | str, name: str, /, **fields: Value) -> None:
        """Let the component of *source* hear a fact that its face knows, as ``full_screen``."""
        self._heard(source, name, fields)

    async def request(self, op: Op[Result]) -> Result:
        """Send a request to the room and return its answer.

        Raises:
            RoomError: If the room refuses.
            LinkError: If it cannot be asked now.
        """
        return await self._connection.request(op)

    # --- numbers --------------------------------------------------------------------------

    def play_stats(self) -> dict[StreamId, PlayStats]:
        """Return the numbers of every stream played."""
        return {
            stream_id: replace(receiving.player.stats(), reconnects=receiving.reconnects)
            for stream_id, receiving in self.streams.items()
        }

    def publish_stats(self) -> PublishStats:
        """Return the numbers of own stream."""
        return replace(self.sending.publisher.stats(), reconnects=self.sending.reconnects)

    # --- life -----------------------------------------------------------------------------

    async def run(self) -> None:
        """Visit the room until `leave`, until the room ends the visit, or until cancelled.

        Raises:
            LinkError: If the server cannot be reached, or not any more.
            RoomError: If the room refuses the entry.
        """
        self._loop = asyncio.get_running_loop()
        try:
            async with asyncio.TaskGroup() as group:
                upkeep = [
                    group.create_task(self.capture.run(), name="capture"),
                    group.create_task(self._reconcile_when_due(group), name="reconcile"),
                    group.create_task(self._write_numbers(), name="numbers"),
                    group.create_task(self._write_netstatus(), name="netstatus"),
                ]
                self._visit = group.create_task(self._connection.run(self._on_event), name="room")
                try:
                    await asyncio.wait([self._visit])
                finally:
                    self._visit.cancel()
                    self._stop(upkeep)
                if self._visit.cancelled():
                    self._on_event(LinkClosed("left"))
        except BaseExceptionGroup as faults:
            raise faults.exceptions[0] from None  # the group only wraps it

    def _stop(self, upkeep: list[asyncio.Task[None]]) -> None:
        self._situations.stop()
        self._ear.is_on = False
        self._playing.stop()
        self.sending.stop()
        for task in upkeep:
            task.cancel()

    def _on_event(self, event: Event) -> None:
        self.room.apply(event)
        self.journal.add("room", event_name(event), **narrate(event))
        match event:
            case RoomJoined():
                self._enter_anew()
            case LinkRestored():
                self._hurry()
            case UrlChanged(uid, media, address):
                self._move(StreamId(uid, slot_of(media)), address)
        self._due.set()

    def _enter_anew(self) -> None:
        """Forget what was agreed in an earlier membership: the server may be a new one."""
        for receiving in self.streams.values():
            receiving.forget_subscription()
        self.sending.retry()
        self._hurry()

    def _hurry(self) -> None:
        """Try waiting streams now: the link is back, so the server may be."""
        for receiving in self.streams.values():
            if receiving.state in ("retrying", "failed"):
                receiving.retry()

    def _move(self, stream_id: StreamId, address: Address) -> None:
        if stream_id.uid == self.room.uid:
            self.sending.retry()
        elif (receiving := self.streams.get(stream_id)) is not None:
            receiving.move(address)

    async def _reconcile_when_due(self, group: asyncio.TaskGroup) -> None:
        """Bring reality up to the wishes whenever either has changed."""
        while True:
            await self._due.wait()
            self._due.clear()
            if self.room.me is not None:
                wanted = self.room.remote_streams if self.settings.play else []
                self._playing.reconcile(wanted, group)
                self.sending.reconcile(self.source.media if self._may_push else None, group)
                await self._announce()
            self._changed()

    async def _announce(self) -> None:
        """Tell the room what is not so as it shows us."""
        muted: dict[Media, bool] = {"audio": not self.microphone_on, "video": not self.camera_on}
        if (me := self.room.me) is not None:
            await self._announcing.withdraw(me, self.source.media)
        if (me := self.room.me) is not None:
            await self._announcing.mute(me, muted)

    async def _write_netstatus(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            self.components.tick(self._netstatus)
            self.components.forget_all_but(self.streams)

    def _netstatus(self, source: StreamId | str) -> Mapping[str, Value]:
        """Return the numbers of a stream under the phone's names."""
        if not isinstance(source, StreamId):
            return {**self.publish_stats().netstatus(), "volume": self.capture.volume}
        if (receiving := self.streams.get(source)) is None:
            return {}
        stats = receiving.player.stats()
        return {**stats.netstatus(), "volume": round(stats.volume)}

    async def _write_numbers(self) -> None:
        while True:
            await asyncio.sleep(PERIOD_S)
            if self.sending.state == "publishing":
                self.journal.add(ME, "publish_stats", **self.publish_stats().fields())
            for stream_id, stats in self.play_stats().items():
                self.journal.add(str(stream_id), "play_stats", **stats.fields())

    # --- what streams and media report --------------------------------------------------------

    def _on_state(self, source: StreamId | str, state: StreamState, problem: str) -> None:
        name = "publish_state" if source == ME else "play_state"
        self.journal.add(str(source), name, state=state, reason=problem)
        self._changed()

    def _reporter(self, source: StreamId | str) -> Report:
        """Return a report that may be called from any thread."""

        def report(name: str, fields: Mapping[str, Value]) -> None:
            with suppress(RuntimeError):  # the loop has ended: nobody listens any more
                if self._loop is not None:
                    self._loop.call_soon_threadsafe(self._heard, source, name, fields)

        return report

    def _heard(self, source: StreamId | str, name: str, fields: Mapping[str, Value]) -> None:
        self.journal.add(str(source), name, **fields)
        self.components.hear(source, name, fields)
        if name == "push_begun":
            self.sending.started()
        elif name in ("first_picture", "first_sound") and source in self.streams:
            self.streams[source].started()
        self._changed()
