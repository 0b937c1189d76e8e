"""The layout oracle in the panel: whether the stage shows what its layout or a canvas says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lianmai.call import Call
from lianmai.core.stage.canvas import Canvas
from lianmai.core.stage.canvas_problems import usable
from lianmai.core.stage.canvas_reading import CanvasError, read_canvas
from lianmai.core.stage.oracle import ASPECTS, Difference, OracleReport
from lianmai.core.stage.tile_canvas import canvas_of_tiles
from lianmai.media.picture.planes import Pixels
from lianmai.media.vision.check import Seen, check
from lianmai.media.worker import Stop, run_in_thread
from lianmai.ui.icons import icon
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.stage_shot import pixels_of, rect_of, tile_figures
from lianmai.ui.theme import GAP
from lianmai.ui.verify.jobs import Jobs
from lianmai.ui.verify.marks import Marker
from lianmai.ui.verify.tools import VerifyTools
from lianmai.ui.widgets.combo_box import ComboBox
from lianmai.ui.widgets.fitting_list import FittingList
from lianmai.ui.widgets.open_file import ask_which, standard_folder
from lianmai.ui.widgets.pieces import heading, plain_label, quiet_label
from lianmai.ui.words import translate, translated

_LARGEST_BYTES = 4 << 20
_LUMA = (0.299, 0.587, 0.114)
_ROUNDING = 0.016
"""By how much a shape may be off in a small tile."""


@dataclass(frozen=True)
class Finding:
    """One line of what a check says."""

    text: str
    icon: str


class LayoutBox(QWidget):
    """Finds stamped tiles in a picture of the stage of *tools* and compares where they are."""

    def __init__(self, call: Call, tools: VerifyTools, parent: QWidget) -> None:
        super().__init__(parent)
        self._call, self._tools = call, tools
        self._file: Path | None = None
        self.jobs = Jobs(self._complain)
        self.destroyed.connect(self.jobs.stop)
        self._make_controls()
        self._lay_out()

    def choose(self, path: Path) -> None:
        """Check against the canvas in the file at *path* from now on."""
        self._file = path
        if self.against.count() > 1:
            self.against.removeItem(1)
        self.against.addItem(path.name)
        self.against.setCurrentIndex(1)

    @Slot()
    def run(self) -> None:
        """Check now, one check at a time."""
        if not self.jobs.is_busy:
            self.jobs.start(self._check())

    async def _check(self) -> None:
        stage = self._tools.stage
        canvas, notes = self._canvas()
        pixels = pixels_of(stage.grab().toImage())
        aspects = _shapes(stage)

        def look(_stop: Stop) -> Seen:
            return check(_luma_of(pixels), canvas, aspects=aspects)

        seen = await run_in_thread("check layout", look)
        self._show(seen.report, notes)
        self._tools.set_markers(_markers(canvas, seen.report))

    def _canvas(self) -> tuple[Canvas, list[str]]:
        """Return what to check against, and what is wrong with it."""
        if self.against.currentIndex() == 0 or self._file is None:
            stage = self._tools.stage
            whole = rect_of(stage.rect())
            tiles = [tile for tile in tile_figures(stage) if tile.has_picture]
            canvas = canvas_of_tiles(tiles, self._call.room.uid, whole, whole.width, whole.height)
            return canvas, []
        reading = _read(self._file)
        notes = [str(problem) for problem in reading[1]]
        return reading[0], notes

    def _show(self, report: OracleReport, notes: list[str]) -> None:
        findings = [Finding(translated(it.sentence), "warning") for it in report.differences]
        findings += [Finding(translated(it), "info") for it in (*report.unchecked, *notes)]
        agrees = self.tr("{uid} is where it should be ({off} px off).")
        for agreed in report.agreed:
            off = max(map(abs, (agreed.dx, agreed.dy, agreed.dw, agreed.dh)))
            findings.append(Finding(agrees.format(uid=agreed.uid, off=f"{off:g}"), "check"))
        self.verdict.setText(self._verdict(report))
        self.verdict.setVisible(True)
        self.list.clear()
        for finding in findings:
            item = QListWidgetItem(icon(finding.icon), finding.text)
            item.setToolTip(finding.text)
            self.list.addItem(item)
        self.list.setVisible(bool(findings))
        self.list.fit()
        self.clear.setVisible(True)

    def _verdict(self, report: OracleReport) -> str:
        if report.is_as_told:
            return self.tr("As told. Tiles found: {n}").format(n=len(report.agreed))
        return self.tr("Not as told. Differences: {n}").format(n=len(report.differences))

    def _complain(self, sentence: str) -> None:
        self.verdict.setText(sentence)
        self.verdict.setVisible(True)
        self.list.hide()

    @Slot()
    def _clear(self) -> None:
        self._tools.set_markers(())
        for widget in (self.verdict, self.list, self.clear):
            widget.hide()

    @Slot()
    def _look(self) -> None:
        title, names = self.tr("Canvas to check against"), self.tr("Canvases") + " (*.json)"
        ask_which(self, title, names, self.choose, standard_folder())

    def _make_controls(self) -> None:
        self.against = ComboBox(self)
        self.against.addItem(self.tr("The layout shown"))
        self.against.setAccessibleName(self.tr("Check against"))
        self.file = QPushButton(self.tr("Canvas…"), self)
        self.file.clicked.connect(self._look)
        self.start = QPushButton(self.tr("Check layout"), self)
        self.start.clicked.connect(self.run)
        self.clear = QPushButton(self.tr("Clear marks"), self)
        self.clear.clicked.connect(self._clear)
        self.clear.hide()
        self.verdict = plain_label("", self)
        self.verdict.hide()
        self.list = FittingList(self.tr("Findings"), self)
        self.list.hide()

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.addWidget(self.against, 1)
        choice.addWidget(self.file)
        buttons = QHBoxLayout()
        buttons.addWidget(self.start)
        buttons.addWidget(self.clear)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(heading(self.tr("Layout check"), self))
        hint = self.tr("Finds tiles by the stamps in their pictures; peers stamp with --stamp.")
        column.addWidget(quiet_label(hint, self))
        column.addLayout(choice)
        column.addLayout(buttons)
        column.addWidget(self.verdict)
        column.addWidget(self.list)


def _read(path: Path) -> tuple[Canvas, list[str]]:
    """Return the canvas in a file, as far as it can be drawn, and what is wrong with it."""
    try:
        with path.open("rb") as file:
            reading = read_canvas(file.read(_LARGEST_BYTES).decode())
    except (OSError, UnicodeDecodeError) as error:
        words = translate("Verify", "{path} cannot be read: check the path.")
        raise CanvasError(words.format(path=path)) from error
    except CanvasError as error:
        raise CanvasError(f"{path.name}: {translated(str(error))}") from error
    if any(problem.blocks and problem.where is None for problem in reading.problems):
        raise CanvasError(f"{path.name}: {translated(str(reading.problems[0]))}")
    canvas = usable(reading.canvas, reading.problems)
    return replace(canvas, images=()), [translated(str(problem)) for problem in reading.problems]


def _luma_of(pixels: Pixels) -> Pixels:
    return (pixels @ _LUMA).round().astype("uint8")


def _shapes(stage: Stage) -> tuple[float, ...]:
    """Return the shapes of the pictures shown; rounding to the tile's px is taken back."""
    shown = {_rounded(stage.tiles[stream_id].aspect) for stream_id in stage.visible_ids()}
    return tuple(sorted(shown, reverse=True)) or ASPECTS


def _rounded(aspect: float) -> float:
    nearest = min(ASPECTS, key=lambda known: abs(known / aspect - 1))
    return nearest if abs(nearest / aspect - 1) < _ROUNDING else aspect


def _in_short(difference: Difference) -> str:
    """Return what fits on the place itself; the list has the sentence."""
    if difference.what == "moved":
        moved = f"{difference.dx:+g}, {difference.dy:+g} px"
        grown = f"{difference.dw:+g} × {difference.dh:+g} px"
        words = translate("Verify", "{uid}: off by {moved}, size {grown}")
        return words.format(uid=difference.uid, moved=moved, grown=grown)
    words = {
        "missing": translate("Verify", "{uid}: missing"),
        "extra": translate("Verify", "{uid}: one too many"),
        "order": translate("Verify", "{uid}: over another it should lie under"),
    }[difference.what]
    return words.format(uid=difference.uid)


def _markers(canvas: Canvas, report: OracleReport) -> tuple[Marker, ...]:
    """Return a marker for everybody on *canvas* of whom something is known."""
    said = {it.uid: _in_short(it) for it in report.differences}
    known = {*said, *(it.uid for it in report.agreed)}
    return tuple(
        Marker(
            user.rect.x / canvas.width_px,
            user.rect.y / canvas.height_px,
            user.rect.width / canvas.width_px,
            user.rect.height / canvas.height_px,
            said.get(user.uid, ""),
            is_wrong=user.uid in said,
        )
        for user in canvas.users
        if user.uid in known
    )
