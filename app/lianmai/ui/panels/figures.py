"""The numbers of a stream: what each is called, means, and how it was made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import fill
from typing import TypeAlias

from lianmai.core.stats import PlayStats, PublishStats
from lianmai.ui.words import translate

Stats: TypeAlias = PlayStats | PublishStats
UNKNOWN = "–"
_TIP_CHARACTERS = 56


@dataclass(frozen=True)
class Figure:
    """One number. *tip* says what it means and how it is made; *text* is without the unit."""

    name: str
    title: str
    unit: str
    tip: str
    text: Callable[[Stats], str]

    def is_measured(self, stats: Stats) -> bool:
        """Tell whether streams of this kind, own or others', have the number at all."""
        return hasattr(stats, self.name) or self.name in ("size", "waiting")

    def with_unit(self, stats: Stats) -> str:
        """Return the number as shown where no heading carries the unit."""
        text = self.text(stats)
        return f"{text} {self.unit}" if self.unit and text != UNKNOWN else text

    @property
    def explanation(self) -> str:
        """Title and tip, in lines short enough for a tool tip."""
        return f"{self.title}\n{fill(self.tip, _TIP_CHARACTERS)}"


def table_figures() -> tuple[Figure, ...]:
    """Return the numbers every stream is compared by, most asked for first."""
    flow = (_bitrate(), _frames(), _latency(), _size(), _waiting())
    return (*flow, _dropped(), _reconnects(), _stalls(), _av_offset())


def detail_figures() -> tuple[Figure, ...]:
    """Return the numbers shown of one stream: those of the table and some more."""
    quality = (_p95(), _damaged(), _jitter(), _loudness())
    return (*table_figures(), *quality, _key_frames(), _first_picture())


def _bitrate() -> Figure:
    tip = translate(
        "Figures",
        "Picture and sound together, over the last 2 s. Measured from packets.",
    )
    return _of("kbps", translate("Figures", "Bitrate"), translate("Figures", "kbit/s"), tip)


def _frames() -> Figure:
    tip = translate(
        "Figures",
        "Pictures a second, over the last 2 s: encoded ones of the own stream, decoded ones "
        "of others. Measured from packets.",
    )
    return _of("fps", translate("Figures", "Frames"), translate("Figures", "fps"), tip, digits=1)


def _latency() -> Figure:
    tip = translate(
        "Figures",
        "From the moment the sender draws its stamp until the picture is shown here, the "
        "median of the last 2 s. Read from the stamp; not knowable without one. Clocks of two "
        "machines may differ, and that shows.",
    )
    return _of("latency_ms", translate("Figures", "Latency"), translate("Figures", "ms"), tip)


def _size() -> Figure:
    tip = translate(
        "Figures",
        "Width and height of the encoded picture in px. From the stream itself.",
    )
    return Figure("size", translate("Figures", "Size"), "", tip, _size_text)


def _waiting() -> Figure:
    tip = translate(
        "Figures",
        "Own stream: age of the oldest packet the network has not taken yet. Others: sound "
        "received but not played yet. Measured from packets.",
    )
    return Figure(
        "waiting", translate("Figures", "Queue"), translate("Figures", "ms"), tip, _waiting_text
    )


def _dropped() -> Figure:
    tip = translate(
        "Figures",
        "Own stream: frames given up because the network was too slow. Others: pictures never "
        "shown, as newer ones overtook them. Counted since the start.",
    )
    return _of("dropped", translate("Figures", "Dropped"), "", tip)


def _reconnects() -> Figure:
    tip = translate(
        "Figures",
        "Attempts after a loss. Counted since the start.",
    )
    return _of("reconnects", translate("Figures", "Reconnects"), "", tip)


def _stalls() -> Figure:
    tip = translate(
        "Figures",
        "Times nothing arrived for more than 0.8 s. Counted from packets since the start; not "
        "knowable for the own stream.",
    )
    return _of("stalls", translate("Figures", "Stalls"), "", tip)


def _av_offset() -> Figure:
    tip = translate(
        "Figures",
        "How far the picture is ahead of the sound as presented. From the timestamps of "
        "packets; not knowable unless both play.",
    )
    return _of(
        "av_offset_ms",
        translate("Figures", "A/V offset"),
        translate("Figures", "ms"),
        tip,
        signed=True,
    )


def _p95() -> Figure:
    tip = translate(
        "Figures",
        "Of 20 pictures in the last 2 s 19 had at most this latency. Read from the stamp; not "
        "knowable without one.",
    )
    return _of("latency_p95_ms", translate("Figures", "95th pct."), translate("Figures", "ms"), tip)


def _damaged() -> Figure:
    tip = translate(
        "Figures",
        "Packets that could not be decoded. Counted since the start; not knowable for the own "
        "stream.",
    )
    return _of("corrupt", translate("Figures", "Damaged"), "", tip)


def _jitter() -> Figure:
    tip = translate(
        "Figures",
        "How unevenly packets arrive. Measured from packets; not knowable for the own stream.",
    )
    return _of("jitter_ms", translate("Figures", "Jitter"), translate("Figures", "ms"), tip)


def _loudness() -> Figure:
    tip = translate(
        "Figures",
        "Peak of the sound, 0 to 100. Measured from the decoded sound; not known of the own "
        "stream.",
    )
    return _of("volume", translate("Figures", "Loudness"), "", tip)


def _key_frames() -> Figure:
    tip = translate(
        "Figures",
        "Time between two key frames: so long may a newcomer wait for a picture. Measured "
        "from packets of others.",
    )
    return _of(
        "key_frame_interval_s",
        translate("Figures", "Key frames"),
        translate("Figures", "s"),
        tip,
        digits=1,
    )


def _first_picture() -> Figure:
    tip = translate(
        "Figures",
        "From the start of the connection until the first picture. Measured here; not "
        "knowable for the own stream.",
    )
    return _of(
        "first_picture_ms", translate("Figures", "First picture"), translate("Figures", "ms"), tip
    )


def _of(
    name: str, title: str, unit: str, tip: str, *, digits: int = 0, signed: bool = False
) -> Figure:
    """Return the figure of a field of the statistics, unknown where there is no such field."""
    style = f"{'+' if signed else ''}.{digits}f"

    def text(stats: Stats) -> str:
        value = getattr(stats, name, None)
        return UNKNOWN if value is None else format(value, style)

    return Figure(name, title, unit, tip, text)


def _size_text(stats: Stats) -> str:
    return f"{stats.width_px}×{stats.height_px}" if stats.width_px else UNKNOWN


def _waiting_text(stats: Stats) -> str:
    waiting_ms = stats.queue_ms if isinstance(stats, PublishStats) else stats.buffer_ms
    return f"{waiting_ms:.0f}"
