"""Calls in a room on a real server, with real media, all on one event loop."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from lianmai.call import Call, CallSettings, Receiving
from lianmai.core.encoding import Encoding
from lianmai.core.errors import LinkError, RoomError
from lianmai.core.messages import Address, Join, Kick, Op, Publish, RotateUrl, StreamId
from lianmai.core.retry import Backoff
from lianmai.core.source import Size, Source, parse_source
from lianmai.media.playing.player import Player
from lianmai.media.sound.mixer import Mixer
from lianmai.rooms import open_room
from lianmai.server.serve import RoomServer, ServeOptions, room_server

SMALL = Size(160, 120, 15)
PATTERN = Source("pattern", size=SMALL, audio="tone")
NOTHING = Source("none", audio="none")
DEADLINE_S = 20.0


def in_a_room(scenario: Callable[["House"], Coroutine[Any, Any, None]]) -> None:
    """Run *scenario* with a server and room for calls; everything has ended afterwards."""

    async def run() -> None:
        async with asyncio.timeout(60), AsyncExitStack() as stack:
            server = await stack.enter_async_context(room_server(ServeOptions()))
            await scenario(House(server, stack))

    asyncio.run(run())


class House:
    """A server and the calls that visit it."""

    def __init__(self, server: RoomServer, stack: AsyncExitStack) -> None:
        self.url = server.urls("127.0.0.1")["ws"]
        self._stack = stack

    async def enter(
        self, uid: str, source: Source = NOTHING, mixer: Mixer | None = None, *, stamp: bool = False
    ) -> Call:
        """Return a call that has joined."""
        settings = CallSettings(
            self.url, "r", uid, source=source, encoding=Encoding(SMALL), stamp=stamp
        )
        call = Call(settings, mixer=mixer)
        await self._stack.enter_async_context(running(call))
        await until(lambda: call.room.me is not None)
        return call


@asynccontextmanager
async def running(call: Call) -> AsyncIterator[None]:
    task = asyncio.create_task(call.run())
    try:
        yield
    finally:
        call.leave()
        await asyncio.wait([task])
        if (error := task.exception()) is not None:
            raise error


async def until(holds: Callable[[], object]) -> None:
    """Wait until *holds*; fail when it does not come true in time."""
    deadline = time.monotonic() + DEADLINE_S
    while not holds():
        assert time.monotonic() < deadline, "what was waited for did not happen"
        await asyncio.sleep(0.01)


def stream_of(call: Call, uid: str) -> Receiving | None:
    return call.streams.get(StreamId(uid))


def is_playing(call: Call, uid: str) -> bool:
    receiving = stream_of(call, uid)
    return receiving is not None and receiving.state == "playing"


def names(call: Call, source: str) -> list[str]:
    return [entry.name for entry in call.journal.entries if entry.source == source]


def test_a_late_comer_plays_who_was_there_before() -> None:
    async def scenario(house: House) -> None:
        await house.enter("anna", PATTERN)
        bo = await house.enter("bo")
        await until(lambda: is_playing(bo, "anna"))

    in_a_room(scenario)


def test_a_peers_beep_reaches_the_mix() -> None:
    async def scenario(house: House) -> None:
        mixer = Mixer()
        await house.enter("anna", PATTERN)
        await house.enter("bo", mixer=mixer)

        def hears() -> bool:
            return any(mixer.pull(480))

        await until(hears)

    in_a_room(scenario)


def test_own_beep_reaches_the_mix_while_the_ear_monitor_is_on() -> None:
    async def scenario(house: House) -> None:
        mixer = Mixer()
        anna = await house.enter("anna", PATTERN, mixer=mixer)
        await until(lambda: anna.publish_stats().fps > 2)
        assert not any(mixer.pull(480))
        anna.set_pusher_attribute("enable-ear-monitor", True)
        await until(lambda: any(mixer.pull(480)))
        anna.set_pusher_attribute("enable-ear-monitor", False)
        assert not any(mixer.pull(480))

    in_a_room(scenario)


def test_who_leaves_is_played_no_longer() -> None:
    async def scenario(house: House) -> None:
        bo = await house.enter("bo")
        anna = await house.enter("anna", PATTERN)
        await until(lambda: is_playing(bo, "anna"))
        anna.leave()
        await until(lambda: not bo.streams)
        assert names(bo, "anna")[-1] == "pull_ended"

    in_a_room(scenario)


def test_a_stream_can_be_stopped_and_played_again() -> None:
    async def scenario(house: House) -> None:
        await house.enter("anna", PATTERN)
        ben = await house.enter("ben")
        anna = StreamId("anna")
        await until(lambda: is_playing(ben, "anna"))
        ben.set_playing(anna, playing=False)
        await until(lambda: "pull_ended" in names(ben, "anna"))
        assert ben.streams[anna].state == "idle"
        ben.set_playing(anna, playing=True)
        await until(lambda: is_playing(ben, "anna"))

    in_a_room(scenario)


def test_the_others_are_told_what_is_muted_and_when_it_comes_back() -> None:
    async def scenario(house: House) -> None:
        bo = await house.enter("bo")
        anna = await house.enter("anna", PATTERN)
        anna.microphone_on = False
        anna.camera_on = False
        await until(lambda: set(bo.room.peers["anna"].muted) == {"audio", "video"})
        anna.microphone_on = True
        await until(lambda: bo.room.peers["anna"].muted == ("video",))

    in_a_room(scenario)


def test_a_source_chosen_during_the_call_is_published_and_withdrawn_with_it() -> None:
    async def scenario(house: House) -> None:
        bo = await house.enter("bo")
        anna = await house.enter("anna")
        anna.source = PATTERN
        await until(lambda: is_playing(bo, "anna"))
        anna.source = NOTHING
        await until(lambda: not bo.streams)
        await until(lambda: anna.sending.state == "idle")
        await until(lambda: anna.room.me is not None and not anna.room.me.streams)

    in_a_room(scenario)


def test_a_source_without_sound_withdraws_the_sound() -> None:
    async def scenario(house: House) -> None:
        bo = await house.enter("bo")
        anna = await house.enter("anna", PATTERN)
        await until(lambda: bo.room.peers["anna"].streams == ("all",))
        anna.source = replace(PATTERN, audio="none")
        await until(lambda: bo.room.peers["anna"].streams == ("video",))
        await until(lambda: is_playing(bo, "anna"))

    in_a_room(scenario)


def test_a_changed_address_is_followed_without_a_break() -> None:
    async def scenario(house: House) -> None:
        bo = await house.enter("bo")
        anna = await house.enter("anna", PATTERN)
        await until(lambda: is_playing(bo, "anna") and anna.sending.state == "publishing")
        await anna.request(RotateUrl("anna"))
        await until(lambda: names(bo, "anna").count("first_picture") == 2)
        await until(lambda: "pull_ended" in names(bo, "anna"))
        states = [e.fields["state"] for e in bo.journal.entries if e.name == "play_state"]
        assert states == ["requesting", "playing"]

    in_a_room(scenario)


def test_a_second_visit_under_the_same_name_ends_the_first_with_the_reason() -> None:
    async def scenario(house: House) -> None:
        first = await house.enter("anna")
        await house.enter("anna")
        await until(lambda: first.room.link == "closed")
        closed = next(e for e in first.journal.entries if e.name == "link_closed")
        assert closed.fields["reason"] == "kicked"
        kicked = next(e for e in first.journal.entries if e.name == "kicked")
        assert kicked.fields["reason"] == "duplicate"

    in_a_room(scenario)


def test_a_request_that_is_refused_harms_nothing() -> None:
    async def scenario(house: House) -> None:
        await house.enter("anna", PATTERN)
        bo = await house.enter("bo")
        with pytest.raises(RoomError):
            await bo.request(Kick("anna"))  # the host's right, and anna is it
        await until(lambda: is_playing(bo, "anna"))

    in_a_room(scenario)


@pytest.mark.slow
def test_a_stream_that_never_starts_says_so_and_the_others_play_on() -> None:
    async def scenario(house: House) -> None:
        silent = open_room(house.url, Join("r", "silent"))
        visit = asyncio.create_task(silent.run(lambda _event: None))
        await house.enter("anna", PATTERN)
        bo = await house.enter("bo")
        await silent.request(Publish())  # announced, and then nothing is pushed
        await until(lambda: (r := stream_of(bo, "silent")) is not None and r.problem)
        receiving = stream_of(bo, "silent")
        assert receiving is not None
        assert receiving.state == "retrying"
        assert is_playing(bo, "anna")
        silent.leave()
        await visit

    in_a_room(scenario)


def test_a_server_that_is_not_there_ends_the_call_with_a_sentence() -> None:
    with pytest.raises(LinkError, match="start the server there"):
        asyncio.run(Call(CallSettings("ws://127.0.0.1:1", "r", source=NOTHING)).run())


def test_a_missing_file_is_named_and_the_call_goes_on() -> None:
    async def scenario(house: House) -> None:
        anna = await house.enter("anna", parse_source("file:/nowhere/film.mp4"))
        await until(lambda: "/nowhere/film.mp4" in anna.capture.error)
        assert anna.room.link == "open"

    in_a_room(scenario)


def test_patience_ends_with_a_reason_and_a_wish_renews_it() -> None:
    told: list[tuple[str, str]] = []

    async def ask(_op: Op[Address]) -> Address:
        return Address("rtmp://127.0.0.1:1/live/x")

    async def scenario() -> None:
        receiving = Receiving(
            StreamId("anna"),
            Player(),
            ask,
            lambda state, problem: told.append((state, problem)),
            backoff=Backoff(first_s=0.01, attempts=2),
        )
        task = asyncio.create_task(receiving.run())
        await until(lambda: receiving.state == "failed")
        assert "127.0.0.1:1" in receiving.problem
        attempts = receiving.reconnects
        receiving.retry()
        await until(lambda: receiving.reconnects > attempts)
        task.cancel()
        await asyncio.wait([task])

    asyncio.run(scenario())
    assert [state for state, _ in told[:3]] == ["requesting", "retrying", "failed"]
