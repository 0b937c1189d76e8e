"""A question or a message inside a panel, where a dialog would cover the call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lianmai.ui import theme
from lianmai.ui.theme import GAP


class ConfirmBar(QFrame):
    """Hidden until `ask` or `tell`; Escape says no. `closed` follows every answer."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._do: Callable[[], None] | None = None
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._other = QPushButton(self)
        self._other.clicked.connect(self._accept_other)
        self._do_other: Callable[[], None] | None = None
        self._yes = QPushButton(self)
        self._yes.clicked.connect(self._accept)
        self._no = QPushButton(self)
        self._no.clicked.connect(self.close_bar)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._no)
        buttons.addWidget(self._other)
        buttons.addWidget(self._yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.addWidget(self._label)
        column.addLayout(buttons)
        self.hide()

    def ask(
        self,
        question: str,
        yes: str,
        do: Callable[[], None],
        other: str = "",
        do_other: Callable[[], None] | None = None,
    ) -> None:
        """Put *question*; *do* runs when the button *yes* is pressed, *do_other* at *other*."""
        self._do, self._do_other = do, do_other
        self._other.setText(other)
        self._yes.setText(yes)
        self._show(question, self.tr("Cancel"))

    def tell(self, message: str) -> None:
        """Show *message* until it is closed."""
        self._do = self._do_other = None
        self._show(message, self.tr("Close"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, in the colour of now."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colors().raised))
        painter.end()

    @Slot()
    def close_bar(self) -> None:
        """Disappear without doing anything."""
        self._do = self._do_other = None
        self.hide()
        self.closed.emit()

    @Slot()
    def _accept(self) -> None:
        do = self._do
        self.close_bar()
        if do is not None:
            do()

    @Slot()
    def _accept_other(self) -> None:
        do = self._do_other
        self.close_bar()
        if do is not None:
            do()

    def _show(self, text: str, no: str) -> None:
        self._label.setText(text)
        self._no.setText(no)
        self._yes.setVisible(self._do is not None)
        self._other.setVisible(self._do_other is not None)
        self.setAccessibleName(text)
        self.show()
        self._no.setFocus()  # the harmless answer
