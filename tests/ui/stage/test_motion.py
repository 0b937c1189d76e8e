"""Soft moves: on the way in steps, at the end exactly there, and none for who wants stillness."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lianmai.core.messages import StreamId
from lianmai.ui.stage import motion
from lianmai.ui.stage.motion import REDUCED_MOTION, Motion
from lianmai.ui.stage.stage import Stage
from tests.ui.pictures import RED, Supply, color_at, feeds_of, picture, supplies, until

U0 = StreamId("u0")


class Told(Supply):
    """Notes every size it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[tuple[int, int]] = []

    def set_size(self, width_px: int, height_px: int) -> None:
        super().set_size(width_px, height_px)
        self.sizes.append((width_px, height_px))


START, END = QRect(0, 0, 100, 60), QRect(200, 90, 300, 180)


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let things move although there is no screen."""
    monkeypatch.setenv(REDUCED_MOTION, "0")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def box(window: QWidget) -> QWidget:
    made = QWidget(window)
    made.setGeometry(START)
    made.show()
    return made


def test_a_widget_goes_there_step_by_step_and_arrives_exactly(box: QWidget) -> None:
    mover, seen = Motion(box), list[int]()

    def arrived() -> bool:
        seen.append(box.x())
        return not mover.is_running

    mover.bring({box: END}, softly=True)
    assert mover.is_running
    until(arrived)
    assert box.geometry() == END
    assert seen == sorted(seen)
    assert len(set(seen)) > 3


def test_what_is_not_to_move_softly_is_there_at_once(box: QWidget) -> None:
    mover = Motion(box)
    mover.bring({box: END}, softly=False)
    assert (box.geometry(), mover.is_running) == (END, False)


def test_another_place_on_the_way_replaces_the_first(box: QWidget) -> None:
    mover, other = Motion(box), QRect(10, 300, 80, 80)
    mover.bring({box: END}, softly=True)
    until(lambda: box.geometry() != START)
    mover.bring({box: other}, softly=True)
    until(lambda: not mover.is_running)
    assert box.geometry() == other


def test_a_widget_that_ends_on_the_way_is_no_trouble(box: QWidget) -> None:
    mover = Motion(box.window())
    mover.bring({box: END}, softly=True)
    mover.forget(box)
    box.deleteLater()
    until(lambda: not mover.is_running)


@pytest.mark.usefixtures("moving")
def test_players_hear_of_the_size_at_the_end_only(qtbot: QtBot) -> None:
    stage, known = Stage(), supplies(4)
    supply = known[U0] = Told()
    qtbot.addWidget(stage)
    stage.resize(1280, 720)
    stage.show_feeds(feeds_of(known))
    stage.show()
    until(lambda: supply.sizes)
    supply.sizes.clear()
    stage.set_layout_name("speaker")
    widths = set()
    tile = stage.tiles[U0]

    def refreshed() -> bool:
        stage.show_feeds(feeds_of(known))
        widths.add(tile.width())
        return bool(supply.sizes)

    until(refreshed)
    assert len(widths) > 3, "the tile shrinks step by step"
    assert supply.sizes == [tile.size_px], "its player hears of one size"


@pytest.mark.usefixtures("moving")
def test_a_picture_fills_its_tile_on_the_way(qtbot: QtBot) -> None:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.resize(1280, 720)
    known = supplies(4)
    stage.show_feeds(feeds_of(known))
    stage.show()
    known[U0].box.put(picture(RED, RED, 600, 338))
    stage.take_pictures()
    tile = stage.tiles[U0]
    start = tile.geometry()
    stage.set_layout_name("speaker")
    until(lambda: tile.geometry() != start)
    assert color_at(tile, 0.1, 0.5) == color_at(tile, 0.9, 0.5) == RED


@pytest.mark.usefixtures("moving")
def test_resizing_the_window_moves_nothing_softly(qtbot: QtBot) -> None:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.resize(1280, 720)
    stage.show_feeds(feeds_of({U0: Supply()}))
    stage.show()
    stage.resize(900, 600)
    QApplication.processEvents()
    assert stage.tiles[U0].width() == 900 - 2 * stage.tiles[U0].x()


def test_stillness_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REDUCED_MOTION, "1")
    assert not motion.moves()
    monkeypatch.setenv(REDUCED_MOTION, "0")
    assert motion.moves()


def test_without_a_screen_nothing_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REDUCED_MOTION, raising=False)
    assert not motion.moves()


@pytest.mark.parametrize(
    ("wish", "moves"),
    [(Qt.MotionPreference.NoPreference, True), (Qt.MotionPreference.ReducedMotion, False)],
)
def test_the_systems_wish_counts(
    monkeypatch: pytest.MonkeyPatch, wish: Qt.MotionPreference, moves: bool
) -> None:
    class Hints:
        def motionPreference(self) -> Qt.MotionPreference:
            return wish

    monkeypatch.delenv(REDUCED_MOTION, raising=False)
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    monkeypatch.setattr(type(QGuiApplication.styleHints()), "accessibility", lambda hints: Hints())
    assert motion.moves() is moves
