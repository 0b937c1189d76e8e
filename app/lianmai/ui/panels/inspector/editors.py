"""One editor for each kind of attribute."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSlider

from lianmai.core.components.tables import AttributeInfo
from lianmai.ui import theme
from lianmai.ui.panels.inspector.choice import Choice
from lianmai.ui.panels.inspector.editor import Editor, Value
from lianmai.ui.panels.inspector.number import Number
from lianmai.ui.theme import Text
from lianmai.ui.widgets.check_box import CheckBox
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.open_file import Location, ask_which, standard_folder
from lianmai.ui.widgets.timers import delayed

_MOST_STEPS = 10
_DRAG_MS = 120
"""How long a slider rests before its value acts: each value on the way would be applied, too."""


def editor_for(info: AttributeInfo) -> Editor:
    """Return the editor that suits *info*."""
    if info.kind == "bool":
        return Switch(info)
    if info.kind == "choice":
        return Choice(info)
    if info.kind == "text":
        return FileName(info) if info.name == "waiting-image" else Words(info)
    low, high = info.low or 0.0, info.high or 0.0
    is_short = (info.kind == "float" and high <= 1.0) or high - low <= _MOST_STEPS
    return Slide(info) if is_short and not info.unit else Number(info)


class Switch(Editor):
    """True or false, in these words: they are what a page writes."""

    def __init__(self, info: AttributeInfo) -> None:
        self._box = CheckBox()
        super().__init__(info, self._box)
        self._box.clicked.connect(self._choose)

    def show_value(self, value: Value, effective: Value) -> None:
        """Show *value*."""
        self._box.setChecked(bool(value))
        self._box.setText("true" if value else "false")

    @Slot(bool)
    def _choose(self, on: bool) -> None:
        self.chosen.emit(on)


class Slide(Editor):
    """A number from a short range, with the number beside it."""

    def __init__(self, info: AttributeInfo) -> None:
        self._is_whole = info.kind == "int"
        self._scale = 1 if self._is_whole else 100
        self._slider = _Slider(Qt.Orientation.Horizontal)
        self._number = self._make_number()
        super().__init__(info, self._slider, self._number)
        low, high = info.low or 0.0, info.high or 0.0
        self._slider.setRange(round(low * self._scale), round(high * self._scale))
        self._slider.setPageStep(max(1, self._slider.maximum() // 10))
        self._rested = delayed(self, _DRAG_MS, self._choose)
        self._slider.valueChanged.connect(self._follow)

    def show_value(self, value: Value, effective: Value) -> None:
        """Show *value*, unless the user is at it."""
        if self._slider.isSliderDown() or self._rested.isActive():
            return
        self._slider.blockSignals(True)
        self._slider.setValue(round(float(value or 0) * self._scale))
        self._slider.blockSignals(False)
        self._show_number()

    @Slot()
    def _follow(self) -> None:
        self._show_number()
        self._rested.start()

    def _show_number(self) -> None:
        value = self._value()
        self._number.setText(str(value) if self._is_whole else f"{value:.2f}")

    def _value(self) -> float:
        value = self._slider.value()
        return value if self._is_whole else value / self._scale

    def _choose(self) -> None:
        self.chosen.emit(self._value())

    def _make_number(self) -> QLabel:
        made = QLabel()
        made.setFont(theme.font(Text.NUMBERS))
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made.setFixedWidth(made.fontMetrics().horizontalAdvance("0.00") + 2)
        return made


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()


class Words(Editor):
    """Any text."""

    def __init__(self, info: AttributeInfo, *beside: IconButton) -> None:
        self._line = QLineEdit()
        super().__init__(info, self._line, *beside)
        self._shown = ""
        self._line.editingFinished.connect(self._choose)

    def show_value(self, value: Value, effective: Value) -> None:
        """Show *value*, unless something else is being typed."""
        if self._line.text() == self._shown:
            self._line.setText(str(value or ""))
            self._line.setCursorPosition(0)
            self._line.setToolTip(self._line.text())
        self._shown = str(value or "")

    @Slot()
    def _choose(self) -> None:
        if self._line.text() != self._shown:
            self._shown = self._line.text()
            self.chosen.emit(self._shown)


class FileName(Words):
    """The path of a picture, typed or looked for."""

    def __init__(self, info: AttributeInfo) -> None:
        look = IconButton("file", "")
        super().__init__(info, look)
        look.show_as("file", self.tr("Choose a picture…"))
        look.setFixedWidth(32)
        look.setMinimumHeight(0)
        look.clicked.connect(self._look)

    @Slot()
    def _look(self) -> None:
        known = self._line.text()
        folder = Path(known).parent if known else standard_folder(Location.PicturesLocation)
        names = self.tr("Pictures (*.png *.jpg *.jpeg *.bmp *.webp)")
        title = self.tr("Waiting image")
        ask_which(self, title, names, lambda path: self.chosen.emit(str(path)), folder)
