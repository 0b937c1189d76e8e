"""One attribute in the form: name, editor, the way back to the default, and complaints."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lianmai.core.components.tables import AttributeInfo
from lianmai.ui import theme
from lianmai.ui.panels.inspector.attribute_words import acts_later, tip
from lianmai.ui.panels.inspector.editor import Value
from lianmai.ui.panels.inspector.editors import editor_for
from lianmai.ui.theme import GAP, Text
from lianmai.ui.widgets.elided_label import ElidedLabel
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.words import translated

_EDITOR_PX = 148
_RESET_PX = 24


class AttributeRow(QWidget):
    """Shows one value; `chosen` tells another one, ``None`` for the default."""

    chosen = Signal(str, object)

    def __init__(self, info: AttributeInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.info = info
        self._shown: tuple[Value, Value] | None = None
        self.name = ElidedLabel(self)
        self.name.setText(info.name)
        self.editor = editor_for(info)
        self.editor.setFixedWidth(_EDITOR_PX)
        self.editor.chosen.connect(self._choose)
        self.name.setBuddy(self.editor)
        self.reset = self._make_reset()
        self._column = QVBoxLayout(self)
        self._complaint: QLabel | None = None
        self._note: QLabel | None = None
        self.setToolTip(tip(info))
        self._lay_out()

    @property
    def complaint(self) -> str:
        """Why the last value was refused, empty when it was not."""
        return self._complaint.text() if self._complaint is not None else ""

    @property
    def note(self) -> str:
        """What is to be known of the value shown."""
        return self._note.text() if self._note is not None else ""

    def complain(self, sentence: str) -> None:
        """Show *sentence* below the editor; an empty one takes the complaint back."""
        self._complaint = self._write(self._complaint, "bad", sentence)
        self.editor.control.setAccessibleDescription(sentence or translated(self.info.meaning))

    def show_value(self, value: Value, effective: Value) -> None:
        """Show *value*; nothing is touched while it stays the same."""
        if (value, effective) == self._shown:
            return
        self._shown = value, effective
        self.complain("")
        self.editor.show_value(value, effective)
        is_default = value is None or (not self.info.by_mode and value == self.info.default)
        self.reset.setVisible(not is_default)
        is_late = not is_default and self.info.effect == "start"
        self._note = self._write(self._note, "quiet", acts_later() if is_late else "")
        self.name.setFont(theme.font(Text.BODY if is_default else Text.STRONG))

    def forget(self) -> None:
        """Show the next value even if it is the last one: the editor may have a refused one."""
        self._shown = None

    @Slot(object)
    def _choose(self, value: Value) -> None:
        self.chosen.emit(self.info.name, value)

    @Slot()
    def _reset(self) -> None:
        self.forget()
        self.editor.setFocus()
        self.chosen.emit(self.info.name, None)

    def _make_reset(self) -> IconButton:
        text = self.tr("Reset {name} to its default").format(name=self.info.name)
        made = IconButton("reset", text, parent=self)
        made.setMinimumSize(0, 0)
        made.setFixedSize(_RESET_PX, _RESET_PX)
        made.clicked.connect(self._reset)
        policy = made.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        made.setSizePolicy(policy)
        made.hide()
        return made

    def _write(self, label: QLabel | None, tone: str, sentence: str) -> QLabel | None:
        """Show *sentence* in *label*, which is made when it is first needed: rows are many."""
        if label is None and sentence:
            label = self._make_small_label(tone)
            self._column.addWidget(label)
        if label is not None:
            label.setText(sentence)
            label.setVisible(bool(sentence))
        return label

    def _make_small_label(self, tone: str) -> QLabel:
        made = QLabel(self)
        made.setProperty(tone, True)
        made.setFont(theme.font(Text.SMALL))
        made.setWordWrap(True)
        made.setTextFormat(Qt.TextFormat.PlainText)
        return made

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP // 2)
        line.addWidget(self.name, 1)
        line.addWidget(self.editor)
        line.addWidget(self.reset)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(line)
