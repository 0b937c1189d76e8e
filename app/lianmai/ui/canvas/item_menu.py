"""What can be done with one item of a canvas, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from lianmai.core.stage.canvas import Item
from lianmai.core.stage.canvas_edits import Edge, Step, aligned, brought, placed, removed
from lianmai.ui.canvas.document import CanvasDocument
from lianmai.ui.icons import icon
from lianmai.ui.words import translate


def item_menu(document: CanvasDocument, item: Item, parent: QWidget) -> QMenu:
    """Return the menu of *item*."""
    menu = QMenu(parent)
    canvas = document.canvas
    if item[0] == "users":
        for text, keys, step in _steps():
            _add(menu, f"{text}\t{keys}", partial(_bring, document, item[1], step))
        menu.addSeparator()
    for text, edge in _edges():
        _add(menu, text, partial(_align, document, item, edge))
    fill = partial(document.change, placed(canvas, item, canvas.whole))
    _add(menu, translate("Canvas", "Fill the canvas"), fill)
    menu.addSeparator()
    remove = partial(document.change, removed(canvas, item))
    _add(menu, translate("Canvas", "Remove") + "\tDel", remove, "close")
    return menu


def _steps() -> list[tuple[str, str, Step]]:
    return [
        (translate("Canvas", "To the front"), "Ctrl+Shift+Up", "front"),
        (translate("Canvas", "Forward"), "Ctrl+Up", "forward"),
        (translate("Canvas", "Backward"), "Ctrl+Down", "backward"),
        (translate("Canvas", "To the back"), "Ctrl+Shift+Down", "back"),
    ]


def _edges() -> list[tuple[str, Edge]]:
    return [
        (translate("Canvas", "Align left"), "left"),
        (translate("Canvas", "Center across"), "center"),
        (translate("Canvas", "Align right"), "right"),
        (translate("Canvas", "Align to the top"), "top"),
        (translate("Canvas", "Center up and down"), "middle"),
        (translate("Canvas", "Align to the bottom"), "bottom"),
    ]


def _bring(document: CanvasDocument, index: int, step: Step) -> None:
    document.change(brought(document.canvas, index, step))


def _align(document: CanvasDocument, item: Item, edge: Edge) -> None:
    document.change(aligned(document.canvas, [item], edge))


def _add(menu: QMenu, text: str, do: Callable[[], None], name: str = "") -> None:
    action = menu.addAction(icon(name), text) if name else menu.addAction(text)
    action.triggered.connect(lambda: do())
