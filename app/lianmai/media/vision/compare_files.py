"""Goldens and pictures of stages as files."""

from __future__ import annotations

from pathlib import Path

import av

from lianmai.core.errors import OutputError
from lianmai.core.sentences import sentence
from lianmai.core.stage.golden import (
    KEYWORD,
    USUAL_TOLERANCE,
    GoldenError,
    StageShot,
    Tolerance,
    read_shot,
)
from lianmai.core.stage.png_text import png_text
from lianmai.media.capturing.sources.still import read_image
from lianmai.media.picture.planes import Pixels
from lianmai.media.picture.still import png_of
from lianmai.media.vision.compare import Compared, compare_shots, rgb_of

_LARGEST_BYTES = 64 << 20


def read_golden(path: Path) -> tuple[Pixels, StageShot]:
    """Return the golden at *path*, its PNG or its JSON: colours, and what is known about them.

    Raises:
        GoldenError: If nothing says where its tiles are.
        SourceError: If there is no picture.
    """
    pixels = rgb_of(read_image(str(path.with_suffix(".png"))))
    if (shot := shot_of(path)) is None:
        beside = path.with_suffix(".json").name
        raise GoldenError(
            sentence(
                "{path} is no golden: there is no {beside} beside it.", path=path, beside=beside
            )
        )
    return pixels, shot


def compare_files(golden: Path, picture: Path, tolerance: Tolerance = USUAL_TOLERANCE) -> Compared:
    """Compare the picture in a file with a golden; raises as `read_golden`."""
    before, golden_shot = read_golden(golden)
    now = rgb_of(read_image(str(picture)))
    return compare_shots(before, golden_shot, now, shot_of(picture), tolerance)


def shot_of(path: Path) -> StageShot | None:
    """Return what is known about the picture at *path*: what it says itself, else a JSON beside.

    Raises:
        GoldenError: If what there is cannot be read.
    """
    try:
        text = "" if path.suffix == ".json" else png_text(_bytes(path), KEYWORD)
        beside = path.with_suffix(".json")
        if not text and beside.is_file():
            text = _bytes(beside).decode()
        return read_shot(text) if text else None
    except (OSError, UnicodeDecodeError) as error:
        raise GoldenError(sentence("{path} cannot be read: check the path.", path=path)) from error
    except GoldenError as error:
        raise GoldenError(f"{path}: {error}") from error


def picture_bytes(pixels: Pixels) -> bytes:
    """Return *pixels*, shape (height, width, 3), as a PNG file."""
    return png_of(av.VideoFrame.from_ndarray(pixels, "rgb24"))


def write_file(path: Path, data: bytes) -> None:
    """Write *data* to *path*.

    Raises:
        OutputError: If that is not possible.
    """
    try:
        path.write_bytes(data)
    except OSError as error:
        reason = sentence(
            "Cannot write {path}: {reason}. Choose another place.", path=path, reason=error.strerror
        )
        raise OutputError(reason) from error


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LARGEST_BYTES)
