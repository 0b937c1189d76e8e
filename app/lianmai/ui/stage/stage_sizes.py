"""How large pictures are wanted: told once for each size, to whoever makes them."""

from __future__ import annotations

from collections.abc import Iterable

from lianmai.core.messages import StreamId
from lianmai.ui.stage.look import Feed
from lianmai.ui.stage.tile import Tile


class StageSizes:
    """Remembers what each feed was told last."""

    def __init__(self) -> None:
        self._told: dict[StreamId, tuple[object, tuple[int, int]]] = {}

    def tell(self, stream_id: StreamId, feed: Feed, views: Iterable[Tile]) -> None:
        """Ask *feed* for pictures that suit the largest of *views*; for none while all hide."""
        sizes = [view.size_px for view in views if not view.isHidden()]
        size = max(sizes, key=lambda it: it[0] * it[1], default=(0, 0))
        if self._told.get(stream_id) != (feed.set_size, size):
            self._told[stream_id] = feed.set_size, size
            feed.set_size(*size)

    def forget(self, stream_id: StreamId) -> None:
        """Forget a stream that has ended."""
        self._told.pop(stream_id, None)
