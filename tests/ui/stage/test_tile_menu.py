"""The menu of a tile: what can be done with one stream."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from lianmai.core.messages import StreamId
from lianmai.ui.stage.look import TileAct
from lianmai.ui.stage.tile_menu import act_title, tile_menu
from tests.ui.pictures import Supply


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _actions(
    supply: Supply,
    owner: QWidget,
    changes: list[int],
    wanted: list[TileAct] | None = None,
    acts: tuple[TileAct, ...] = (),
) -> dict[str, QAction]:
    """Return every action of the menu of *supply*, those of submenus too, without their keys."""
    feed = replace(supply.feed, acts=acts)
    want = [] if wanted is None else wanted
    menu = tile_menu(StreamId("anna"), feed, lambda: changes.append(1), want.append, owner)
    menus = [menu, *menu.findChildren(QMenu)]
    return {action.text().partition("\t")[0]: action for it in menus for action in it.actions()}


def test_it_mutes_for_us_alone(owner: QWidget) -> None:
    supply, changes = Supply(), list[int]()
    _actions(supply, owner, changes)["Mute here"].trigger()
    assert (supply.sound.muted, changes) == (True, [1])


def test_what_is_muted_can_be_heard_again(owner: QWidget) -> None:
    supply = Supply()
    supply.sound.muted = True
    _actions(supply, owner, [])["Unmute here"].trigger()
    assert not supply.sound.muted


def test_choosing_a_volume_ends_muting(owner: QWidget) -> None:
    supply = Supply()
    supply.sound.muted = True
    _actions(supply, owner, [])["50 %"].trigger()
    assert (supply.sound.volume, supply.sound.muted) == (0.5, False)


def test_only_what_has_failed_can_be_tried_again(owner: QWidget) -> None:
    well, failed = Supply(), Supply(phase="failed", problem="Lost.")
    assert "Try again" not in _actions(well, owner, [])
    _actions(failed, owner, [])["Try again"].trigger()
    assert failed.retries == 1


def test_the_user_id_can_be_copied(owner: QWidget) -> None:
    _actions(Supply(), owner, [])["Copy user id"].trigger()
    assert QGuiApplication.clipboard().text() == "anna"


def test_it_asks_for_what_the_stage_cannot_do(owner: QWidget) -> None:
    wanted = list[TileAct]()
    actions = _actions(Supply(), owner, [], wanted)
    for text in ("Save a snapshot", "Float above other windows", "Full screen"):
        actions[text].trigger()
    assert wanted == [TileAct.SNAPSHOT, TileAct.FLOAT, TileAct.FULL_SCREEN]


def test_only_a_stream_that_can_be_paused_offers_it(owner: QWidget) -> None:
    wanted = list[TileAct]()
    assert "Pause" not in _actions(Supply(), owner, [])
    _actions(Supply(), owner, [], wanted, acts=(TileAct.PAUSE,))["Pause"].trigger()
    assert wanted == [TileAct.PAUSE]


def test_what_has_been_done_to_a_tile_is_checked(owner: QWidget) -> None:
    pinned = _actions(Supply(mark="pinned"), owner, [])
    alone = _actions(Supply(mark="alone"), owner, [])
    titles = act_title(TileAct.PIN), act_title(TileAct.ALONE)
    assert [pinned[title].isChecked() for title in titles] == [True, False]
    assert [alone[title].isChecked() for title in titles] == [False, True]


def test_it_names_the_keys_that_do_the_same(owner: QWidget) -> None:
    menu = tile_menu(StreamId("anna"), Supply().feed, lambda: None, lambda act: None, owner)
    keys = dict(action.text().partition("\t")[::2] for action in menu.actions())
    assert keys[act_title(TileAct.PIN)] == "T"
    assert keys[act_title(TileAct.FULL_SCREEN)] == "F"
    assert keys["Mute here"] == "Space"


def test_what_concerns_the_stage_comes_last(owner: QWidget) -> None:
    of_stage = [QAction("Names", owner)]
    menu = tile_menu(
        StreamId("anna"), Supply().feed, lambda: None, lambda act: None, owner, of_stage
    )
    assert menu.actions()[-1] is of_stage[0]
