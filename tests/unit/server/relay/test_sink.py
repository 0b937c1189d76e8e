"""A player's socket that closes while somebody publishes."""

import asyncio
import sys
from typing import cast

import pytest

from lianmai.server.relay.sink import TransportSink
from lianmai.server.serve import fastest_loop


@pytest.mark.skipif(sys.platform == "win32", reason="uvloop is not made for Windows")
@pytest.mark.parametrize("loop_factory", [fastest_loop(), asyncio.new_event_loop])
def test_a_player_that_has_just_hung_up_troubles_nobody(
    loop_factory: type[asyncio.AbstractEventLoop],
) -> None:
    async def scenario() -> None:
        loop = asyncio.get_running_loop()
        taken: asyncio.Future[asyncio.Transport] = loop.create_future()

        class Taking(asyncio.Protocol):
            def connection_made(self, transport: asyncio.BaseTransport) -> None:
                taken.set_result(cast(asyncio.Transport, transport))  # uvloop's is not derived

        server = await loop.create_server(Taking, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        sink = TransportSink(await taken, lambda: None)
        sink.write(b"one")
        sink.abort()
        for _ in range(3):  # before, while and after the loop tells the protocol
            sink.write(b"two")
            sink.writelines([b"three", b"four"])
            assert sink.backlog() == 0
            await asyncio.sleep(0)
        sink.abort()
        writer.close()
        await writer.wait_closed()
        server.close()

    with asyncio.Runner(loop_factory=loop_factory) as runner:
        runner.run(scenario())
