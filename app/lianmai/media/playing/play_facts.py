"""What happened to one pull, as facts: each once at its moment, repeated ones at a bounded rate."""

from __future__ import annotations

import threading
from typing import Literal, TypeAlias

from lianmai.core.components.sei import LONGEST_BYTES
from lianmai.media.playing.play_meter import STALL_S
from lianmai.media.report import Report

Part: TypeAlias = Literal["picture", "sound"]

QUIET_S = 2.0
"""Between two reports of the same trouble."""
LAG_S = 0.5
"""Data this much later than usual comes unevenly; the phone's own limit is not published."""
MOST_MESSAGES = 20
"""As many a second are passed on; a phone's SDK allows one with each picture."""
_BREAK_S = 0.5
_BREAK_INTERVALS = 4
_INTERVAL_GAIN = 1 / 8
_LONGEST_INTERVAL_S = 2.0
"""One leap shall not make all later ones look small."""


class PlayFacts:
    """Tells `Report` what the threads of one pull come upon; any of them may."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._told: set[str] = set()
        self._second_s, self._messages = float("-inf"), 0
        self._told_s: dict[str, float] = {}
        self._size_px = 0, 0
        self._shown_s: float | None = None
        self._dts_s: float | None = None
        self._interval_s = 0.0
        self._lock = threading.Lock()

    def once(self, name: str, **fields: str | int) -> None:
        """Report *name*, the first time only."""
        key = name + str(fields.get("part", ""))
        with self._lock:
            is_first = key not in self._told
            self._told.add(key)
        if is_first:
            self.report(name, fields)

    def messages(self, texts: list[str], now_s: float) -> None:
        """Report texts that came with a picture, `MOST_MESSAGES` a second at most."""
        for text in texts:
            if now_s - self._second_s >= 1.0:
                self._second_s, self._messages = now_s, 0
            self._messages += 1
            if self._messages <= MOST_MESSAGES:
                self.report("message", {"text": text[:LONGEST_BYTES]})

    def failed(self, part: Part, now_s: float) -> None:
        """Note that a piece of *part* could not be decoded."""
        self._sometimes("decode_failed", now_s, part=part)

    def picture(self, width_px: int, height_px: int) -> None:
        """Note the size of a decoded picture; the first one is a key frame."""
        if (width_px, height_px) == self._size_px:
            return
        self.once("decoder_started", part="picture")
        self._size_px = width_px, height_px
        self.report("size_changed", {"width_px": width_px, "height_px": height_px})
        self.once("first_key_frame")

    def arrived(self, dts_s: float, lateness_s: float, now_s: float) -> None:
        """Note a coded picture and how much later than usual it came.

        A step back or a leap of its time says that some are missing; a stream that has become
        slow leaps once.
        """
        if lateness_s > LAG_S:
            self._sometimes("arrival_lag", now_s, ms=round(lateness_s * 1000))
        step_s = dts_s - (dts_s if self._dts_s is None else self._dts_s)
        self._dts_s = dts_s
        if step_s < 0 or step_s > max(_BREAK_S, _BREAK_INTERVALS * self._interval_s):
            self._sometimes("discontinuity", now_s)
        usual_s = min(max(0.0, step_s), _LONGEST_INTERVAL_S)
        self._interval_s += (usual_s - self._interval_s) * _INTERVAL_GAIN

    def shown(self, now_s: float) -> None:
        """Note that a picture was handed to the tile."""
        last_s, self._shown_s = self._shown_s, now_s
        if last_s is None:
            self.once("first_shown")
        elif now_s - last_s > STALL_S:
            self._sometimes("picture_gap", now_s, ms=round((now_s - last_s) * 1000))

    def hidden(self) -> None:
        """Forget when the last picture was shown: none is wanted for a while."""
        self._shown_s = None

    def _sometimes(self, name: str, now_s: float, **fields: str | int) -> None:
        key = name + str(fields.get("part", ""))
        with self._lock:
            if now_s - self._told_s.get(key, float("-inf")) < QUIET_S:
                return
            self._told_s[key] = now_s
        self.report(name, fields)
