"""What users do on the stage: pin, show alone, tap, drag, reorder; by mouse and by keys."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lianmai.core.messages import StreamId
from lianmai.ui.stage.look import OWN, TileAct
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.tile import Tile
from tests.ui.pictures import Supply, feeds_of, supplies, until

U0, U1, U2, U3 = (StreamId(f"u{number}") for number in range(4))
OTHER = StreamId("other")
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show_feeds(feeds_of(supplies(4)))
    made.show()
    return made


@pytest.fixture
def pair(qtbot: QtBot) -> Stage:
    """Return a stage with the own picture floating over another."""
    made = Stage()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show_feeds(feeds_of({OWN: Supply(), OTHER: Supply()}))
    made.set_layout_name("one_to_one")
    made.show()
    return made


def middle(tile: Tile) -> QPoint:
    return tile.geometry().center()


def drag(stage: Stage, start: QPoint, *way: QPoint) -> None:
    """Press at *start*, go along *way* as a mouse does, and let go."""
    grabbed = hold(stage, start, *way)
    _send(stage, grabbed, QMouseEvent.Type.MouseButtonRelease, (start, *way)[-1], _LEFT)


def hold(stage: Stage, start: QPoint, *way: QPoint) -> QWidget:
    """Press and drag, and do not let go; return what is held."""
    grabbed = stage.childAt(start)
    assert grabbed is not None
    _send(stage, grabbed, QMouseEvent.Type.MouseButtonPress, start, _LEFT)
    for place in way:
        _send(stage, grabbed, QMouseEvent.Type.MouseMove, place, _NONE)
    return grabbed


def _send(
    stage: Stage, target: QWidget, kind: QMouseEvent.Type, at: QPoint, button: Qt.MouseButton
) -> None:
    local, spot = QPointF(target.mapFrom(stage, at)), QPointF(stage.mapToGlobal(at))
    held = _NONE if kind == QMouseEvent.Type.MouseButtonRelease else _LEFT
    event = QMouseEvent(kind, local, spot, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)


def key(
    stage: Stage,
    who: StreamId,
    code: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key on a tile that has the focus."""
    stage.activateWindow()
    tile = stage.tiles[who]
    tile.setFocus()
    until(tile.hasFocus)
    QTest.keyClick(tile, code, modifiers)


# --- who leads --------------------------------------------------------------------------------


def test_a_pin_makes_a_tile_large_and_marks_it(stage: Stage) -> None:
    key(stage, U2, Qt.Key.Key_T)
    sizes = {who: tile.width() for who, tile in stage.tiles.items()}
    assert max(sizes, key=sizes.__getitem__) == U2
    assert stage.tiles[U2].look.mark == "pinned"
    assert "Pinned" in stage.tiles[U2].accessibleDescription()
    key(stage, U2, Qt.Key.Key_T)
    assert len({tile.width() for tile in stage.tiles.values()}) == 1
    assert stage.tiles[U2].look.mark == ""


def test_a_pin_leads_in_a_layout_that_has_a_lead(stage: Stage) -> None:
    stage.set_layout_name("speaker")
    stage.acts.do(U3, TileAct.PIN)
    assert stage.visible_ids()[0] == U3


def test_one_shown_alone_has_the_stage_and_others_cost_nothing(qtbot: QtBot) -> None:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.resize(1280, 720)
    known = supplies(3)
    stage.show_feeds(feeds_of(known))
    stage.show()
    key(stage, U1, Qt.Key.Key_O)
    assert stage.visible_ids() == [U1]
    assert stage.tiles[U1].width() > 1200
    until(lambda: known[U0].size_px == (0, 0) and known[U1].size_px != (0, 0))
    QTest.keyClick(stage.tiles[U1], Qt.Key.Key_Escape)
    assert stage.visible_ids() == [U0, U1, U2]


def test_who_was_shown_alone_and_leaves_gives_way_to_all(stage: Stage) -> None:
    stage.acts.do(U1, TileAct.ALONE)
    stage.show_feeds(feeds_of({U0: Supply(), U2: Supply()}))
    assert set(stage.visible_ids()) == {U0, U2}


def test_who_talks_leads_until_somebody_is_pinned(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage()
    qtbot.addWidget(stage)
    known = supplies(3)
    stage.show_feeds(feeds_of(known))
    stage.set_layout_name("speaker")
    now_s = [100.0]
    monkeypatch.setattr("lianmai.ui.stage.stage.time.monotonic", lambda: now_s[0])

    def listen(who: StreamId) -> None:
        for other, supply in known.items():
            supply.sound.level = 0.6 if other == who else 0.0
        for _ in range(40):
            now_s[0] += 0.1
            stage.show_levels()

    listen(U2)
    assert stage.visible_ids()[0] == U2
    stage.acts.do(U1, TileAct.PIN)
    listen(U0)
    assert stage.visible_ids()[0] == U1
    stage.acts.do(U1, TileAct.PIN)
    assert stage.visible_ids()[0] == U0


def test_another_page_stays_when_somebody_talks(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, known = Stage(), {OWN: Supply(), **supplies(3)}
    qtbot.addWidget(stage)
    stage.show_feeds(feeds_of(known))
    stage.set_layout_name("one_to_one")
    stage.turn_to(1)
    seen = stage.visible_ids()
    known[U2].sound.level = 0.8
    clock = itertools.count(100)
    monkeypatch.setattr("lianmai.ui.stage.stage.time.monotonic", lambda: float(next(clock)))
    for _ in range(8):
        stage.show_levels()
    assert stage.visible_ids() == seen
    stage.turn_to(0)
    for _ in range(8):
        stage.show_levels()
    assert stage.visible_ids() == [U2, OWN]


# --- taps -------------------------------------------------------------------------------------


def test_a_tap_exchanges_the_small_and_the_large_picture(pair: Stage) -> None:
    small = pair.tiles[OWN]
    drag(pair, middle(small))
    assert pair.tiles[OWN].width() > pair.tiles[OTHER].width()
    drag(pair, middle(pair.tiles[OTHER]))
    assert pair.tiles[OWN].width() < pair.tiles[OTHER].width()


def test_a_tap_on_the_large_picture_changes_nothing(pair: Stage) -> None:
    places = {who: tile.geometry() for who, tile in pair.tiles.items()}
    drag(pair, QPoint(200, 600))
    assert {who: tile.geometry() for who, tile in pair.tiles.items()} == places


def test_a_tap_enlarges_a_member_of_a_group_call_and_takes_it_back(stage: Stage) -> None:
    stage.set_layout_name("tuicallkit_group_focus")
    drag(stage, middle(stage.tiles[U2]))
    widths = {who: tile.width() for who, tile in stage.tiles.items()}
    assert max(widths, key=widths.__getitem__) == U2
    key(stage, U2, Qt.Key.Key_Return)
    assert stage.tiles[U2].width() < widths[U2]


def test_a_tap_is_forgotten_with_its_layout(pair: Stage) -> None:
    drag(pair, middle(pair.tiles[OWN]))
    pair.set_layout_name("speaker")
    assert pair.visible_ids()[0] == OTHER


def test_a_double_click_fills_the_screen_with_the_tile_that_was_clicked(
    pair: Stage, qtbot: QtBot
) -> None:
    place = middle(pair.tiles[OWN])
    with qtbot.waitSignal(pair.wanted) as wanted:
        drag(pair, place)
        below = pair.childAt(place)
        assert below is pair.tiles[OTHER], "the tap has exchanged them"
        _send(pair, below, QMouseEvent.Type.MouseButtonDblClick, place, _LEFT)
    assert wanted.args == [OWN, TileAct.FULL_SCREEN]
    assert pair.tiles[OWN].width() < pair.tiles[OTHER].width()


# --- reordering -------------------------------------------------------------------------------


def test_a_tile_dragged_onto_another_changes_places_with_it(stage: Stage) -> None:
    before = {who: tile.geometry() for who, tile in stage.tiles.items()}
    target = before[U3].center()
    drag(stage, before[U0].center(), before[U0].center() + QPoint(40, 40), target)
    after = {who: tile.geometry() for who, tile in stage.tiles.items()}
    assert (after[U0], after[U3]) == (before[U3], before[U0])
    assert (after[U1], after[U2]) == (before[U1], before[U2])


def test_a_tile_dropped_between_others_goes_back(stage: Stage) -> None:
    before = {who: tile.geometry() for who, tile in stage.tiles.items()}
    drag(stage, before[U0].center(), before[U0].center() + QPoint(40, 40), QPoint(1, 1))
    assert {who: tile.geometry() for who, tile in stage.tiles.items()} == before


def test_escape_gives_up_a_drag(stage: Stage) -> None:
    before = {who: tile.geometry() for who, tile in stage.tiles.items()}
    hold(stage, before[U0].center(), before[U0].center() + QPoint(30, 0), before[U1].center())
    QTest.keyClick(stage, Qt.Key.Key_Escape)
    assert {who: tile.geometry() for who, tile in stage.tiles.items()} == before


def test_a_tile_that_leaves_while_it_is_dragged_is_no_trouble(stage: Stage) -> None:
    start = middle(stage.tiles[U0])
    hold(stage, start, start + QPoint(30, 0), middle(stage.tiles[U1]))
    stage.show_feeds(feeds_of({U1: Supply(), U2: Supply()}))
    assert set(stage.visible_ids()) == {U1, U2}


def test_who_is_dropped_on_the_large_tile_is_pinned_there(stage: Stage) -> None:
    stage.set_layout_name("speaker")
    lead, other = stage.visible_ids()[0], stage.visible_ids()[2]
    start = middle(stage.tiles[other])
    drag(stage, start, start + QPoint(0, 40), middle(stage.tiles[lead]))
    assert stage.visible_ids()[0] == other
    assert stage.tiles[other].look.mark == "pinned"


def test_keys_move_a_tile_and_the_focus_goes_with_it(stage: Stage) -> None:
    before = stage.tiles[U1].geometry()
    key(stage, U0, Qt.Key.Key_Right, MOVING)
    assert stage.tiles[U0].geometry() == before
    assert stage.tiles[U0].hasFocus()
    QTest.keyClick(stage.tiles[U0], Qt.Key.Key_Down, MOVING)
    assert stage.visible_ids()[3] == U0


def test_the_order_stays_when_others_come(stage: Stage) -> None:
    key(stage, U0, Qt.Key.Key_Right, MOVING)
    stage.show_feeds(feeds_of(supplies(5)))
    assert stage.visible_ids()[:2] == [U1, U0]


# --- the floating picture ---------------------------------------------------------------------


def test_the_floating_picture_is_dragged_and_goes_to_the_nearest_corner(
    pair: Stage, qtbot: QtBot
) -> None:
    small = pair.tiles[OWN]
    start = middle(small)
    with qtbot.waitSignal(pair.acts.float_moved) as moved:
        hold(pair, start, start + QPoint(-30, 30), QPoint(500, 400))
        assert abs(middle(small).x() - 500) <= 2
        assert abs(middle(small).y() - 400) <= 2
        _send(pair, small, QMouseEvent.Type.MouseButtonRelease, QPoint(300, 600), _LEFT)
    assert moved.args == [0.0, 1.0]
    assert (small.x() < 100, small.geometry().bottom() > 620) == (True, True)
    assert small.width() < pair.tiles[OTHER].width(), "a drag is no tap"


def test_keys_take_the_floating_picture_from_corner_to_corner(pair: Stage) -> None:
    small = pair.tiles[OWN]
    key(pair, OWN, Qt.Key.Key_Left, MOVING)
    assert small.x() < 100
    QTest.keyClick(small, Qt.Key.Key_Down, MOVING)
    assert small.geometry().bottom() > 620


def test_it_floats_where_it_was_left(pair: Stage) -> None:
    pair.plan.float_at = (0.0, 1.0)
    pair.arrange()
    assert pair.tiles[OWN].x() < 100
    pair.resize(800, 600)
    assert pair.tiles[OWN].x() < 100
    assert pair.tiles[OWN].geometry().bottom() > 500
