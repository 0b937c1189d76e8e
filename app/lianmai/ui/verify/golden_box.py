"""Goldens in the panel: keep how the stage looks, and compare with it later."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lianmai.core.errors import OutputError
from lianmai.core.stage.golden import USUAL_TOLERANCE, Tolerance, shot_text
from lianmai.media.picture.planes import Pixels
from lianmai.media.vision.compare import Compared, compare_shots
from lianmai.media.vision.compare_files import picture_bytes, read_golden, write_file
from lianmai.media.worker import Stop, run_in_thread
from lianmai.ui.stage.stage_shot import pixels_of, stage_image, stage_shot
from lianmai.ui.theme import GAP
from lianmai.ui.verify.jobs import Jobs
from lianmai.ui.verify.line import line_of
from lianmai.ui.verify.tools import VerifyTools
from lianmai.ui.widgets.open_file import ask_which, standard_folder
from lianmai.ui.widgets.pieces import heading, plain_label, quiet_label
from lianmai.ui.widgets.save_file import ask_where, write
from lianmai.ui.widgets.whole_box import WholeBox
from lianmai.ui.words import translate, translated

_THUMB = QSize(300, 170)


def difference_path(golden: Path) -> Path:
    """Return where the picture of what differs from *golden* goes."""
    return golden.with_name(f"{golden.stem}.difference.png")


class GoldenBox(QWidget):
    """Saves and compares the stage of *tools*. `line` is the newest report's."""

    def __init__(self, tools: VerifyTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools
        self.line = ""
        self._difference: Pixels | None = None
        self.jobs = Jobs(self.tell)
        self.destroyed.connect(self.jobs.stop)
        self._make_controls()
        self._lay_out()

    def save(self, path: Path) -> None:
        """Keep the stage as it looks now in *path*, and what is known about it beside."""
        self.jobs.start(self._save(path))

    def compare(self, path: Path) -> None:
        """Compare the stage as it looks now with the golden at *path*."""
        self.jobs.start(self._compare(path))

    def tell(self, sentence: str) -> None:
        """Say *sentence* below the buttons."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.said.setAccessibleName(sentence)

    async def _save(self, path: Path) -> None:
        stage = self._tools.stage
        image, text = stage_image(stage), shot_text(stage_shot(stage))
        path = path.with_suffix(".png")
        await run_in_thread("save golden", lambda _: _write(image, text, path))
        self.tell(self.tr("Saved: {path}").format(path=path))

    async def _compare(self, path: Path) -> None:
        stage = self._tools.stage
        now, shot = pixels_of(stage.grab().toImage()), stage_shot(stage)
        tolerance = Tolerance(self.level.value(), USUAL_TOLERANCE.share)

        def compare(_stop: Stop) -> Compared:
            before, golden_shot = read_golden(path)
            compared = compare_shots(before, golden_shot, now, shot, tolerance)
            if compared.difference is not None and not compared.report.is_same:
                write_file(difference_path(path), picture_bytes(compared.difference))
            return compared

        self._show(await run_in_thread("compare", compare), path)

    def _show(self, compared: Compared, path: Path) -> None:
        report = compared.report
        self.line = report.line()
        verdict = (
            self.tr("The stage looks as in the golden.")
            if report.is_same
            else self.tr("The stage differs from the golden.")
        )
        lines = [verdict, *map(translated, report.differences), self.line]
        self._difference = None if report.is_same else compared.difference
        if self._difference is not None:
            told = self.tr("Picture of the difference: {path}")
            lines.append(told.format(path=difference_path(path)))
        self.tell("\n".join(lines))
        self._show_difference()

    def _show_difference(self) -> None:
        has_one = self._difference is not None
        self.thumb.setVisible(has_one)
        self.over.setVisible(has_one)
        if self._difference is not None:
            size = _THUMB.boundedTo(QSize(max(80, self.width()), _THUMB.height()))
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
            image = _image_of(self._difference)
            self.thumb.setPixmap(
                QPixmap.fromImage(image).scaled(size, keep, smooth.SmoothTransformation)
            )

    @Slot()
    def _lay_over(self) -> None:
        """Show the difference over the stage, as a reference picture."""
        if self._difference is not None:
            reference = self._tools.reference
            reference.show_image(_image_of(self._difference))
            reference.fit_width(
                round(self._tools.stage.width() / self._tools.seat.px_per_layout_px)
            )

    @Slot()
    def _ask_where(self) -> None:
        ask_where(self, self.tr("Save as golden"), "lianmai-golden.png", self.save)

    @Slot()
    def _ask_which(self) -> None:
        title, names = self.tr("Compare with a golden"), self.tr("Goldens") + " (*.png *.json)"
        ask_which(self, title, names, self.compare, standard_folder())

    def _make_controls(self) -> None:
        self.keep = QPushButton(self.tr("Save as golden…"), self)
        self.keep.clicked.connect(self._ask_where)
        self.check = QPushButton(self.tr("Compare…"), self)
        self.check.clicked.connect(self._ask_which)
        self.level = WholeBox(0, 255, USUAL_TOLERANCE.level, self)
        self.level.setAccessibleName(self.tr("Tolerance"))
        self.said = plain_label("", self)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.hide()
        self.thumb = QLabel(self)
        self.thumb.setAccessibleName(self.tr("What differs, in red"))
        self.thumb.hide()
        self.over = QPushButton(self.tr("Show over the stage"), self)
        self.over.clicked.connect(self._lay_over)
        self.over.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.check)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(heading(self.tr("Golden"), self))
        hint = self.tr("Live pictures may differ; places and everything around them may not.")
        column.addWidget(quiet_label(hint, self))
        column.addLayout(line_of(self.tr("Tolerance, of 255"), self.level))
        column.addLayout(buttons)
        for widget in (self.said, self.thumb, self.over):
            column.addWidget(widget)


def _image_of(pixels: Pixels) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _write(image: QImage, text: str, path: Path) -> None:
    if not image.save(str(path)):
        words = translate("Verify", "Cannot write {path}: choose another place.")
        raise OutputError(words.format(path=path))
    write(path.with_suffix(".json"), text)
