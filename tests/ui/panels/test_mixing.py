"""Mix tasks from the window: pushed, followed, changed, removed; keys stay unseen."""

import asyncio
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from lianmai.core.journal import Entry
from lianmai.core.stage.canvas_edits import placed
from lianmai.media.playing.player import Player
from lianmai.ui.panels.mixing.page import MixingPage
from lianmai.ui.panels.mixing.row import MixRow
from lianmai.ui.panels.output_panel import OutputPanel
from lianmai.ui.room.call_page import CallPage
from tests.ui.visits import ANNA, Run, Visit, scenario, until

pytestmark = pytest.mark.usefixtures("own_settings")
NOBODY = "rtmp://127.0.0.1:9/live"


def page_of(page: CallPage) -> MixingPage:
    QTest.keyClick(page, Qt.Key.Key_X)
    panel = page.side.panel("outgoing")
    assert isinstance(panel, OutputPanel)
    panel.tabs.setCurrentIndex(1)
    return panel.mixing


def shown_texts(mixing: MixingPage) -> str:
    """Return everything on the page that can be read."""
    fields = [it.displayText() for it in mixing.findChildren(QLineEdit) if it.isVisibleTo(mixing)]
    labels = [it.text() for it in mixing.findChildren(QLabel)]
    rows = [mixing.list.item(row).text() for row in range(mixing.list.count())]
    return "\n".join([*fields, *labels, *rows])


@pytest.mark.slow
def test_the_stage_is_pushed_follows_changes_and_ends(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        visit.session.window.resize(1000, 640)
        await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles and page.stage.tiles[ANNA].has_picture)
        mixing, desk = page_of(page), page.outgoing.mixing
        mixing.form.show_address(f"{visit.rtmp_url}/show?key=hunter2")
        mixing.form.kbps.setValue(500)
        mixing.add.click()
        await until(lambda: desk.rows["mix_1"].code == 505, 15)
        player = Player()
        pulling = asyncio.create_task(player.pull(f"{visit.rtmp_url}/show"))
        await until(lambda: player.stats().width_px == 1280, 15)
        pulling.cancel()
        await asyncio.gather(pulling, return_exceptions=True)
        before = desk.task("mix_1").canvas
        page.set_layout_name("one_to_one")
        await until(lambda: desk.task("mix_1").canvas != before)
        assert desk.task("mix_1").canvas.width_px == before.width_px
        mixing.list.setCurrentRow(0)
        mixing.form.fps.setValue(10)
        mixing.update_.click()
        assert desk.task("mix_1").settings.fps == 10
        assert desk.task("mix_1").url.endswith("/show?key=hunter2"), "the key stays"
        assert desk.rows["mix_1"].code == 505
        assert "hunter2" not in shown_texts(mixing)
        mixing.remove.click()
        assert mixing.list.count() == 0
        journal = page.call.journal
        await until(lambda: any(it.fields.get("code") == 511 for it in journal.entries))

    scenario(run, play)


def test_a_server_that_is_not_there_is_told_and_tried_again(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        mixing, desk = page_of(page), page.outgoing.mixing
        mixing.form.show_address(f"{NOBODY}/secret-stream")
        mixing.add.click()
        await until(lambda: desk.rows["mix_1"].code == 506)
        words = mixing.list.item(0).text()
        assert "506 failed" in words
        assert "Nobody answers" in words
        assert "secret-stream" not in shown_texts(mixing)

    scenario(run, play)


def test_a_canvas_that_is_being_edited_is_what_is_mixed(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        visit.session.window.resize(1000, 640)
        page.desk.edit_stage()
        assert page.desk.editor is not None
        document = page.desk.editor.document
        mixing, desk = page_of(page), page.outgoing.mixing
        mixing.form.show_address(f"{NOBODY}/x")
        mixing.add.click()
        task = desk.task("mix_1")
        assert task.canvas.whole == document.canvas.whole
        (user,) = document.canvas.users
        document.change(placed(document.canvas, ("users", 0), user.rect.moved(0, -user.rect.y)))
        await until(lambda: desk.task("mix_1").canvas.users[0].rect.y == 0)

    scenario(run, play)


def test_what_is_no_address_is_said_at_its_field(run: Run) -> None:
    async def play(visit: Visit) -> None:
        mixing = page_of(await visit.entered())
        mixing.add.click()
        assert "streamUrl" in mixing.form.server.complaint
        mixing.form.show_address("http://example.com/x")
        mixing.add.click()
        assert "neither rtmp:// nor rtmps://" in mixing.form.server.complaint
        assert mixing.list.count() == 0
        mixing.form.show_address(f"{NOBODY}/x")
        mixing.form.name_editor.setText("no good")
        mixing.add.click()
        assert "taskId" in mixing.form.name.complaint

    scenario(run, play)


def test_tasks_come_from_files_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "task.json"
    layout = {"canvas": {"width": 640, "height": 360, "color": 0}, "users": [], "images": []}
    file.write_text(json.dumps({"taskId": "show", "streamUrl": f"{NOBODY}/x", "layout": layout}))

    async def play(visit: Visit) -> None:
        page = await visit.entered()
        mixing = page_of(page)
        mixing.add_file(file)
        assert list(page.outgoing.mixing.rows) == ["show"]
        assert mixing.problem.isHidden()
        mixing.add_file(file)
        assert "there already" in mixing.problem.text()
        mixing.add_file(tmp_path / "missing.json")
        assert "Cannot read the task" in mixing.problem.text()

    scenario(run, play)


def test_a_row_tells_states_members_and_problems() -> None:
    def heard(row: MixRow, name: str, **fields: object) -> MixRow:
        return row.heard(Entry(0.0, "show", name, fields))  # type: ignore[arg-type]  # any values

    row = heard(MixRow("show"), "mix_state", code=505, target="rtmp://h/live/…", reason="")
    row = heard(row, "mix_input", uid="bo", state="absent", reason="nobody with this uid.")
    row = heard(row, "mix_problem", code=1512, item="images[0]", reason="images[0]: no picture.")
    row = heard(row, "mix_stats", fps=30.0, kbps=812.4)
    assert row.lines() == [
        "show  ·  505 running  ·  30 fps  ·  812 kbit/s",
        "rtmp://h/live/…",
        "bo: nobody with this uid.",
        "images[0]: no picture.",
    ]
    row = heard(row, "mix_input", uid="bo", state="live", reason="")
    assert not any("bo" in line for line in row.lines())
    assert heard(row, "mix_state", code=511, target="", reason="").is_over
