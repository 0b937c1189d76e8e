"""Recording from the window: files that can be played, a mark, and faults in words."""

from pathlib import Path

import av
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lianmai.core.messages import StreamId
from lianmai.ui.panels.output_panel import OutputPanel
from lianmai.ui.panels.recording.recorded_file import RecordedFile, size_words, time_words
from lianmai.ui.room.call_page import CallPage
from tests.ui.visits import ANNA, Run, Visit, scenario, until

pytestmark = pytest.mark.usefixtures("own_settings")


def panel_of(page: CallPage) -> OutputPanel:
    QTest.keyClick(page, Qt.Key.Key_X)
    panel = page.side.panel("outgoing")
    assert isinstance(panel, OutputPanel)
    return panel


def press_record(page: CallPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)


def pictures_in(path: Path) -> tuple[int, tuple[int, int]]:
    with av.open(str(path)) as container:
        frames = list(container.decode(video=0))
    return len(frames), (frames[0].width, frames[0].height)


@pytest.mark.slow
def test_streams_and_stage_become_files_that_end_with_the_call(run: Run, tmp_path: Path) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        visit.session.window.resize(1000, 640)
        await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles and page.stage.tiles[ANNA].has_picture)
        desk, panel = page.outgoing.recording, panel_of(page).recording
        desk.choose_folder(tmp_path / "new")
        panel.stage.click()
        press_record(page)
        assert page.outgoing.mark.isVisible()
        assert page.bar.button(page.actions_.panels["outgoing"]).property("tone") == "bad"
        await until(lambda: len(desk.files) == 2)
        await until(lambda: all(it.byte_count() > 40_000 for it in desk.files), 20)
        assert {it.label for it in desk.files} == {"Anna", "The stage"}
        assert panel.files.count() == 2
        assert "kB" in panel.files.item(0).text()
        page.call.leave()
        await until(lambda: visit.session.page is None)
        assert all(it.ended_s is not None for it in desk.files)
        sizes = {it.label: pictures_in(it.path) for it in desk.files}
        assert sizes["Anna"][1] == (640, 360)
        assert max(sizes["The stage"][1]) == 1280
        assert min(count for count, _ in sizes.values()) > 10

    scenario(run, play)


@pytest.mark.slow
def test_only_who_is_ticked_is_recorded_and_that_can_change(run: Run, tmp_path: Path) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        visit.session.window.resize(1000, 640)
        for uid in ("anna", "bo"):
            await visit.guest(uid)
        await until(lambda: len(page.stage.tiles) == 3)
        desk, panel = page.outgoing.recording, panel_of(page).recording
        desk.choose_folder(tmp_path)
        panel.everybody.click()
        panel._boxes[StreamId("anna")].click()
        panel._boxes[StreamId("bo")].click()
        assert desk.wanted == set()
        assert not panel.start.isEnabled(), "there is nothing to record"
        panel._boxes[StreamId("bo")].click()
        panel.start.click()
        await until(lambda: [it.label for it in desk.files] == ["Bo"])
        panel._boxes[ANNA].click()
        await until(lambda: {it.label for it in desk.files} == {"Bo", "Anna"})
        panel.start.click()
        await until(lambda: all(it.ended_s is not None for it in desk.files))
        assert not desk.is_running

    scenario(run, play)


def test_the_mark_is_not_part_of_a_presentation(run: Run, tmp_path: Path) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        page.outgoing.recording.choose_folder(tmp_path)
        press_record(page)
        page.set_clean(True)
        assert not page.outgoing.mark.isVisible()
        page.set_clean(False)
        assert page.outgoing.mark.isVisible()
        press_record(page)
        assert not page.outgoing.mark.isVisible()

    scenario(run, play)


def test_a_folder_that_cannot_be_made_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    async def play(visit: Visit) -> None:
        page = await visit.entered()
        panel = panel_of(page).recording
        page.outgoing.recording.choose_folder(tmp_path / "file" / "below")
        panel.start.click()
        assert "choose another folder" in panel.problem.text()
        assert page.banner.text == panel.problem.text(), "it is said without the panel, too"
        assert not page.outgoing.recording.is_running
        assert "free" in panel.room.text()

    scenario(run, play)


def test_sizes_and_times_are_said_as_people_say_them(tmp_path: Path) -> None:
    sizes = [size_words(it) for it in (0, 999, 12_345, 3_400_000, 84_000_000_000)]
    assert sizes == ["0 B", "999 B", "12 kB", "3.4 MB", "84.0 GB"]
    assert [time_words(it) for it in (0, 65.9, 3725)] == ["0:00", "1:05", "1:02:05"]
    file = RecordedFile(tmp_path / "gone.mp4", "Anna", 100.0)
    assert (file.byte_count(), file.seconds(103.5)) == (0, 3.5)
