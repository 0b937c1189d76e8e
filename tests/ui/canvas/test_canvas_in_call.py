"""The editor takes the stage's place in a call, and nothing is lost on the way out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from lianmai.ui.canvas.page import CanvasPage
from lianmai.ui.room.call_page import CallPage
from tests.ui.visits import ANNA, Run, Visit, scenario, until

pytestmark = pytest.mark.usefixtures("own_settings")
_CONTROL = Qt.KeyboardModifier.ControlModifier


def _editor(page: CallPage) -> CanvasPage:
    assert page.desk.editor is not None
    return page.desk.editor


def _press(page: CanvasPage, text: str) -> None:
    buttons = page.question.findChildren(QPushButton)
    next(it for it in buttons if it.text() == text and not it.isHidden()).click()


def test_the_layout_on_the_stage_can_be_edited_live(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles and page.stage.tiles[ANNA].has_picture)
        QTest.keyClick(page, Qt.Key.Key_E, _CONTROL)
        editor = _editor(page)
        assert page.actions_.edit_canvas.isChecked()
        uids = {user.uid for user in editor.document.canvas.users}
        assert uids == {page.call.room.uid, "anna"}
        tile = editor.board.tiles["anna", 0]
        first = tile.picture
        await until(lambda: tile.has_picture and tile.picture is not first)
        QTest.keyClick(page, Qt.Key.Key_E, _CONTROL)
        assert page.desk.editor is None
        assert not page.actions_.edit_canvas.isChecked()
        assert not page.stage.isHidden()
        await until(lambda: page.stage.tiles[ANNA].picture is not first)

    scenario(run, play)


def test_a_guest_who_comes_and_goes_is_followed(run: Run, tmp_path: Path) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        place = {"x": 0, "y": 0, "width": 320, "height": 180}
        layout = {"canvas": {"width": 320, "height": 180}, "users": [{"uid": "anna", **place}]}
        path = tmp_path / "layout.json"
        path.write_text(json.dumps(layout))
        page.desk.open(path)
        editor = _editor(page)
        rows = editor.panel.problems
        await until(lambda: rows.count() == 1 and "nobody" in rows.item(0).text())
        guest = await visit.guest("anna")
        await until(lambda: editor.board.tiles["anna", 0].has_picture)
        await until(lambda: rows.count() == 0)
        guest.leave()
        await until(lambda: rows.count() == 1 and not editor.board.tiles["anna", 0].has_picture)

    scenario(run, play)


def test_leaving_the_room_asks_about_an_unsaved_canvas(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        page.desk.edit_stage()
        editor = _editor(page)
        editor.add_user("bo")
        page.actions_.leave.trigger()
        assert not editor.question.isHidden()
        assert page.call.room.link == "open"
        _press(editor, "Cancel")
        page.actions_.edit_canvas.trigger()
        assert page.desk.editor is editor
        assert page.actions_.edit_canvas.isChecked()
        _press(editor, "Do not save")
        assert page.desk.editor is None

    scenario(run, play)


@pytest.fixture
def outlives_its_window(qapp: QApplication) -> Iterator[None]:
    """Let the program go on without a window, as it does outside of tests."""
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(True)


@pytest.mark.usefixtures("outlives_its_window")
def test_closing_the_window_asks_too(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        page.desk.edit_stage()
        editor = _editor(page)
        editor.add_user("bo")
        window = page.window()
        window.close()
        assert window.isVisible()
        assert not editor.question.isHidden()
        _press(editor, "Do not save")
        assert not window.isVisible()

    scenario(run, play)


def test_a_call_that_ends_by_itself_loses_no_canvas(run: Run, tmp_path: Path) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        path = tmp_path / "layout.json"
        path.write_text(json.dumps({"canvas": {"width": 320, "height": 180}}))
        page.desk.open(path)
        _editor(page).add_user("bo")
        page.call.leave()  # as a room does that is closed
        await until(lambda: visit.session.page is None)
        kept = tmp_path / "layout.unsaved.json"
        assert json.loads(kept.read_text())["users"][0]["uid"] == "bo"
        assert str(kept) in visit.session.start.form.error.text()
        assert "users" not in json.loads(path.read_text())

    scenario(run, play)


def test_the_editors_keys_win_over_the_calls(run: Run, tmp_path: Path) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        page.desk.edit_stage()
        editor = _editor(page)
        path = editor.document.path = tmp_path / "layout.json"
        QTest.keyClick(editor.board, Qt.Key.Key_S, _CONTROL)
        assert json.loads(path.read_text())["canvas"]["width"] > 0
        editor.add_user("bo")
        QTest.keyClicks(editor.panel.user_form.uid, "mv")
        assert (page.call.microphone_on, page.call.camera_on) == (True, True)
        QTest.keyClick(editor.board, Qt.Key.Key_M)
        assert not page.call.microphone_on

    scenario(run, play)


def test_choosing_what_is_about_a_canvas_keeps_the_layout(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        page.set_layout_name("side_by_side")
        menu = page.actions_.layout_menu
        edit = next(it for it in menu.actions() if it is page.actions_.edit_canvas)
        menu.triggered.emit(edit)
        checked = [it for it in menu.findChildren(QAction) if it.isChecked() and it.data()]
        assert [it.data() for it in checked] == ["side_by_side"]

    scenario(run, play)
