"""A tile: the picture as it is, what lies on it, and what keys do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from lianmai.ui import theme
from lianmai.ui.stage.look import Look
from lianmai.ui.stage.tile import Tile
from tests.ui.pictures import BLUE, GREEN, RED, color_at, picture


@pytest.fixture
def tile(qtbot: QtBot) -> Tile:
    made = Tile()
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show_look(Look("Anna"))
    made.show()
    return made


def test_a_picture_is_painted_as_it_is(tile: Tile) -> None:
    tile.show_picture(picture(RED, BLUE))
    assert (color_at(tile, 0.25, 0.5), color_at(tile, 0.75, 0.5)) == (RED, BLUE)


def test_the_own_picture_is_mirrored(tile: Tile) -> None:
    tile.show_look(Look("Me", is_mirrored=True))
    tile.show_picture(picture(RED, BLUE))
    assert (color_at(tile, 0.25, 0.5), color_at(tile, 0.75, 0.5)) == (BLUE, RED)


def test_padding_at_the_end_of_rows_is_not_painted(tile: Tile) -> None:
    tile.resize(334, 188)
    tile.show_picture(picture(RED, BLUE, 334, 188))
    colors = {color_at(tile, 0.95, y) for y in (0.3, 0.4, 0.5, 0.6, 0.7)}
    assert colors == {BLUE}


def test_a_picture_of_another_shape_keeps_it(tile: Tile) -> None:
    tile.show_picture(picture(RED, RED, 200, 360))
    assert color_at(tile, 0.5, 0.5) == RED
    assert color_at(tile, 0.1, 0.5) == theme.colors().stage


def test_a_picture_of_another_size_is_fitted(tile: Tile) -> None:
    tile.show_picture(picture(RED, BLUE, 320, 180))
    assert (color_at(tile, 0.05, 0.5), color_at(tile, 0.95, 0.5)) == (RED, BLUE)


def test_the_newer_picture_replaces_the_older(tile: Tile) -> None:
    tile.show_picture(picture(RED, RED))
    tile.show_picture(picture(GREEN, GREEN))
    assert color_at(tile, 0.5, 0.5) == GREEN


def test_a_camera_turned_off_hides_the_last_picture(tile: Tile) -> None:
    tile.show_picture(picture(RED, RED))
    tile.show_look(Look("Anna", camera_off=True))
    assert RED not in {color_at(tile, x, 0.2) for x in (0.1, 0.5, 0.9)}
    assert tile.accessibleDescription() == "Camera off"


def test_a_problem_is_said_to_screen_readers_too(tile: Tile) -> None:
    sentence = "The stream of Anna ended."
    tile.show_look(Look("Anna", phase="failed", problem=sentence))
    assert (tile.accessibleName(), tile.accessibleDescription()) == ("Anna", sentence)


def test_a_stream_that_is_tried_again_says_how_often(tile: Tile) -> None:
    tile.show_look(Look("Anna", phase="retrying", problem="Lost.", attempt=3))
    assert tile.accessibleDescription() == "Lost.\nTrying again, attempt 3…"


def test_a_problem_dims_the_last_picture(tile: Tile) -> None:
    tile.show_picture(picture(RED, RED))
    tile.show_look(Look("Anna", phase="retrying", problem="Lost."))
    assert color_at(tile, 0.2, 0.2) not in (RED, theme.colors().tile)


def test_a_missing_microphone_leaves_the_picture_alone(tile: Tile) -> None:
    tile.show_picture(picture(RED, RED))
    tile.show_look(Look("Me", problem="No microphone was found."))
    assert color_at(tile, 0.5, 0.5) == RED


def test_a_failed_stream_offers_to_try_again(tile: Tile, qtbot: QtBot) -> None:
    tile.show_look(Look("Anna", phase="failed", problem="Lost."))
    button = tile.findChild(QPushButton)
    assert button is not None
    assert button.isVisible()
    with qtbot.waitSignal(tile.retry_wanted):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    tile.show_look(Look("Anna"))
    assert not button.isVisible()


def test_r_tries_a_failed_stream_again(tile: Tile, qtbot: QtBot) -> None:
    tile.show_look(Look("Anna", phase="failed", problem="Lost."))
    with qtbot.waitSignal(tile.retry_wanted):
        QTest.keyClick(tile, Qt.Key.Key_R)


def test_r_does_nothing_while_all_is_well(tile: Tile, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tile.retry_wanted):
        QTest.keyClick(tile, Qt.Key.Key_R)


def test_up_and_down_ask_for_another_volume(tile: Tile) -> None:
    steps: list[int] = []
    tile.volume_step_wanted.connect(steps.append)
    QTest.keyClick(tile, Qt.Key.Key_Up)
    QTest.keyClick(tile, Qt.Key.Key_Down)
    assert steps == [1, -1]


def test_a_speaker_is_framed(tile: Tile) -> None:
    tile.show_picture(picture(RED, RED))
    before = color_at(tile, 0.5, 0.002)
    tile.show_level(0.9)
    assert color_at(tile, 0.5, 0.002) != before


def test_a_stamp_stays_readable_below_numbers_and_corners(tile: Tile) -> None:
    tile.show_look(Look("Anna", numbers=("640×360  15 fps", "800 kbit/s")))
    tile.show_picture(picture(GREEN, GREEN))
    assert {color_at(tile, x / 64, 0.012) for x in range(4, 60, 3)} == {GREEN}


def test_a_look_that_fills_leaves_nothing_of_the_tile_free(tile: Tile) -> None:
    tile.resize(400, 400)
    tile.show_look(Look("Anna", fills=True))
    tile.set_bare(True)
    tile.show_picture(picture(RED, GREEN, 640, 360))
    colors = [color_at(tile, x, y) for x in (0.01, 0.99) for y in (0.01, 0.5)]
    assert colors == [RED, RED, GREEN, GREEN]
    assert tile.size_px == (711, 400)


def test_a_turned_picture_takes_the_shape_it_has_then(tile: Tile) -> None:
    tile.resize(360, 640)
    tile.show_look(Look("Anna", turn=270))
    tile.show_picture(picture(RED, GREEN, 640, 360))
    assert tile.size_px == (640, 360)
    assert (color_at(tile, 0.5, 0.1), color_at(tile, 0.5, 0.8)) == (GREEN, RED)


def test_a_menu_gives_a_focus_that_was_seen_back(tile: Tile, qtbot: QtBot) -> None:
    tile.activateWindow()
    qtbot.waitUntil(tile.isActiveWindow)
    tile.clearFocus()
    unseen = color_at(tile, 0.5, 0.0)
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    seen = color_at(tile, 0.5, 0.0)
    menu = QMenu(tile)
    menu.addAction("Mute here")
    menu.popup(tile.mapToGlobal(tile.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    menu.close()
    qtbot.waitUntil(tile.hasFocus)
    assert color_at(tile, 0.5, 0.0) == seen != unseen
