"""Choosing a layout."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lianmai.core.stage.registry import layouts
from lianmai.ui.stage.layouts import TITLES, layout_menu, show_chosen


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _named(owner: QWidget) -> dict[str, QAction]:
    return {str(it.data()): it for it in owner.findChildren(QAction) if it.data()}


def test_every_layout_can_be_chosen(owner: QWidget) -> None:
    menu = layout_menu(owner)
    chosen: list[str] = []
    menu.triggered.connect(lambda action: chosen.append(str(action.data())))
    for action in _named(owner).values():
        action.trigger()
        assert [name for name, it in _named(owner).items() if it.isChecked()] == [action.data()]
    assert chosen == list(layouts())


def test_the_layout_of_the_command_line_is_marked(owner: QWidget) -> None:
    menu = layout_menu(owner)
    show_chosen(menu, "agora_layout_js")
    assert _named(owner)["agora_layout_js"].isChecked()
    assert not _named(owner)["grid"].isChecked()


def test_every_title_can_be_translated() -> None:
    assert {layout.title for layout in layouts().values()} == set(TITLES)
