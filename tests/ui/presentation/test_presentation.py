"""The stage for an audience: a lobby, an invitation, and nothing that is not meant for them."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from lianmai.core.invitation import Invitation
from lianmai.core.messages import StreamId
from lianmai.ui import settings
from lianmai.ui.presentation.idle_cursor import IDLE_LOOKS, IdleCursor
from lianmai.ui.presentation.presentation import Presentation
from lianmai.ui.presentation.qr import QUIET, qr_image
from lianmai.ui.stage.look import OWN
from lianmai.ui.stage.pager import Pager
from lianmai.ui.stage.stage import Stage
from tests.ui.pictures import Supply, feeds_of, supplies, until
from tests.ui.visits import ANNA, Run, Visit, scenario
from tests.ui.visits import until as soon

pytestmark = pytest.mark.usefixtures("own_settings")
INVITATION = Invitation("ws://192.168.1.4:8765", "team")
SIZES = [(1920, 1080), (1024, 768), (540, 960), (360, 300)]


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show_feeds(feeds_of(supplies(3)))
    made.show()
    return made


@pytest.fixture
def presentation(stage: Stage) -> Presentation:
    made = Presentation(stage)
    made.show_room("team", INVITATION, is_alone=False)
    return made


# --- the code ---------------------------------------------------------------------------------


def test_a_code_has_its_three_corners(presentation: Presentation) -> None:
    image = qr_image(INVITATION.link)
    last = image.width() - 7
    assert [_is_dark(image, x, 0) for x in range(8)] == [True] * 7 + [False]
    for x, y in ((0, 0), (last, 0), (0, last)):
        assert _is_dark(image, x + 3, y + 3)
        assert not _is_dark(image, x + 1, y + 1)


def test_a_code_on_a_card_has_a_white_margin(presentation: Presentation) -> None:
    presentation.set_card_shown(True)
    card = presentation.card.grab().toImage()
    rows, columns = range(30, 60), range(card.width())
    dark = [x for x in columns for y in rows if card.pixelColor(x, y).value() < 60]
    modules = qr_image(INVITATION.link).width()
    assert min(dark) >= QUIET * card.width() // (modules + 2 * QUIET)
    assert max(dark) < card.width() - QUIET * card.width() // (modules + 2 * QUIET)


def test_every_room_has_a_code_of_its_own() -> None:
    other = Invitation(INVITATION.server, "other")
    assert qr_image(INVITATION.link) != qr_image(other.link)


def _is_dark(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y) == QColor("black")


@pytest.mark.parametrize("size", SIZES)
def test_the_card_lies_in_a_corner_of_a_stage_of_any_shape(
    stage: Stage, presentation: Presentation, size: tuple[int, int]
) -> None:
    stage.resize(*size)
    presentation.set_card_shown(True)
    card = presentation.card
    assert card.isVisible()
    assert stage.rect().contains(card.geometry())
    assert card.geometry().bottomRight().x() > 0.9 * size[0]
    assert "team" in card.accessibleName()
    assert "192.168.1.4:8765" in card.accessibleName()
    presentation.set_card_shown(False)
    assert not card.isVisible()


def test_the_card_leaves_the_dots_of_pages_alone(stage: Stage, presentation: Presentation) -> None:
    presentation.set_on(True)
    presentation.set_card_shown(True)
    stage.resize(800, 450)
    stage.show_feeds(feeds_of(supplies(40)))
    dots = stage.findChildren(Pager)[0]
    assert dots.isVisible()
    assert not dots.geometry().intersects(presentation.card.geometry())


def test_the_mouse_goes_through_the_card(stage: Stage, presentation: Presentation) -> None:
    stage.show_feeds(feeds_of(supplies(4)))
    presentation.set_card_shown(True)
    assert stage.id_at(presentation.card.geometry().center()) == StreamId("u3")


def test_there_is_no_code_where_names_are_keys(presentation: Presentation) -> None:
    presentation.show_room("secret-stream-key", None, is_alone=False)
    presentation.set_card_shown(True)
    assert not presentation.card.isVisible()


# --- the lobby --------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_an_empty_room_has_a_lobby_over_the_whole_stage(
    stage: Stage, presentation: Presentation, size: tuple[int, int]
) -> None:
    presentation.set_on(True)
    presentation.show_room("team", INVITATION, is_alone=True)
    stage.resize(*size)
    lobby = presentation.lobby
    assert lobby.isVisible()
    assert lobby.geometry() == stage.rect()
    card = lobby.findChildren(type(presentation.card))[0]
    assert lobby.rect().contains(card.geometry())
    assert not presentation.card.isVisible(), "one code is enough"


def test_the_lobby_is_for_presentations_of_empty_rooms_only(presentation: Presentation) -> None:
    presentation.show_room("team", INVITATION, is_alone=True)
    assert not presentation.lobby.isVisible()
    presentation.set_on(True)
    assert presentation.lobby.isVisible()
    presentation.show_room("team", INVITATION, is_alone=False)
    assert not presentation.lobby.isVisible()


def test_nobody_looks_at_what_the_lobby_covers(qtbot: QtBot) -> None:
    stage, known = Stage(), {OWN: Supply()}
    qtbot.addWidget(stage)
    stage.show_feeds(feeds_of(known))
    stage.show()
    presentation = Presentation(stage)
    until(lambda: known[OWN].size_px not in (None, (0, 0)))
    presentation.set_on(True)
    presentation.show_room("team", INVITATION, is_alone=True)
    until(lambda: known[OWN].size_px == (0, 0))
    presentation.show_room("team", INVITATION, is_alone=False)
    until(lambda: known[OWN].size_px != (0, 0))


def test_a_lobby_without_invitation_names_no_room(presentation: Presentation) -> None:
    presentation.set_on(True)
    presentation.show_room("secret-stream-key", None, is_alone=True)
    lobby = presentation.lobby
    assert "secret" not in lobby.accessibleName() + lobby.accessibleDescription()


def test_tiles_do_not_come_through_the_lobby(stage: Stage, presentation: Presentation) -> None:
    presentation.set_on(True)
    presentation.show_room("team", INVITATION, is_alone=True)
    stage.set_layout_name("one_to_one")
    assert stage.childAt(QPoint(640, 5)) is presentation.lobby


# --- names and badges -------------------------------------------------------------------------


def test_names_can_be_left_off(stage: Stage) -> None:
    tile = stage.tiles[StreamId("u0")]
    named = tile.grab().toImage()
    stage.set_names_shown(False)
    assert tile.grab().toImage() != named
    assert tile.accessibleName() == "Peer 0"
    stage.set_names_shown(True)
    assert tile.grab().toImage() == named


# --- the mouse --------------------------------------------------------------------------------


def test_a_mouse_at_rest_hides_and_comes_back(stage: Stage) -> None:
    cursor = IdleCursor(stage)
    cursor.set_on(True)
    for _ in range(IDLE_LOOKS + 1):
        cursor.look()
    assert stage.cursor().shape() == Qt.CursorShape.BlankCursor
    cursor.set_on(False)
    assert stage.cursor().shape() == Qt.CursorShape.ArrowCursor


# --- in a call --------------------------------------------------------------------------------


def test_a_presented_call_shows_a_lobby_until_somebody_comes(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await soon(page.presentation.lobby.isVisible)
        guest = await visit.guest("anna")
        await soon(lambda: not page.presentation.lobby.isVisible())
        guest.leave()
        await soon(page.presentation.lobby.isVisible)

    scenario(run, play, clean=True)


def test_keys_bring_code_names_and_latency(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await visit.guest("anna")
        await soon(lambda: ANNA in page.stage.tiles)
        QTest.keyClick(page, Qt.Key.Key_Q)
        assert page.presentation.card.isVisible()
        QTest.keyClick(page, Qt.Key.Key_N)
        assert not page.stage.tiles[ANNA].look.has_plate
        QTest.keyClick(page, Qt.Key.Key_B)
        assert page.actions_.badges.isChecked()

    scenario(run, play, clean=True)


def test_an_audience_sees_no_address_but_that_of_the_invitation(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shot = tmp_path / "shot.png"
    monkeypatch.setattr("lianmai.ui.stage.tile_acts.snapshot_path", lambda name, now: shot)

    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await visit.guest("anna")
        await soon(lambda: ANNA in page.stage.tiles)
        page.acts.shoot_stage()
        await soon(shot.exists)
        labels = [it.text() for it in page.findChildren(QLabel) if it.isVisible()]
        buttons = [it.text() for it in page.findChildren(QAbstractButton) if it.isVisible()]
        shown = " ".join([*labels, *buttons, visit.session.window.windowTitle()])
        assert not re.search(r"\w+://|token|key=", shown)
        assert not page.banner.isVisible()

    scenario(run, play, clean=True)


def test_the_own_picture_floats_where_it_was_left_last_time(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        page.stage.acts.float_moved.emit(0.0, 1.0)

    scenario(run, play)
    assert settings.load_float() == (0.0, 1.0)

    async def again(visit: Visit) -> None:
        page = await visit.entered()
        assert page.stage.plan.float_at == (0.0, 1.0)

    scenario(run, again)
