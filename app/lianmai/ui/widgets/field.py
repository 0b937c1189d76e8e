"""A labelled entry of a form, with room for one sentence of complaint below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lianmai.ui import theme
from lianmai.ui.theme import Text


class Field(QWidget):
    """Label, *editor*, and what is wrong with the entry."""

    def __init__(self, title: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.title = QLabel(title, self)
        self.title.setFont(theme.font(Text.STRONG))
        self.title.setBuddy(editor)
        self._complaint = QLabel(self)
        self._complaint.setProperty("bad", True)
        self._complaint.setFont(theme.font(Text.SMALL))
        self._complaint.setWordWrap(True)
        self._complaint.setTextFormat(Qt.TextFormat.PlainText)
        self._complaint.hide()
        editor.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for widget in (self.title, editor, self._complaint):
            column.addWidget(widget)

    @property
    def complaint(self) -> str:
        """The sentence shown, empty when all is well."""
        return self._complaint.text()

    def complain(self, sentence: str) -> None:
        """Show *sentence* below the entry; an empty one takes the complaint back."""
        if sentence == self.complaint:
            return
        self._complaint.setText(sentence)
        self._complaint.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        self.editor.setProperty("invalid", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
