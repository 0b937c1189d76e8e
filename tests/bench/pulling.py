"""Pulls a stream without showing it and notes how old each picture is when it arrives."""

from __future__ import annotations

import time
from contextlib import closing

import av
from av.container import InputContainer

from lianmai.core.stamp import CELLS, cell_edges, decode_cells, latency_ms, stamp_height
from lianmai.media.picture.planes import planes_of
from tests.bench.watching import Sighting

START_S = 15.0
_OPTIONS = {"probesize": "32768", "analyzeduration": "100000"}


def arrivals(url: str, duration_s: float) -> list[Sighting]:
    """Pull *url* for a while, or until it ends; what was captured before that is left out.

    Raises:
        OSError: If there is no such stream within `START_S`.
    """
    seen: list[Sighting] = []
    with closing(_opened(url)) as container:
        start_s = time.time()
        try:
            for packet in container.demux(container.streams.video[0]):
                now_s = time.time()
                ages_ms = [_age_ms(frame, now_s) for frame in packet.decode()]
                fresh_ms = [it for it in ages_ms if it is not None and now_s - it / 1000 > start_s]
                seen += [Sighting(now_s, it) for it in fresh_ms]
                if now_s - start_s > duration_s:
                    break
        except av.FFmpegError:  # the stream has ended; what was seen counts
            pass
    return seen


def _opened(url: str) -> InputContainer:
    """Open *url*, waiting for the publisher to start."""
    deadline = time.monotonic() + START_S
    while True:
        try:
            return av.open(url, format="flv", options=_OPTIONS, timeout=(5.0, 3.0))
        except av.FFmpegError as error:
            if time.monotonic() > deadline:
                raise OSError(f"there is no stream at {url}: {error.strerror}") from None
            time.sleep(0.2)


def _age_ms(frame: av.VideoFrame, now_s: float) -> float | None:
    row = planes_of(frame)[0][stamp_height(frame.height) // 2]
    edges = cell_edges(frame.width)
    stamp = decode_cells([int(row[(edges[i] + edges[i + 1]) // 2]) for i in range(CELLS)])
    return None if stamp is None else float(latency_ms(stamp, int(now_s * 1000)))
