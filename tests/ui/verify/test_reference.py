"""The reference picture: seen through, subtracted, blinking; moved, scaled, remembered."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lianmai.core.errors import SourceError
from lianmai.core.stage.geometry import Rect
from lianmai.ui.stage.stage_shot import stage_image
from lianmai.ui.verify.reference_box import ReferenceBox
from tests.ui.pictures import until
from tests.ui.verify.conftest import SIZE, Desk


def mock(path: Path, color: str = "#00ff00", size: tuple[int, int] = (400, 200)) -> str:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    image.save(str(path))
    return str(path)


def color_over(desk: Desk, x: int, y: int) -> QColor:
    """Return what is seen at a place of the stage, with all that lies over it."""
    return desk.grab().toImage().pixelColor(20 + x, 20 + y)


def red_spot(desk: Desk) -> QPoint:
    tile = desk.stage.tiles[desk.stage.visible_ids()[0]]
    return tile.pos() + QPoint(tile.card.x() + 20, tile.card.center().y())


def test_it_is_seen_through_as_much_as_wanted(desk: Desk, tmp_path: Path) -> None:
    reference, spot = desk.tools.reference, red_spot(desk)
    reference.load(mock(tmp_path / "mock.png"))
    seen = color_over(desk, spot.x(), spot.y())
    assert abs(seen.red() - 127) < 3
    assert abs(seen.green() - 127) < 3
    reference.lay(replace(reference.laid, opacity=1.0))
    assert color_over(desk, spot.x(), spot.y()).name() == "#00ff00"
    reference.set_shown(False)
    assert color_over(desk, spot.x(), spot.y()).name() == "#ff0000"


def test_the_difference_to_itself_is_black(desk: Desk) -> None:
    reference = desk.tools.reference
    reference.lay(replace(reference.laid, mode="difference"))
    reference.show_image(stage_image(desk.stage))
    shown = desk.grab().toImage().copy(20, 20, *SIZE)
    black = QImage(shown.size(), shown.format())
    black.fill(0)
    assert shown.convertToFormat(QImage.Format.Format_RGB32) == black.convertToFormat(
        QImage.Format.Format_RGB32
    )


def test_it_blinks_and_stops_when_hidden(desk: Desk, tmp_path: Path) -> None:
    reference, spot = desk.tools.reference, red_spot(desk)
    reference.load(mock(tmp_path / "mock.png"))
    reference.lay(replace(reference.laid, mode="blink"))
    assert color_over(desk, spot.x(), spot.y()).name() == "#00ff00"
    until(lambda: color_over(desk, spot.x(), spot.y()).name() == "#ff0000")
    until(lambda: color_over(desk, spot.x(), spot.y()).name() == "#00ff00")
    reference.set_shown(False)
    assert not reference._blinking.isActive()


def test_a_file_that_is_no_picture_gets_one_sentence(desk: Desk, tmp_path: Path) -> None:
    text = tmp_path / "mock.png"
    text.write_text("no picture")
    with pytest.raises(SourceError, match="is no picture: choose a PNG or JPEG file"):
        desk.tools.reference.load(str(text))
    with pytest.raises(SourceError, match="There is no picture"):
        desk.tools.reference.load(str(tmp_path / "missing.png"))
    assert not desk.tools.reference.has_picture


def test_keys_nudge_scale_and_fit_it(desk: Desk, tmp_path: Path) -> None:
    reference, frame = desk.tools.reference, desk.tools.frame
    reference.load(mock(tmp_path / "mock.png"))
    desk.tools.set_aligning(True)
    QTest.keyClick(frame, Qt.Key.Key_Right)
    QTest.keyClick(frame, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert reference.laid.rect == Rect(1, 10, 400, 200)
    QTest.keyClick(frame, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    assert reference.laid.rect == Rect(1, 10, 410, 205)
    QTest.keyClick(frame, Qt.Key.Key_F)
    assert reference.laid.rect == Rect(0, 0, *SIZE)
    assert "w 800" in frame.accessibleName()
    QTest.keyClick(frame, Qt.Key.Key_Escape)
    assert not frame.isVisible()
    assert not desk.tools.is_aligning


def test_the_mouse_moves_it_and_scales_it_by_a_handle(desk: Desk, tmp_path: Path) -> None:
    reference, frame = desk.tools.reference, desk.tools.frame
    reference.load(mock(tmp_path / "mock.png", size=(300, 150)))
    desk.tools.set_aligning(True)
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(frame, button, pos=QPoint(150, 75))
    QTest.mouseMove(frame, QPoint(150 + 37, 75 + 63))
    QTest.mouseRelease(frame, button, pos=QPoint(150 + 37, 75 + 63))
    moved = reference.laid.rect
    assert (moved.width, moved.height) == (300, 150)
    assert abs(moved.x - 37) <= 8, "as far as it was dragged, or to what it snaps to"
    corner = QPoint(moved.right, moved.bottom)
    QTest.mousePress(frame, button, pos=corner)
    QTest.mouseMove(frame, corner + QPoint(60, 30))
    QTest.mouseRelease(frame, button, pos=corner + QPoint(60, 30))
    scaled = reference.laid.rect
    assert (scaled.x, scaled.y) == (moved.x, moved.y)
    assert scaled.width / scaled.height == pytest.approx(2, rel=0.02)
    assert abs(scaled.width - 360) <= 16


@pytest.mark.usefixtures("own_settings")
def test_the_panel_remembers_it_for_next_time(desk: Desk, tmp_path: Path) -> None:
    parent = QWidget(desk)
    box = ReferenceBox(desk.tools, parent)
    box.choose(mock(tmp_path / "mock, old.png"))
    box.mode.setCurrentIndex(2)
    box.opacity.setValue(30)
    desk.tools.reference.forget()
    again = ReferenceBox(desk.tools, parent)
    assert again.name.text() == "mock, old.png"
    assert (again.mode.currentIndex(), again.opacity.value()) == (2, 30)
    assert not desk.tools.reference.is_on, "it waits until it is wanted"


@pytest.mark.usefixtures("own_settings")
def test_the_panel_says_what_is_wrong_with_a_file(desk: Desk, tmp_path: Path) -> None:
    box = ReferenceBox(desk.tools, QWidget(desk))
    box.choose(str(tmp_path / "missing.png"))
    assert "There is no picture" in box.problem.text()
    assert not box.align.isEnabled()
    box.choose(mock(tmp_path / "wide.png", size=(1600, 800)))
    assert box.problem.isHidden()
    assert desk.tools.reference.laid.rect == Rect(0, 0, *SIZE), "made to fit"
