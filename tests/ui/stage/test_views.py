"""Windows of their own for streams: they show what the stage shows, of the same pictures."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lianmai.core.messages import StreamId
from lianmai.ui.stage.floating import FloatingWindow
from lianmai.ui.stage.full_screen import FullScreen
from lianmai.ui.stage.look import TileAct
from lianmai.ui.stage.loose_window import LooseWindow
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.views import Views
from tests.ui.pictures import BLUE, GREEN, RED, Supply, color_at, feeds_of, picture, supplies, until

ONE = StreamId("u0")


@pytest.fixture
def known() -> dict[StreamId, Supply]:
    return supplies(2)


@pytest.fixture
def stage(qtbot: QtBot, known: dict[StreamId, Supply]) -> Stage:
    made = Stage()
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show()
    made.show_feeds(feeds_of(known))
    return made


@pytest.fixture
def views(stage: Stage) -> Iterator[Views]:
    made = Views(stage, stage)
    yield made
    made.close_all()


def _only(views: Views) -> LooseWindow:
    (window,) = views._windows
    return window


def test_a_floating_window_and_the_stage_show_the_same_pictures(
    views: Views, stage: Stage, known: dict[StreamId, Supply]
) -> None:
    views.toggle_floating(ONE)
    floating = _only(views)
    known[ONE].box.put(picture(RED, RED))
    stage.take_pictures()
    assert color_at(stage.tiles[ONE], 0.5, 0.5) == color_at(floating.tile, 0.5, 0.5) == RED
    assert floating.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert floating.tile.accessibleName() == "Peer 0"


def test_a_window_begins_with_the_picture_the_stage_has(
    views: Views, stage: Stage, known: dict[StreamId, Supply]
) -> None:
    known[ONE].box.put(picture(BLUE, BLUE))
    stage.take_pictures()
    views.toggle_floating(ONE)
    assert color_at(_only(views).tile, 0.5, 0.5) == BLUE


def test_pictures_are_as_large_as_the_largest_view_of_them(
    views: Views, stage: Stage, known: dict[StreamId, Supply]
) -> None:
    views.toggle_floating(ONE)
    floating = _only(views)
    floating.resize(1200, 675)
    until(lambda: known[ONE].size_px == floating.tile.size_px)
    floating.close()
    until(lambda: known[ONE].size_px == stage.tiles[ONE].size_px)


def test_a_floating_stream_is_seen_while_the_stage_is_hidden(
    views: Views, stage: Stage, known: dict[StreamId, Supply]
) -> None:
    views.toggle_floating(ONE)
    stage.hide()
    until(lambda: known[StreamId("u1")].size_px == (0, 0))
    assert known[ONE].size_px == _only(views).tile.size_px


def test_a_floating_window_takes_the_shape_of_its_picture(
    views: Views, stage: Stage, known: dict[StreamId, Supply]
) -> None:
    views.toggle_floating(ONE)
    floating = _only(views)
    known[ONE].box.put(picture(RED, RED, 360, 640))
    stage.take_pictures()
    until(lambda: abs(floating.height() / floating.width() - 640 / 360) < 0.02)


def test_keys_move_resize_and_close_a_floating_window(views: Views) -> None:
    told: list[tuple[StreamId, bool]] = []
    views.floated.connect(lambda *news: told.append(news))
    views.toggle_floating(ONE)
    floating = _only(views)
    floating.activateWindow()
    place, width = floating.pos(), floating.width()
    until(floating.isActiveWindow)
    QTest.keyClick(floating.tile, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert floating.pos() == place - QPoint(24, 0)
    QTest.keyClick(floating.tile, Qt.Key.Key_Plus)
    assert floating.width() > width
    QTest.keyClick(floating.tile, Qt.Key.Key_Escape)
    assert told == [(ONE, True), (ONE, False)]
    assert not views.is_floating(ONE)


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_s_saves_what_a_window_of_its_own_shows(
    views: Views, stage: Stage, modifier: Qt.KeyboardModifier
) -> None:
    wanted: list[tuple[StreamId, TileAct]] = []
    stage.wanted.connect(lambda *wish: wanted.append(wish))
    views.toggle_floating(ONE)
    floating = _only(views)
    floating.activateWindow()
    until(floating.isActiveWindow)
    QTest.keyClick(floating.tile, Qt.Key.Key_S, modifier)
    assert wanted == [(ONE, TileAct.SNAPSHOT)]


def test_a_floating_window_is_dragged_about(views: Views) -> None:
    views.toggle_floating(ONE)
    floating = _only(views)
    place, tile = floating.pos(), floating.tile
    QTest.mousePress(tile, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseMove(tile, QPoint(20, 30))  # begins
    QTest.mouseMove(tile, QPoint(20, 30))  # follows
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert floating.pos() == place - QPoint(30, 20)


def test_a_double_click_brings_the_call_back(views: Views, stage: Stage) -> None:
    views.toggle_floating(ONE)
    stage.showMinimized()
    QTest.mouseDClick(_only(views).tile, Qt.MouseButton.LeftButton)
    assert not views.is_floating(ONE)
    assert not stage.isMinimized()


def test_a_stream_floats_again_where_it_was_left(views: Views) -> None:
    views.toggle_floating(ONE)
    _only(views).setGeometry(40, 50, 480, 270)
    views.toggle_floating(ONE)
    assert not views.is_floating(ONE)
    views.toggle_floating(ONE)
    assert _only(views).geometry().getRect() == (40, 50, 480, 270)


def test_windows_close_with_their_stream(
    views: Views, stage: Stage, known: dict[StreamId, Supply]
) -> None:
    views.toggle_floating(ONE)
    views.fill_screen(ONE, 0)
    del known[ONE]
    stage.show_feeds(feeds_of(known))
    assert not views._windows


@pytest.mark.parametrize(("direction", "top"), [(0, "both"), (90, RED), (-90, GREEN)])
def test_full_screen_turns_the_picture_as_asked(
    views: Views, stage: Stage, known: dict[StreamId, Supply], direction: int, top: str
) -> None:
    told: list[tuple[StreamId, int, bool]] = []
    views.filled_screen.connect(lambda *news: told.append(news))
    views.fill_screen(ONE, direction)  # type: ignore[arg-type]  # one of the three
    window = _only(views)
    assert isinstance(window, FullScreen)
    known[ONE].box.put(picture(RED, GREEN))
    stage.take_pictures()
    tile = window.tile
    until(lambda: tile.size() == window.screen().size())
    if direction:
        assert color_at(tile, 0.5, 0.2) == top
    else:
        assert (color_at(tile, 0.2, 0.5), color_at(tile, 0.8, 0.5)) == (RED, GREEN)
    window.close()
    assert told == [(ONE, direction, True), (ONE, direction, False)]


def test_another_direction_takes_the_place_of_the_first(views: Views) -> None:
    views.fill_screen(ONE, 0)
    views.fill_screen(ONE, 90)
    window = _only(views)
    assert isinstance(window, FullScreen)
    assert window.direction == 90


def test_the_menu_of_a_tile_in_its_own_window_is_that_of_its_stream(
    views: Views, stage: Stage, known: dict[StreamId, Supply]
) -> None:
    views.toggle_floating(ONE)
    floating = _only(views)
    assert isinstance(floating, FloatingWindow)
    floating.tile.mute_wanted.emit()
    assert known[ONE].sound.muted
