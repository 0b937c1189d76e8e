"""What a stream that is kept going reports while it fails."""

import asyncio
from collections.abc import Mapping

from lianmai.call import Receiving
from lianmai.core.journal import Value
from lianmai.core.messages import Address, Op, StreamId
from lianmai.core.retry import PHONE, Backoff
from lianmai.media.playing.player import Player
from tests.impostors import nobody

Facts = list[tuple[str, Mapping[str, Value]]]


async def facts_of(backoff: Backoff, port: int, until: str) -> Facts:
    """Return what is reported of a stream at *port*, where nobody is, up to the fact *until*."""
    facts: Facts = []
    has_come = asyncio.Event()

    async def ask(_op: Op[Address]) -> Address:
        return Address(f"rtmp://127.0.0.1:{port}/live/x")

    def report(name: str, fields: Mapping[str, Value]) -> None:
        facts.append((name, fields))
        if name == until:
            has_come.set()

    receiving = Receiving(
        *(StreamId("anna"), Player(report=report), ask, lambda _state, _problem: None),
        backoff=backoff,
        report=report,
    )
    task = asyncio.create_task(receiving.run())
    async with asyncio.timeout(10):
        await has_come.wait()
    task.cancel()
    await asyncio.wait([task])
    return facts


def test_every_failure_announces_the_next_attempt_and_the_last_one_the_end() -> None:
    with nobody() as port:
        facts = asyncio.run(facts_of(Backoff(first_s=0.01, factor=1, attempts=2), port, "gave_up"))
    told = [(name, f.get("attempt")) for name, f in facts if not name.startswith("pull_s")]
    ended, gave_up = ("pull_ended", None), ("gave_up", None)
    assert told == [ended, ("retrying", 1), ended, ("retrying", 2), ended, gave_up]
    assert [fields["cause"] for name, fields in facts if name == "pull_ended"] == ["refused"] * 3


def test_the_phones_rule_is_three_more_attempts_three_seconds_apart() -> None:
    with nobody() as port:
        facts = asyncio.run(facts_of(PHONE, port, "retrying"))
    assert facts[-1][1]["wait_s"] == 3.0
    assert list(PHONE.waits()) == [3.0] * 3
