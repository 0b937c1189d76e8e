"""The whole room server: signalling and relay together, as a process too."""

import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
import pytest

from lianmai.core.errors import AddressError
from lianmai.core.messages import Join, Publish, RoomJoined, Subscribe, Unpublish
from lianmai.rooms import open_room
from lianmai.server.serve import ServeOptions, room_server
from tests.guards import open_descriptors
from tests.unit.rooms.visits import any_visit

PROGRAM = (
    "import sys; from lianmai.server.serve import ServeOptions, run;"
    "sys.exit(run(ServeOptions({options})))"
)
END_S = 5.0


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(10):
            await scenario

    asyncio.run(limited())


@contextmanager
def process(options: str = "") -> Iterator[subprocess.Popen[str]]:
    """Run a server in a process of its own, with a pipe as its standard input."""
    command = [sys.executable, "-W", "error", "-c", PROGRAM.format(options=options)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            yield server
        finally:
            server.kill()


def ready(server: subprocess.Popen[str]) -> dict[str, Any]:
    assert server.stdout
    line: dict[str, Any] = json.loads(server.stdout.readline())
    return line


def test_the_first_line_says_where_it_is_and_sigint_ends_it_cleanly() -> None:
    with process() as server:
        line = ready(server)
        assert line["ready"] is True
        assert line["pid"] == server.pid
        assert line["ws"].startswith("ws://127.0.0.1:")
        assert line["rtmp"].endswith("/live")
        assert line["http"].endswith("/live")
        assert "lan" not in line
        server.send_signal(signal.SIGINT)
        assert server.wait(END_S) == 130
        assert server.stderr
        assert "Traceback" not in server.stderr.read()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
def test_sigterm_ends_it_cleanly_with_a_peer_inside() -> None:
    async def visit(server: subprocess.Popen[str], url: str) -> None:
        async with any_visit(open_room(url, Join("lobby"))) as ann:
            await ann.until(RoomJoined)
            server.send_signal(signal.SIGTERM)
            assert await asyncio.to_thread(server.wait, END_S) == 0

    with process() as server:
        run(visit(server, ready(server)["ws"]))


def test_it_ends_when_its_starter_is_gone() -> None:
    with process("until_stdin_closes=True") as server:
        ready(server)
        assert server.poll() is None
        assert server.stdin
        server.stdin.close()
        assert server.wait(END_S) == 0


def test_without_being_told_so_it_outlives_the_end_of_its_input() -> None:
    with process() as server:
        url = ready(server)["ws"]
        assert server.stdin
        server.stdin.close()

        async def visit() -> None:
            async with any_visit(open_room(url, Join("lobby"))) as ann:
                await ann.until(RoomJoined)

        run(visit())
        assert server.poll() is None


@pytest.mark.parametrize("which", ["port", "rtmp_port", "http_port"])
def test_a_port_in_use_is_one_sentence_and_exit_code_1(which: str) -> None:
    async def taken_port() -> int:
        async with room_server(ServeOptions()) as server:
            port = server.signalling.port
            process_ = await asyncio.create_subprocess_exec(
                *(sys.executable, "-c", PROGRAM.format(options=f"{which}={port}")),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            out, err = await process_.communicate()
            assert out == b""
            assert err.decode().count("\n") == 1
            assert f"Cannot listen on 127.0.0.1:{port}" in err.decode()
            return process_.returncode or 0

    assert asyncio.run(taken_port()) == 1


def test_on_every_address_it_says_how_others_get_in() -> None:
    with process("host='0.0.0.0'") as server:
        line = ready(server)
        assert line["ws"].startswith("ws://127.0.0.1:")
        assert all(set(other) == {"ws", "rtmp", "http"} for other in line.get("lan", []))
        server.send_signal(signal.SIGINT)
        server.wait(END_S)
        assert server.stderr
        assert server.stderr.read().count("From other machines: ws://") == len(line.get("lan", []))


def test_tokens_cannot_be_required_without_a_secret() -> None:
    async def scenario() -> None:
        with pytest.raises(AddressError, match="needs a secret"):
            async with room_server(ServeOptions(require_token=True)):
                pass

    run(scenario())


async def status_of(url: str) -> int:
    """Return the HTTP status of a stream that nobody pushes; 0 if it is kept waiting."""
    timeout = aiohttp.ClientTimeout(total=0.3)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        try:
            async with session.get(url) as response:
                return response.status
        except TimeoutError:
            return 0


def test_with_a_secret_a_stream_is_pulled_with_its_own_key_while_it_lives() -> None:
    async def scenario() -> None:
        async with room_server(ServeOptions(secret="secret")) as server:
            join = Join("lobby", "ann")
            async with any_visit(open_room(server.urls("127.0.0.1")["ws"], join)) as ann:
                await ann.until(RoomJoined)
                await ann.room.request(Publish())
                url = (await ann.room.request(Subscribe("ann"))).flv_url
                assert await status_of(url) != 403
                assert await status_of(url.partition("?")[0]) == 403
                assert await status_of(url + "x") == 403
                await ann.room.request(Unpublish())
                assert await status_of(url) == 403

    run(scenario())


@pytest.mark.skipif(sys.platform != "linux", reason="descriptors are counted in /proc")
def test_a_server_leaves_no_socket_behind() -> None:
    async def scenario() -> None:
        before = len(open_descriptors())
        for _ in range(3):
            async with room_server(ServeOptions()) as server:
                url = server.urls("127.0.0.1")["ws"]
                async with any_visit(open_room(url, Join("lobby", "ann"))) as ann:
                    await ann.until(RoomJoined)
        assert len(open_descriptors()) == before

    run(scenario())


def test_secrets_do_not_print() -> None:
    assert "hush" not in repr(ServeOptions(secret="hush"))
