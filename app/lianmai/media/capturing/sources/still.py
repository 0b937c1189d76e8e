"""A still image, sent again and again."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import av

from lianmai.core.errors import SourceError
from lianmai.core.sentences import sentence
from lianmai.core.source import Size
from lianmai.media.capturing.feed import Feed, Item, Picture, ticks
from lianmai.media.capturing.fitting import Fitter
from lianmai.media.picture.planes import copy_of
from lianmai.media.worker import Stop

_OPEN_S = 5.0


def still(path: str, size: Size) -> Feed:
    """Return the image at *path*, fitted into *size*, as often as *size* asks for."""

    def feed(stop: Stop) -> Generator[Item, None, None]:
        image = Fitter(size.width_px, size.height_px).fit(read_image(path))
        for _, at_s in ticks(size.fps, stop):
            yield Picture(copy_of(image), at_s)

    return feed


def read_image(path: str) -> av.VideoFrame:
    """Return the first picture in the file at *path*.

    Raises:
        SourceError: If there is no such file or it holds no picture.
    """
    if Path(path).is_dir():
        raise SourceError(
            sentence("{path!r} is a folder: choose a PNG or JPEG file.", path=path), "format"
        )
    if not Path(path).is_file():
        raise SourceError(
            sentence("Image {path!r} does not exist: check the path.", path=path), "missing"
        )
    try:
        with av.open(path, timeout=_OPEN_S) as container:
            for frame in container.decode(video=0):
                return frame
    except (av.FFmpegError, IndexError) as error:
        reason = sentence("Image {path!r} cannot be read: choose a PNG or JPEG file.", path=path)
        raise SourceError(reason, "format") from error
    raise SourceError(
        sentence("Image {path!r} holds no picture: choose a PNG or JPEG file.", path=path), "format"
    )
