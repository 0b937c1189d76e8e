"""Parts of the panel's forms."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLabel, QWidget

from lianmai.core.stage.geometry import Rect
from lianmai.ui.canvas.number_box import NumberBox
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.combo_box import ComboBox

_FARTHEST_PX = 9999


class RectBoxes(QWidget):
    """The four numbers of a rectangle; *moved* follows a change of any."""

    moved = Signal(Rect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP // 2)
        low = {"x": -_FARTHEST_PX, "y": -_FARTHEST_PX, "width": 0, "height": 0}
        names = {"x": "x", "y": "y", "width": self.tr("width"), "height": self.tr("height")}
        self.boxes: dict[str, NumberBox] = {}
        for place, (field, least) in enumerate(low.items()):
            box = self.boxes[field] = NumberBox(least, _FARTHEST_PX, names[field], self)
            box.valueChanged.connect(self._tell)
            row, column = divmod(place, 2)
            grid.addWidget(quiet_label(names[field], box), row, 2 * column)
            grid.addWidget(box, row, 2 * column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def show_rect(self, rect: Rect) -> None:
        """Show *rect*."""
        for field, box in self.boxes.items():
            box.show_value(getattr(rect, field))

    @Slot()
    def _tell(self) -> None:
        self.moved.emit(Rect(**{field: box.value() for field, box in self.boxes.items()}))


class FitBox(ComboBox):
    """NERTC's adaption, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Adaption"))
        self.addItem(self.tr("0 · whole, with borders"), "contain")
        self.addItem(self.tr("1 · filled, cut off"), "cover")

    def show_fit(self, fit: str) -> None:
        """Show *fit*."""
        self.setCurrentIndex(self.findData(fit))


def form_of(owner: QWidget) -> QFormLayout:
    """Return the usual form in *owner*."""
    form = QFormLayout(owner)
    form.setContentsMargins(0, 0, 0, 0)
    form.setSpacing(GAP)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def add_row(form: QFormLayout, text: str, editor: QWidget) -> None:
    """Add *editor* to *form*, with *text* before it, level with what is in it."""
    label = quiet_label(text, editor)
    label.setMinimumHeight(editor.sizeHint().height())
    form.addRow(label, editor)


def quiet_label(text: str, editor: QWidget) -> QLabel:
    """Return the label of *editor*."""
    label = QLabel(text, editor.parentWidget())
    label.setProperty("quiet", True)
    label.setBuddy(editor)
    return label
