import asyncio

from lianmai.call.turnstile import Turnstile


def test_the_next_waits_until_one_has_gone_through() -> None:
    async def scenario() -> None:
        turnstile = Turnstile(width=1, longest_s=60)
        leave = await turnstile.enter()
        second = asyncio.create_task(turnstile.enter())
        await asyncio.sleep(0)
        assert not second.done()
        leave()
        leave()  # twice is once
        (await second)()
        third = await turnstile.enter()
        fourth = asyncio.create_task(turnstile.enter())
        await asyncio.sleep(0)
        assert not fourth.done()
        third()
        (await fourth)()

    asyncio.run(scenario())


def test_who_is_slow_keeps_nobody_for_long() -> None:
    async def scenario() -> None:
        turnstile = Turnstile(width=1, longest_s=0.01)
        await turnstile.enter()
        async with asyncio.timeout(5):
            (await turnstile.enter())()

    asyncio.run(scenario())
