"""The editor of a number from a wide range."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QStyle, QStyleOptionSpinBox

from lianmai.core.components.tables import AttributeInfo
from lianmai.ui import theme
from lianmai.ui.icons import paint_icon
from lianmai.ui.panels.inspector.editor import Editor, Value
from lianmai.ui.words import translated

_ARROW_PX = 13
_INDENT_PX = 8
_SPIN_BOX = QStyle.ComplexControl.CC_SpinBox
_ARROWS = {
    "up": QStyle.SubControl.SC_SpinBoxUp,
    "down": QStyle.SubControl.SC_SpinBoxDown,
}
_STEPS = {"kbps": 50.0, "px": 16.0, "s": 0.1}


class Number(Editor):
    """A number with its unit; below the range stands "not set" where the mode may decide."""

    def __init__(self, info: AttributeInfo) -> None:
        self._is_whole = info.kind == "int"
        self._box = _SpinBox(info)
        super().__init__(info, self._box)
        self._box.valueChanged.connect(self._choose)

    def show_value(self, value: Value, effective: Value) -> None:
        """Show *value*, or that the mode decides and what it says."""
        box = self._box
        box.blockSignals(True)
        box.effective = float(effective or 0.0)
        if box.can_be_unset:
            box.setSpecialValueText(
                self.tr("mode: {value}").format(value=f"{box.effective:g}{box.suffix()}")
            )
        box.setValue(box.minimum() if value is None else float(value))
        box.blockSignals(False)

    @Slot()
    def _choose(self) -> None:
        value = self._box.value()
        if self._box.is_unset():
            self.chosen.emit(None)
        else:
            self.chosen.emit(int(value) if self._is_whole else value)


class _SpinBox(QDoubleSpinBox):
    """Below its range it is unset; steps go from *effective* then."""

    def __init__(self, info: AttributeInfo) -> None:
        super().__init__()
        self.effective = 0.0
        self.can_be_unset = info.by_mode
        step, low = _STEPS.get(info.unit, 1.0), info.low or 0.0
        self.setDecimals(0 if info.kind == "int" else 1)
        self.setSingleStep(step)
        self.setRange(low - step if info.by_mode else low, info.high or 0.0)
        self.setSuffix(f" {translated(info.unit)}" if info.unit else "")
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_INDENT_PX, 0, 0, 0)

    def is_unset(self) -> bool:
        """Tell whether the mode decides."""
        return self.can_be_unset and self.value() == self.minimum()

    def stepBy(self, steps: int) -> None:
        """Begin with what acts now when nothing is set."""
        if self.is_unset():
            self.setValue(self.effective + steps * self.singleStep())
        else:
            super().stepBy(steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrows, which the style sheet has taken away."""
        super().paintEvent(event)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        painter = QPainter(self)
        for name, part in _ARROWS.items():
            button = self.style().subControlRect(_SPIN_BOX, option, part, self)
            spot = QRectF(0, 0, _ARROW_PX, _ARROW_PX)
            spot.moveCenter(QRectF(button).center())
            paint_icon(painter, name, spot, theme.colors().quiet)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()
