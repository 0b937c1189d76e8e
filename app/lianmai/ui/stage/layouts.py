"""The menu of layouts, and what they are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from lianmai.core.stage.registry import USUAL_LAYOUT, layouts
from lianmai.ui.words import translate

TITLES = (
    QT_TRANSLATE_NOOP("Layout", "Grid"),
    QT_TRANSLATE_NOOP("Layout", "Speaker with strip"),
    QT_TRANSLATE_NOOP("Layout", "One to one"),
    QT_TRANSLATE_NOOP("Layout", "Side by side"),
    QT_TRANSLATE_NOOP("Layout", "Gallery, 25 a page"),
    QT_TRANSLATE_NOOP("Layout", "Gallery, 49 a page"),
    QT_TRANSLATE_NOOP("Layout", "By number of people, seven shown"),
    QT_TRANSLATE_NOOP("Layout", "By number of people, all ten"),
    QT_TRANSLATE_NOOP("Layout", "Meeting grid, up to nine"),
    QT_TRANSLATE_NOOP("Layout", "One teacher and three students, four a page"),
    QT_TRANSLATE_NOOP("Layout", "Group call on phones"),
    QT_TRANSLATE_NOOP("Layout", "Group call on PC"),
    QT_TRANSLATE_NOOP("Layout", "Group call with one enlarged member"),
    QT_TRANSLATE_NOOP("Layout", "One to one with a floating picture, phones"),
    QT_TRANSLATE_NOOP("Layout", "One to one with a floating picture, PC"),
    QT_TRANSLATE_NOOP("Layout", "One to one with a floating picture, PC style sheet"),
    QT_TRANSLATE_NOOP("Layout", "Minimised call, picture"),
    QT_TRANSLATE_NOOP("Layout", "Minimised call, sound only"),
    QT_TRANSLATE_NOOP("Layout", "Minimised group call"),
    QT_TRANSLATE_NOOP("Layout", "Group call, gallery"),
    QT_TRANSLATE_NOOP("Layout", "Group call, one enlarged member"),
    QT_TRANSLATE_NOOP("Layout", "Call kit, one to one"),
    QT_TRANSLATE_NOOP("Layout", "Push-out task as printed in the guide"),
)
"""All titles there are, written out for lupdate, which cannot read the registry."""


def layout_menu(parent: QWidget) -> QMenu:
    """Return a menu of all layouts, vendors' in a menu each; an action's data is the name."""
    menu = QMenu(parent)
    choice = QActionGroup(menu)
    vendors: dict[str, QMenu] = {"": menu}
    for layout in layouts().values():
        if layout.group not in vendors:
            vendors[layout.group] = menu.addMenu(layout.group)
        action = QAction(translate("Layout", layout.title), menu)
        action.setData(layout.name)
        action.setToolTip(layout.source)
        action.setCheckable(True)
        action.setChecked(layout.name == USUAL_LAYOUT)
        choice.addAction(action)
        vendors[layout.group].addAction(action)
    return menu


def show_chosen(menu: QMenu, name: str) -> None:
    """Mark the layout called *name* in a `layout_menu`."""
    for action in menu.findChildren(QAction):
        if action.data() == name:
            action.setChecked(True)
