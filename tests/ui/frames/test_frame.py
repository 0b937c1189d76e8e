"""The stage on the screen of a phone."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from lianmai.core.messages import StreamId
from lianmai.core.stage.devices import screen_named
from lianmai.ui import theme
from lianmai.ui.frames.frame import DeviceFrame
from lianmai.ui.frames.menu import FrameMenu
from lianmai.ui.stage.stage import Stage
from tests.ui.pictures import BLUE, RED, feeds_of, picture, supplies, until


@pytest.fixture
def frame(qtbot: QtBot) -> DeviceFrame:
    stage = Stage()
    made = DeviceFrame(stage)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def _stage(frame: DeviceFrame) -> Stage:
    return frame.findChildren(Stage)[0]


def test_without_a_phone_the_stage_fills_the_window(frame: DeviceFrame) -> None:
    assert _stage(frame).size() == frame.viewport().size()
    assert frame.sentence == ""


@pytest.mark.parametrize("name", ["iphone-15", "galaxy-s24:landscape", "ipad-11"])
def test_on_a_phone_the_stage_has_its_shape_and_fits_in(frame: DeviceFrame, name: str) -> None:
    screen = screen_named(name)
    frame.show_screen(screen)
    stage = _stage(frame)
    assert stage.width() / stage.height() == pytest.approx(
        screen.whole.width / screen.whole.height, abs=0.01
    )
    assert frame.body.rect().contains(stage.geometry())
    assert frame.sentence.startswith(screen.device.title)
    frame.show_screen(None)
    assert stage.size() == frame.viewport().size()


def test_one_to_one_it_has_the_logical_size_and_can_be_scrolled(frame: DeviceFrame) -> None:
    frame.show_screen(screen_named("iphone-15"))
    frame.set_true_size(True)
    assert _stage(frame).size().toTuple() == (393, 852)
    bar: QScrollBar = frame.verticalScrollBar()
    until(lambda: bar.maximum() > 0)
    frame.set_true_size(False)
    until(lambda: bar.maximum() == 0)


def test_a_small_window_still_shows_all_of_the_phone(frame: DeviceFrame) -> None:
    frame.show_screen(screen_named("iphone-15"))
    frame.resize(200, 160)
    stage = _stage(frame)
    assert stage.width() < stage.height() < 160


def test_tiles_ask_for_pictures_in_the_pixels_of_the_window(frame: DeviceFrame) -> None:
    known = supplies(1)
    _stage(frame).show_feeds(feeds_of(known))
    frame.show_screen(screen_named("iphone-15"))
    tile = _stage(frame).tiles[StreamId("u0")]
    ratio = tile.devicePixelRatioF()
    wanted = (round(tile.width() * ratio), round(tile.height() * ratio))
    until(lambda: known[StreamId("u0")].size_px == wanted)


def test_marks_can_be_switched_off_but_the_phone_keeps_its_corners(frame: DeviceFrame) -> None:
    known = supplies(1)
    stage = _stage(frame)
    stage.show_feeds(feeds_of(known))
    stage.set_layout_name("one_to_one")
    screen = screen_named("iphone-x")
    frame.show_screen(screen)
    frame.set_true_size(True)
    known[StreamId("u0")].box.put(picture(BLUE, RED, 375, 812))
    stage.take_pictures()
    capsule = QPoint(screen.capsule.x + 20, screen.capsule.y + 4)
    place = stage.geometry()

    def seen(at: QPoint) -> str:
        return QColor(
            frame.body.grab(QRect(place.topLeft() + at, at + QPoint(1, 1)))
            .toImage()
            .pixelColor(0, 0)
        ).name()

    assert seen(capsule) != RED
    assert seen(QPoint(0, 0)) != BLUE
    frame.set_marks(False)
    assert seen(capsule) == RED
    assert seen(QPoint(0, 0)) != BLUE
    assert seen(QPoint(100, 400)) == BLUE


def test_a_presentation_has_one_ground_around_the_phone(frame: DeviceFrame) -> None:
    theme.force(Qt.ColorScheme.Light)
    try:
        frame.show_screen(screen_named("iphone-15"))
        corner = frame.body.grab().toImage().pixelColor(2, 2).name()
        frame.set_clean(True)
        clean = frame.body.grab().toImage().pixelColor(2, 2).name()
    finally:
        theme.force(None)
    assert (corner, clean) == (theme.LIGHT.stage, theme.LIGHT.plate)


def test_sizes_read_from_left_to_right_in_every_language(frame: DeviceFrame) -> None:
    frame.show_screen(screen_named("iphone-15"))
    before, _, isolated = frame.sentence.partition("\u2066")
    assert not any(letter.isdigit() for letter in before.removeprefix("iPhone 14 Pro, 15, 16"))
    assert isolated.startswith("393 × 852 @3x")
    assert isolated.endswith("%\u2069")


def test_what_lies_on_the_screen_lets_the_mouse_through(frame: DeviceFrame) -> None:
    stage = _stage(frame)
    stage.show_feeds(feeds_of(supplies(1)))
    stage.set_layout_name("one_to_one")
    screen = screen_named("iphone-x")
    frame.show_screen(screen)
    frame.set_true_size(True)
    capsule = stage.geometry().topLeft() + QPoint(screen.capsule.x + 9, screen.capsule.y + 9)
    assert frame.body.childAt(capsule) is stage.tiles[StreamId("u0")]


def test_the_menu_tells_device_and_how_it_is_held(qtbot: QtBot) -> None:
    menu = FrameMenu()
    qtbot.addWidget(menu)
    told: list[str] = []
    menu.screen_chosen.connect(lambda screen: told.append(screen.name if screen else ""))
    menu.choose(screen_named("iphone-15:landscape"))
    assert told[-1] == "iphone-15:landscape"
    upright = next(it for it in menu.actions() if it.text() == "Held sideways")
    upright.trigger()
    assert told[-1] == "iphone-15"
    next(it for it in menu.actions() if it.text() == "No frame").trigger()
    assert told[-1] == ""
    assert not upright.isEnabled()
