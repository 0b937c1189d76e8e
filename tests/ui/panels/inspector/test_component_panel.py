"""The component panel in a call: real streams, real music, real situations."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lianmai.core.components.personality import course
from lianmai.core.source import parse_source
from lianmai.ui.panels.inspector.attribute_form import AttributeForm
from lianmai.ui.panels.inspector.component_pages import ComponentPages
from lianmai.ui.panels.inspector.methods_page import MethodsPage
from lianmai.ui.panels.inspector.music_box import MusicBox
from lianmai.ui.panels.inspector.panel import ComponentPanel
from lianmai.ui.panels.inspector.situations_page import SituationsPage
from lianmai.ui.panels.inspector.status_page import StatusPage
from lianmai.ui.room.call_page import CallPage
from lianmai.ui.stage.look import OWN, TileAct
from tests.ui.visits import ANNA, Run, Visit, scenario, until
from tests.unit.media.capturing.sources.films import film

pytestmark = pytest.mark.usefixtures("own_settings")


def _open(page: CallPage) -> ComponentPanel:
    QTest.keyClick(page, Qt.Key.Key_C)
    panel = page.side.panel("component")
    assert isinstance(panel, ComponentPanel)
    return panel


def _form(panel: ComponentPanel) -> AttributeForm:
    form = panel.pages.page("attributes")
    assert isinstance(form, AttributeForm)
    form.complete()
    return form


def _status(panel: ComponentPanel) -> StatusPage:
    status = panel.pages.page("status")
    assert isinstance(status, StatusPage)
    return status


def _methods(panel: ComponentPanel) -> MethodsPage:
    panel.pages.turn_to("methods")
    methods = panel.pages.page("methods")
    assert isinstance(methods, MethodsPage)
    return methods


def _situations(pages: ComponentPages) -> SituationsPage:
    pages.turn_to("situations")
    situations = pages.page("situations")
    assert isinstance(situations, SituationsPage)
    return situations


def _box(panel: ComponentPanel) -> MusicBox:
    return panel.findChildren(MusicBox)[0]


def test_c_opens_the_own_component_and_others_can_be_chosen(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        panel = _open(page)
        assert page.side.shown == "component"
        assert panel.chooser.currentText() == "live-pusher – you"
        guest = await visit.guest("anna")
        await until(lambda: panel.chooser.count() == 2)
        page.acts.do(ANNA, TileAct.INSPECT)
        assert panel.chooser.currentText() == "live-player – Anna"
        guest.leave()
        await until(lambda: panel.chooser.count() == 1)
        assert panel.chosen == OWN

    scenario(run, play)


def test_an_attribute_set_in_the_panel_acts_on_the_stream(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        guest = await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles)
        panel = _open(page)
        _form(panel).rows["local-mirror"].chosen.emit("local-mirror", "disable")
        await until(lambda: not page.stage.tiles[OWN].look.is_mirrored)
        panel.choose(ANNA)
        _form(panel).rows["orientation"].chosen.emit("orientation", "horizontal")
        await until(lambda: page.stage.tiles[ANNA].look.turn == 270)
        _form(panel).rows["object-fit"].chosen.emit("object-fit", "fillCrop")
        await until(lambda: page.stage.tiles[ANNA].look.fills)
        guest.leave()

    scenario(run, play)


@pytest.mark.slow
def test_the_numbers_of_both_components_come_within_seconds(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles)
        panel = _open(page)
        for stream_id in (OWN, ANNA):
            panel.choose(stream_id)
            panel.pages.turn_to("status")
            await until(lambda: _value(panel, "videoWidth") == "640 px")
            assert _value(panel, "netQualityLevel") == "–"

    scenario(run, play)


def _value(panel: ComponentPanel, name: str) -> str:
    return next(row.text for row in _status(panel).model.rows if row.key == name)


def test_a_situation_runs_its_course_and_ends(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await until(lambda: page.call.sending.state == "publishing")
        pages = _open(page).pages
        situations = _situations(pages)
        situations.phones.setCurrentIndex(situations.phones.findData("ios"))
        situations.buttons["background"].click()
        assert page.call.situation == "background"
        assert page.call.capture.stand_in == "frozen"
        assert situations.buttons["background"].isChecked()
        lines = [(what.text(), until.text()) for _, what, until in situations.course._lines]
        assert len(lines) == len(course("ios", "background"))
        assert lines[-1] == ("Publishing stops", "in 36 s")
        await until(lambda: "Background" in page.banner.text)
        situations.back.click()
        await until(lambda: "Background" not in page.banner.text)
        assert not page.call.situation
        assert not situations.buttons["background"].isChecked()

    scenario(run, play)


def test_the_course_of_the_button_with_the_focus_is_shown(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        visit.session.window.activateWindow()
        pages = _open(page).pages
        pages.turn_to("situations")
        _situations(pages).phones.setCurrentIndex(1)
        await until(visit.session.window.isActiveWindow)
        _situations(pages).buttons["microphone_refused"].setFocus()
        assert _situations(pages).title.text() == "Microphone refused on Android"
        assert page.call.situation is None

    scenario(run, play)


def test_what_ends_the_visit_asks_first(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        pages = _open(page).pages
        pages.turn_to("situations")
        _situations(pages).buttons["kill"].click()
        assert page.call.situation is None
        assert _situations(pages).bar.isVisible()
        _situations(pages).bar._yes.click()
        await until(lambda: visit.session.page is None)

    scenario(run, play)


def test_music_is_played_paused_and_stopped_with_progress(run: Run, tmp_path: Path) -> None:
    path = film(tmp_path / "music.m4a", (), each_s=6)

    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await visit.guest("anna", "none")
        await until(lambda: page.call.sending.state == "publishing")
        panel = _open(page)
        panel.pages.turn_to("methods")
        box = _box(panel)
        box.choose(str(path))
        await until(lambda: box.progress.value() > 0)
        assert box.time.text().endswith("/ 0:06")
        box.pause.click()
        assert not page.call.capture.music.is_playing
        box.play.click()
        assert page.call.capture.music.is_playing
        box.stop.click()
        assert (box.progress.value(), box.stop.isEnabled()) == (0, False)

    scenario(run, play)


def test_a_file_that_is_no_music_says_so(run: Run, tmp_path: Path) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        panel = _open(page)
        panel.pages.turn_to("methods")
        box = _box(panel)
        box.choose(str(tmp_path / "missing.mp3"))
        await until(box.problem.isVisible)
        assert "missing.mp3" in box.problem.text()
        assert box.play.isEnabled()

    scenario(run, play)


def test_a_message_reaches_a_player_that_listens(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        guest = await visit.guest("anna")
        await until(lambda: page.call.streams.get(ANNA) and page.call.streams[ANNA].state)
        page.call.set_player_attribute("enable-recv-message", True, ANNA)
        await until(lambda: page.call.streams[ANNA].state == "playing")
        guest.sending.publisher.send_message("hello")
        await until(
            lambda: [it for it in page.call.journal.entries if it.fields.get("text") == "hello"]
        )

    scenario(run, play)


def test_a_message_that_cannot_be_sent_says_why_and_stays(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        panel = _open(page)
        panel.pages.turn_to("methods")
        line = _methods(panel).message.line
        QTest.keyClicks(line, "hello")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert "Nothing is published" in _methods(panel).message.problem.text()
        assert line.text() == "hello"

    scenario(run, play, source=parse_source("none"))


def test_the_camera_is_zoomed_by_keys_and_a_missing_other_one_is_told(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        camera = _methods(_open(page)).camera
        QTest.keyClick(camera.zoom, Qt.Key.Key_End)
        assert (page.call.capture.zoom, camera.factor.text()) == (5.0, "5.0×")
        camera.switch.click()
        assert "comes from no camera" in camera.problem.text()

    scenario(run, play)


def test_a_stream_is_paused_stopped_and_played_by_buttons(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles and page.stage.tiles[ANNA].has_picture)
        panel = _open(page)
        panel.choose(ANNA)
        methods = _methods(panel)
        assert _possible(methods) == {TileAct.PAUSE, TileAct.STOP}
        methods.buttons[TileAct.PAUSE].click()
        await until(lambda: page.stage.tiles[ANNA].look.problem == "Paused here")
        methods.buttons[TileAct.RESUME].click()
        methods.buttons[TileAct.STOP].click()
        await until(lambda: "Stopped here" in page.stage.tiles[ANNA].look.problem)
        assert _possible(methods) == {TileAct.PLAY}
        methods.buttons[TileAct.PLAY].click()
        await until(lambda: page.call.streams[ANNA].state == "playing")

    scenario(run, play)


def _possible(methods: MethodsPage) -> set[TileAct]:
    playing = {TileAct.PLAY, TileAct.STOP, TileAct.PAUSE, TileAct.RESUME}
    return {act for act in playing if methods.buttons[act].isEnabled()}


def test_floating_and_full_screen_are_told_to_the_component(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles and page.stage.tiles[ANNA].has_picture)
        for act in (TileAct.FLOAT, TileAct.FLOAT, TileAct.FULL_SCREEN_RIGHT):
            page.acts.do(ANNA, act)
        next(iter(page.acts.views._windows)).close()
        told = {
            entry.name: dict(entry.fields)
            for entry in page.call.journal.entries
            if entry.source == "anna"
        }
        assert {"enterpictureinpicture", "leavepictureinpicture"} <= told.keys()
        assert told["fullscreenchange"]["direction"] == "horizontal"

    scenario(run, play)
