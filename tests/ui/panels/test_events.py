import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lianmai.core.journal import CAPACITY
from lianmai.core.stats import PlayStats
from lianmai.ui.panels.event_words import Level
from lianmai.ui.panels.events import EventPanel
from tests.ui.panels.small_call import SmallCall

Show = Callable[[SmallCall], EventPanel]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def show_panel(call: SmallCall) -> EventPanel:
        panel = EventPanel(call)
        qtbot.addWidget(panel)
        panel.resize(280, 500)
        panel.show()
        return panel

    return show_panel


def lines(panel: EventPanel) -> list[str]:
    return [row.text().partition("  ")[2] for row in panel.model.rows]


def fill(call: SmallCall, count: int) -> None:
    for number in range(count):
        call.journal.add("room", "peer_left", uid=f"guest-{number}")


def test_the_past_and_the_present_are_shown_in_human_words(show: Show) -> None:
    call = SmallCall()
    call.journal.add("room", "peer_joined", uid="guest-1", peer_name="小明", role="audience")
    panel = show(call)
    call.journal.add("guest-1", "first_picture", ms=143.26)
    call.journal.add("me", "source_failed", source="camera", reason="Camera busy.")
    call.journal.add("guest-1", "something_new", width_px=640, ok=True, empty="")
    panel.refresh()

    assert lines(panel) == [
        "Room  Somebody joined  guest-1, 小明, audience",
        "guest-1  First picture  143.26 ms",
        "Error  You  Source failed  camera, Camera busy.",
        "guest-1  Something new  width 640 px, ok yes",
    ]


@pytest.mark.parametrize(
    ("name", "state", "line"),
    [
        ("play_state", "playing", "guest-1  Stream plays"),
        ("play_state", "retrying", "Warning  guest-1  Stream is tried again  Refused."),
        ("publish_state", "failed", "Error  guest-1  Publishing given up  Refused."),
    ],
)
def test_states_of_streams_are_told_by_how_bad_they_are(
    show: Show, name: str, state: str, line: str
) -> None:
    call = SmallCall()
    call.journal.add("guest-1", name, state=state, reason="" if state == "playing" else "Refused.")

    assert lines(show(call)) == [line]


def test_state_codes_are_told_with_the_level_of_the_phones_documents(show: Show) -> None:
    call = SmallCall()
    call.journal.add("me", "statechange", code=1002, message="Publishing begins")
    call.journal.add("guest-1", "statechange", code=2103, message="Reconnecting: refused")
    call.journal.add("me", "statechange", code=-1307, message="Given up")
    call.journal.add("me", "error", errCode=10003, errMsg="No such song")
    call.journal.add("me", "push_ended", reason="cancelled", cause="cancelled")
    call.journal.add("me", "netstatus", videoFPS=15)

    assert lines(show(call)) == [
        "You  1002 Publishing begins",
        "Warning  guest-1  2103 Reconnecting: refused",
        "Error  You  -1307 Given up",
        "Error  You  Error  errCode 10003, No such song",
        "You  Sending ended  cancelled, cause cancelled",
    ]


def test_no_key_is_shown_copied_or_saved(show: Show, tmp_path: Path) -> None:
    call = SmallCall()
    call.journal.add("guest-1", "pull_ended", reason="rtmp://host/live/x?key=SECRET ended")
    panel = show(call)
    panel.list.selectAll()
    panel.list.copy_selected()
    panel.save_events(tmp_path / "events.jsonl")
    index = panel.model.index(0, 0)
    roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    places = [str(index.data(role)) for role in roles]
    places += [QGuiApplication.clipboard().text(), (tmp_path / "events.jsonl").read_text("utf-8")]

    assert ["key=***" in place for place in places] == [True] * 4
    assert ["SECRET" in place for place in places] == [False] * 4


def choose(panel: EventPanel, level: Level) -> None:
    panel.level.setCurrentIndex(panel.level.findData(level))


def test_levels_narrow_the_list(show: Show) -> None:
    call = SmallCall()
    call.journal.add("guest-1", "play_stats", **PlayStats().fields())
    call.journal.add("room", "peer_left", uid="guest-1")
    call.journal.add("guest-1", "stalled", seconds=1.0)
    call.journal.add("room", "link_closed", reason="gave_up")
    call.journal.add("room", "link_closed", reason="left")
    panel = show(call)

    shown = {}
    for level in Level:
        choose(panel, level)
        shown[level.name] = len(panel.model.rows)
    assert shown == {"NUMBERS": 5, "EVENT": 4, "WARNING": 2, "ERROR": 1}


def test_text_finds_words_names_and_details(show: Show) -> None:
    call = SmallCall()
    call.journal.add("room", "peer_left", uid="guest-1", reason="Timeout")
    call.journal.add("guest-2", "stalled", seconds=1.0)
    panel = show(call)

    for text, word in {
        "NOTHING ARR": "stalled",
        "stalled": "stalled",
        "timeout": "peer_left",
    }.items():
        panel.filter.setText(text)
        assert [row.entry.name for row in panel.model.rows] == [word]
    panel.filter.setText("nowhere")
    assert panel.count.text() == "0 of 2"


def test_what_comes_passes_the_filter_too(show: Show) -> None:
    call = SmallCall()
    panel = show(call)
    panel.filter.setText("guest-7")
    fill(call, 10)
    panel.refresh()

    assert lines(panel) == ["Room  Somebody left  guest-7"]


def test_a_burst_is_one_insertion(show: Show) -> None:
    call = SmallCall()
    panel = show(call)
    insertions: list[int] = []
    panel.model.rowsInserted.connect(lambda parent, first, last: insertions.append(last - first))
    fill(call, 1000)
    panel.refresh()

    assert insertions == [999]


def test_the_oldest_are_forgotten(show: Show) -> None:
    call = SmallCall()
    panel = show(call)
    fill(call, CAPACITY)
    panel.refresh()
    fill(call, 3)
    panel.refresh()

    assert len(panel.model.rows) == panel.model.count() == CAPACITY
    assert panel.model.rows[0].entry.fields["uid"] == "guest-3"


def test_the_list_follows_the_newest_until_scrolled_up(show: Show) -> None:
    call = SmallCall()
    panel = show(call)
    bar = panel.list.verticalScrollBar()
    fill(call, 100)
    panel.refresh()
    assert bar.value() == bar.maximum() > 0
    assert not panel.newest.isVisible()

    bar.setValue(100)
    assert panel.newest.isVisible()
    fill(call, 100)
    panel.refresh()
    assert bar.value() == 100

    panel.newest.click()
    fill(call, 100)
    panel.refresh()
    assert bar.value() == bar.maximum()
    assert not panel.newest.isVisible()


def test_rows_being_read_stay_in_place_while_old_ones_are_forgotten(show: Show) -> None:
    call = SmallCall()
    panel = show(call)
    fill(call, CAPACITY)
    panel.refresh()
    panel.list.verticalScrollBar().setValue(1001)

    def at_top() -> tuple[object, int]:
        index = panel.list.indexAt(QPoint(1, 1))
        return panel.model.rows[index.row()].entry, panel.list.visualRect(index).top()

    before = at_top()
    fill(call, 10)
    panel.refresh()
    assert at_top() == before


def test_selected_lines_are_copied_in_order(show: Show) -> None:
    call = SmallCall()
    fill(call, 3)
    panel = show(call)
    panel.list.selectAll()
    QTest.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    copied = QGuiApplication.clipboard().text().split("\n")
    assert [line.rpartition(" ")[2] for line in copied] == ["guest-0", "guest-1", "guest-2"]


def test_the_journal_can_be_saved_as_json_lines(show: Show, tmp_path: Path) -> None:
    call = SmallCall()
    call.journal.add("guest-1", "first_picture", ms=143.2)
    call.journal.add("room", "message", body="你好")
    panel = show(call)
    panel.save_events(tmp_path / "events.jsonl")

    saved = (tmp_path / "events.jsonl").read_text("utf-8").splitlines()
    start = {"time": 1_700_000_000.0}
    assert [json.loads(line) for line in saved] == [
        {**start, "source": "guest-1", "event": "first_picture", "ms": 143.2},
        {**start, "source": "room", "event": "message", "body": "你好"},
    ]


def test_a_closed_panel_no_longer_listens(qtbot: QtBot) -> None:
    call = SmallCall()
    panel = EventPanel(call)
    assert len(call.journal._listeners) == 1
    panel.deleteLater()
    qtbot.waitUntil(lambda: call.journal._listeners == [])


def test_hidden_the_panel_only_remembers(show: Show) -> None:
    call = SmallCall()
    panel = show(call)
    panel.hide()
    fill(call, 5)
    panel.refresh()
    assert panel.model.count() == 0

    panel.show()
    assert panel.model.count() == 5
