"""The streams of a call with their numbers, as rows, as history, and as text to take away."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any, cast

from lianmai.core.history import History
from lianmai.core.journal import Journal, Value
from lianmai.core.messages import Slot, StreamId
from lianmai.core.redact import redact
from lianmai.core.stats import PlayStats, PublishStats
from lianmai.ui.panels.call_view import CallView
from lianmai.ui.panels.figures import Stats, table_figures
from lianmai.ui.stage.look import OWN
from lianmai.ui.words import translate, translated


@dataclass(frozen=True)
class StatisticRow:
    """One stream and its numbers of now; *problem* is a sentence when something is wrong."""

    key: StreamId
    label: str
    stats: Stats
    state: str = "idle"
    problem: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the stream is sent rather than received."""
        return isinstance(self.stats, PublishStats)


def statistic_rows(call: CallView) -> list[StatisticRow]:
    """Return own stream, when there is one, and every stream played."""
    sending = call.sending
    rows = []
    if sending.state != "idle":
        stats = call.publish_stats()
        label = translate("Statistics", "You")
        rows.append(
            StatisticRow(OWN, label, stats, sending.state, translated(redact(sending.problem)))
        )
    for stream_id, played in call.play_stats().items():
        stream = call.streams[stream_id]
        label = label_of(call, stream_id)
        rows.append(
            StatisticRow(stream_id, label, played, stream.state, translated(redact(stream.problem)))
        )
    return rows


def label_of(call: CallView, stream_id: StreamId) -> str:
    """Return the name others know a stream by."""
    peer = call.room.peers.get(stream_id.uid)
    name = peer.label if peer is not None else stream_id.uid
    if stream_id.slot == "screen":
        return translate("Statistics", "{name} – screen").format(name=name)
    return name


def as_table(rows: Iterable[StatisticRow]) -> str:
    """Return the numbers of now, separated by tabs, for a spreadsheet."""
    figures = table_figures()
    titles = [f"{it.title} ({it.unit})" if it.unit else it.title for it in figures]
    lines = [[translate("Statistics", "Stream"), *titles]]
    lines += [[_plain(row.label), *(it.text(row.stats) for it in figures)] for row in rows]
    return "\n".join("\t".join(line) for line in lines)


def recall(journal: Journal, after_s: float) -> Iterator[tuple[float, StreamId, Stats]]:
    """Yield the numbers that *journal* has noted after a Unix time: when, of which stream, what."""
    for entry in tuple(journal.entries):
        if entry.time_s <= after_s:
            continue
        if entry.name == "publish_stats":
            yield entry.time_s, OWN, PublishStats(**_known(entry.fields, PublishStats))
        elif entry.name == "play_stats":
            uid, _, slot = entry.source.partition("/")
            stream_id = StreamId(uid, cast(Slot, slot or "main"))
            yield entry.time_s, stream_id, PlayStats(**_known(entry.fields, PlayStats))


def _known(values: Mapping[str, Value], kind: type[PlayStats | PublishStats]) -> dict[str, Any]:
    """Return those of *values* that *kind* is made of: the journal adds sums."""
    return {it.name: values[it.name] for it in fields(kind) if it.name in values}


def as_csv(histories: Mapping[StreamId, History[Stats]]) -> str:
    """Return every kept number as CSV; the histories' times are Unix times.

    Streams go by their ids: a name may be anything, also a formula to a spreadsheet.
    """
    numbers = list(dict.fromkeys(it.name for kind in _KINDS for it in fields(kind)))
    text = io.StringIO()
    writer = csv.DictWriter(text, ["time", "stream", *numbers], restval="", lineterminator="\n")
    writer.writeheader()
    for stream_id, history in histories.items():
        for time_s, stats in history:
            moment = datetime.fromtimestamp(time_s, UTC)
            head = {
                "time": moment.isoformat(timespec="milliseconds"),
                "stream": str(stream_id) or "me",
            }
            writer.writerow(head | asdict(stats))
    return text.getvalue()


_KINDS = (PlayStats, PublishStats)


def _plain(name: str) -> str:
    """Return *name* so that a spreadsheet takes it for text."""
    flat = " ".join(name.split())
    return f"'{flat}" if flat.startswith(("=", "+", "-", "@")) else flat
