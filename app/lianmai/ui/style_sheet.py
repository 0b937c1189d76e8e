"""The few things a palette cannot say, as one Qt style sheet."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lianmai.ui.theme import Colors

_SHEET = Template("""
QToolTip {
    color: $text; background: $raised; border: 1px solid $line; padding: 4px 6px;
}
QLineEdit, QComboBox, QAbstractSpinBox {
    color: $text; background: $surface; border: 1px solid $line; border-radius: 8px;
    padding: 6px 10px; min-height: 22px; selection-background-color: $accent;
    selection-color: $on_accent;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: 5px 9px;
}
QLineEdit[invalid="true"] { border: 1px solid $bad; }
QLineEdit[invalid="true"]:focus { border: 2px solid $bad; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    color: $quiet; background: $raised;
}
QComboBox::drop-down { border: none; width: 28px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; padding: 4px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    border: none; background: transparent; width: 20px;
}
QAbstractSpinBox QLineEdit {
    border: none; padding: 0 8px; background: transparent; min-height: 0;
}
QTreeView[kind="roomy"]::item { padding: 3px 4px; }
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow { image: none; }
QCheckBox { spacing: 8px; border: 2px solid transparent; border-radius: 6px; padding: 2px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $quiet; border-radius: 4px; background: $surface;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:disabled { background: $raised; border-color: $line; }
QPushButton {
    color: $text; background: $raised; border: 1px solid $line; border-radius: 8px;
    padding: 7px 14px; min-height: 20px;
}
QPushButton:hover { border-color: $quiet; }
QPushButton:pressed { background: $line; }
QPushButton:checked { border-color: $accent; color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 13px; }
QPushButton:disabled { color: $quiet; background: $surface; }
QPushButton[kind="primary"] { color: $on_accent; background: $accent; border-color: $accent; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { color: $quiet; background: $raised; border-color: $line; }
QToolButton[kind="plain"] {
    background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 4px;
}
QToolButton[kind="plain"]:hover { background: $raised; }
QToolButton[kind="plain"]:checked { background: $raised; }
QToolButton[kind="plain"]:focus { border-color: $accent; }
QToolButton[kind="on-plate"] {
    background: transparent; border: none; border-radius: 6px; padding: 3px;
}
QToolButton[kind="on-plate"]:hover { background: #40ffffff; }
QToolButton[kind="bar"] {
    color: $text; background: transparent; border: 2px solid transparent; border-radius: 10px;
    padding: 5px 8px;
}
QToolButton[kind="bar"]:hover { background: $raised; }
QToolButton[kind="bar"]:pressed { background: $line; }
QToolButton[kind="bar"]:checked { background: $raised; }
QToolButton[kind="bar"]:focus { border-color: $accent; }
QToolButton[kind="bar"][tone="bad"] { color: $bad; }
QToolButton[kind="heading"] {
    color: $text; background: transparent; border: 2px solid transparent; border-radius: 6px;
    padding: 3px 6px 3px 0px;
}
QToolButton[kind="heading"]:hover { background: $raised; }
QToolButton[kind="heading"]:focus { border-color: $accent; }
QToolButton[kind="line"] {
    color: $text; background: transparent; border: 2px solid transparent; border-radius: 8px;
    padding: 3px 8px 3px 4px; text-align: left;
}
QToolButton[kind="line"]:hover { background: $raised; }
QToolButton[kind="line"]:focus { border-color: $accent; }
QToolButton[kind="line"]:disabled { color: $quiet; }
QToolButton::menu-indicator { image: none; }
QMenu { background: $surface; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 7px 26px 7px 12px; border-radius: 6px; }
QMenu::item:selected { background: $raised; }
QMenu::item:checked { color: $accent; }
QMenu::item:disabled { color: $quiet; }
QMenu::icon:checked { background: $raised; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar::tab {
    color: $quiet; background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 7px 4px; margin: 0 4px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { background: $raised; border-radius: 6px; }
QProgressBar {
    background: $raised; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QHeaderView::section {
    color: $quiet; background: $surface; border: none; border-bottom: 1px solid $line;
    padding: 5px 8px;
}
QTableView, QTreeView, QListView, QPlainTextEdit {
    background: $surface; border: none; gridline-color: $line;
    selection-background-color: $raised; selection-color: $text;
}
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { background: $surface; border-left: 1px solid $line; }
QSplitter::handle:horizontal:hover { background: $raised; }
QLabel[quiet="true"] { color: $quiet; }
QLabel[bad="true"] { color: $bad; }
QLabel[plate="true"] {
    color: $on_plate; background: $plate; border-radius: 8px; padding: 6px 12px;
}
""")


def style_sheet(colors: Colors) -> str:
    """Return the sheet in *colors*."""
    names = {name: value for name, value in vars(colors).items() if isinstance(value, str)}
    return _SHEET.substitute(names)
