"""A relay in a thread of its own, and the programs others use with it."""

import asyncio
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from lianmai.server.gate import Gate, OpenGate
from lianmai.server.relay.relay_server import RunningRelay, start_relay

Answer = TypeVar("Answer")

HOST = "127.0.0.1"
PROGRAM_S = 20.0
QUICK_PROBE = ["-probesize", "32768", "-analyzeduration", "100000"]
PICTURE = "testsrc2=size=160x90:rate=15"
VIDEO = ["-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-g", "15"]
SOUND = ["-c:a", "aac", "-b:a", "48k", "-ar", "48000"]


class RelayThread:
    """A relay that can be asked from the test's thread."""

    def __init__(self, relay: RunningRelay, loop: asyncio.AbstractEventLoop) -> None:
        self._relay = relay
        self._loop = loop

    def rtmp(self, name: str) -> str:
        """Return where *name* is published and played."""
        return f"rtmp://{HOST}:{self._relay.rtmp_port}/live/{name}"

    def http(self, name: str) -> str:
        """Return where *name* is played by HTTP."""
        path, _, query = name.partition("?")
        return f"http://{HOST}:{self._relay.http_port}/live/{path}.flv?{query}"

    def ask(self, question: Callable[[RunningRelay], Answer]) -> Answer:
        """Return the answer of the relay, given on its own thread."""

        async def answer() -> Answer:
            return question(self._relay)

        return asyncio.run_coroutine_threadsafe(answer(), self._loop).result(PROGRAM_S)

    def wait_until(self, claim: Callable[[RunningRelay], bool]) -> None:
        """Return when *claim* holds; it is checked on the relay's thread."""

        async def wait() -> None:
            async with asyncio.timeout(PROGRAM_S):
                while not claim(self._relay):  # noqa: ASYNC110 - the relay tells nobody
                    await asyncio.sleep(0.01)

        asyncio.run_coroutine_threadsafe(wait(), self._loop).result(PROGRAM_S + 1)


@contextmanager
def relay_thread(gate: Gate | None = None) -> Iterator[RelayThread]:
    """Run a relay on free ports in a thread."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="relay")
    thread.start()
    starting = start_relay(host=HOST, rtmp_port=0, http_port=0, gate=gate or OpenGate())
    relay = asyncio.run_coroutine_threadsafe(starting, loop).result(PROGRAM_S)
    try:
        yield RelayThread(relay, loop)
    finally:
        asyncio.run_coroutine_threadsafe(relay.aclose(), loop).result(PROGRAM_S)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@contextmanager
def publishing(command: list[str]) -> Iterator["subprocess.Popen[str]"]:
    """Run *command* in the background, and end it."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def ffmpeg_publish(url: str, picture: str = PICTURE) -> list[str]:
    """Return a command that publishes a test picture with a tone until it is stopped."""
    inputs = ["-re", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=r=48000"]
    return ["ffmpeg", "-v", "error", *inputs, *VIDEO, *SOUND, "-f", "flv", url]


def run(*command: str) -> "subprocess.CompletedProcess[str]":
    """Run *command* to its end."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PROGRAM_S,
        check=False,
    )
