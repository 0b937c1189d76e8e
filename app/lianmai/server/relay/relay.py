"""All streams of the relay by name, without sockets: who may publish, who plays what."""

from collections.abc import Callable
from typing import Literal, Protocol, TypedDict

from lianmai.core.errors import StreamError
from lianmai.core.sentences import sentence
from lianmai.server.gate import AccessDenied, Gate, OpenGate
from lianmai.server.relay.audience import Player
from lianmai.server.relay.broadcast import Broadcast, Publisher
from lianmai.server.relay.limits import RelayLimits
from lianmai.server.relay.stream_address import StreamAddress
from lianmai.server.relay.wire import Wire

__all__ = ["AccessDenied", "Gate", "NameTaken", "OpenGate", "Relay", "RelayLimits"]


class NameTaken(StreamError):
    """Somebody publishes under this name already."""


class RelayObserver(Protocol):
    """Hears of streams, on the event loop's thread."""

    def stream_started(self, name: str) -> None:
        """Somebody publishes *name* now."""

    def stream_ended(self, name: str) -> None:
        """Nobody publishes *name* any more."""


class RelayStats(TypedDict):
    """Counts since the relay started; *streams* and *players* are those of now."""

    streams: int
    players: int
    bytes_in: int
    bytes_out: int
    skips: int


class Relay:
    """Brings publishers and players of the same name together."""

    def __init__(
        self, gate: Gate, limits: RelayLimits, observer: RelayObserver | None = None
    ) -> None:
        self.limits = limits
        self._gate = gate
        self._observer = observer
        self._broadcasts: dict[str, Broadcast] = {}
        self._waiting: dict[str, set[Callable[[], None]]] = {}
        self._past = RelayStats(streams=0, players=0, bytes_in=0, bytes_out=0, skips=0)

    def admit(self, action: Literal["publish", "play"], address: StreamAddress) -> None:
        """Return if *action* is allowed now.

        Raises:
            AccessDenied: If the gate says so.
            NameTaken: If the name to publish under is in use.
        """
        self._gate.check(action, address.name, address.key)
        if action == "publish" and self.is_live(address.name):
            raise NameTaken(
                sentence(
                    "Somebody publishes {name!r} already; choose another name or wait.",
                    name=address.name,
                )
            )

    def is_live(self, name: str) -> bool:
        """Tell whether *name* is being published."""
        broadcast = self._broadcasts.get(name)
        return broadcast is not None and broadcast.publisher is not None

    def start(self, name: str, publisher: Publisher) -> Broadcast:
        """Begin the stream *name*, which was admitted; give it to `stop` in the end."""
        broadcast = self._broadcast(name)
        broadcast.publisher = publisher
        for callback in self._waiting.pop(name, ()):
            callback()
        if self._observer is not None:
            self._observer.stream_started(name)
        return broadcast

    def stop(self, name: str, publisher: Publisher) -> None:
        """End the stream *name* if it is still that of *publisher*."""
        broadcast = self._broadcasts.get(name)
        if broadcast is not None and broadcast.publisher is publisher:
            self._remove(name, broadcast)

    def join(self, name: str, player: Player, wire: Wire) -> None:
        """Let *player* play *name*, or wait for it."""
        self._broadcast(name).join(player, wire)

    def leave(self, name: str, player: Player) -> None:
        """Forget *player*, who may have left already."""
        broadcast = self._broadcasts.get(name)
        if broadcast is not None:
            broadcast.leave(player)
            if broadcast.publisher is None and len(broadcast) == 0:
                self._remove(name, broadcast)

    def when_live(self, name: str, callback: Callable[[], None]) -> Callable[[], None]:
        """Call *callback* once when *name* starts; return what calls that off."""
        self._waiting.setdefault(name, set()).add(callback)

        def call_off() -> None:
            waiting = self._waiting.get(name, set())
            waiting.discard(callback)
            if not waiting:
                self._waiting.pop(name, None)

        return call_off

    def end_stream(self, name: str) -> None:
        """Hang up on the publisher and all players of *name*, if there are any."""
        broadcast = self._broadcasts.get(name)
        if broadcast is not None:
            publisher = broadcast.publisher
            self._remove(name, broadcast)
            if publisher is not None:
                publisher.close()

    def end_all(self) -> None:
        """Hang up on everybody."""
        for name in list(self._broadcasts):
            self.end_stream(name)

    def tick(self, now_s: float) -> None:
        """Look after slow players; call it once a second."""
        for broadcast in self._broadcasts.values():
            broadcast.tick(now_s)

    def stats(self) -> RelayStats:
        """Return the counts of now."""
        broadcasts = self._broadcasts.values()
        return RelayStats(
            streams=sum(broadcast.publisher is not None for broadcast in broadcasts),
            players=sum(map(len, broadcasts)),
            bytes_in=self._past["bytes_in"] + sum(each.byte_count for each in broadcasts),
            bytes_out=self._past["bytes_out"] + sum(each.sent_byte_count for each in broadcasts),
            skips=self._past["skips"] + sum(each.skip_count for each in broadcasts),
        )

    def _broadcast(self, name: str) -> Broadcast:
        broadcast = self._broadcasts.get(name)
        if broadcast is None:
            broadcast = self._broadcasts[name] = Broadcast(self.limits)
        return broadcast

    def _remove(self, name: str, broadcast: Broadcast) -> None:
        del self._broadcasts[name]
        self._past["bytes_in"] += broadcast.byte_count
        self._past["bytes_out"] += broadcast.sent_byte_count
        self._past["skips"] += broadcast.skip_count
        was_live = broadcast.publisher is not None
        broadcast.publisher = None
        broadcast.end()
        if was_live and self._observer is not None:
            self._observer.stream_ended(name)
