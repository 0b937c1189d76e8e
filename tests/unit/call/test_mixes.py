import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from lianmai.call import Call, CallSettings
from lianmai.call.kept import cancelled
from lianmai.call.mixes import Mixes, streams_of
from lianmai.core.encoding import Encoding
from lianmai.core.journal import Entry, Journal
from lianmai.core.mix.problems import MixProblem, ProblemCode
from lianmai.core.mix.task import MOST_TASKS, MixSettings, MixTask
from lianmai.core.source import Size, parse_source
from lianmai.core.stage.canvas import Canvas, CanvasUser
from lianmai.core.stage.geometry import Rect
from lianmai.media.mixing.members import Found
from lianmai.media.picture.planes import blank
from lianmai.media.tap import Taps
from lianmai.media.vision.check import check
from lianmai.media.vision.pictures import last_picture, luma_of
from lianmai.server.serve import RoomServer, ServeOptions, room_server
from tests.unit.media.receiving import needs_free_interpreter, until

NOBODY_THERE = "rtmp://127.0.0.1:1/live/x?key=secret"
SMALL = Size(160, 120, 15)
EVENT_S = 8.0


class Room:
    """Mixes, the streams they find, and what the journal got."""

    def __init__(self) -> None:
        self.streams: dict[str, Found] = {}
        self.entries: list[Entry] = []
        journal = Journal(time.time)
        journal.listen(self.entries.append)
        self.mixes = Mixes(self.streams.get, journal)

    async def wait_for(self, claim: Callable[[Entry], bool]) -> Entry:
        async with asyncio.timeout(EVENT_S):
            while not (found := [entry for entry in self.entries if claim(entry)]):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return found[0]

    async def state_of(self, uid: str, state: str) -> Entry:
        wanted = {"uid": uid, "state": state}
        return await self.wait_for(lambda it: wanted.items() <= it.fields.items())


@asynccontextmanager
async def mixing(*tasks: MixTask) -> AsyncIterator[Room]:
    room = Room()
    running = asyncio.create_task(room.mixes.run())
    for task in tasks:
        room.mixes.add(task)
    try:
        yield room
    finally:
        await cancelled(running)


def run(scenario: Callable[[], Any]) -> None:
    asyncio.run(scenario())


def task(name: str, *uids: str) -> MixTask:
    users = tuple(CanvasUser(uid, Rect(0, 0, 80, 60)) for uid in uids)
    return MixTask(name, Canvas(160, 120, users=users), NOBODY_THERE, MixSettings(fps=5))


def test_there_are_as_many_tasks_as_the_vendor_allows() -> None:
    async def scenario() -> None:
        async with mixing(*(task(f"t{number}") for number in range(MOST_TASKS))) as room:
            with pytest.raises(MixProblem, match=rf"{MOST_TASKS} tasks.*'one_more'") as refused:
                room.mixes.add(task("one_more"))
            assert refused.value.code == ProblemCode.TOO_MANY
            room.mixes.remove("t0")
            room.mixes.add(task("one_more"))
            assert len(room.mixes.tasks) == MOST_TASKS

    run(scenario)


def test_what_is_wrong_with_a_request_is_named() -> None:
    async def scenario() -> None:
        async with mixing(task("here")) as room:
            with pytest.raises(MixProblem, match="'here'") as taken:
                room.mixes.add(task("here"))
            with pytest.raises(MixProblem, match=r"'gone'.*here") as unknown:
                room.mixes.update(task("gone"))
            with pytest.raises(MixProblem, match="'gone'"):
                room.mixes.remove("gone")
            assert (taken.value.code, unknown.value.code) == (
                ProblemCode.TAKEN,
                ProblemCode.UNKNOWN,
            )

    run(scenario)


def test_a_push_that_fails_is_told_and_tried_again() -> None:
    async def scenario() -> None:
        async with mixing(task("t")) as room:
            await room.wait_for(lambda _: len(codes(room)) >= 2)
            room.mixes.remove("t")
            await room.wait_for(lambda it: it.fields.get("code") == 511)
        assert set(codes(room)[:-1]) == {506}
        assert codes(room)[-1] == 511
        assert "secret" not in repr(room.entries)

    run(scenario)


@pytest.mark.slow
def test_members_are_followed_as_they_come_and_go() -> None:
    async def scenario() -> None:
        async with mixing(task("t", "a", "b")) as room:
            taps = Taps()
            room.streams["a"] = Found(taps)
            feeding = asyncio.create_task(feed(taps))
            assert (await room.state_of("a", "live")).source == "t"
            assert "check the uid" in str((await room.state_of("b", "absent")).fields["reason"])
            feeding.cancel()
            await room.state_of("a", "late")
            room.streams["b"] = Found(Taps(), "Nothing answers at host: check it.")
            assert "Nothing answers" in str((await room.state_of("b", "failed")).fields["reason"])
            room.mixes.update(task("t", "a"))
            await room.wait_for(lambda _: not room.streams["b"].taps)
        assert not taps

    run(scenario)


async def feed(taps: Taps) -> None:
    for number in range(1000):
        taps.see(blank(16, 16), number / 20)
        taps.hear(np.zeros((2400, 2), np.float32), number / 20)
        await asyncio.sleep(0.05)


def codes(room: Room) -> list[object]:
    return [entry.fields["code"] for entry in room.entries if entry.name == "mix_state"]


@pytest.mark.slow
@needs_free_interpreter
def test_a_room_is_mixed_with_the_own_stream_whoever_leaves_and_returns() -> None:
    async def scenario() -> None:
        async with room_server(ServeOptions()) as server, visiting(server, "me") as me:
            entries: list[Entry] = []
            me.journal.listen(entries.append)
            mixes = Mixes(streams_of(me), me.journal)
            running = asyncio.create_task(mixes.run())
            target = f"{server.urls('127.0.0.1')['rtmp']}/mixed"
            mixes.add(replace(task("t", "me", "guest"), url=target))

            def states(uid: str) -> list[object]:
                told = [it.fields for it in entries if it.name == "mix_input"]
                return [fields["state"] for fields in told if fields["uid"] == uid]

            async with visiting(server, "guest"):
                await until(lambda: states("me")[-1:] == ["live"] == states("guest")[-1:])
            await until(lambda: states("guest")[-1] == "absent")
            async with visiting(server, "guest"):
                await until(lambda: states("guest")[-1] == "live")
                assert states("me")[-1] == "live"
            await cancelled(running)
            assert [it.fields["code"] for it in entries if it.name == "mix_state"] == [505, 511]

    run(scenario)


STACKED = Canvas(
    1280,
    720,
    0x203040,
    (
        CanvasUser("anna", Rect(0, 0, 641, 361), z_order=1),
        CanvasUser("bo", Rect(640, 0, 640, 360), z_order=1, fit="contain"),
        CanvasUser("cy", Rect(101, 355, 501, 281), z_order=2),
        CanvasUser("di", Rect(603, 361, 641, 355), z_order=0, fit="contain"),
    ),
)


@pytest.mark.slow
@needs_free_interpreter
def test_a_mix_is_as_its_layout_says_to_2_px() -> None:
    async def scenario() -> None:
        async with AsyncExitStack() as stack:
            server = await stack.enter_async_context(room_server(ServeOptions()))
            for user in STACKED.users:
                await stack.enter_async_context(visiting(server, user.uid, Size(640, 360, 10)))
            mixer = await stack.enter_async_context(visiting(server, "mixer"))
            mixes = Mixes(streams_of(mixer), mixer.journal)
            running = asyncio.create_task(mixes.run())
            url = f"{server.urls('127.0.0.1')['rtmp']}/mixed"
            mixes.add(MixTask("t", STACKED, url, MixSettings(fps=10)))
            live: set[object] = set()
            mixer.journal.listen(
                lambda it: live.add(it.fields["uid"]) if it.fields.get("state") == "live" else None
            )
            try:
                await until(lambda: len(live) == len(STACKED.users))
                picture = await last_picture(url, 1.5)
            finally:
                await cancelled(running)
        report = check(luma_of(picture), STACKED, aspects=(16 / 9,)).report
        assert report.is_as_told, report
        assert {it.uid for it in report.agreed} == {it.uid for it in STACKED.users}

    run(scenario)


@asynccontextmanager
async def visiting(server: RoomServer, uid: str, size: Size = SMALL) -> AsyncIterator[Call]:
    """Publish a stamped pattern into a room."""
    source, encoding = parse_source(f"pattern:{size}"), Encoding(size)
    ws = server.urls("127.0.0.1")["ws"]
    call = Call(CallSettings(ws, "r", uid, source=source, encoding=encoding, stamp=True))
    running = asyncio.create_task(call.run())
    await until(lambda: call.room.me is not None)
    try:
        yield call
    finally:
        call.leave()
        await running
