"""The reference picture in the panel: which, how it lies, how it is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from lianmai.core.errors import SourceError
from lianmai.ui import settings
from lianmai.ui.theme import GAP
from lianmai.ui.verify.line import line_of
from lianmai.ui.verify.reference import MODES, Laid, Mode
from lianmai.ui.verify.tools import VerifyTools
from lianmai.ui.verify.words import rect_words
from lianmai.ui.widgets.check_box import CheckBox
from lianmai.ui.widgets.combo_box import ComboBox
from lianmai.ui.widgets.elided_label import ElidedLabel
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.open_file import Location, ask_which, standard_folder
from lianmai.ui.widgets.pieces import heading, plain_label
from lianmai.ui.words import translated

PICTURES = "*.png *.jpg *.jpeg *.webp *.bmp"


class ReferenceBox(QWidget):
    """Loads a picture and lays it over the stage of *tools*; the last one is remembered."""

    def __init__(self, tools: VerifyTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools, self._reference = tools, tools.reference
        self.problem = plain_label("", self)
        self.problem.setProperty("bad", True)
        self.problem.hide()
        self._make_file()
        self._make_controls()
        self._lay_out()
        tools.changed.connect(self.refresh)
        self._recall()
        self.refresh()

    def choose(self, path: str) -> None:
        """Lay the picture at *path* over the stage, or say why not."""
        try:
            self._reference.load(path)
        except SourceError as error:
            self._complain(translated(str(error)))
        else:
            self._complain("")
            self.fit_if_larger()
            self._remember()

    def fit_if_larger(self) -> None:
        """Make a picture fit that is larger than the stage, as those of fine screens are."""
        width = round(self._tools.stage.width() / self._tools.seat.px_per_layout_px)
        if self._reference.size.width() > width:
            self._reference.fit_width(width)

    @Slot()
    def refresh(self) -> None:
        """Show what is on."""
        reference, has_picture = self._reference, self._reference.has_picture
        self.name.setText(Path(reference.path).name if has_picture else self.tr("No picture"))
        for widget in (self.shown, self.mode, self.align, self.fit, self.remove):
            widget.setEnabled(has_picture)
        self.opacity.setEnabled(has_picture and reference.laid.mode == "overlay")
        blocked = [QSignalBlocker(it) for it in (self.shown, self.mode, self.opacity, self.align)]
        self.shown.setChecked(reference.is_on)
        self.mode.setCurrentIndex(MODES.index(reference.laid.mode))
        self.opacity.setValue(round(100 * reference.laid.opacity))
        self.align.setChecked(self._tools.is_aligning)
        self.place.setText(rect_words(reference.laid.rect))
        self.place.setVisible(has_picture)
        del blocked

    # --- wishes ---------------------------------------------------------------------------------

    @Slot()
    def _look(self) -> None:
        known = self._reference.path
        folder = Path(known).parent if known else standard_folder(Location.PicturesLocation)
        title, names = self.tr("Reference picture"), self.tr("Pictures") + f" ({PICTURES})"
        ask_which(self, title, names, lambda path: self.choose(str(path)), folder)

    @Slot(int)
    def _set_mode(self, index: int) -> None:
        mode: Mode = MODES[index]
        self._reference.lay(replace(self._reference.laid, mode=mode))
        self._remember()

    @Slot(int)
    def _set_opacity(self, percent: int) -> None:
        self._reference.lay(replace(self._reference.laid, opacity=percent / 100))
        self._remember()

    @Slot(bool)
    def _align(self, on: bool) -> None:
        self._tools.set_aligning(on)
        if not on:
            self._remember()

    @Slot()
    def _fit(self) -> None:
        self._tools.frame.fit_width()
        self._remember()

    @Slot()
    def _forget(self) -> None:
        self._reference.forget()
        settings.save_reference("")

    def _remember(self) -> None:
        laid = self._reference.laid
        rect = laid.rect
        places = f"{rect.x},{rect.y},{rect.width},{rect.height}"
        settings.save_reference(f"{places},{laid.opacity:.2f},{laid.mode},{self._reference.path}")

    def _recall(self) -> None:
        """Take up the picture of last time, out of sight; one that is gone is forgotten."""
        if self._reference.has_picture:
            return
        try:
            *numbers, opacity, mode, path = settings.load_reference().split(",", 6)
            x, y, width, height = map(int, numbers)
            self._reference.load(path)
        except (ValueError, SourceError):
            return
        self._reference.set_shown(False)
        rect = replace(
            self._reference.laid.rect, x=x, y=y, width=max(2, width), height=max(2, height)
        )
        known = next((it for it in MODES if it == mode), MODES[0])
        self._reference.lay(Laid(rect, min(1.0, max(0.0, float(opacity))), known))

    def _complain(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    # --- making ---------------------------------------------------------------------------------

    def _make_file(self) -> None:
        self.name = ElidedLabel(self)
        self.name.setProperty("quiet", True)
        self.file = IconButton("file", self.tr("Choose a reference picture…"), parent=self)
        self.file.clicked.connect(self._look)
        self.remove = IconButton("close", self.tr("Remove the reference picture"), parent=self)
        self.remove.clicked.connect(self._forget)

    def _make_controls(self) -> None:
        self.shown = CheckBox(self.tr("Show it over the stage"), self)
        self.shown.setToolTip("Shift+O")
        self.shown.toggled.connect(self._reference.set_shown)
        self.mode = ComboBox(self)
        for title in (self.tr("See through"), self.tr("Blink"), self.tr("Difference")):
            self.mode.addItem(title)
        self.mode.setAccessibleName(self.tr("Mode"))
        self.mode.currentIndexChanged.connect(self._set_mode)
        self.opacity = QSlider(Qt.Orientation.Horizontal, self)
        self.opacity.setRange(0, 100)
        self.opacity.setAccessibleName(self.tr("Opacity"))
        self.opacity.valueChanged.connect(self._set_opacity)
        self.align = QPushButton(self.tr("Align"), self)
        self.align.setCheckable(True)
        self.align.setToolTip(
            self.tr("Drag it and its handles, or use arrows, + and -, F to fit the width; Esc ends")
        )
        self.align.toggled.connect(self._align)
        self.fit = QPushButton(self.tr("Fit width"), self)
        self.fit.clicked.connect(self._fit)
        self.place = QLabel(self)
        self.place.setProperty("quiet", True)

    def _lay_out(self) -> None:
        file = QHBoxLayout()
        file.setSpacing(0)
        file.addWidget(self.name, 1)
        file.addWidget(self.file)
        file.addWidget(self.remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.align)
        buttons.addWidget(self.fit)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(heading(self.tr("Reference picture"), self))
        column.addLayout(file)
        column.addWidget(self.problem)
        column.addWidget(self.shown)
        column.addLayout(line_of(self.tr("Mode"), self.mode))
        column.addLayout(line_of(self.tr("Opacity"), self.opacity))
        column.addLayout(buttons)
        column.addWidget(self.place)
