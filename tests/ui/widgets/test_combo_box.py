"""The box to choose from a list."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lianmai.ui.app import make_app
from lianmai.ui.widgets.combo_box import ComboBox


@pytest.mark.parametrize("count", [2, 6])
def test_every_row_of_a_short_list_is_seen(qtbot: QtBot, qapp: QApplication, count: int) -> None:
    make_app()
    window = QWidget()
    qtbot.addWidget(window)
    box = ComboBox(window)
    QVBoxLayout(window).addWidget(box)
    box.addItems([f"choice {number}" for number in range(count)])
    with qtbot.waitExposed(window):
        window.show()
    box.showPopup()
    view = box.view()
    with qtbot.waitExposed(view.window()):
        pass
    qapp.processEvents()
    rows_px = sum(view.sizeHintForRow(row) for row in range(count))
    assert view.viewport().height() >= rows_px
    box.hidePopup()
