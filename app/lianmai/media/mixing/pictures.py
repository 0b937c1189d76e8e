"""Reads the pictures from files and addresses that a canvas names."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import av
import numpy as np

from lianmai.core.errors import SourceError
from lianmai.core.mix.problems import MixProblem, ProblemCode
from lianmai.core.sentences import sentence
from lianmai.core.stage.canvas import Canvas
from lianmai.core.stage.canvas_problems import image_name
from lianmai.media.capturing.sources.still import read_image
from lianmai.media.network.stream_input import without_key
from lianmai.media.picture.planes import upright

_FETCH_S = 5.0
_MOST_PIXELS = 64 << 20


def read_pictures(canvas: Canvas) -> tuple[dict[str, av.VideoFrame], list[MixProblem]]:
    """Return the pictures of *canvas* by address, and what is wrong with the others. Blocks."""
    pictures: dict[str, av.VideoFrame] = {}
    problems: list[MixProblem] = []
    for index, image in enumerate(canvas.images):
        if image.url in pictures:
            continue
        try:
            pictures[image.url] = _read(image.url, canvas.color)
        except SourceError as error:
            problems.append(MixProblem(ProblemCode.PICTURE, image_name(index), str(error)))
    return pictures, problems


def _read(url: str, ground: int) -> av.VideoFrame:
    scheme = urlsplit(url).scheme.lower()
    picture = _fetch(url) if scheme in ("http", "https") else read_image(_path_of(url))
    if picture.width * picture.height > _MOST_PIXELS:
        raise SourceError(
            sentence(
                "{url!r} is too large: use a picture of the canvas's size.", url=without_key(url)
            )
        )
    return _opaque(upright(picture), ground)


def _opaque(picture: av.VideoFrame, colour: int) -> av.VideoFrame:
    """Return *picture* with *colour* behind what is transparent."""
    if not any(component.is_alpha for component in picture.format.components) and not (
        picture.format.has_palette
    ):
        return picture
    rgba = picture.reformat(format="rgba").to_ndarray().astype(np.float32)
    alpha = rgba[..., 3:] / 255
    behind = np.array([colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF], np.float32)
    rgb = (rgba[..., :3] * alpha + behind * (1 - alpha)).round().astype(np.uint8)
    return av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb), "rgb24")


def _path_of(url: str) -> str:
    return unquote(urlsplit(url).path) if url.startswith("file://") else str(Path(url).expanduser())


def _fetch(url: str) -> av.VideoFrame:
    try:
        with av.open(url, timeout=_FETCH_S) as container:
            for frame in container.decode(video=0):
                return frame
    except (av.FFmpegError, IndexError) as error:
        reason = sentence("{url} gives no picture: check the address.", url=without_key(url))
        raise SourceError(reason) from error
    raise SourceError(sentence("{url} holds no picture: use PNG or JPEG.", url=without_key(url)))
