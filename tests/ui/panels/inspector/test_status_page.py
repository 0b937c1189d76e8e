"""Numbers and codes of a component, as a phone's page gets them."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lianmai.call import Call, CallSettings
from lianmai.call.components import ME
from lianmai.core.components.tables import status_fields
from lianmai.ui.panels.event_words import Level
from lianmai.ui.panels.inspector.component import Pusher
from lianmai.ui.panels.inspector.status_page import StatusPage


@pytest.fixture
def call() -> Call:
    return Call(CallSettings("ws://127.0.0.1:9", "r"))


@pytest.fixture
def page(qtbot: QtBot, call: Call) -> StatusPage:
    made = StatusPage(Pusher(call), call.journal)
    qtbot.addWidget(made)
    made.resize(340, 600)
    made.show()
    return made


def _cells(page: StatusPage) -> dict[str, tuple[str, str]]:
    """Return value and origin of every field."""
    return {row.key: (row.text, row.made) for row in page.model.rows}


def test_before_any_numbers_every_field_is_there_and_unknown(page: StatusPage) -> None:
    assert _cells(page).keys() == status_fields("live-pusher").keys()
    assert {value for value, _ in _cells(page).values()} == {"–"}
    assert page._waiting.isVisible()


def test_numbers_are_shown_with_unit_and_origin(page: StatusPage, call: Call) -> None:
    call.live_pusher.netstatus = {"videoBitrate": 512, "netJitter": 3.25}
    page.refresh()
    cells = _cells(page)
    assert cells["videoBitrate"] == ("512 kbps", "measured")
    assert cells["netJitter"] == ("3.25", "derived")
    assert cells["netQualityLevel"] == ("–", "not knowable")
    assert not page._waiting.isVisible()


def test_every_number_tells_how_it_is_made(page: StatusPage) -> None:
    for place, row in enumerate(page.model.rows):
        tip = page.model.data(page.model.index(place, 0), Qt.ItemDataRole.ToolTipRole)
        assert row.field.how in str(tip).replace("\n", " ")


def test_numbers_are_copied_under_the_phones_names(page: StatusPage, call: Call) -> None:
    call.live_pusher.netstatus = {"videoBitrate": 512, "videoFPS": 15}
    page.refresh()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "videoBitrate: 512\nvideoFPS: 15"


def test_codes_come_from_facts_with_level_and_message(page: StatusPage, call: Call) -> None:
    for fact, fields in (
        ("push_started", {}),
        ("push_connected", {}),
        ("network_busy", {"queue_ms": 900}),
    ):
        call.components.hear(ME, fact, fields)
    call.journal.add("anna", "statechange", code=2001, message="of another component")
    page.refresh()
    rows = {row.words.split()[0]: row for row in page.codes.model.rows}
    assert rows["1001"].words == "1001  PUSH_EVT_CONNECT_SUCC"
    assert rows["1001"].details == "Connected to the push server"
    assert rows["1101"].level == Level.WARNING
    assert "2001" not in rows


def test_the_log_is_copied_line_by_line_with_times_since_the_start(
    page: StatusPage, call: Call
) -> None:
    call.journal.add(ME, "publish_state", state="requesting")
    call.journal.add(ME, "statechange", code=1001, message="Connected")
    call.journal.add(ME, "error", errCode=10003, errMsg="No such file.")
    call.journal.add(ME, "bgmstart")
    page.refresh()
    page.codes.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    told = [re.sub(r"^[-\d]+ [:.\d]+ \+\d+\.\d{3} s ", "", line) for line in lines]
    assert told == [
        'live-pusher bindstatechange {"code": 1001, "message": "Connected"}',
        'live-pusher binderror {"errCode": 10003, "errMsg": "No such file."}',
        "live-pusher bindbgmstart {}",
    ]


def test_what_came_before_the_page_is_listed_too(qtbot: QtBot, call: Call) -> None:
    call.journal.add(ME, "statechange", code=1002, message="Publishing begins")
    made = StatusPage(Pusher(call), call.journal)
    qtbot.addWidget(made)
    assert [row.details for row in made.codes.model.rows] == ["Publishing begins"]
