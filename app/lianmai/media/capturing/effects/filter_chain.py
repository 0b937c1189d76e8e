"""Pictures through libavfilter."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

import av
from av.filter import Graph

Filter: TypeAlias = tuple[str, str]
"""Name and arguments of one of FFmpeg's filters, those that give one frame for each at once."""
_NO_TIME = Fraction(1, 1000)


class FilterChain:
    """Applies *filters* one after the other; without any, a frame passes untouched at no cost.

    *filters* may be set from any thread, all else belongs to one. The given frame keeps its
    pixels; the result may share them where no filter changed any.
    """

    def __init__(self, *filters: Filter) -> None:
        self.filters = filters
        self._graph = Graph()
        self._built_for: object = None

    def apply(self, frame: av.VideoFrame) -> av.VideoFrame:
        """Return *frame* with the filters applied."""
        if not (filters := self.filters):
            return frame
        kind = (filters, frame.width, frame.height, frame.format.name, frame.color_range)
        if kind != self._built_for:
            self._graph, self._built_for = _graph(filters, frame), kind
        self._graph.vpush(frame)
        return self._graph.vpull()


def _graph(filters: tuple[Filter, ...], frame: av.VideoFrame) -> Graph:
    graph = Graph()
    graph.threads = 1  # more would cost more in all, and the encoder wants them
    last = graph.add_buffer(
        width=frame.width, height=frame.height, format=frame.format.name, time_base=_NO_TIME
    )
    for name, arguments in (*filters, ("buffersink", "")):
        step = graph.add(name, arguments or None)
        last.link_to(step)
        last = step
    graph.configure()
    return graph
