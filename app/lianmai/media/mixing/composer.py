"""Draws a canvas: what does not move once, what moves at every tick."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import av

from lianmai.core.stage.canvas import Canvas
from lianmai.media.mixing.colour import card, yuv_of
from lianmai.media.mixing.layers import layers_of
from lianmai.media.mixing.tile import Tile
from lianmai.media.picture.planes import planes_of


class Composer:
    """Makes pictures of one *canvas*; for one thread.

    *images* has what the files named by the canvas hold; one that is missing is not drawn.
    """

    def __init__(self, canvas: Canvas, images: Mapping[str, av.VideoFrame]) -> None:
        self._size = canvas.width_px // 2 * 2, canvas.height_px // 2 * 2
        ground = yuv_of(canvas.color)
        self._ground = card(*self._size, ground)
        self._tiles: list[tuple[str, Tile]] = []
        for layer in layers_of(canvas):
            tile = Tile(layer.rect, ground, covers=layer.covers)
            if layer.uid:
                self._tiles.append((layer.uid, tile))
            elif layer.path in images:
                tile.draw(images[layer.path], self._ground)

    def compose(self, picture_of: Callable[[str], av.VideoFrame | None]) -> av.VideoFrame:
        """Return a new "yuv420p" picture; *picture_of* tells what a member shows, if anything."""
        frame = av.VideoFrame(*self._size, "yuv420p")
        target = planes_of(frame)
        for pixels, ground in zip(target, self._ground, strict=True):
            pixels[:] = ground
        for uid, tile in self._tiles:
            tile.draw(picture_of(uid), target)
        return frame
