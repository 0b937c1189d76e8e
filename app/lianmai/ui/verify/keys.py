"""The tools' keys, which work whether their panel is open or not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from lianmai.ui.verify.tools import VerifyTools
from lianmai.ui.words import translate


def verify_actions(tools: VerifyTools, owner: QWidget) -> list[QAction]:
    """Return what turns each of *tools* on and off."""

    def toggle_reference() -> None:
        tools.reference.set_shown(not tools.reference.is_on)

    wanted: list[tuple[str, str, Callable[[], None]]] = [
        (
            translate("Verify", "Rulers and guides"),
            "Shift+R",
            lambda: tools.set_rulers(not tools.has_rulers),
        ),
        (translate("Verify", "Next grid"), "Shift+G", tools.next_grid),
        (
            translate("Verify", "Tiles with their numbers"),
            "Shift+T",
            lambda: tools.set_tiles(not tools.has_tiles),
        ),
        (translate("Verify", "Loupe"), "Shift+Z", lambda: tools.set_loupe(not tools.has_loupe)),
        (translate("Verify", "Reference picture"), "Shift+O", toggle_reference),
        (
            translate("Verify", "Align the reference picture"),
            "Shift+A",
            lambda: tools.set_aligning(not tools.is_aligning),
        ),
    ]
    actions = []
    for text, keys, do in wanted:
        action = QAction(text, owner)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _on, do=do: do())
        actions.append(action)
    return actions
