"""The form to join: checks as one types, and asks only for what is complete."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lianmai.core.source import parse_source
from lianmai.media.capturing.devices import Device
from lianmai.ui.settings import Entries
from lianmai.ui.start.device_list import DeviceList
from lianmai.ui.start.join_form import JoinForm

ENTRIES = Entries("ws://10.0.0.2:8440", "room-7", "Lin", parse_source("pattern"))


@pytest.fixture
def devices() -> DeviceList:
    return DeviceList()


@pytest.fixture
def form(qtbot: QtBot, devices: DeviceList) -> JoinForm:
    made = JoinForm(devices)
    qtbot.addWidget(made)
    made.show_entries(ENTRIES)
    made.show()
    return made


def test_it_gives_back_what_it_shows(form: JoinForm) -> None:
    assert form.entries() == ENTRIES


def test_the_built_in_server_needs_no_address(form: JoinForm) -> None:
    form.place.setCurrentIndex(0)
    assert not form.server_field.isVisible()
    assert (form.entries().server, form.is_complete) == ("", True)


def test_a_wrong_address_is_said_below_its_field_as_it_is_typed(form: JoinForm) -> None:
    form.server.clear()
    QTest.keyClicks(form.server, "10.0.0.2")
    assert form.server_field.complaint.endswith(".")
    assert not form.button.isEnabled()
    form.server.clear()
    QTest.keyClicks(form.server, "ws://10.0.0.2")
    assert (form.server_field.complaint, form.button.isEnabled()) == ("", True)


def test_a_complaint_is_read_to_those_who_cannot_see_it(form: JoinForm) -> None:
    form.room.setText("two words")
    assert form.room.accessibleDescription() == form.room_field.complaint != ""


def test_enter_joins(form: JoinForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.join_wanted) as joined:
        QTest.keyClick(form.room, Qt.Key.Key_Return)
    assert joined.args == [ENTRIES]


def test_enter_does_nothing_while_something_is_wrong(form: JoinForm, qtbot: QtBot) -> None:
    form.room.setText("two words")
    with qtbot.assertNotEmitted(form.join_wanted):
        QTest.keyClick(form.room, Qt.Key.Key_Return)


def test_spaces_around_are_not_part_of_the_entry(form: JoinForm) -> None:
    form.room.setText(" room-7 ")
    assert form.entries().room == "room-7"
    assert form.is_complete


def test_joining_can_be_cancelled(form: JoinForm, qtbot: QtBot) -> None:
    form.show_busy(True)
    assert not form.room.isEnabled()
    with qtbot.waitSignal(form.cancel_wanted):
        QTest.mouseClick(form.button, Qt.MouseButton.LeftButton)
    form.show_busy(False)
    assert form.room.isEnabled()


def test_a_new_attempt_takes_the_last_error_back(form: JoinForm) -> None:
    form.say_error("ws://10.0.0.2:8440 refuses connections.")
    assert form.error.isVisible()
    QTest.keyClick(form.room, Qt.Key.Key_Return)
    assert not form.error.isVisible()


def test_an_error_shows_no_secret(form: JoinForm) -> None:
    form.say_error("wss://10.0.0.2/?token=hunter2 refuses connections.")
    assert "refuses" in form.error.text()
    assert "hunter2" not in form.error.text()


def test_devices_appear_when_they_are_found(form: JoinForm, devices: DeviceList) -> None:
    devices.devices = (Device("camera", "/dev/video0", "Desk camera", "/dev/video0", "v4l2"),)
    devices.changed.emit()
    box = form.picker.picture_box
    titles = [box.itemText(index) for index in range(box.count())]
    assert titles[:3] == ["Default camera", "Desk camera", "Test pattern"]
    assert box.currentText() == "Test pattern"
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert str(form.picker.source) == "camera:/dev/video0"


def test_a_camera_of_last_time_that_is_gone_is_still_shown(form: JoinForm) -> None:
    form.picker.source = parse_source("camera:/dev/video7")
    assert form.picker.picture_box.currentText() == "/dev/video7"
