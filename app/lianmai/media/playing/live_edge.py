"""Where live is: how late a packet comes compared with the quickest ones."""

from __future__ import annotations

from lianmai.core.stats import PERIOD_S

_TIMELINE_BROKEN_S = 2.0


class LiveEdge:
    """Tells how late a packet comes compared with the quickest ones of the last seconds.

    Clocks of sender and receiver need not agree; only the way's changes are seen. A way that
    stays longer becomes the usual one after 2 to 4 s, a timeline that starts anew at once.
    """

    def __init__(self, window_s: float = PERIOD_S) -> None:
        self._window_s = window_s
        self._least_s = self._least_before_s = float("inf")
        self._window_end_s = float("-inf")
        self._last_dts_s: float | None = None

    @property
    def way_s(self) -> float:
        """What lies between a timestamp and its quickest arrival: the clocks and the way."""
        return min(self._least_s, self._least_before_s)

    def lateness_s(self, dts_s: float, now_s: float) -> float:
        """Return by how much the packet with *dts_s* that came at *now_s* is late."""
        if self._last_dts_s is None or abs(dts_s - self._last_dts_s) > _TIMELINE_BROKEN_S:
            self._least_s = self._least_before_s = float("inf")
        self._last_dts_s = dts_s
        if now_s >= self._window_end_s:
            self._least_before_s, self._least_s = self._least_s, float("inf")
            self._window_end_s = now_s + self._window_s
        self._least_s = min(self._least_s, now_s - dts_s)
        return now_s - dts_s - self.way_s
