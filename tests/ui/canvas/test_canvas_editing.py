"""A canvas is changed by mouse, keys and numbers, and its file says just that afterwards."""

import copy
import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from lianmai.core.stage.canvas import Item
from lianmai.core.stage.geometry import Rect
from tests.ui.canvas.bench import TASK, Bench

U1: Item = ("users", 2)
_Key, _Keys = Qt.Key, Qt.KeyboardModifier


def test_a_file_opened_and_saved_says_the_same(bench: Bench) -> None:
    path = bench.file()
    bench.page.open(path)
    assert not bench.page.document.is_dirty
    bench.page.files.save()
    assert bench.saved(path) == TASK


def test_a_tile_dragged_by_mouse_is_saved_where_it_was_let_go(bench: Bench) -> None:
    path = bench.file()
    bench.page.open(path)
    scale = bench.page.board.scale
    start = bench.spot(U1)
    bench.drag(start, start + QPoint(round(150 * scale), round(37 * scale)), _Keys.ControlModifier)
    rect = bench.rect(U1)
    assert (rect.width, rect.height) == (200, 200)
    assert abs(rect.x - 810) <= 2
    assert abs(rect.y - 437) <= 2
    bench.page.files.save()
    wanted = copy.deepcopy(TASK)
    wanted["users"][2] |= {"x": rect.x, "y": rect.y}  # type: ignore[index]
    assert bench.saved(path) == wanted
    bench.page.open(path)
    assert bench.rect(U1) == rect


def test_a_drag_is_one_step_to_take_back(bench: Bench) -> None:
    bench.page.open(bench.file())
    before = bench.page.document.canvas
    bench.drag(bench.spot(U1), bench.spot(U1) + QPoint(60, 40))
    after = bench.page.document.canvas
    assert after != before
    QTest.keyClick(bench.page.board, _Key.Key_Z, _Keys.ControlModifier)
    assert bench.page.document.canvas == before
    assert not bench.page.document.is_dirty
    QTest.keyClick(bench.page.board, _Key.Key_Z, _Keys.ControlModifier | _Keys.ShiftModifier)
    assert bench.page.document.canvas == after


def test_escape_puts_back_what_is_being_dragged(bench: Bench) -> None:
    bench.page.open(bench.file())
    board, start = bench.page.board, bench.spot(U1)
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    bench.move(board, start + QPoint(50, 50), _Keys.NoModifier)
    assert bench.rect(U1) != Rect(660, 400, 200, 200)
    QTest.keyClick(board, _Key.Key_Escape)
    bench.move(board, start + QPoint(90, 50), _Keys.NoModifier)
    assert bench.rect(U1) == Rect(660, 400, 200, 200)


@pytest.mark.parametrize(
    ("handle", "moves"),
    [
        ((0, 0), "x y"), ((0.5, 0), "y"), ((1, 0), "right y"), ((1, 0.5), "right"),
        ((1, 1), "right bottom"), ((0.5, 1), "bottom"), ((0, 1), "x bottom"), ((0, 0.5), "x"),
    ],
)  # fmt: skip
def test_each_handle_moves_its_edges_alone(
    bench: Bench, handle: tuple[float, float], moves: str
) -> None:
    bench.page.open(bench.file())
    QTest.mouseClick(bench.page.board, Qt.MouseButton.LeftButton, pos=bench.spot(U1))
    assert bench.page.board.item == U1
    before, start = bench.rect(U1), bench.spot(U1, *handle)
    bench.drag(start, start + QPoint(31, 17), _Keys.ControlModifier)
    after = bench.rect(U1)
    changed = [
        edge for edge in ("x", "y", "right", "bottom")
        if getattr(before, edge) != getattr(after, edge)
    ]  # fmt: skip
    assert sorted(changed) == sorted(moves.split())


def test_what_comes_near_an_edge_snaps_to_it_and_the_line_is_shown(bench: Bench) -> None:
    bench.page.open(bench.file())
    board = bench.page.board
    start = bench.spot(U1)
    shift = QPoint(round(-17 * board.scale), round(-37 * board.scale))
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    bench.move(board, start + shift, _Keys.NoModifier)
    assert (bench.rect(U1).x, bench.rect(U1).y) == (640, 360)
    assert 640 in board.lines.across
    assert 360 in board.lines.down
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=start + shift)
    assert not board.lines.across


def test_arrows_move_and_resize_by_pixels(bench: Bench) -> None:
    bench.page.open(bench.file())
    board = bench.page.board
    board.choose(U1)
    board.setFocus()
    QTest.keyClick(board, _Key.Key_Right)
    QTest.keyClick(board, _Key.Key_Down, _Keys.ShiftModifier)
    assert bench.rect(U1) == Rect(661, 410, 200, 200)
    QTest.keyClick(board, _Key.Key_Left, _Keys.AltModifier)
    QTest.keyClick(board, _Key.Key_Down, _Keys.AltModifier | _Keys.ShiftModifier)
    assert bench.rect(U1) == Rect(661, 410, 199, 210)


def test_tab_goes_through_all_items_and_out(bench: Bench) -> None:
    bench.page.open(bench.file())
    board = bench.page.board
    board.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [board.item]
    for _ in range(2):
        QTest.keyClick(board, _Key.Key_Tab)
        seen.append(board.item)
    assert seen == [("users", 0), ("users", 1), ("users", 2)]
    assert "u1" in board.accessibleDescription()
    QTest.keyClick(board, _Key.Key_Tab)
    assert not board.hasFocus()


def test_keys_change_the_order_and_delete(bench: Bench) -> None:
    bench.page.open(bench.file())
    board = bench.page.board
    board.choose(("users", 0))
    board.setFocus()
    QTest.keyClick(board, _Key.Key_Up, _Keys.ControlModifier | _Keys.ShiftModifier)
    assert bench.page.document.canvas.stacked()[-1] == 0
    QTest.keyClick(board, _Key.Key_Delete)
    assert [user.uid for user in bench.page.document.canvas.users] == ["u0", "u1"]
    assert board.item is None or board.item == ("users", 0)


def test_numbers_of_the_panel_are_the_numbers_of_the_item(bench: Bench) -> None:
    bench.page.open(bench.file())
    bench.page.board.choose(U1)
    form = bench.page.panel.user_form
    shown = {field: box.value() for field, box in form.rect_boxes.boxes.items()}
    assert shown == {"x": 660, "y": 400, "width": 200, "height": 200}
    box = form.rect_boxes.boxes["width"]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "333")
    assert bench.rect(U1).width == 200
    QTest.keyClick(box, _Key.Key_Return)
    assert bench.rect(U1).width == 333
    QTest.keyClick(box, _Key.Key_Z, _Keys.ControlModifier)
    assert bench.rect(U1).width == 200
    assert box.value() == 200
    form.push_video.click()
    assert bench.page.document.canvas.users[2].push_video is False


def test_the_canvas_has_numbers_too(bench: Bench) -> None:
    path = bench.file()
    bench.page.open(path)
    form = bench.page.panel.ground_form
    assert form.color.value() == 1054752
    form.width_box.setValue(1000)
    form.color.setValue(16711680)
    bench.page.files.save()
    assert bench.saved(path)["canvas"] == {
        "width": 1000, "height": 720, "color": 16711680, "note": "kept"
    }  # fmt: skip


def test_saved_as_our_own_form_it_opens_the_same(bench: Bench) -> None:
    path = bench.file()
    bench.page.open(path)
    canvas = bench.page.document.canvas
    saved_as = bench.page.panel.ground_form.saved_as
    saved_as.setCurrentIndex(1)
    saved_as.activated.emit(1)
    assert bench.page.document.is_dirty
    bench.page.files.save()
    assert json.loads(path.read_text("utf-8"))["format"] == "lianmai-canvas"
    bench.page.open(path)
    assert bench.page.document.canvas.users == canvas.users


def test_a_preset_places_all_tiles_in_one_step(bench: Bench) -> None:
    bench.page.open(bench.file())
    before = bench.page.document.canvas
    bench.page.lay_out_as("side_by_side")
    rects = [user.rect for user in bench.page.document.canvas.users]
    assert not any(a.overlaps(b) for a in rects for b in rects if a is not b)
    bench.page.document.undo()
    assert bench.page.document.canvas == before
