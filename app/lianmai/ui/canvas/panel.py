"""Beside the board: items, the numbers of the chosen one, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lianmai.core.stage.canvas import Item
from lianmai.core.stage.canvas_problems import CanvasProblem
from lianmai.ui import theme
from lianmai.ui.canvas.document import CanvasDocument
from lianmai.ui.canvas.forms import ImageForm, UserForm
from lianmai.ui.canvas.ground_form import GroundForm
from lianmai.ui.canvas.lists import ItemList, ProblemList
from lianmai.ui.theme import GAP, Text

USUAL_WIDTH_PX = 300


class CanvasPanel(QWidget):
    """Shows and changes *document*; the lists tell what is chosen in them."""

    def __init__(self, document: CanvasDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.items = ItemList(self)
        self.user_form = UserForm(document, self)
        self.image_form = ImageForm(document, self)
        self.ground_form = GroundForm(document, self)
        self.problems = ProblemList(self)
        self._problem_title = _title("", self)
        self._lay_out()

    def show_item(self, item: Item | None) -> None:
        """Show the numbers of *item*, or of the canvas."""
        canvas = self._document.canvas
        kind, index = item or ("", 0)
        if kind == "users":
            self.user_form.show_item(canvas, index)
        elif kind == "images":
            self.image_form.show_item(canvas, index)
        else:
            self.ground_form.show_canvas(canvas, self._document.form)
        self.user_form.setVisible(kind == "users")
        self.image_form.setVisible(kind == "images")
        self.ground_form.setVisible(item is None)
        self.items.show_items(canvas, item)

    def show_problems(self, problems: Sequence[CanvasProblem]) -> None:
        """List *problems*."""
        self.problems.show_problems(problems)
        self.problems.setVisible(bool(problems))
        title = self.tr("Problems: {count}").format(count=len(problems))
        self._problem_title.setText(title if problems else self.tr("No problems"))

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(USUAL_WIDTH_PX, 500)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line to the board."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.colors().surface))
        edge = self.width() - 1 if self.isRightToLeft() else 0
        painter.fillRect(edge, 0, 1, self.height(), QColor(theme.colors().line))
        painter.end()

    def _lay_out(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(_title(self.tr("Items"), inner))
        column.addWidget(self.items)
        for form in (self.user_form, self.image_form, self.ground_form):
            form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            column.addWidget(form)
        column.addWidget(self._problem_title)
        column.addWidget(self.problems, 1)
        column.addStretch()
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(scroll)


def _title(text: str, parent: QWidget) -> QLabel:
    title = QLabel(text, parent)
    title.setFont(theme.font(Text.STRONG))
    return title
