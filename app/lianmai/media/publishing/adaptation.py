"""Fits the picture to the network while it is sent: bitrate, and size where it may change."""

from __future__ import annotations

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.rate_control import SENSITIVE, SLOW, RateControl
from lianmai.core.components.size_ladder import size_for
from lianmai.media.capturing.capture import Capture
from lianmai.media.publishing.encoder import VideoEncoder
from lianmai.media.publishing.outbox import Outbox
from lianmai.media.report import Report

_PERIOD_S = 0.1


class Adaptation:
    """Steers one encoder and what it gets; belongs to the encoder's thread.

    *attributes* may be set from any thread; ``None`` or equal bounds stand for a fixed bitrate.
    RTC reacts at once and may shrink the picture; the live modes wait, and keep its size.
    """

    def __init__(
        self,
        capture: Capture,
        outbox: Outbox,
        encoder: VideoEncoder,
        attributes: PusherAttributes | None,
        report: Report,
    ) -> None:
        self.attributes = attributes
        self._capture, self._outbox, self._encoder = capture, outbox, encoder
        self._report = report
        self._followed = attributes
        self._control: RateControl | None = None
        self._next_s = float("-inf")

    def step(self, now_s: float) -> None:
        """Look at the queue and act; to be called often, works ten times a second."""
        if now_s < self._next_s or self.attributes is None:
            return
        self._next_s = now_s + _PERIOD_S
        control = self._control_of(self.attributes, now_s)
        control.feed(self._outbox.age_s(now_s), self._outbox.taken_kbps(now_s), now_s)
        if control.kbps != self._encoder.kbps:
            self._encoder.kbps = control.kbps
            self._report("bitrate_changed", {"kbps": control.kbps})
        self._follow_size(control, self.attributes)

    def _control_of(self, attributes: PusherAttributes, now_s: float) -> RateControl:
        """Return the control for *attributes*; a new one when they ask for other bitrates."""
        control, followed = self._control, self._followed
        if control is None or followed is None or _rates(followed) != _rates(attributes):
            temper = SENSITIVE if attributes.mode == "RTC" else SLOW
            control = RateControl(attributes.bitrate_range_kbps, temper, now_s)
        self._control, self._followed = control, attributes
        return control

    def _follow_size(self, control: RateControl, attributes: PusherAttributes) -> None:
        base, current = self._capture.size, self._capture.picture_size
        may_shrink = attributes.mode == "RTC" and control.lowest_kbps < control.highest_kbps
        size = size_for(control.kbps, base, current) if may_shrink else base
        if size != current:
            self._capture.picture_size = size


def _rates(attributes: PusherAttributes) -> tuple[str, tuple[int, int]]:
    return attributes.mode, attributes.bitrate_range_kbps
