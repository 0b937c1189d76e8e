"""Tools over the stage: they show what they say, and cost nothing while they are off."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lianmai.ui.stage.stage_shot import stage_image
from lianmai.ui.stage.tile import Tile
from lianmai.ui.verify.guides import Guide
from lianmai.ui.verify.keys import verify_actions
from lianmai.ui.verify.marks import Marker
from lianmai.ui.verify.overlay import Overlay
from lianmai.ui.verify.words import tile_words, tiles_json, tiles_text
from tests.ui.pictures import feeds_of, until
from tests.ui.verify.conftest import SIZE, Desk


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def first_tile(desk: Desk) -> Tile:
    return desk.stage.tiles[desk.stage.visible_ids()[0]]


def settle() -> None:
    """Let everything that is waiting be painted, twice the time a tool looks around."""
    QTest.qWait(250)


def test_nothing_is_made_and_nothing_runs_while_all_is_off(desk: Desk) -> None:
    assert [it for it in desk.findChildren(QWidget) if isinstance(it, Overlay | Guide)] == []
    timers = [it for it in desk.tools.findChildren(QTimer) if it.isActive()]
    assert timers == []


def test_everything_turned_on_is_off_again_at_once(desk: Desk) -> None:
    tools = desk.tools
    tools.set_rulers(True)
    tools.set_grid("thirds")
    tools.set_tiles(True)
    tools.set_loupe(True)
    tools.set_markers((Marker(0, 0, 1, 1, "here"),))
    tools.turn_off()
    shown = [it for it in (*tools.rulers, tools.overlay, tools.loupe) if it.isVisible()]
    assert shown == []
    assert [it for it in tools.findChildren(QTimer) if it.isActive()] == []


def test_a_picture_of_the_stage_has_no_tools_in_it(desk: Desk) -> None:
    before = stage_image(desk.stage)
    desk.tools.set_rulers(True)
    desk.tools.set_grid("8px")
    desk.tools.set_tiles(True)
    settle()
    assert stage_image(desk.stage) == before
    window = desk.grab().toImage()
    assert window.copy(20, 20, *SIZE) != before, "they can be seen in the window"


def test_tiles_are_painted_as_often_as_their_pictures_come(desk: Desk) -> None:
    desk.tools.set_tiles(True)
    desk.tools.set_grid("8px")
    desk.tools.set_rulers(True)
    settle()
    paints = Paints(first_tile(desk))
    settle()
    assert paints.count == 0, "nothing has changed"
    for _ in range(3):
        desk.show_pictures()
        QTest.qWait(30)
    assert paints.count == 3


def test_numbers_follow_a_tile_that_moves(desk: Desk) -> None:
    desk.tools.set_tiles(True)
    before = desk.tools.overlay.tiles
    assert [it.rect.width for it in before] == [t.width() for t in desk.stage.tiles.values()]
    desk.stage.resize(600, 300)
    until(lambda: desk.tools.overlay.tiles not in ((), before))
    assert desk.tools.overlay.size() == desk.stage.size()


def test_numbers_are_in_px_of_the_layout_or_of_the_screen(desk: Desk) -> None:
    width = first_tile(desk).width()
    desk.scale = 0.5  # a phone drawn half as large
    assert desk.tools.figures()[0].rect.width == 2 * width
    desk.tools.set_device_px(True)
    assert desk.tools.figures()[0].rect.width == round(width * desk.devicePixelRatioF())


def test_numbers_can_be_taken_away_as_text_and_json(desk: Desk) -> None:
    tiles = desk.tools.figures()
    tile = first_tile(desk)
    numbers = f"x {tile.x()}  y {tile.y()}  w {tile.width()}  h {tile.height()}"
    assert f"Peer 0: {numbers}  16:9" in tiles_text(tiles)
    value = json.loads(tiles_json(tiles))[0]
    assert (value["x"], value["width"], value["fit"]) == (tile.x(), tile.width(), "contain")


def test_what_is_cut_of_a_picture_is_said(desk: Desk) -> None:
    desk.stage.set_layout_name("tuicallkit_group_mobile")  # square tiles
    for supply in desk.known.values():
        supply.look = replace(supply.look, fills=True)
    desk.stage.show_feeds(feeds_of(desk.known))
    figures = desk.tools.figures()[0]
    assert figures.cut.left == pytest.approx((1 - 9 / 16) / 2, abs=0.01)
    assert tile_words(figures) == "16:9  cut: 21.9 % left and right"


def test_a_guide_is_dragged_out_of_the_ruler_and_snaps_to_a_tile(desk: Desk) -> None:
    desk.tools.set_rulers(True)
    left = desk.tools.rulers[1]
    edge = max(tile.geometry().right() + 1 for tile in desk.stage.tiles.values())
    QTest.mousePress(left, Qt.MouseButton.LeftButton, pos=QPoint(5, 100))
    QTest.mouseMove(left, QPoint(edge - 3, 120))
    QTest.mouseRelease(left, Qt.MouseButton.LeftButton, pos=QPoint(edge - 3, 120))
    (guide,) = desk.tools.guides.guides
    assert guide.orientation == Qt.Orientation.Vertical
    assert guide.at != edge - 3
    assert guide.at in desk.tools.seat.snap_lines().across


def test_a_guide_dropped_outside_is_gone(desk: Desk) -> None:
    desk.tools.set_rulers(True)
    guide = desk.tools.guides.add(Qt.Orientation.Horizontal, 100)
    QTest.mousePress(guide, Qt.MouseButton.LeftButton, pos=QPoint(300, 4))
    QTest.mouseMove(guide, QPoint(300, -120))
    QTest.mouseRelease(guide, Qt.MouseButton.LeftButton, pos=QPoint(300, -120))
    assert desk.tools.guides.guides == []


def test_a_guide_is_made_moved_and_removed_by_keys(desk: Desk) -> None:
    desk.tools.set_rulers(True)
    QTest.keyClick(desk.tools.rulers[0], Qt.Key.Key_Return)
    (guide,) = desk.tools.guides.guides
    middle = SIZE[1] / 2
    QTest.keyClick(guide, Qt.Key.Key_Down)
    QTest.keyClick(guide, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert guide.at == middle - 9
    assert guide.accessibleName().endswith(str(int(middle) - 9))
    QTest.keyClick(guide, Qt.Key.Key_Delete)
    assert desk.tools.guides.guides == []


def test_guides_stay_at_their_place_of_the_layout(desk: Desk) -> None:
    guide = desk.tools.guides.add(Qt.Orientation.Vertical, 100)
    x = guide.x()
    desk.scale = 0.5
    desk.tools.seat.changed.emit()
    assert guide.x() == x - 50
    assert guide.words == "100"


def test_keys_turn_tools_on_and_off(desk: Desk) -> None:
    actions = {it.shortcut().toString(): it for it in verify_actions(desk.tools, desk)}
    assert len(actions) == 6

    def press(keys: str) -> None:
        action: QAction = actions[keys]
        action.trigger()

    press("Shift+R")
    press("Shift+G")
    press("Shift+T")
    tools = desk.tools
    assert (tools.has_rulers, tools.grid, tools.has_tiles) == (True, "8px", True)
    press("Shift+R")
    press("Shift+T")
    for _ in range(3):
        press("Shift+G")
    assert (tools.has_rulers, tools.grid, tools.has_tiles) == (False, "none", False)
    assert not tools.overlay.isVisible()


def test_what_is_taken_hold_of_lies_above_what_is_drawn(desk: Desk) -> None:
    tools = desk.tools
    tools.set_loupe(True)
    tools.set_rulers(True)
    guide = tools.guides.add(Qt.Orientation.Vertical, 100)
    tools.set_grid("8px")
    expected = [desk.stage, tools.overlay, *tools.rulers, guide, tools.loupe]
    assert [it for it in desk.children() if it in expected] == expected
