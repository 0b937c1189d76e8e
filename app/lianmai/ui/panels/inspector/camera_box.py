"""The camera's methods: the next one, and how near it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from lianmai.call import Call
from lianmai.core.errors import SourceError
from lianmai.media.capturing.picture_line import LARGEST_ZOOM
from lianmai.ui import theme
from lianmai.ui.theme import GAP, Text
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.pieces import heading
from lianmai.ui.words import translated

_TENTHS = 10


class CameraBox(QWidget):
    """switchCamera and setZoom; the zoom is a digital one, for any source."""

    def __init__(self, call: Call, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call = call
        self._make_controls()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show the zoom there is now."""
        self.zoom.blockSignals(True)
        self.zoom.setValue(round(self._call.capture.zoom * _TENTHS))
        self.zoom.blockSignals(False)
        self._show_zoom()

    @Slot(int)
    def _set_zoom(self, tenths: int) -> None:
        self._call.capture.zoom = tenths / _TENTHS
        self._show_zoom()

    @Slot()
    def _switch(self) -> None:
        try:
            self._call.switch_camera()
        except SourceError as error:
            self.problem.setText(translated(str(error)))
            self.problem.show()
        else:
            self.problem.hide()

    def _show_zoom(self) -> None:
        self.factor.setText(self.tr("{factor}×").format(factor=f"{self._call.capture.zoom:.1f}"))

    def _make_controls(self) -> None:
        self.switch = IconButton("camera", self.tr("Next camera"), parent=self)
        self.switch.clicked.connect(self._switch)
        self.zoom = QSlider(Qt.Orientation.Horizontal, self)
        self.zoom.setRange(_TENTHS, round(LARGEST_ZOOM * _TENTHS))
        self.zoom.setAccessibleName(self.tr("Zoom"))
        self.zoom.valueChanged.connect(self._set_zoom)
        self.factor = QLabel(self)
        self.factor.setFont(theme.font(Text.NUMBERS))
        self.factor.setProperty("quiet", True)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setProperty("bad", True)
        self.problem.hide()

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Zoom"), self)
        label.setBuddy(self.zoom)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label)
        row.addWidget(self.zoom, 1)
        row.addWidget(self.factor)
        row.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(heading(self.tr("Camera"), self))
        column.addLayout(row)
        column.addWidget(self.problem)
