"""The loupe: the pixel it names is the pixel there is."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from lianmai.core.stage.geometry import Rect
from lianmai.ui.stage.stage_shot import stage_image
from tests.ui.verify.conftest import Desk


def middle_of_a_card(desk: Desk) -> QPoint:
    tile = desk.stage.tiles[desk.stage.visible_ids()[0]]
    place = tile.card.translated(tile.pos())
    return QPoint(place.x() + place.width() // 2, place.center().y())


def test_keys_step_over_an_edge_pixel_by_pixel(desk: Desk) -> None:
    loupe = desk.tools.loupe
    desk.tools.set_loupe(True)
    picture = stage_image(desk.stage)
    loupe.look_at(middle_of_a_card(desk) - QPoint(6, 0))
    seen = []
    for _ in range(12):
        QTest.keyClick(loupe, Qt.Key.Key_Right)
        assert loupe.color.name() == picture.pixelColor(loupe.pixel).name()
        seen.append(loupe.color.name())
    assert seen[0] == "#ff0000"
    assert seen[-1] == "#0000ff"


def test_it_says_place_and_colour_in_both_ways(desk: Desk) -> None:
    spot = middle_of_a_card(desk) - QPoint(30, 0)
    desk.tools.loupe.look_at(spot)
    place, color = desk.tools.loupe.lines()
    assert place == f"x {spot.x()}  y {spot.y()}"
    assert color == "#ff0000  rgb(255, 0, 0)"
    assert "#ff0000" in desk.tools.loupe.accessibleName()


def test_it_stays_on_the_stage(desk: Desk) -> None:
    desk.tools.set_loupe(True)
    loupe = desk.tools.loupe
    loupe.look_at(QPoint(0, 0))
    QTest.keyClick(loupe, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert loupe.pixel == QPoint(0, 0)
    loupe.look_at(QPoint(10_000, 10_000))
    assert loupe.pixel == QPoint(desk.stage.width() - 1, desk.stage.height() - 1)
    assert desk.rect().contains(loupe.geometry()), "it is seen whole in the corner, too"


def test_it_names_the_colour_of_the_reference_below(desk: Desk) -> None:
    image = stage_image(desk.stage)
    image.fill(Qt.GlobalColor.green)
    desk.tools.reference.show_image(image)
    assert desk.tools.reference.laid.rect == Rect(0, 0, image.width(), image.height())
    desk.tools.loupe.look_at(QPoint(50, 50))
    assert desk.tools.loupe.lines()[-1] == "reference #00ff00"
