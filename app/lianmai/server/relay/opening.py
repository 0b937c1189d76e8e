"""What a player that joins a running stream gets first."""

from collections.abc import Iterator
from dataclasses import replace

from lianmai.server.relay.flv import AUDIO, DATA, VIDEO, Tag
from lianmai.server.relay.limits import RelayLimits
from lianmai.server.relay.wire import Packet, Wire, encode


class Opening:
    """The stream's description, its decoders' configuration, and all since the last key frame.

    A group of pictures that outgrows *limits* is not kept: a player that joins in it waits for
    the next key frame. Sound alone outgrows them too, so that nobody who joins while a camera is
    off hears minutes of the past.
    """

    def __init__(self, limits: RelayLimits) -> None:
        self._limits = limits
        self._headers: dict[int, Tag] = {}
        self._group: list[Packet] = []
        self._group_bytes = 0
        self._last_timestamp_ms = 0

    def remember(self, packet: Packet) -> None:
        """Keep what later players need of *packet*."""
        tag = packet.tag
        if packet.is_header:
            self._headers[tag.type_id] = tag
        else:
            self._last_timestamp_ms = tag.timestamp_ms
        if packet.is_key_frame:
            self._group, self._group_bytes = [packet], len(tag.body)
        elif self._group:
            self._extend(packet)

    def _extend(self, packet: Packet) -> None:
        self._group.append(packet)
        self._group_bytes += len(packet.tag.body)
        limits = self._limits
        span_ms = _later_by_ms(self._group[0].tag, packet.tag)
        fits = self._group_bytes <= limits.group_bytes and span_ms <= limits.group_ms
        if not fits or len(self._group) > limits.group_packets:
            self._group = []

    @property
    def has_picture(self) -> bool:
        """Whether a player that joins now sees a picture at once."""
        return bool(self._group)

    def on(self, wire: Wire) -> Iterator[bytes]:
        """Yield the bytes for a new player."""
        yield from self.headers_on(wire)
        for packet in self._group:
            yield packet.on(wire)

    def headers_on(self, wire: Wire) -> Iterator[bytes]:
        """Yield the description, then the configuration at the time of the first picture kept.

        With its own time, mostly 0, a player that joins late would see time jump.
        """
        first = self._group[0].tag.timestamp_ms if self._group else self._last_timestamp_ms
        if DATA in self._headers:
            yield encode(self._headers[DATA], wire)
        for kind in (VIDEO, AUDIO):
            if kind in self._headers:
                yield encode(replace(self._headers[kind], timestamp_ms=first), wire)


def _later_by_ms(first: Tag, second: Tag) -> int:
    """Return by how much *second* is later, on clocks that wrap after 32 bits."""
    half = 1 << 31
    return (second.timestamp_ms - first.timestamp_ms + half) % (2 * half) - half
