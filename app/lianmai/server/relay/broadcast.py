"""One stream on its way from its publisher to its players."""

from collections.abc import Iterable
from typing import Protocol

from lianmai.server.relay.audience import Audience, Player
from lianmai.server.relay.flv import Tag
from lianmai.server.relay.limits import RelayLimits
from lianmai.server.relay.opening import Opening
from lianmai.server.relay.wire import Packet, Wire


class Publisher(Protocol):
    """The connection a stream comes from."""

    def close(self) -> None:
        """Hang up."""


class Broadcast:
    """A stream's players, who may come before its publisher."""

    def __init__(self, limits: RelayLimits) -> None:
        self.publisher: Publisher | None = None
        self.byte_count = 0
        self._limits = limits
        self._opening = Opening(limits)
        self._audiences = {wire: Audience(wire, self._opening) for wire in Wire}
        self._max_backlog_bytes = limits.min_backlog_bytes
        self._last_byte_counts = (0, 0)

    def push(self, tags: Iterable[Tag]) -> None:
        """Send *tags* to all players: whatever came together goes out as one write each."""
        packets = [Packet(tag) for tag in tags]
        for packet in packets:
            self.byte_count += len(packet.tag.body)
            self._opening.remember(packet)
        for audience in self._audiences.values():
            audience.deliver(packets, self._max_backlog_bytes)

    def join(self, player: Player, wire: Wire) -> None:
        """Let *player* in; what is needed for a picture is written at once."""
        self._audiences[wire].join(player)

    def leave(self, player: Player) -> None:
        """Forget *player*, who may have left already."""
        for audience in self._audiences.values():
            audience.leave(player)

    def end(self) -> None:
        """Send everybody away."""
        for player in self.players():
            player.sink.end()

    def players(self) -> list[Player]:
        """Return everybody who plays or waits."""
        return [player for audience in self._audiences.values() for player in audience.players()]

    def __len__(self) -> int:
        return sum(map(len, self._audiences.values()))

    def tick(self, now_s: float) -> None:
        """Look after slow players; call it once a second."""
        limits = self._limits
        # Over two seconds, as key frames are mostly that far apart.
        before, last = self._last_byte_counts
        self._last_byte_counts = last, self.byte_count
        per_second = (self.byte_count - before) // 2
        allowed = max(per_second, limits.min_backlog_bytes)
        self._max_backlog_bytes = min(allowed, limits.max_backlog_bytes)
        for audience in self._audiences.values():
            audience.tick(now_s, self._max_backlog_bytes, limits.stuck_s)

    @property
    def sent_byte_count(self) -> int:
        """Bytes written to players."""
        return sum(audience.byte_count for audience in self._audiences.values())

    @property
    def skip_count(self) -> int:
        """How often a player fell behind and had to wait for a key frame."""
        return sum(audience.skip_count for audience in self._audiences.values())
