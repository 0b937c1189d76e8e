"""A room server of one line of thought: it shows its guest streams of any address, when told to.

It speaks our protocol, so a real window joins it; but peers and addresses are the benchmark's. A
stream can appear and vanish at will, or lead through a proxy that breaks it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from msgspec import Struct
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

from lianmai.core.messages import (
    Address,
    Done,
    Join,
    Peer,
    PeerJoined,
    PeerLeft,
    Publish,
    RefreshUrl,
    Rejoin,
    ServerEvent,
    Snapshot,
    StreamAdded,
    StreamRemoved,
    Subscribe,
    UrlChanged,
)
from lianmai.core.rpc import decode_request, encode_answer, encode_event

WAIT_S = 15.0
ROOM = "bench"


class StagedRoom:
    """The room; its methods may be called from any thread."""

    def __init__(self) -> None:
        self._guests: set[ServerConnection] = set()
        self._addresses: dict[str, Address] = {}
        self._asked_s: dict[str, float] = {}
        self._changed = threading.Condition()

    def wait_for_guest(self) -> None:
        """Return once somebody has joined.

        Raises:
            TimeoutError: If nobody does within `WAIT_S`.
        """
        self._wait(lambda: bool(self._guests), "nobody joined the room")

    def show(self, uid: str, address: Address) -> None:
        """Have *uid* enter and publish a picture that is pulled from *address*."""
        self._addresses[uid] = address
        self._tell(PeerJoined(Peer(uid)))
        self._tell(StreamAdded(uid, "video"))

    def hide(self, uid: str) -> None:
        """Have *uid* leave."""
        self._asked_s.pop(uid, None)
        self._tell(StreamRemoved(uid, "video"))
        self._tell(PeerLeft(uid))

    def move(self, uid: str, address: Address) -> None:
        """Replace the address of a stream already shown."""
        self._addresses[uid] = address
        self._tell(UrlChanged(uid, "video", address))

    def asked_s(self, uid: str) -> float:
        """Return when a guest subscribed to *uid*, monotonic time; waits for it.

        Raises:
            TimeoutError: If nobody does within `WAIT_S`.
        """
        self._wait(lambda: uid in self._asked_s, f"nobody subscribed to {uid}")
        return self._asked_s[uid]

    def serve_guest(self, connection: ServerConnection) -> None:
        """Answer one guest until it goes; runs in the thread of its connection."""
        with suppress(ConnectionClosed):
            for text in connection:
                request = decode_request(text)
                answer = self._answer(request.op)
                if isinstance(request.id, int | str):
                    connection.send(encode_answer(request.id, answer).decode())
                if isinstance(answer, Snapshot):
                    self._note(lambda: self._guests.add(connection))
        self._note(lambda: self._guests.discard(connection))

    def _answer(self, op: Struct) -> Struct:
        match op:
            case Join(uid=uid) | Rejoin(uid=uid):
                me = Peer(uid or "guest")
                return Snapshot(ROOM, me.uid, "session", (me,), grace_s=15.0)
            case Subscribe(uid=uid) | RefreshUrl(uid=uid):
                now_s = time.monotonic()
                self._note(lambda: self._asked_s.setdefault(uid, now_s))
                return self._addresses[uid]
            case Publish():
                return Address("rtmp://127.0.0.1:9/live/nowhere")
            case _:
                return Done()

    def _tell(self, event: ServerEvent) -> None:
        for guest in [*self._guests]:
            guest.send(encode_event(event).decode())

    def _note(self, change: Callable[[], object]) -> None:
        with self._changed:
            change()
            self._changed.notify_all()

    def _wait(self, is_so: Callable[[], bool], complaint: str) -> None:
        with self._changed:
            if not self._changed.wait_for(is_so, WAIT_S):
                raise TimeoutError(f"{complaint} within {WAIT_S:g} s")


@contextmanager
def staged_room() -> Iterator[tuple[StagedRoom, str]]:
    """Run a room on a free port for the length of the block; yields it and its ``ws://`` URL."""
    room = StagedRoom()
    with serve(room.serve_guest, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, name="staged room")
        thread.start()
        try:
            yield room, f"ws://127.0.0.1:{server.socket.getsockname()[1]}"
        finally:
            server.shutdown()
            thread.join()
