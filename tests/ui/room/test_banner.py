"""The line over the stage."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lianmai.ui import theme
from lianmai.ui.room.banner import Banner

WIDTH_PX, ICON_PX = 400, 44


@pytest.mark.parametrize(
    ("direction", "left_px"),
    [(Qt.LayoutDirection.LeftToRight, 0), (Qt.LayoutDirection.RightToLeft, WIDTH_PX - ICON_PX)],
)
def test_the_icon_stands_where_reading_begins(
    qapp: QApplication, direction: Qt.LayoutDirection, left_px: int
) -> None:
    banner = Banner()
    banner.setLayoutDirection(direction)
    banner.say("", is_warning=True)
    banner.resize(WIDTH_PX, 40)
    image = banner.grab().toImage()
    wanted = QColor(theme.colors().warning).rgb()
    spots = {x for x in range(WIDTH_PX) for y in range(40) if image.pixel(x, y) == wanted}
    assert spots
    assert all(left_px <= x < left_px + ICON_PX for x in spots)


def test_the_sentence_keeps_off_the_icon(qapp: QApplication) -> None:
    banner = Banner()
    banner.say("The call goes on without sound.")
    banner.resize(WIDTH_PX, 40)
    banner.grab()
    (label,) = banner.findChildren(QLabel)
    assert label.x() == ICON_PX


@pytest.mark.parametrize("sentence", ["Saved.", "Somebody has said very much. " * 20])
def test_it_lies_over_the_top_in_one_line_no_wider_than_needed(qtbot: QtBot, sentence: str) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    area, banner = QWidget(page), Banner(page)
    banner.lie_over(area, otherwise=page)
    banner.say("Saved.")
    height_px = banner.height()
    page.resize(700, 500)
    page.show()
    area.setGeometry(100, 60, 500, 300)
    banner.say(sentence)
    assert area.geometry().contains(banner.geometry())
    assert abs(banner.geometry().center().x() - area.geometry().center().x()) <= 1
    assert (banner.width() < 300) == (sentence == "Saved.")
    assert banner.height() == height_px, "one line"
    area.setGeometry(300, 100, 400, 300)
    assert area.geometry().contains(banner.geometry())
    area.hide()
    assert banner.geometry().bottom() > 450
