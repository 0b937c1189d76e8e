import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from lianmai.core.messages import Kick, LinkLost
from lianmai.ui.panels.participants import ParticipantsPanel
from tests.ui.panels.small_call import SmallCall, SmallStream


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[SmallCall], ParticipantsPanel]:
    def show_panel(call: SmallCall) -> ParticipantsPanel:
        panel = ParticipantsPanel(call)
        qtbot.addWidget(panel)
        panel.resize(280, 500)
        panel.show()
        return panel

    return show_panel


Show = Callable[[SmallCall], ParticipantsPanel]


def names(panel: ParticipantsPanel) -> list[str]:
    return [panel.model.index(i, 0).data() for i in range(panel.model.rowCount())]


def words(panel: ParticipantsPanel, number: int) -> str:
    return str(panel.model.index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def select(panel: ParticipantsPanel, number: int) -> None:
    panel.list.setCurrentIndex(panel.model.index(number, 0))


def test_oneself_comes_first_then_others_in_order_of_arrival(show: Show) -> None:
    call = SmallCall()
    call.join("guest-2", "小明")
    call.join("guest-1")

    assert names(show(call)) == ["Tester (you)", "小明", "guest-1"]


def test_a_row_tells_role_devices_and_trouble(show: Show) -> None:
    call = SmallCall()
    failed = SmallStream("failed", "Cannot play rtmp://host/live/x?key=secret: refused.")
    call.join("guest-1", "Anna", muted=("audio",), stream=failed, is_host=True)
    call.join("guest-2", media=None, role="audience")
    panel = show(call)

    anna = words(panel, 1).split("\n")
    assert {"Anna", "guest-1", "Host", "microphone off", "camera on"} <= set(anna)
    assert anna[-1] == "Cannot play rtmp://host/live/x?key=*** refused."
    assert words(panel, 2) == "guest-2\nAudience\nSends nothing"


def test_own_row_follows_own_devices_and_the_link(show: Show) -> None:
    call = SmallCall()
    panel = show(call)
    call.microphone_on = call.camera_on = False
    panel.refresh()
    assert {"microphone off", "camera off", "Publishing"} <= set(words(panel, 0).split("\n"))

    call.room.apply(LinkLost("gone"))
    panel.refresh()
    assert "The room cannot be reached; trying again." in words(panel, 0)


def test_the_selection_stays_with_its_participant(show: Show) -> None:
    call = SmallCall()
    for number in range(5):
        call.join(f"guest-{number}")
    panel = show(call)
    select(panel, 4)
    call.part("guest-0")
    call.join("guest-9")
    panel.refresh()

    current = panel.current()
    assert current is not None
    assert current.uid == "guest-3"
    assert names(panel)[-1] == "guest-9"


def test_a_refresh_without_news_touches_nothing(show: Show, qtbot: QtBot) -> None:
    call = SmallCall()
    for number in range(300):
        call.join(f"guest-{number}")
    panel = show(call)
    with qtbot.assertNotEmitted(panel.model.dataChanged):
        panel.refresh()
    call.streams[next(iter(call.streams))].state = "retrying"
    with qtbot.waitSignal(panel.model.dataChanged) as changed:
        panel.refresh()

    assert [index.row() for index in changed.args[:2]] == [1, 1]


def test_many_can_be_searched_by_name_and_uid(show: Show) -> None:
    call = SmallCall()
    for number in range(9):
        call.join(f"guest-{number}")
    panel = show(call)
    assert not panel.filter.isVisible()

    call.join("tv", "Wohnzimmer")
    panel.refresh()
    assert panel.filter.isVisible()
    panel.filter.setText("WOHN")
    assert names(panel) == ["Wohnzimmer"]
    panel.filter.setText("guest-7")
    assert names(panel) == ["guest-7"]
    assert panel.count.text() == "1 of 11"


def test_space_mutes_here_and_keys_change_the_volume(show: Show) -> None:
    call = SmallCall()
    stream = call.join("guest-1")
    assert stream is not None
    assert stream.sound is not None
    panel = show(call)
    select(panel, 1)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert stream.sound.muted
    assert "muted here" in words(panel, 1)

    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    QTest.keyClick(panel.list, Qt.Key.Key_Minus)
    assert (stream.sound.muted, stream.sound.volume) == (False, 0.9)


def test_the_menu_offers_only_what_can_be_done(show: Show) -> None:
    call = SmallCall(is_host=True)
    call.join("guest-1")
    call.join("guest-2", media=None)
    panel = show(call)

    def offers(number: int) -> list[str]:
        actions = panel.menu(panel.model.rows[number]).actions()
        return [it.text().partition("\t")[0] for it in actions if not it.isSeparator()]

    assert offers(0) == ["Copy user id"]
    assert offers(1) == ["Mute here", "Volume", "Copy user id", "Remove from the room…"]
    assert offers(2) == ["Copy user id", "Remove from the room…"]


def test_a_volume_chosen_from_the_menu_ends_muting(show: Show) -> None:
    call = SmallCall()
    stream = call.join("guest-1")
    assert stream is not None
    assert stream.sound is not None
    stream.sound.muted = True
    panel = show(call)
    menu = panel.menu(panel.model.rows[1])
    (volumes,) = menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    next(it for it in volumes.actions() if it.text() == "50 %").trigger()

    assert (stream.sound.muted, stream.sound.volume) == (False, 0.5)


def test_the_uid_can_be_copied(show: Show) -> None:
    call = SmallCall()
    call.join("guest-1", "Anna")
    panel = show(call)
    select(panel, 1)
    QTest.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "guest-1"


def button(panel: ParticipantsPanel, text: str) -> QPushButton:
    return next(it for it in panel.bar.findChildren(QPushButton) if it.text() == text)


async def answer() -> None:
    """Let requests already made be answered."""
    for _ in range(3):
        await asyncio.sleep(0)


def test_a_host_removes_somebody_after_a_question(show: Show, run: Callable[[Any], Any]) -> None:
    call = SmallCall(is_host=True)
    call.join("guest-1", "Anna")
    panel = show(call)
    select(panel, 1)

    async def scenario() -> None:
        QTest.keyClick(panel.list, Qt.Key.Key_Delete)
        assert panel.bar.accessibleName() == "Remove Anna from the room?"
        button(panel, "Remove").click()
        await answer()

    run(scenario())
    assert call.asked == [Kick("guest-1")]
    assert not panel.bar.isVisible()


def test_escape_answers_no(show: Show) -> None:
    call = SmallCall(is_host=True)
    call.join("guest-1")
    panel = show(call)
    select(panel, 1)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    QTest.keyClick(panel.bar, Qt.Key.Key_Escape)

    assert (panel.bar.isVisible(), call.asked) == (False, [])


def test_who_is_no_host_is_not_asked(show: Show) -> None:
    call = SmallCall()
    call.join("guest-1")
    panel = show(call)
    select(panel, 1)
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)

    assert not panel.bar.isVisible()


def test_a_refused_removal_is_told(show: Show, run: Callable[[Any], Any]) -> None:
    call = SmallCall(is_host=True)
    call.refusal = "Only the host may do this."
    call.join("guest-1")
    panel = show(call)
    select(panel, 1)

    async def scenario() -> None:
        QTest.keyClick(panel.list, Qt.Key.Key_Delete)
        button(panel, "Remove").click()
        await answer()

    run(scenario())
    assert panel.bar.accessibleName() == "Only the host may do this."
    assert panel.bar.isVisible()


def test_a_hidden_panel_does_nothing_and_is_up_to_date_when_shown(show: Show) -> None:
    call = SmallCall()
    panel = show(call)
    panel.hide()
    call.join("guest-1")
    panel.refresh()
    assert names(panel) == ["Tester (you)"]

    panel.show()
    assert names(panel) == ["Tester (you)", "guest-1"]
