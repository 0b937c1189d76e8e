"""Where pictures to look at come from: files and streams."""

from __future__ import annotations

import asyncio

import av
import numpy as np

from lianmai.core.errors import StreamError
from lianmai.media.network.stream_input import never_started, without_key
from lianmai.media.picture.planes import Pixels, planes_of
from lianmai.media.playing.player import Player
from lianmai.media.sound.ring import Sound

FIRST_PICTURE_S = 8.0
_PLAIN_LUMA = ("yuv420p", "yuvj420p", "nv12", "gray")


class _Newest:
    """Keeps the newest picture of a stream; *came* is set by the first."""

    def __init__(self) -> None:
        self.frame: av.VideoFrame | None = None
        self.came = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def see(self, frame: av.VideoFrame, pts_s: float) -> None:
        """Take a picture."""
        is_first, self.frame = self.frame is None, frame
        if is_first:
            self._loop.call_soon_threadsafe(self.came.set)

    def hear(self, sound: Sound, pts_s: float) -> None:
        """Pass sound over."""


async def last_picture(url: str, seconds: float) -> av.VideoFrame:
    """Return the picture that the stream at *url* shows *seconds* after its first.

    By then a mixing server has all its inputs, and the coarse first pictures are over.

    Raises:
        StreamError: If it brings none.
    """
    player, newest = Player(), _Newest()
    player.taps.add(newest)
    pulling = asyncio.create_task(player.pull(url))
    coming = asyncio.create_task(newest.came.wait())
    try:
        await asyncio.wait(
            [pulling, coming], timeout=FIRST_PICTURE_S, return_when=asyncio.FIRST_COMPLETED
        )
        if newest.frame is not None:
            await asyncio.wait([pulling], timeout=seconds)
    finally:
        pulling.cancel()
        coming.cancel()
        outcome, _ = await asyncio.gather(pulling, coming, return_exceptions=True)
    if newest.frame is not None:
        return newest.frame
    if isinstance(outcome, StreamError):
        raise outcome
    raise StreamError(never_started(without_key(url), FIRST_PICTURE_S))


def luma_of(frame: av.VideoFrame) -> Pixels:
    """Return how light *frame* is, shape (height, width)."""
    plain = frame if frame.format.name in _PLAIN_LUMA else frame.reformat(format="gray")
    return np.ascontiguousarray(planes_of(plain)[0])
