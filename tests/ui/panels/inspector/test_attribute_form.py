"""The form of attributes: every one there is, and what is chosen acts at once."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSlider,
)
from pytestqt.qtbot import QtBot

from lianmai.call import Call, CallSettings
from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.tables import attribute_infos
from lianmai.core.messages import StreamId
from lianmai.core.source import parse_source
from lianmai.ui.panels.inspector.attribute_form import AttributeForm
from lianmai.ui.panels.inspector.attribute_row import AttributeRow
from lianmai.ui.panels.inspector.component import Player, Pusher
from tests.ui.pictures import until

ANNA = StreamId("anna")


@pytest.fixture
def call() -> Call:
    """A call that has not begun: its attributes are there all the same."""
    source = parse_source("pattern")
    return Call(CallSettings("ws://127.0.0.1:9", "r", source=source, pusher=PusherAttributes()))


@pytest.fixture
def form(qtbot: QtBot, call: Call) -> AttributeForm:
    return _shown(qtbot, AttributeForm(Pusher(call)))


@pytest.fixture
def players(qtbot: QtBot, call: Call) -> AttributeForm:
    return _shown(qtbot, AttributeForm(Player(call, ANNA)))


def _shown(qtbot: QtBot, form: AttributeForm) -> AttributeForm:
    qtbot.addWidget(form)
    form.resize(340, 800)
    form.show()
    form.complete()
    return form


def _control(form: AttributeForm, name: str) -> object:
    return form.rows[name].editor.control


def test_every_attribute_of_the_phone_is_there_under_its_name(
    form: AttributeForm, players: AttributeForm
) -> None:
    assert form.rows.keys() == attribute_infos("live-pusher").keys()
    assert players.rows.keys() == attribute_infos("live-player").keys()
    assert all(row.name.text() == name for name, row in form.rows.items())
    assert all(row.info.meaning[:20] in row.toolTip() for row in form.rows.values())


def test_a_tip_tells_default_range_and_version(form: AttributeForm) -> None:
    assert form.rows["fps"].toolTip().splitlines()[-3:] == [
        *("Default: 15 frames/s", "Range: 1 to 30", "Base library: 2.31.0")
    ]
    assert "ours: none is documented" in form.rows["min-bitrate"].toolTip()


def test_every_editor_has_a_name_and_can_be_reached_by_keyboard(form: AttributeForm) -> None:
    for name, row in form.rows.items():
        assert row.editor.control.accessibleName() == name
        assert row.editor.control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_slider_acts_when_it_rests(form: AttributeForm, call: Call) -> None:
    slider = _control(form, "beauty")
    assert isinstance(slider, QSlider)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    until(lambda: call.pusher.beauty == 2)


def test_a_box_is_ticked(form: AttributeForm, call: Call) -> None:
    box = _control(form, "enable-mic")
    assert isinstance(box, QCheckBox)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not call.pusher.enable_mic
    assert box.text() == "false"


def test_a_choice_is_made_of_the_values_of_the_phone(form: AttributeForm, call: Call) -> None:
    box = _control(form, "mode")
    assert isinstance(box, QComboBox)
    assert [box.itemData(i) for i in range(box.count())] == [
        *("QVGA", "HVGA", "SD", "HD", "FHD", "RTC")
    ]
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert call.pusher.mode == "FHD"
    until(lambda: form.rows["video-width"].editor.control.property("text") == "mode: 720 px")


def test_a_number_begins_with_what_the_mode_says(form: AttributeForm, call: Call) -> None:
    box = _control(form, "min-bitrate")
    assert isinstance(box, QAbstractSpinBox)
    least = call.pusher.bitrate_range_kbps[0]
    assert box.text() == f"mode: {least} kbps"
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert call.pusher.min_bitrate == least + 50
    assert box.text() == f"{least + 50} kbps"


def test_a_text_acts_when_it_is_finished(form: AttributeForm, call: Call) -> None:
    line = _control(form, "waiting-image")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "/tmp/wait.png")
    form.refresh()
    assert (line.text(), call.pusher.waiting_image) == ("/tmp/wait.png", "")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert call.pusher.waiting_image == "/tmp/wait.png"


def test_a_refused_value_says_why_and_acts_as_soon_as_it_may(
    form: AttributeForm, call: Call
) -> None:
    low, high = form.rows["min-bitrate"], form.rows["max-bitrate"]
    low.chosen.emit("min-bitrate", 900)
    high.chosen.emit("max-bitrate", 600)
    assert "min-bitrate 900 is above max-bitrate 600" in high.complaint
    assert high.editor.control.accessibleDescription() == high.complaint
    assert call.pusher.bitrate_range_kbps[0] == 900
    low.chosen.emit("min-bitrate", 300)
    assert (high.complaint, call.pusher.bitrate_range_kbps) == ("", (300, 600))


def test_what_is_changed_stands_out_and_can_be_reset(form: AttributeForm, call: Call) -> None:
    row = form.rows["whiteness"]
    assert (row.reset.isVisible(), row.name.font().bold()) == (False, False)
    row.chosen.emit("whiteness", 4)
    assert (row.reset.isVisible(), row.name.font().bold()) == (True, True)
    row.reset.click()
    assert (row.reset.isVisible(), call.pusher.whiteness) == (False, 0)


def test_all_attributes_can_be_reset_at_once(form: AttributeForm, call: Call) -> None:
    assert not form.reset.isEnabled()
    form.rows["beauty"].chosen.emit("beauty", 5)
    form.rows["min-bitrate"].chosen.emit("min-bitrate", 900)
    box = _control(form, "max-bitrate")
    assert isinstance(box, QDoubleSpinBox)
    box.setValue(600)
    assert form.rows["max-bitrate"].complaint
    form.reset.click()
    assert box.text().startswith("mode:")
    assert call.pusher == call.settings.pusher
    assert form.rows["max-bitrate"].complaint == ""
    assert not form.reset.isEnabled()


def test_what_changed_elsewhere_is_shown(form: AttributeForm, call: Call) -> None:
    call.set_pusher_attribute("filter", "pink")
    form.refresh()
    box = _control(form, "filter")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "pink"


def test_an_attribute_that_waits_for_the_next_start_says_so(form: AttributeForm) -> None:
    row = form.rows["audio-quality"]
    row.chosen.emit("audio-quality", "low")
    assert [it for it in _texts(row) if "next time" in it]


def _texts(row: AttributeRow) -> list[str]:
    return [row.note] if row.note else []


def test_attributes_without_effect_are_listed_apart_with_the_reason(form: AttributeForm) -> None:
    row, head = form.rows["auto-focus"], form._sections[-1].head
    assert "without effect" in head.accessibleName()
    assert not row.isVisible()
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert row.isVisible()
    assert row.info.note in row.toolTip().replace("\n", " ")


@pytest.mark.parametrize("name", ["auto-focus", "beauty"])
def test_an_attribute_is_found_by_its_name_also_when_folded_away(
    form: AttributeForm, name: str
) -> None:
    form.search.setText(name)
    seen = [row.info.name for row in form.rows.values() if row.isVisible()]
    assert name in seen
    assert all(name in it for it in seen)


def test_a_name_that_is_not_there_is_said(form: AttributeForm) -> None:
    form.search.setText("bitrat3")
    assert form._nothing.isVisible()
    assert not [row for row in form.rows.values() if row.isVisible()]


def test_a_players_attributes_are_its_own(players: AttributeForm, call: Call) -> None:
    assert "least delay" in players._note.text()
    players.rows["object-fit"].chosen.emit("object-fit", "fillCrop")
    attributes = call.components.player_of(ANNA)
    assert attributes is not None
    assert attributes.object_fit == "fillCrop"
    assert call.player_attributes is None
    assert not players._note.isVisible()
    players.reset.click()
    assert call.components.player_of(ANNA) is None
    assert players._note.isVisible()


def test_the_wheel_moves_the_form_not_a_value(form: AttributeForm, qtbot: QtBot) -> None:
    def turn(name: str) -> bool:
        spot = QPointF(5, 5)
        event = QWheelEvent(
            spot,
            spot,
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        form.rows[name].editor.control.wheelEvent(event)
        return event.isAccepted()

    assert not any(turn(name) for name in ("beauty", "min-bitrate", "mode"))


def test_rows_come_by_themselves_and_folded_ones_when_they_are_wanted(
    qtbot: QtBot, call: Call
) -> None:
    form = AttributeForm(Pusher(call))
    qtbot.addWidget(form)
    form.show()
    acting = {
        info.name for info in attribute_infos("live-pusher").values() if info.effect != "none"
    }
    until(lambda: form.rows.keys() == acting)
    assert form.rows["mode"].editor.control.property("currentText") == "RTC"
    form._sections[-1].head.click()
    until(lambda: form.rows.keys() == attribute_infos("live-pusher").keys())
    until(form.rows["autopush"].isVisible)
