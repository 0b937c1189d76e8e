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

from lianmai.call.components import LOOK_S, ME, Components
from lianmai.call.kept import StreamState
from lianmai.call.playing import Playing
from lianmai.call.receiving import Receiving
from lianmai.call.sending import Sending
from lianmai.call.settings import CallSettings
from lianmai.call.situations import Deeds, Situations
from lianmai.core.components.attributes import PlayerAttributes, PusherAttributes
from lianmai.core.components.encoded import encoding_of
from lianmai.core.components.live_player import LivePlayer
from lianmai.core.components.live_pusher import LivePusher
from lianmai.core.components.personality import Personality, Situation
from lianmai.core.errors import LinkError, RoomError
from lianmai.core.journal import Journal, Value
from lianmai.core.messages import (
    Address,
    Done,
    Event,
    Join,
    LinkClosed,
    LinkRestored,
    Media,
    Op,
    Result,
    RoomJoined,
    SetLocalMute,
    StreamId,
    Unpublish,
    UrlChanged,
    slot_of,
)
from lianmai.core.narrate import event_name, narrate
from lianmai.core.retry import PHONE, QUICK
from lianmai.core.room import Room
from lianmai.core.source import Source
from lianmai.core.stamp import sender_of
from lianmai.core.stats import PERIOD_S, PlayStats, PublishStats
from lianmai.media.capture import Capture
from lianmai.media.ear_monitor import EarMonitor
from lianmai.media.mixer import Mixer
from lianmai.media.publisher import Publisher
from lianmai.media.report import Report
from lianmai.rooms import open_room


def _nothing() -> None:
    pass


class Call:
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
        self._visit: asyncio.Task[None] | None = None
        self._changed = changed
        self._loop: asyncio.AbstractEventLoop | None = None
        self._due = asyncio.Event()

    @property
    def streams(self) -> dict[StreamId, Receiving]:
        """The streams being played, in order of arrival."""
        return self._playing.streams

    @property
    def stopped(self) -> Collection[StreamId]:
        """The streams that are not played although they could be, see `set_playing`."""
        return self._playing.stopped

    # --- wishes ---------------------------------------------------------------------------

    @property
    def microphone_on(self) -> bool:
        """Whether own sound is sent; silence is sent while not."""
        return self.capture.microphone_on and self.pusher.sends_sound

    @microphone_on.setter
    def microphone_on(self, on: bool) -> None:
        self.capture.microphone_on = on
        if on and not self.pusher.sends_sound:
            self.set_pusher_attributes({"enable-mic": True, "muted": False})
        self._due.set()

    @property
    def camera_on(self) -> bool:
        """Whether own picture is sent; the stream goes on without while not."""
        return self.capture.camera_on and self.pusher.enable_camera

    @camera_on.setter
    def camera_on(self, on: bool) -> None:
        self.capture.camera_on = on
        if on and not self.pusher.enable_camera:
            self.set_pusher_attribute("enable-camera", True)
        self._due.set()

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

    async def request(self, op: Op[Result]) -> Result:
        """Send a request to the room and return its answer.

        Raises:
            RoomError: If the room refuses.
            LinkError: If it cannot be asked now.
        """
        return await self._connection.request(op)

    # --- the phone's side -----------------------------------------------------------------

    @property
    def pusher(self) -> PusherAttributes:
        """The attributes with which own stream is sent."""
        return self.components.pusher

    @property
    def player_attributes(self) -> PlayerAttributes | None:
        """The attributes with which streams are played; ``None``: with the least delay."""
        return self.components.player

    @property
    def live_pusher(self) -> LivePusher:
        """What a page would be told of own stream."""
        return self.components.live_pusher

    def live_player(self, stream_id: StreamId) -> LivePlayer | None:
        """Return what a page would be told of a stream; ``None`` before its first attempt."""
        return self.components.live_players.get(stream_id)

    def set_pusher_attribute(self, name: str, value: object) -> None:
        """Change an attribute of the live-pusher; it acts at once where it can.

        Raises:
            AttributeProblem: If there is no such attribute, or it cannot have this value.
        """
        self.set_pusher_attributes({name: value})

    def set_pusher_attributes(self, values: Mapping[str, object]) -> None:
        """Change several attributes at once, as `set_pusher_attribute` does one."""
        self.components.set_pusher(values)
        self.capture.set_attributes(self.pusher)
        self.sending.publisher.set_attributes(self.pusher)
        self._ear.is_on = self.pusher.enable_ear_monitor
        self._due.set()

    def set_player_attribute(
        self, name: str, value: object, stream_id: StreamId | None = None
    ) -> None:
        """Change an attribute of all live-players, or of one; what is played is a phone's then.

        Raises:
            AttributeProblem: As `set_pusher_attribute` does.
        """
        self.set_player_attributes({name: value}, stream_id)

    def set_player_attributes(
        self, values: Mapping[str, object], stream_id: StreamId | None = None
    ) -> None:
        """Change several attributes at once, as `set_player_attribute` does one."""
        self.components.set_player(values, stream_id)
        for one, receiving in self.streams.items():
            receiving.player.set_attributes(self.components.player_of(one))
        self._due.set()

    @property
    def situation(self) -> Situation | None:
        """What the phone is in, if anything has happened to it."""
        return self._situations.current

    def meet(self, situation: Situation, like: Personality | None = None) -> None:
        """Do what a phone *like* that would; by default the one the call is like, or an iPhone."""
        has_image = bool(self.pusher.waiting_image)
        like = like or self.settings.like or "ios"
        self._situations.meet(situation, like, has_waiting_image=has_image)
        self._due.set()

    def recover(self) -> None:
        """End the situation: the user is back on the page."""
        self._situations.recover()
        self._due.set()

    def tell(self, source: StreamId | str, name: str, /, **fields: Value) -> None:
        """Let the component of *source* hear a fact that its face knows, as ``full_screen``."""
        self._heard(source, name, fields)

    def _happen(self, name: str, fields: Mapping[str, Value]) -> None:
        """Let every component hear what has happened to the phone."""
        self.journal.add(ME, name, **fields)
        self.components.hear(ME, name, fields)
        for stream_id in self.streams:
            self.components.hear(stream_id, name, fields)

    def _let_push(self, may_push: bool) -> None:
        self._may_push = may_push
        self._due.set()

    def _vanish(self) -> None:
        """End the visit without a word, as a program that was killed does."""
        if self._visit is not None:
            self._visit.cancel()

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
                await self._withdraw()
                await self._announce_mutes()
            self._changed()

    async def _withdraw(self) -> None:
        """Tell the room what of own stream is there no longer."""
        streams = self.room.me.streams if self.room.me is not None else ()
        shown = next((media for media in streams if slot_of(media) == "main"), None)
        if (surplus := _surplus(shown, self.source.media)) is not None:
            await self._tell(Unpublish(surplus))

    async def _announce_mutes(self) -> None:
        """Tell the room what is not being sent."""
        wishes: dict[Media, bool] = {"audio": not self.microphone_on, "video": not self.camera_on}
        for media, muted in wishes.items():
            if self.room.me is not None and muted != (media in self.room.me.muted):
                await self._tell(SetLocalMute(media, muted))

    async def _tell(self, op: Op[Done]) -> None:
        """Send what is no harm to lose: the next reconciliation says it again if it must."""
        with suppress(LinkError, RoomError):
            await self.request(op)

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
        if name == "push_connected":
            self.sending.started()
        elif name in ("first_picture", "first_sound") and source in self.streams:
            self.streams[source].started()
        self._changed()


def _surplus(shown: Media | None, wanted: Media | None) -> Media | None:
    """Return what of the *shown* media has to be withdrawn so that *wanted* is left."""
    if shown is None or shown == wanted:
        return None
    if wanted is None:
        return shown
    if shown != "all":
        return None
    return "audio" if wanted == "video" else "video"
