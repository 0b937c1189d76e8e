"""The numbers of a call as a table for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lianmai.core.stats import PlayStats, PublishStats

HEADER = ("peer", "kbit/s", "fps", "size", "latency", "buffer", "drops", "reconnects")


def numbers_table(own: PublishStats | None, played: Mapping[str, PlayStats]) -> str:
    """Return a line for own stream, if there is one, and a line for each stream played.

    The buffer of own stream is its send queue, that of a played one the sound not yet heard.
    """
    rows = [HEADER]
    if own is not None:
        rows.append(("me (sent)", *_common(own), "", _ms(own.queue_ms), *_counts(own)))
    for peer, stats in played.items():
        latency = "" if stats.latency_ms is None else _ms(stats.latency_ms)
        rows.append((peer, *_common(stats), latency, _ms(stats.buffer_ms), *_counts(stats)))
    return _aligned(rows)


def _common(stats: PlayStats | PublishStats) -> tuple[str, str, str]:
    return f"{stats.kbps:.0f}", f"{stats.fps:.1f}", f"{stats.width_px}x{stats.height_px}"


def _counts(stats: PlayStats | PublishStats) -> tuple[str, str]:
    return str(stats.dropped), str(stats.reconnects)


def _ms(value_ms: float) -> str:
    return f"{value_ms:.0f} ms"


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
