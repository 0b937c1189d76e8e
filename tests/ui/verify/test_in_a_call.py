"""Verifying a real call: the panel, the layout check, screenshots that can be compared."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from lianmai.call import Call, CallSettings
from lianmai.core.source import parse_source
from lianmai.media.vision.compare_files import shot_of
from lianmai.ui import theme
from lianmai.ui.observer import Observer, Watch
from lianmai.ui.room.call_page import CallPage
from lianmai.ui.theme import GAP
from lianmai.ui.verify.layout_box import LayoutBox
from lianmai.ui.verify.panel import VerifyPanel
from tests.ui.visits import Run, Visit, scenario, until

pytestmark = pytest.mark.usefixtures("own_settings")


async def stamped_guests(visit: Visit, page: CallPage, *uids: str) -> None:
    for uid in uids:
        source = parse_source("pattern:640x360@15")
        settings = CallSettings(visit.url, "r", uid, uid, source=source, play=False, stamp=True)
        visit._tasks.append(asyncio.create_task(Call(settings).run()))
    tiles = page.stage.tiles
    await until(lambda: len(tiles) == len(uids) and all(it.has_picture for it in tiles.values()))


def panel_of(page: CallPage) -> VerifyPanel:
    if page.side.shown != "verify":
        QTest.keyClick(page, Qt.Key.Key_Y)
    panel = page.side.panel("verify")
    assert isinstance(panel, VerifyPanel)
    return panel


def checked(box: LayoutBox) -> str:
    """Return what the last check said, and begin another when it is over."""
    if not box.jobs.is_busy:
        box.start.click()
    return box.verdict.text()


@pytest.mark.slow
def test_the_stage_is_as_its_layout_says_and_differs_from_another(run: Run, tmp_path: Path) -> None:
    canvas = tmp_path / "other.json"

    async def play(visit: Visit) -> None:
        page = await visit.entered()
        visit.session.window.resize(1100, 700)
        await stamped_guests(visit, page, "anna", "bo")
        box = panel_of(page).layout_check
        await until(lambda: checked(box) == "As told. Tiles found: 2", 20)  # once all has settled
        await until(lambda: not box.jobs.is_busy)
        assert len(page.verify.markers) == 2
        stage = page.stage
        canvas.write_text(
            f'{{"canvas": {{"width": {stage.width()}, "height": {stage.height()}, "color": 0}},'
            '"users": [{"uid": "anna", "x": 0, "y": 0, "width": 200, "height": 120}]}'
        )
        box.choose(canvas)

        def texts() -> list[str]:
            return [box.list.item(row).text() for row in range(box.list.count())]

        def is_off() -> bool:
            return any(text.startswith("uid anna is off its place") for text in texts())

        await until(lambda: checked(box).startswith("Not as told") and is_off())
        await until(lambda: not box.jobs.is_busy)
        assert any(marker.is_wrong for marker in page.verify.markers)
        box.clear.click()
        assert not page.verify.markers

    scenario(run, play, source=parse_source("none"))


def test_a_canvas_that_is_none_is_said(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"canvas": ')

    async def play(visit: Visit) -> None:
        box = panel_of(await visit.entered()).layout_check
        box.choose(bad)
        box.start.click()
        await until(lambda: "bad.json: " in box.verdict.text())
        box.choose(tmp_path / "missing.json")
        box.start.click()
        await until(lambda: "cannot be read" in box.verdict.text())

    scenario(run, play)


def test_the_panel_and_the_keys_agree_and_presentation_clears_all(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        visit.session.window.resize(1000, 640)
        panel = panel_of(page)
        QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(page, Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
        assert panel.rulers.isChecked()
        assert panel.grid.currentText() == "8 px"
        panel.tiles.click()
        assert page.verify.overlay.isVisible()
        panel.json.click()
        assert '"key": "me"' in QGuiApplication.clipboard().text()
        page.set_clean(True)
        assert not page.verify.overlay.isVisible()
        assert not any(ruler.isVisible() for ruler in page.verify.rulers)

    scenario(run, play)


def test_tools_measure_in_px_of_the_phone_that_is_shown(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        menu = page.actions_.frame_menu
        device = next(it for it in menu.findChildren(type(menu.actions()[0])) if it.data())
        device.trigger()
        screen = page.frame.screen_shown
        assert screen is not None
        (own,) = page.verify.figures()
        assert abs(own.rect.width - screen.whole.width) <= 2
        page.verify.set_rulers(True)
        upper = page.verify.rulers[0]
        assert upper.geometry().topLeft() == page.stage.geometry().topLeft()
        assert upper.width() == page.stage.width()

    scenario(run, play)


def test_a_screenshot_says_where_its_stage_is(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "shot.png"

    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await until(lambda: page.banner.isVisible())
        edge = page.banner.mapTo(visit.session.window, QPoint(GAP, page.banner.height() // 2))
        await Observer(Watch(seconds=0.1, screenshot=str(path))).run(visit.session)
        color = QImage(str(path)).pixelColor(edge * page.devicePixelRatioF())
        assert color.name() != theme.colors().surface, "no banner lies over its tiles"
        shot = shot_of(path)
        assert shot is not None
        assert (shot.place.width, shot.place.height) == page.stage.size().toTuple()
        assert [tile.key for tile in shot.tiles] == ["me"]

    scenario(run, play)
