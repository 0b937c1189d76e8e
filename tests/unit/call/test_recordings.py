import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import av
import pytest

from lianmai.call import Call, CallSettings
from lianmai.call.kept import cancelled
from lianmai.call.recordings import Recordings
from lianmai.core.encoding import Encoding
from lianmai.core.messages import StreamId
from lianmai.core.source import Size, parse_source
from lianmai.server.serve import RoomServer, ServeOptions, room_server
from tests.unit.media.receiving import needs_free_interpreter, run, until


@pytest.mark.slow
@needs_free_interpreter
def test_one_stream_can_be_recorded_again_and_again(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with AsyncExitStack() as stack:
            server = await stack.enter_async_context(room_server(ServeOptions()))
            for uid in ("anna", "bo"):
                await stack.enter_async_context(visiting(server, uid, "pattern:160x120@15"))
            call = await stack.enter_async_context(visiting(server, "me", "none"))
            recordings = Recordings(call, tmp_path / "new")
            running = asyncio.create_task(recordings.run())
            for _ in range(2):
                await record_half_a_second(recordings, call)
            await cancelled(running)
            assert ends(call) == [("anna", "stopped")] * 2
        paths = list((tmp_path / "new").iterdir())
        assert [path.stem.rpartition("_")[2].partition("-")[0] for path in paths] == ["anna"] * 2
        for path in paths:
            with av.open(str(path)) as container:
                assert len(list(container.decode(video=0))) >= 5

    run(scenario())


async def record_half_a_second(recordings: Recordings, call: Call) -> None:
    before = len(ends(call))
    recordings.start(StreamId("anna"))
    await until(lambda: seconds(recordings) > 0.5)
    recordings.stop(StreamId("anna"))
    await until(lambda: len(ends(call)) > before)


def seconds(recordings: Recordings) -> float:
    progress = [float(str(it.progress()["seconds"])) for it in recordings.running.values()]
    return max(progress, default=0.0)


def ends(call: Call) -> list[tuple[str, object]]:
    entries = call.journal.entries
    return [(it.source, it.fields["reason"]) for it in entries if it.name == "recording_ended"]


@asynccontextmanager
async def visiting(server: RoomServer, uid: str, source: str) -> AsyncIterator[Call]:
    """Visit a room without playing anybody."""
    call = Call(
        CallSettings(
            server.urls("127.0.0.1")["ws"],
            "r",
            uid,
            source=parse_source(source),
            encoding=Encoding(Size(160, 120, 15)),
            play=False,
        )
    )
    running = asyncio.create_task(call.run())
    await until(lambda: call.room.me is not None)
    try:
        yield call
    finally:
        call.leave()
        await running
