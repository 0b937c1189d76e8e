"""The line above the stage."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel

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
