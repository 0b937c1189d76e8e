"""A screen made of memory, whose pixels can be read without asking the X server.

Xvfb keeps its framebuffer in a mapped file (``-fbdir``) in the format of X window dumps. Reading
the 64 samples of a stamp out of it takes some 5 microseconds and costs the players nothing.
"""

from __future__ import annotations

import mmap
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import av
import numpy as np
from numpy.typing import NDArray

from tests.processes import running

Pixels: TypeAlias = NDArray[np.uint8]

START_S = 10.0
_HEADER = struct.Struct(">25I")  # XWDFileHeader of X11/XWDFile.h
_COLOUR_BYTES = 12


@dataclass(frozen=True)
class Screen:
    """An X display; *pixels* are live: shape (height, width, 4), uint8, blue green red unused."""

    display: str
    pixels: Pixels
    pid: int

    @property
    def luma(self) -> Pixels:
        """Green stands in for luma: black and white are all the stamp needs."""
        green: Pixels = self.pixels[:, :, 1]
        return green

    @property
    def env(self) -> dict[str, str]:
        """What a program needs to find this screen; Qt and SDL are told not to look elsewhere."""
        return {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "SDL_VIDEODRIVER": "x11"}

    @property
    def is_blank(self) -> bool:
        """Whether next to nothing is shown: X starts black, a pointer may be left behind."""
        sample = self.luma[::8, ::8]
        return bool(np.count_nonzero(sample) < sample.size // 100)

    def save(self, path: Path) -> None:
        """Save what is shown as a PNG picture."""
        height_px, width_px = self.pixels.shape[:2]
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(self.pixels), "bgra")
        encoder = av.CodecContext.create("png", "w")
        encoder.width, encoder.height, encoder.pix_fmt = width_px, height_px, "rgb24"
        encoder.time_base = Fraction(1)
        packets = [*encoder.encode(frame.reformat(format="rgb24")), *encoder.encode(None)]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(map(bytes, packets)))


@contextmanager
def virtual_screen(width_px: int = 1920, height_px: int = 1080) -> Iterator[Screen]:
    """Run an X server without a network port for the length of the block."""
    with tempfile.TemporaryDirectory(prefix="lianmai-bench-", dir=_memory_folder()) as folder:
        command = ("Xvfb", "-displayfd", "1", "-screen", "0", f"{width_px}x{height_px}x24")
        # The cursor, in the middle of the screen, would hide the stamp of the tile it lies on.
        options = ("-fbdir", folder, "-nolisten", "tcp", "-noreset", "-nocursor")
        with running(*command, *options) as server:
            number = server.next_line(START_S)  # printed once it is ready
            yield Screen(f":{number}", _mapped(Path(folder) / "Xvfb_screen0"), server.pid)


def _memory_folder() -> str | None:
    """Return where files are memory only, so that no disk is busy writing pictures."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _mapped(path: Path) -> Pixels:
    """Return the pixels of the dump at *path*; the map closes with the last view of it."""
    with path.open("rb") as file:
        return pixels_of(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def pixels_of(dump: mmap.mmap | bytes) -> Pixels:
    """Return a view of the pixels in an X window *dump* of 32 bits a pixel.

    Raises:
        ValueError: If it has another depth.
    """
    fields = _HEADER.unpack_from(dump)
    header_bytes, width, height = fields[0], fields[4], fields[5]
    bits_per_pixel, bytes_per_line, colours = fields[11], fields[12], fields[19]
    if bits_per_pixel != 32:
        raise ValueError(f"the screen has {bits_per_pixel} bits a pixel, not 32")
    start, size = header_bytes + colours * _COLOUR_BYTES, bytes_per_line * height
    lines = np.frombuffer(dump, np.uint8, size, start).reshape(height, bytes_per_line // 4, 4)
    view: Pixels = lines[:, :width]
    return view
