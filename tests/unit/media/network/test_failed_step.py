"""At which step a connection to a media server fails, and what a push and a pull make of it."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

import pytest

from lianmai.core.encoding import Encoding
from lianmai.core.errors import StreamError
from lianmai.core.source import Size, parse_source
from lianmai.media.capturing.capture import Capture
from lianmai.media.network import failed_step as looking
from lianmai.media.network import rtmp_output, stream_input
from lianmai.media.network.failed_step import failed_step
from lianmai.media.playing.player import Player
from lianmai.media.publishing.publisher import Publisher
from tests.impostors import Talk, busy, hangs_up, impostor, nobody, shakes_hands, silent, web
from tests.unit.media.receiving import needs_free_interpreter
from tests.unit.media.watching import Reports

pytestmark = needs_free_interpreter
SMALL = Encoding(Size(160, 120, 15))


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOK_S", 0.4)
    for module in (rtmp_output, stream_input):
        monkeypatch.setattr(module, "OPEN_S", 1.0)


async def push(url: str) -> Reports:
    reports = Reports()
    capture = Capture(parse_source("pattern"), SMALL)
    with pytest.raises(StreamError):
        await Publisher(capture, SMALL, report=reports).push(url)
    return reports


async def pull(url: str) -> Reports:
    reports = Reports()
    with pytest.raises(StreamError):
        await Player(report=reports).pull(url)
    return reports


TRIES: dict[str, Callable[[str], Awaitable[Reports]]] = {"push_ended": push, "pull_ended": pull}
both_ways = pytest.mark.parametrize("end", list(TRIES))


def cause_of(end: str, url: str, talk: Talk | None = None) -> tuple[str, str]:
    """Return cause and reason of an *end*; *talk*, if any, serves at port 0 of *url*."""

    async def scenario() -> tuple[str, str]:
        async with AsyncExitStack() as stack:
            port = await stack.enter_async_context(impostor(talk)) if talk else 0
            reports = await TRIES[end](url.replace(":0/", f":{port}/"))
        fields = reports.fields(end)
        assert "s3cret" not in str(reports.lines)
        return str(fields["cause"]), str(fields["reason"])

    return asyncio.run(scenario())


@both_ways
def test_a_name_that_does_not_resolve_is_called_unknown(end: str) -> None:
    cause, reason = cause_of(end, "rtmp://nobody.invalid/live/x?key=s3cret")
    assert cause == "dns"
    assert "nobody.invalid" in reason


@both_ways
def test_a_refused_connection(end: str) -> None:
    with nobody() as port:
        assert cause_of(end, f"rtmp://127.0.0.1:{port}/live/x")[0] == "refused"


@pytest.mark.skipif(sys.platform != "linux", reason="full queues differ elsewhere")
@both_ways
def test_a_connection_that_is_not_answered(end: str) -> None:
    with busy() as port:
        cause, reason = cause_of(end, f"rtmp://127.0.0.1:{port}/live/x")
    assert cause == "timeout"
    assert "within 1 s" in reason


@both_ways
@pytest.mark.parametrize("talk", [silent, web, hangs_up])
def test_a_server_that_speaks_no_rtmp_fails_the_handshake(end: str, talk: Talk) -> None:
    cause, reason = cause_of(end, "rtmp://127.0.0.1:0/live/x?key=s3cret", talk)
    assert cause == "handshake"
    assert "RTMP" in reason


@both_ways
def test_a_server_that_hangs_up_after_the_handshake(end: str) -> None:
    assert cause_of(end, "rtmp://127.0.0.1:0/live/x", shakes_hands)[0] == "closed"


@both_ways
@pytest.mark.parametrize("url", ["rtmp://host:99999/live/x", "rtmp://[::1/live/x", "rtmp:///x"])
def test_half_an_address_is_no_address(end: str, url: str) -> None:
    assert cause_of(end, url)[0] == "format"


def test_a_tls_server_is_told_from_one_without() -> None:
    async def scenario() -> None:
        async with impostor(web) as port:
            step = await asyncio.to_thread(failed_step, f"rtmps://127.0.0.1:{port}/live/x")
            assert step == "handshake"

    asyncio.run(scenario())
