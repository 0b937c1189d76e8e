"""The players of one stream on one wire, and what happens to the slow ones."""

from collections.abc import Sequence

from lianmai.server.relay.opening import Opening
from lianmai.server.relay.sink import Sink
from lianmai.server.relay.wire import Packet, Wire


class Player:
    """One player; *write* and *backlog* are looked up once, as they are called all the time."""

    def __init__(self, sink: Sink) -> None:
        self.sink = sink
        self.write = sink.write
        self.backlog = sink.backlog
        # A new player may hold the opening back without counting as slow.
        self.allowance_bytes = 0
        self.missed_headers = False
        self.skip_count = 0
        self._written = 0
        self._taken = 0
        self._progress_s: float | None = None

    def fall_behind(self) -> None:
        """Start watching whether anything still moves."""
        self.skip_count += 1
        self._written, self._taken = 0, -self.backlog()
        self._progress_s = None

    def write_behind(self, data: bytes) -> None:
        """Send *data* although the player is behind."""
        self._written += len(data)
        self.write(data)

    def stuck_s(self, now_s: float) -> float:
        """Return for how long a player that is behind has taken nothing."""
        backlog = self.backlog()
        taken = self._written - backlog
        if self._progress_s is None or backlog == 0 or taken > self._taken:
            self._progress_s, self._taken = now_s, taken
        return now_s - self._progress_s


class Audience:
    """Players are either *flowing* and get everything, or *behind* and wait for a key frame.

    Who is behind still gets sound, data and headers once half of its backlog is gone.
    """

    def __init__(self, wire: Wire, opening: Opening) -> None:
        self.wire = wire
        self.skip_count = 0
        self.byte_count = 0
        self._opening = opening
        self._flowing: dict[Player, None] = {}
        self._behind: dict[Player, None] = {}

    def __len__(self) -> int:
        return len(self._flowing) + len(self._behind)

    def players(self) -> list[Player]:
        """Return everybody."""
        return [*self._flowing, *self._behind]

    def join(self, player: Player) -> None:
        """Show *player* the stream from its last key frame on, or from the next."""
        parts = list(self._opening.on(self.wire))
        player.allowance_bytes = sum(map(len, parts))
        self.byte_count += player.allowance_bytes
        player.sink.writelines(parts)
        group = self._flowing if self._opening.has_picture else self._behind
        group[player] = None

    def leave(self, player: Player) -> None:
        """Forget *player*, who may have left already."""
        self._flowing.pop(player, None)
        self._behind.pop(player, None)

    def deliver(self, packets: Sequence[Packet], max_backlog_bytes: int) -> None:
        """Send *packets*, which the opening remembers already, to everybody."""
        caught_up = self._deliver_behind(packets, max_backlog_bytes // 2)
        self._deliver_flowing(packets, max_backlog_bytes)
        for player in caught_up:
            del self._behind[player]
            self._flowing[player] = None

    def _deliver_flowing(self, packets: Sequence[Packet], max_backlog_bytes: int) -> None:
        if not self._flowing:
            return
        data = self._join(packets)
        slow = []
        for player in self._flowing:
            if player.backlog() > max_backlog_bytes + player.allowance_bytes:
                slow.append(player)
            else:
                player.write(data)
        for player in slow:
            self._fall_behind(player, packets)
        self.byte_count += len(data) * len(self._flowing)

    def _fall_behind(self, player: Player, packets: Sequence[Packet]) -> None:
        self.skip_count += 1
        player.fall_behind()
        player.missed_headers = any(packet.is_header for packet in packets)
        del self._flowing[player]
        self._behind[player] = None

    def _deliver_behind(self, packets: Sequence[Packet], max_backlog_bytes: int) -> list[Player]:
        """Send what players can use before their key frame; return those who reached it."""
        if not self._behind:
            return []
        keys = [index for index, packet in enumerate(packets) if packet.is_key_frame]
        start = keys[0] if keys else len(packets)
        usable = [packet for packet in packets[:start] if not packet.needs_key_frame]
        data = self._join([*usable, *packets[start:]])
        has_header = any(packet.is_header for packet in packets)
        caught_up = []
        for player in self._behind:
            if player.backlog() > max_backlog_bytes:
                player.missed_headers |= has_header
                continue
            if keys:
                caught_up.append(player)
                self._repeat_missed_headers(player)
            if data:
                player.write_behind(data)
                self.byte_count += len(data)
        return caught_up

    def _repeat_missed_headers(self, player: Player) -> None:
        if player.missed_headers:
            player.missed_headers = False
            player.write_behind(b"".join(self._opening.headers_on(self.wire)))

    def _join(self, packets: Sequence[Packet]) -> bytes:
        return b"".join([packet.on(self.wire) for packet in packets])

    def tick(self, now_s: float, max_backlog_bytes: int, stuck_s: float) -> None:
        """Hang up on players that take nothing at all; end the grace of those who caught up."""
        for player in self._flowing:
            if player.allowance_bytes and player.backlog() <= max_backlog_bytes:
                player.allowance_bytes = 0
        for player in list(self._behind):
            if player.stuck_s(now_s) > stuck_s:
                self.leave(player)
                player.sink.abort()
