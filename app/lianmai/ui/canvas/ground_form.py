"""Numbers of the canvas itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QPushButton, QWidget

from lianmai.core.stage.canvas import MOST_COLOR, MOST_PX, Canvas
from lianmai.core.stage.canvas_edits import with_ground
from lianmai.core.stage.canvas_spelling import Form
from lianmai.ui.canvas.boxes import add_row, form_of
from lianmai.ui.canvas.document import CanvasDocument
from lianmai.ui.canvas.number_box import NumberBox
from lianmai.ui.widgets.combo_box import ComboBox


class GroundForm(QWidget):
    """Size and colour of the canvas, and the form it is saved in."""

    def __init__(self, document: CanvasDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.width_box = NumberBox(1, MOST_PX, self.tr("width"), self)
        self.height_box = NumberBox(1, MOST_PX, self.tr("height"), self)
        self.color = NumberBox(0, MOST_COLOR, self.tr("colour as a decimal number"), self)
        self.swatch = QPushButton(self)
        self.swatch.setAccessibleName(self.tr("Choose the colour"))
        self.saved_as = ComboBox(self)
        self.saved_as.setAccessibleName(self.tr("Saved as"))
        self.saved_as.addItem(self.tr("NERTC layout"), "nertc")
        self.saved_as.addItem(self.tr("Lianmai canvas"), "own")
        form = form_of(self)
        add_row(form, self.tr("width"), self.width_box)
        add_row(form, self.tr("height"), self.height_box)
        add_row(form, self.tr("colour"), self.color)
        form.addRow("", self.swatch)
        add_row(form, self.tr("Saved as"), self.saved_as)
        for box in (self.width_box, self.height_box, self.color):
            box.valueChanged.connect(self._take)
        self.swatch.clicked.connect(self._ask_color)
        self.saved_as.activated.connect(self._take_form)

    def show_canvas(self, canvas: Canvas, saved_as: Form) -> None:
        """Show *canvas* and its form."""
        self.width_box.show_value(canvas.width_px)
        self.height_box.show_value(canvas.height_px)
        self.color.show_value(canvas.color)
        self.saved_as.setCurrentIndex(self.saved_as.findData(saved_as))
        name = f"#{canvas.color & MOST_COLOR:06x}"
        self.swatch.setText(name)
        ink = "#000000" if QColor(name).lightnessF() > 0.5 else "#ffffff"
        self.swatch.setStyleSheet(f"QPushButton {{ background: {name}; color: {ink}; }}")

    @Slot()
    def _take(self) -> None:
        size = self.width_box.value(), self.height_box.value()
        canvas = with_ground(self._document.canvas, *size, self.color.value())
        self._document.change(canvas, "ground")

    @Slot()
    def _take_form(self) -> None:
        self._document.set_form(self.saved_as.currentData())

    @Slot()
    def _ask_color(self) -> None:
        dialog = QColorDialog(QColor.fromRgb(self._document.canvas.color), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._take_color)
        dialog.open()

    @Slot(QColor)
    def _take_color(self, color: QColor) -> None:
        self.color.setValue(color.rgb() & MOST_COLOR)
