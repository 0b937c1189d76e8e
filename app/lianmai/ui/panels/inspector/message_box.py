"""A line of text to send inside the picture, as sendMessage does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from lianmai.call import Call
from lianmai.core.errors import StreamError
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.pieces import heading, quiet_label
from lianmai.ui.words import translated


class MessageBox(QWidget):
    """Enter sends; what cannot be sent stays in the line."""

    def __init__(self, call: Call, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call = call
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Text to send"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.line.returnPressed.connect(self._send)
        self.send = IconButton("send", self.tr("Send"), self.tr("Enter"), self)
        self.send.clicked.connect(self._send)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("bad", True)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(GAP // 2)
        row.addWidget(self.line, 1)
        row.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(heading(self.tr("Message in the picture"), self))
        column.addLayout(row)
        column.addWidget(self.problem)
        hint = self.tr("Players with enable-recv-message show it among their events.")
        column.addWidget(quiet_label(hint, self))

    @Slot()
    def _send(self) -> None:
        if not self.line.text():
            return
        try:
            self._call.sending.publisher.send_message(self.line.text())
        except StreamError as error:
            self.problem.setText(translated(str(error)))
            self.problem.show()
        else:
            self.line.clear()
            self.problem.hide()
