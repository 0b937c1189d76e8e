"""The stage: tiles come and go, pages turn, only what is seen is asked for."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from lianmai.core.messages import StreamId
from lianmai.core.stage.registry import layouts
from lianmai.ui.stage.look import OWN, Look
from lianmai.ui.stage.pager import Dots
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.tile_controls import TileControls
from lianmai.ui.widgets.icon_button import IconButton
from tests.ui.pictures import BLUE, GREEN, RED, Supply, color_at, feeds_of, picture, supplies, until


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 9, 12, 16])
@pytest.mark.parametrize("size", [(1280, 720), (700, 1000), (1800, 500)])
def test_tiles_share_the_stage_without_touching(
    stage: Stage, count: int, size: tuple[int, int]
) -> None:
    stage.resize(*size)
    stage.show_feeds(feeds_of(supplies(count)))
    places = [tile.geometry() for tile in stage.tiles.values() if not tile.isHidden()]
    assert len(places) == count
    assert all(stage.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)


def test_tiles_come_and_go_with_their_streams(stage: Stage) -> None:
    known = supplies(3)
    stage.show_feeds(feeds_of(known))
    kept = stage.tiles[StreamId("u1")]
    known.pop(StreamId("u0"))
    known[StreamId("new")] = Supply()
    stage.show_feeds(feeds_of(known))
    assert list(stage.tiles) == [StreamId("u1"), StreamId("u2"), StreamId("new")]
    assert stage.tiles[StreamId("u1")] is kept


def test_each_tile_shows_its_own_pictures(stage: Stage) -> None:
    known = supplies(2)
    stage.show_feeds(feeds_of(known))
    for supply, color in zip(known.values(), (RED, BLUE), strict=True):
        supply.box.put(picture(color, color))
    stage.take_pictures()
    shown = [color_at(tile, 0.5, 0.5) for tile in stage.tiles.values()]
    assert shown == [RED, BLUE]


def test_one_wake_takes_the_newest_of_every_feed(stage: Stage) -> None:
    known = supplies(3)
    stage.show_feeds(feeds_of(known))
    for color in (RED, GREEN):
        for supply in known.values():
            supply.box.put(picture(color, color))
    stage.take_pictures()
    assert {color_at(tile, 0.5, 0.5) for tile in stage.tiles.values()} == {GREEN}
    assert all(supply.box.take() is None for supply in known.values())


def test_pictures_are_asked_for_in_the_size_of_their_tile(stage: Stage) -> None:
    known = supplies(2)
    stage.show_feeds(feeds_of(known))
    until(lambda: all(supply.size_px for supply in known.values()))
    for stream_id, supply in known.items():
        tile = stage.tiles[stream_id]
        ratio = tile.devicePixelRatioF()
        assert supply.size_px == (round(tile.width() * ratio), round(tile.height() * ratio))


def test_a_picture_of_the_size_asked_for_fills_its_tile(stage: Stage) -> None:
    known = supplies(4)
    stage.show_feeds(feeds_of(known))
    until(lambda: all(supply.size_px for supply in known.values()))
    supply, tile = next(iter(known.values())), next(iter(stage.tiles.values()))
    assert supply.size_px is not None
    width_px = supply.size_px[0] - supply.size_px[0] % 2
    supply.box.put(picture(RED, RED, width_px, supply.size_px[1] - supply.size_px[1] % 2))
    stage.take_pictures()
    assert abs(tile.card.width() - tile.width()) <= 2


def test_more_than_a_page_holds_go_on_the_next(stage: Stage) -> None:
    stage.resize(800, 450)
    stage.show_feeds(feeds_of(supplies(20)))
    assert (stage.page_count, len(stage.visible_ids())) == (2, 16)
    stage.turn_to(1)
    assert stage.visible_ids() == [StreamId(f"u{number}") for number in range(16, 20)]


def test_a_large_stage_has_a_place_for_more(stage: Stage) -> None:
    stage.show_feeds(feeds_of(supplies(20)))
    assert (stage.page_count, len(stage.visible_ids())) == (1, 20)


def test_nobody_looks_at_another_page(stage: Stage) -> None:
    known = supplies(20)
    stage.resize(800, 450)
    stage.show_feeds(feeds_of(known))
    until(lambda: known[StreamId("u0")].size_px and known[StreamId("u19")].size_px)
    assert known[StreamId("u19")].size_px == (0, 0)
    stage.turn_to(1)
    until(lambda: known[StreamId("u19")].size_px != (0, 0))
    assert known[StreamId("u0")].size_px == (0, 0)


def test_nobody_looks_at_a_hidden_stage(stage: Stage) -> None:
    known = supplies(1)
    stage.show_feeds(feeds_of(known))
    until(lambda: known[StreamId("u0")].size_px)
    stage.hide()
    until(lambda: known[StreamId("u0")].size_px == (0, 0))


def test_nobody_looks_at_a_minimised_window(qtbot: QtBot) -> None:
    window, known = QWidget(), supplies(1)
    qtbot.addWidget(window)
    stage = Stage(window)
    stage.show_feeds(feeds_of(known))
    window.show()
    until(lambda: known[StreamId("u0")].size_px not in (None, (0, 0)))
    window.showMinimized()
    until(lambda: known[StreamId("u0")].size_px == (0, 0))
    window.showNormal()
    until(lambda: known[StreamId("u0")].size_px != (0, 0))


def test_page_keys_turn_pages_and_stop_at_the_ends(stage: Stage) -> None:
    stage.resize(800, 450)
    stage.show_feeds(feeds_of(supplies(40)))
    for _ in range(5):
        QTest.keyClick(stage, Qt.Key.Key_PageDown)
    assert stage.page == 2
    for _ in range(5):
        QTest.keyClick(stage, Qt.Key.Key_PageUp)
    assert stage.page == 0


def test_a_page_that_vanishes_gives_way_to_the_last(stage: Stage) -> None:
    known = supplies(20)
    stage.resize(800, 450)
    stage.show_feeds(feeds_of(known))
    stage.turn_to(1)
    stage.show_feeds(feeds_of(dict(list(known.items())[:10])))
    assert (stage.page, stage.page_count) == (0, 1)


def test_a_small_stage_shows_fewer_that_can_be_recognised(stage: Stage) -> None:
    stage.show_feeds(feeds_of(supplies(16)))
    stage.resize(360, 300)
    assert 1 < len(stage.visible_ids()) < 16
    assert all(tile.width() >= 120 for tile in stage.tiles.values() if not tile.isHidden())


def test_upright_pictures_get_upright_places(stage: Stage) -> None:
    known = supplies(3)
    stage.show_feeds(feeds_of(known))
    for supply in known.values():
        supply.box.put(picture(RED, RED, 360, 640))
    stage.take_pictures()
    until(lambda: all(tile.height() > tile.width() for tile in stage.tiles.values()))


def test_who_shows_no_picture_fills_the_place_others_have(stage: Stage) -> None:
    known = supplies(4)
    known[StreamId("u3")].look = Look("Off", camera_off=True)
    stage.show_feeds(feeds_of(known))
    for supply in known.values():
        supply.box.put(picture(RED, RED, 360, 640))
    stage.take_pictures()
    off = stage.tiles[StreamId("u3")]
    until(lambda: off.height() > off.width())
    assert off.card == off.rect()


def test_controls_keep_away_from_a_tile_that_lies_on_theirs(stage: Stage) -> None:
    other = StreamId("other")
    stage.show_feeds(feeds_of({OWN: Supply(), other: Supply()}))
    stage.set_layout_name("one_to_one")
    large, small = stage.tiles[other], stage.tiles[OWN]
    large.hovered.emit(True)
    until(lambda: _controls(stage).isVisible())
    place = _controls(stage).geometry().translated(large.pos())
    assert large.geometry().contains(place)
    assert not small.geometry().intersects(place)


def test_presentation_meets_edge_to_edge(stage: Stage) -> None:
    stage.show_feeds(feeds_of(supplies(4)))
    stage.set_bare(True)
    united = stage.rect().adjusted(1, 1, -1, -1)
    corners = [stage.childAt(united.topLeft()), stage.childAt(united.bottomRight())]
    assert corners == [stage.tiles[StreamId("u0")], stage.tiles[StreamId("u3")]]


def test_presentation_tells_of_further_pages_by_dots_alone(stage: Stage) -> None:
    stage.resize(800, 450)
    stage.show_feeds(feeds_of(supplies(40)))
    stage.set_bare(True)
    dots = stage.findChildren(Dots)[0]
    assert dots.isVisible()
    assert dots.accessibleName() == "Page 1 of 2"
    assert not any(button.isVisible() for button in stage.findChildren(IconButton))
    assert stage.childAt(dots.mapTo(stage, dots.rect().center())) is dots
    stage.set_bare(False)
    assert any(button.isVisible() for button in stage.findChildren(IconButton))


def test_each_tile_tells_screen_readers_its_state_and_page(stage: Stage) -> None:
    stage.resize(800, 450)
    known = supplies(20)
    known[StreamId("u0")].look = Look("Anna", sound_off=True, microphone_off=True)
    stage.show_feeds(feeds_of(known))
    tile = stage.tiles[StreamId("u0")]
    assert tile.accessibleName() == "Anna"
    assert tile.accessibleDescription() == "Microphone off, Muted here, Page 1 of 2"


def test_faults_are_no_business_of_an_audience(stage: Stage) -> None:
    known = supplies(2)
    known[StreamId("u0")].look = Look("Anna", phase="failed", problem="Lost rtmp://host/app.")
    stage.show_feeds(feeds_of(known))
    tile = stage.tiles[StreamId("u0")]
    assert any(button.isVisible() for button in tile.findChildren(QPushButton))
    stage.set_bare(True)
    assert (tile.look.problem, tile.look.phase) == ("", "live")
    assert not any(button.isVisible() for button in tile.findChildren(QPushButton))
    stage.set_bare(False)
    assert tile.look.problem


def test_an_unknown_layout_is_refused_with_those_known(stage: Stage) -> None:
    with pytest.raises(ValueError, match=r"Unknown layout 'circle': use grid, "):
        stage.set_layout_name("circle")


@pytest.mark.parametrize("name", list(layouts()))
def test_every_layout_shows_everybody_page_by_page(stage: Stage, name: str) -> None:
    known = supplies(5)
    stage.show_feeds(feeds_of(known))
    stage.set_layout_name(name)
    seen = set()
    for page in range(stage.page_count):
        stage.turn_to(page)
        shown = {key for key, tile in stage.tiles.items() if not tile.isHidden()}
        assert shown == set(stage.visible_ids())
        seen |= shown
    assert seen == set(known)


def test_a_floating_tile_lies_on_the_large_one(stage: Stage) -> None:
    stage.show_feeds(feeds_of({OWN: Supply(), StreamId("other"): Supply()}))
    stage.set_layout_name("one_to_one")
    small = stage.tiles[OWN]
    assert stage.tiles[StreamId("other")].geometry().contains(small.geometry())
    assert stage.childAt(small.geometry().center()) is small


def test_a_tile_that_covers_its_place_has_no_borders(stage: Stage) -> None:
    known = {OWN: Supply(), StreamId("other"): Supply()}
    stage.show_feeds(feeds_of(known))
    stage.set_layout_name("one_to_one")
    for supply in known.values():
        supply.box.put(picture(RED, RED, 360, 640))
    stage.take_pictures()
    small, large = stage.tiles[OWN], stage.tiles[StreamId("other")]
    assert small.card == small.rect()
    assert large.card != large.rect()
    stage.set_layout_name("grid")
    assert small.card.height() > small.card.width()


def test_who_stays_keeps_the_seat(stage: Stage) -> None:
    known = supplies(6)
    stage.show_feeds(feeds_of(known))
    place = stage.tiles[StreamId("u2")].geometry()
    known.pop(StreamId("u1"))
    stage.show_feeds(feeds_of(known))
    assert stage.tiles[StreamId("u2")].geometry() == place
    assert stage.visible_ids()[1] == StreamId("u5")


def test_keys_on_a_tile_change_its_sound(stage: Stage) -> None:
    known = supplies(1)
    stage.show_feeds(feeds_of(known))
    tile, sound = stage.tiles[StreamId("u0")], known[StreamId("u0")].sound
    QTest.keyClick(tile, Qt.Key.Key_Down)
    assert sound.volume == pytest.approx(0.9)
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert sound.muted


def _controls(stage: Stage) -> TileControls:
    return stage.findChildren(TileControls)[0]


def test_the_mouse_brings_controls_to_a_tile(stage: Stage) -> None:
    known = supplies(2)
    stage.show_feeds(feeds_of(known))
    first, second = stage.tiles.values()
    first.hovered.emit(True)
    until(lambda: _controls(stage).parent() is first and _controls(stage).isVisible())
    first.hovered.emit(False)
    second.hovered.emit(True)
    until(lambda: _controls(stage).parent() is second)
    assert second.card.contains(_controls(stage).geometry())
    slider, *_ = _controls(stage).findChildren(QSlider)
    slider.setValue(30)
    assert known[StreamId("u1")].sound.volume == pytest.approx(0.3)
    second.hovered.emit(False)
    until(lambda: not _controls(stage).isVisible())


def test_controls_stay_on_their_tile_when_it_shrinks(stage: Stage) -> None:
    stage.show_feeds(feeds_of(supplies(2)))
    tile = stage.tiles[StreamId("u0")]
    tile.hovered.emit(True)
    until(lambda: _controls(stage).isVisible())
    stage.show_feeds(feeds_of(supplies(6)))
    until(lambda: tile.card.contains(_controls(stage).geometry()))


def test_controls_survive_the_end_of_their_tile(stage: Stage) -> None:
    known = supplies(2)
    stage.show_feeds(feeds_of(known))
    stage.tiles[StreamId("u0")].hovered.emit(True)
    until(lambda: _controls(stage).isVisible())
    known.pop(StreamId("u0"))
    stage.show_feeds(feeds_of(known))
    stage.tiles[StreamId("u1")].hovered.emit(True)
    until(lambda: _controls(stage).parent() is stage.tiles[StreamId("u1")])


def test_retrying_reaches_the_stream(stage: Stage) -> None:
    known = {StreamId("u0"): Supply(phase="failed", problem="Lost.")}
    stage.show_feeds(feeds_of(known))
    stage.tiles[StreamId("u0")].retry_wanted.emit()
    assert known[StreamId("u0")].retries == 1


def test_every_failed_stream_can_be_tried_again_at_once(stage: Stage) -> None:
    known = {StreamId(name): Supply(phase="failed", problem="Lost.") for name in ("a", "b")}
    known[StreamId("c")] = Supply()
    stage.show_feeds(feeds_of(known))
    stage.retry_failed()
    assert [supply.retries for supply in known.values()] == [1, 1, 0]


def test_arrow_keys_go_round_the_tiles_of_a_page(stage: Stage) -> None:
    stage.show_feeds(feeds_of(supplies(2)))
    stage.activateWindow()
    stage.setFocus()
    until(stage.hasFocus)
    first, second = stage.tiles.values()
    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Right)
    assert first.hasFocus()


@pytest.mark.parametrize("size", [(390, 844), (195, 422), (780, 1688)])
def test_tiles_lie_as_on_the_screen_whatever_the_scale(stage: Stage, size: tuple[int, int]) -> None:
    stage.show_feeds(feeds_of(supplies(4)))
    stage.set_layout_name("agora_layout_js")
    stage.set_screen(QSize(390, 844))
    stage.resize(390, 844)
    wanted = [tile.geometry() for tile in stage.tiles.values()]
    stage.resize(*size)
    factor = size[0] / 390
    for tile, place in zip(stage.tiles.values(), wanted, strict=True):
        assert abs(tile.x() - place.x() * factor) <= 1
        assert abs(tile.y() - place.y() * factor) <= 1
        assert abs(tile.width() - place.width() * factor) <= 1
    assert all(tile.is_bare for tile in stage.tiles.values())
    stage.set_screen(None)
    assert not any(tile.is_bare for tile in stage.tiles.values())
