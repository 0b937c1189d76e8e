"""A thread for a blocking loop, awaited by a coroutine."""

import asyncio
import threading
import time

import pytest

from lianmai.media import worker
from lianmai.media.worker import Stop, run_in_thread


def run(scenario: object) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(10):
            await scenario()  # type: ignore[operator]  # any coroutine function

    asyncio.run(bounded())


def test_the_outcome_of_the_thread_is_returned() -> None:
    async def scenario() -> None:
        name = await run_in_thread("worker", lambda stop: threading.current_thread().name)
        assert name == "worker"

    run(scenario)


def test_an_error_in_the_thread_is_raised_where_it_is_awaited() -> None:
    def fails(stop: Stop) -> None:
        raise LookupError("lost")

    async def scenario() -> None:
        with pytest.raises(LookupError, match="lost"):
            await run_in_thread("worker", fails)

    run(scenario)


def test_cancelling_sets_stop_and_waits_for_the_thread() -> None:
    ended = threading.Event()

    def loop_body(stop: Stop) -> None:
        stop.wait(5)
        ended.set()

    async def scenario() -> None:
        task = asyncio.create_task(run_in_thread("worker", loop_body))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert ended.is_set()

    run(scenario)


def test_an_error_on_the_way_out_does_not_replace_the_cancellation() -> None:
    def loop_body(stop: Stop) -> None:
        stop.wait(5)
        raise LookupError("on the way out")

    async def scenario() -> None:
        task = asyncio.create_task(run_in_thread("worker", loop_body))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(scenario)


def test_a_call_that_does_not_return_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "FAREWELL_S", 0.05)
    let_go = threading.Event()

    async def scenario() -> None:
        task = asyncio.create_task(run_in_thread("worker", lambda stop: let_go.wait(5)))
        await asyncio.sleep(0)
        task.cancel()
        started_s = time.monotonic()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not let_go.is_set()
        assert time.monotonic() - started_s < 5
        let_go.set()

    run(scenario)


def test_many_threads_run_at_once() -> None:
    everybody = threading.Barrier(20)

    async def scenario() -> None:
        jobs = [run_in_thread(f"worker {n}", lambda stop: everybody.wait(5)) for n in range(20)]
        assert sorted(await asyncio.gather(*jobs)) == list(range(20))

    run(scenario)
