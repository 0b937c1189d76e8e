"""A hub with its visitors: time stands still unless told otherwise, and everybody writes down
what they hear."""

from typing import Any, cast

from lianmai.core.errors import RoomError
from lianmai.core.messages import Join, Op, Result, ServerEvent, Snapshot
from lianmai.server.hub.addresses import Addresses
from lianmai.server.hub.admission import Admission
from lianmai.server.hub.directory import MemoryDirectory
from lianmai.server.hub.effects import Close, Effect, EndStream, Notify, Refuse, Reply
from lianmai.server.hub.hub import Hub
from lianmai.server.hub.limits import Limits

ROOM = "lobby"


class House:
    """Carries out a hub's effects the way the sockets' side does."""

    def __init__(
        self, limits: Limits | None = None, secret: str = "", *, is_token_required: bool = False
    ) -> None:
        self.now_s = 1_000_000.0
        self.directory = MemoryDirectory()
        self.hub = Hub(
            self.directory,
            Addresses(1935, 8441, secret, key_s=3600),
            Admission(secret, is_token_required),
            limits or Limits(),
        )
        self.connected: set[str] = set()
        self.ended_streams: list[str] = []
        self._heard: dict[str, list[ServerEvent]] = {}

    def connect(self, peer_id: str, host: str = "127.0.0.1") -> None:
        """Open a connection."""
        self.connected.add(peer_id)
        self._heard[peer_id] = []
        self.hub.connect(peer_id, host, self.now_s)

    def ask(self, peer_id: str, op: Op[Result]) -> Result:
        """Return the answer to *op*, or raise the refusal."""
        answer, *effects = self.hub.receive(peer_id, op, self.now_s)
        assert isinstance(answer, Reply | Refuse)
        assert answer.peer_id == peer_id
        self.carry_out(effects)
        if isinstance(answer, Refuse):
            raise RoomError(answer.code, answer.reason)
        return cast(Result, answer.result)

    def code_of(self, peer_id: str, op: Op[Any]) -> int:
        """Return the code with which *op* is refused, 0 if it is not."""
        try:
            self.ask(peer_id, op)
        except RoomError as error:
            return error.code
        return 0

    def enter(self, *uids: str, room: str = ROOM) -> list[Snapshot]:
        """Let *uids* connect and join; their peer ids are their uids. Nobody has heard of it."""
        snapshots = []
        for uid in uids:
            self.connect(uid)
            snapshots.append(self.ask(uid, Join(room, uid)))
        for uid in self._heard:
            self._heard[uid].clear()
        return snapshots

    def lose(self, peer_id: str) -> None:
        """Break a connection."""
        self.connected.discard(peer_id)
        self.carry_out(self.hub.disconnect(peer_id, self.now_s))

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now_s += seconds
        self.carry_out(self.hub.tick(self.now_s))

    def heard(self, peer_id: str) -> list[ServerEvent]:
        """Return what *peer_id* heard since last asked."""
        events, self._heard[peer_id] = self._heard.get(peer_id, []), []
        return events

    def uids(self, room: str = ROOM) -> list[str]:
        """Return who is in *room*, in order of arrival."""
        return list(self.directory.members(room))

    def carry_out(self, effects: list[Effect]) -> None:
        """Deliver, close and end."""
        for effect in effects:
            match effect:
                case Notify(peer_ids, event):
                    for peer_id in peer_ids:
                        assert peer_id in self.connected
                        self._heard[peer_id].append(event)
                case Close(peer_id):
                    self.lose(peer_id)
                case EndStream(name):
                    self.ended_streams.append(name)
                case _:
                    raise AssertionError(f"{effect} answers nothing")
