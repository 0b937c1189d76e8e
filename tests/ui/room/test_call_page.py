"""A call on the screen: tiles follow the room, keys do what they say."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)

from lianmai.core.source import parse_source
from lianmai.ui.room.call_page import CallPage
from lianmai.ui.stage.look import OWN
from tests.ui.pictures import color_at
from tests.ui.visits import ANNA, Run, Visit, scenario, until

pytestmark = pytest.mark.usefixtures("own_settings")


def named(within: QWidget, name: str) -> QAbstractButton:
    buttons = within.findChildren(QAbstractButton)
    return next(it for it in buttons if it.accessibleName() == name)


def said(page: CallPage) -> str:
    """Return what the banner says but for sound: where tests run, there may be none."""
    page.notices.say_sound_problem("")
    return page.banner.text


def test_a_guest_is_seen_and_gone_again(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        guest = await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles and page.stage.tiles[ANNA].has_picture)
        assert page.stage.tiles[ANNA].look.label == "Anna"
        assert list(page.stage.tiles) == [OWN, ANNA]
        guest.leave()
        await until(lambda: list(page.stage.tiles) == [OWN])

    scenario(run, play)


def test_the_own_picture_is_on_its_tile(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await until(lambda: page.stage.tiles[OWN].has_picture)
        tile = page.stage.tiles[OWN]
        assert not tile.look.is_mirrored, "a test picture has a clock to be read"
        assert "Lin" in tile.accessibleName()
        assert len({color_at(tile, 0.5, y / 10) for y in range(2, 9)}) > 1

    scenario(run, play)


def test_who_only_watches_has_no_tile_beside_the_others(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        assert list(page.stage.tiles) == [OWN]
        await visit.guest("anna")
        await until(lambda: list(page.stage.tiles) == [ANNA])

    scenario(run, play, source=parse_source("none"))


def test_keys_switch_microphone_and_camera_and_the_room_knows(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        QTest.keyClick(page, Qt.Key.Key_M)
        QTest.keyClick(page, Qt.Key.Key_V)
        call = page.call
        assert (call.microphone_on, call.camera_on) == (False, False)
        await until(lambda: call.room.me and set(call.room.me.muted) == {"audio", "video"})
        assert page.stage.tiles[OWN].look.camera_off
        QTest.keyClick(page, Qt.Key.Key_M)
        assert call.microphone_on

    scenario(run, play)


@pytest.mark.parametrize(
    ("key", "panel"),
    [(Qt.Key.Key_P, "participants"), (Qt.Key.Key_G, "statistics"), (Qt.Key.Key_E, "events")],
)
def test_a_key_opens_a_panel_and_closes_it(run: Run, key: Qt.Key, panel: str) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        QTest.keyClick(page, key)
        assert (page.side.shown, page.actions_.panels[panel].isChecked()) == (panel, True)
        QTest.keyClick(page, key)
        assert (page.side.shown, page.actions_.panels[panel].isChecked()) == ("", False)

    scenario(run, play)


def test_i_puts_numbers_on_the_tiles(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles)
        assert page.stage.tiles[ANNA].look.numbers == ()
        QTest.keyClick(page, Qt.Key.Key_I)
        await until(lambda: "640×360" in "".join(page.stage.tiles[ANNA].look.numbers))
        QTest.keyClick(page, Qt.Key.Key_I)
        assert page.stage.tiles[ANNA].look.numbers == ()

    scenario(run, play)


def test_a_guest_without_microphone_is_marked(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        guest = await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles)
        guest.microphone_on = False
        await until(lambda: page.stage.tiles[ANNA].look.microphone_off)

    scenario(run, play)


def test_a_sound_problem_that_was_dismissed_stays_away_until_it_changes(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        page.notices.say_sound_problem("No sound.")
        assert page.banner.text == "No sound."
        dismiss = named(page.banner, "Dismiss")
        dismiss.setFocus()
        QTest.keyClick(dismiss, Qt.Key.Key_Space)
        page.notices.say_sound_problem("No sound.")
        assert page.banner.text != "No sound."
        page.notices.say_sound_problem("Unplugged.")
        assert page.banner.text == "Unplugged."
        page.notices.say_sound_problem("")
        page.notices.say_sound_problem("No sound.")
        assert page.banner.text == "No sound."

    scenario(run, play)


def test_what_was_dismissed_is_said_again_when_it_happens_again(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        for _ in range(2):
            page.notices.note("It is saved.")
            assert page.banner.text == "It is saved."
            named(page.banner, "Dismiss").click()
            assert "Nobody else" in said(page), "the next that counts"
        named(page.banner, "Dismiss").click()
        assert said(page) == ""
        guest = await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles)
        guest.leave()
        await until(lambda: "Nobody else" in said(page))

    scenario(run, play)


def test_no_tile_moves_for_a_banner_and_no_picture_of_the_stage_has_it(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await until(lambda: "Nobody else" in said(page))
        banner, stage = page.banner, page.stage

        def places() -> tuple[QRect, QPoint, QSize]:
            return stage.tiles[OWN].geometry(), stage.mapTo(page, QPoint()), stage.size()

        before, middle = places(), banner.mapTo(page, banner.rect().center())
        assert stage.rect().contains(stage.mapFrom(page, middle))
        assert not stage.isAncestorOf(banner)
        assert page.childAt(middle) in (banner, *banner.findChildren(QWidget)), "it is on top"
        named(banner, "Dismiss").click()
        assert not banner.isVisible()
        QApplication.processEvents()
        assert places() == before

    scenario(run, play)


def test_a_banner_keeps_off_the_tools_of_the_editor(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await until(lambda: "Nobody else" in said(page))
        usual_px = page.banner.y()
        page.desk.edit_stage()
        editor = page.desk.editor
        assert editor is not None
        view = editor.view
        await until(lambda: page.banner.y() > editor.bar.height() > 0)
        await until(lambda: page.banner.y() > view.mapTo(page, QPoint()).y())
        page.desk.close_editor()
        await until(lambda: page.banner.y() == usual_px)

    scenario(run, play)


def test_presentation_shows_the_stage_alone(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        shown = [page.bar.isVisible(), page.status.isVisible(), page.banner.isVisible()]
        assert shown == [False, False, False]
        assert page.stage.rect().size() == visit.session.window.size()

    scenario(run, play, clean=True, geometry="640x360")


def test_escape_ends_the_presentation(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        QTest.keyClick(visit.session.window, Qt.Key.Key_Escape)
        assert page.bar.isVisible()

    scenario(run, play, clean=True)


def test_the_join_line_has_no_secret(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        page.actions_.copy.trigger()
        line = QGuiApplication.clipboard().text()
        assert "clipboard" in page.banner.text
        assert line == f"lianmai open --server {visit.url} --room r --join"

    scenario(run, play, call={"token": "hunter2"})


def test_a_missing_camera_is_said_on_the_own_tile(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lianmai.media.capturing.devices._linux_cameras", list)

    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await until(lambda: "No camera was found" in page.stage.tiles[OWN].look.problem)

    scenario(run, play, source=parse_source("camera,silence"))


def test_everything_to_press_has_a_name(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        for panel in page.actions_.panels:
            page._show_panel(panel)
            assert _nameless(visit.session.window) == []
        page.call.leave()
        await until(lambda: visit.session.page is None)
        assert _nameless(visit.session.window) == []

    scenario(run, play)


def test_the_bar_and_the_tiles_can_be_reached_by_keyboard(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        bar = page.bar.findChildren(QAbstractButton)
        assert [it for it in bar if not it.focusPolicy() & Qt.FocusPolicy.TabFocus] == []
        assert all(tile.accessibleName() for tile in page.stage.tiles.values())

    scenario(run, play)


def _nameless(window: QWidget) -> list[str]:
    """Return what can be pressed now but says nothing to a screen reader."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSlider)
    found = [it for kind in kinds for it in window.findChildren(kind) if it.isVisibleTo(window)]
    assert len(found) > 5
    return [
        f"{type(it).__name__} in {it.parentWidget()}"
        for it in found
        if _is_ours(it) and not (it.accessibleName() or _text(it))
    ]


def _is_ours(widget: QWidget) -> bool:
    """Tell our widgets from the ones Qt's own are made of, which nobody reaches by Tab."""
    parts_of = (QLineEdit, QAbstractItemView, QAbstractSpinBox, QTabBar, QAbstractScrollArea)
    return not isinstance(widget, QScrollBar) and not isinstance(widget.parentWidget(), parts_of)


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_many_changes_are_shown_together(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await until(lambda: page.stage.tiles[OWN].has_picture)
        shown: list[int] = []
        page._soon.timeout.connect(lambda: shown.append(1))
        for _ in range(100):
            page.refresh_soon()
        await until(lambda: shown)
        assert len(shown) == 1

    scenario(run, play)


def test_what_is_not_published_cannot_be_switched_on(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        for action in (page.actions_.microphone, page.actions_.camera):
            assert not action.isEnabled()
            assert not action.isChecked()
            assert "Devices" in action.toolTip()
        page.devices_menu.source_chosen.emit(parse_source("pattern:320x180@15"))
        await until(lambda: page.actions_.camera.isEnabled() and page.actions_.camera.isChecked())

    scenario(run, play, source=parse_source("none"))


def test_without_a_room_server_the_link_is_that_of_the_streams(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await until(lambda: page.call.streams[ANNA].state == "retrying")
        page.refresh()
        assert page._status().link == "retrying"

    call = {"server": "rtmp://127.0.0.1:9/live", "room": "anna"}
    scenario(run, play, call=call, source=parse_source("none"))


def test_words_below_the_icons_are_never_cut(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        for width in range(700, 1200, 20):
            page.bar.resize(width, page.bar.height())
            buttons = [it for it in page.bar.findChildren(QToolButton) if it.isVisible()]
            with_words = [
                it
                for it in buttons
                if it.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon
            ]
            assert [it.text() for it in with_words if it.width() < it.sizeHint().width()] == []

    scenario(run, play)
