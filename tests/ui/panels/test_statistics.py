import csv
from collections.abc import Callable
from dataclasses import replace
from math import isnan
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lianmai.core.messages import StreamId
from lianmai.core.stats import PlayStats
from lianmai.ui.panels.figures import detail_figures
from lianmai.ui.panels.history_plots import Series, fetch_library, round_up
from lianmai.ui.panels.statistics import StatisticsPanel
from tests.ui.panels.small_call import PLAYING, SmallCall, SmallStream

Show = Callable[[SmallCall], StatisticsPanel]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def show_panel(call: SmallCall) -> StatisticsPanel:
        panel = StatisticsPanel(call, clock=lambda: call.now_s)
        qtbot.addWidget(panel)
        panel.resize(280, 700)
        panel.show()
        qtbot.waitUntil(fetch_library)
        return panel

    return show_panel


def pass_time(call: SmallCall, panel: StatisticsPanel, seconds: int) -> None:
    for _ in range(seconds):
        call.now_s += 1.0
        panel.refresh()


def cell(panel: StatisticsPanel, row: int, title: str) -> str:
    titles = [figure.title for figure in panel.model.figures]
    return str(panel.model.index(row, titles.index(title)).data())


def stream_names(panel: StatisticsPanel) -> list[str]:
    count = panel.model.rowCount()
    return [str(panel.model.headerData(i, Qt.Orientation.Vertical)) for i in range(count)]


def test_without_streams_the_panel_says_so(show: Show) -> None:
    call = SmallCall()
    call.sending.state = "idle"
    panel = show(call)

    assert panel.empty.isVisible()
    assert not panel.table.isVisible()
    assert (panel.copy.isEnabled(), panel.save.isEnabled()) == (False, False)


def test_every_stream_has_a_row_of_numbers(show: Show) -> None:
    call = SmallCall()
    call.publish = replace(call.publish, queue_ms=12, dropped=3, reconnects=1)
    call.join("guest-1", "Anna")
    stats = replace(PLAYING, latency_ms=43.4, av_offset_ms=-7, buffer_ms=60, dropped=5, stalls=2)
    call.join("guest-2", stream=SmallStream(stats=stats))
    panel = show(call)

    assert stream_names(panel) == ["You", "Anna", "guest-2"]
    shown = ("Bitrate", "Frames", "Size", "Latency", "Queue", "Dropped", "Stalls", "A/V offset")
    assert [cell(panel, 0, it) for it in shown] == (
        ["864", "15.0", "640×360", "–", "12", "3", "–", "–"]
    )
    assert [cell(panel, 2, it) for it in shown] == (
        ["824", "15.0", "640×360", "43", "60", "5", "2", "-7"]
    )
    assert cell(panel, 1, "Latency") == "–"


def test_every_number_explains_itself(show: Show) -> None:
    for figure in detail_figures():
        origin = ("easured", "ounted", "Read from", "From the")
        assert any(it in figure.tip for it in origin), figure.name
    panel = show(SmallCall())
    tip = panel.model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Latency\n")
    assert "not knowable without one" in " ".join(tip.split())


def test_a_stream_in_trouble_says_what_is_wrong(show: Show) -> None:
    call = SmallCall()
    trouble = SmallStream("retrying", "Cannot play http://host/live/x.flv?key=secret now.")
    call.join("guest-1", stream=trouble)
    panel = show(call)
    panel.table.selectRow(1)

    assert panel.problem.text() == "Cannot play http://host/live/x.flv?key=*** now."
    assert panel.problem.isVisible()


def drawn(panel: StatisticsPanel) -> dict[str, Series]:
    row = panel.selected()
    assert row is not None
    return {series.title: series for series in panel._series(row)}


def test_history_of_the_selected_stream_is_plotted(show: Show, qtbot: QtBot) -> None:
    call = SmallCall()
    stream = call.join("guest-1")
    assert stream is not None
    panel = show(call)
    panel.table.selectRow(1)
    pass_time(call, panel, 5)
    stream.stats = replace(PLAYING, latency_ms=40.0)
    pass_time(call, panel, 5)

    latency = drawn(panel)["Latency"]
    assert list(latency.ages_s) == [-10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 0]
    assert [isnan(it) for it in latency.values] == [True] * 6 + [False] * 5
    qtbot.waitUntil(lambda: len(panel.plots._plots) == 3)
    panel.table.selectRow(0)
    assert list(drawn(panel)) == ["Bitrate", "Frames", "Queue"]


def test_history_covers_two_minutes(show: Show) -> None:
    call = SmallCall()
    panel = show(call)
    pass_time(call, panel, 200)

    assert drawn(panel)["Bitrate"].ages_s[0] == -120


def test_opened_late_the_panel_knows_what_the_journal_knows(show: Show) -> None:
    call = SmallCall()
    call.join("guest-1", stream=SmallStream(stats=PLAYING))
    for _ in range(10):
        call.now_s += 2.0
        call.journal.add("guest-1", "play_stats", **replace(PLAYING, fps=7.5).fields())
        call.journal.add("me", "publish_stats", **call.publish.fields())
    panel = show(call)

    panel.table.selectRow(1)
    assert list(drawn(panel)["Frames"].values) == [7.5] * 10 + [15.0]
    panel.table.selectRow(0)
    assert len(drawn(panel)["Frames"].values) == 11


def test_hidden_the_panel_asks_for_nothing(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    call = SmallCall()
    panel = show(call)
    panel.hide()
    monkeypatch.delattr(SmallCall, "publish_stats")
    pass_time(call, panel, 5)


def test_the_selection_stays_when_streams_come_and_go(show: Show) -> None:
    call = SmallCall()
    for uid in ("a", "b", "c"):
        call.join(uid)
    panel = show(call)
    panel.table.selectRow(3)
    call.part("a")
    pass_time(call, panel, 1)
    row = panel.selected()
    assert row is not None
    assert row.key == StreamId("c")

    call.part("c")
    pass_time(call, panel, 1)
    assert panel.selected() is not None


def test_numbers_of_now_can_be_copied(show: Show) -> None:
    call = SmallCall()
    call.join("guest-1", "=SUM(1)")
    panel = show(call)
    panel.copy.click()

    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert rows[0][:3] == ["Stream", "Bitrate (kbit/s)", "Frames (fps)"]
    assert [row[0] for row in rows[1:]] == ["You", "'=SUM(1)"]


def test_history_can_be_saved(show: Show, tmp_path: Path) -> None:
    call = SmallCall()
    call.join("guest-1", "Anna", stream=SmallStream(stats=replace(PLAYING, latency_ms=40.0)))
    panel = show(call)
    pass_time(call, panel, 2)
    panel.save_history(tmp_path / "numbers.csv")

    text = (tmp_path / "numbers.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert [row["stream"] for row in rows] == ["me"] * 3 + ["guest-1"] * 3
    assert rows[0]["time"] == "2023-11-14T22:13:20.000+00:00"
    assert (rows[0]["queue_ms"], rows[0]["latency_ms"]) == ("0.0", "")
    assert (rows[3]["queue_ms"], rows[3]["latency_ms"]) == ("", "40.0")


def test_the_save_button_asks_where_and_waits_for_nobody(show: Show, tmp_path: Path) -> None:
    panel = show(SmallCall())
    panel.save.click()
    (dialog,) = panel.findChildren(QFileDialog)
    assert dialog.isVisible()

    dialog.selectFile(str(tmp_path / "mine"))
    dialog.accept()
    assert (tmp_path / "mine.csv").read_text("utf-8").startswith("time,stream,video_kbps")


def test_a_place_that_cannot_be_written_is_named(show: Show, tmp_path: Path) -> None:
    panel = show(SmallCall())
    panel.save_history(tmp_path / "nowhere" / "numbers.csv")

    assert panel.bar.isVisible()
    assert "numbers.csv: No such file or directory. Choose another" in panel.bar.accessibleName()


@pytest.mark.parametrize(
    ("value", "top"),
    [(0, 1), (1, 1), (1.5, 2), (3, 5), (7, 10), (15, 20), (824, 1000), (999, 1000)],
)
def test_scales_end_at_round_numbers(value: float, top: float) -> None:
    assert round_up(value) == top


def test_a_screen_beside_a_camera_is_a_stream_of_its_own(show: Show) -> None:
    call = SmallCall()
    call.join("guest-1", "Anna")
    call.streams[StreamId("guest-1", "screen")] = SmallStream(stats=PlayStats(width_px=1920))

    assert stream_names(show(call)) == ["You", "Anna", "Anna – screen"]
