"""Tiles that stand outside the stage and show what one of its tiles shows."""

from __future__ import annotations

from lianmai.core.messages import StreamId
from lianmai.ui.stage.tile import Tile


class GuestTiles:
    """Which tiles in other windows show which stream: a stream is decoded once for all."""

    def __init__(self) -> None:
        self._streams: dict[Tile, StreamId] = {}

    def add(self, stream_id: StreamId, guest: Tile) -> None:
        """Note that *guest* shows *stream_id*."""
        self._streams[guest] = stream_id

    def remove(self, guest: Tile) -> None:
        """Forget *guest*."""
        self._streams.pop(guest, None)

    def of(self, stream_id: StreamId) -> list[Tile]:
        """Return the tiles that show *stream_id* elsewhere."""
        if not self._streams:  # asked for every picture
            return []
        return [guest for guest, shown in self._streams.items() if shown == stream_id]
