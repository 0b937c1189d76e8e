"""All tools of the stage behind one handle: what is on, and where it lies."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from lianmai.core.stage.figures import TileFigures
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.stage_shot import tile_figures
from lianmai.ui.verify.guides import GuideSet
from lianmai.ui.verify.loupe import Loupe
from lianmai.ui.verify.marks import GRIDS, GridKind, Marker
from lianmai.ui.verify.overlay import Overlay
from lianmai.ui.verify.reference import Reference
from lianmai.ui.verify.reference_frame import ReferenceFrame
from lianmai.ui.verify.rulers import Ruler
from lianmai.ui.verify.seat import Seat
from lianmai.ui.widgets.timers import repeating

LOOK_MS = 100


class VerifyTools(QObject):
    """Turns tools on and off; each is made when it is first wanted and costs nothing while off.

    *scale_of* gives how large a px of the layout is drawn on *stage*. `changed` follows whatever
    is turned on or off.
    """

    changed = Signal()

    def __init__(self, stage: Stage, scale_of: Callable[[], float]) -> None:
        super().__init__(stage)
        self.stage = stage
        self.seat = Seat(stage, scale_of)
        self.guides = GuideSet(self.seat)
        self.reference = Reference(self)
        self.grid: GridKind = "none"
        self.markers: tuple[Marker, ...] = ()
        self.has_rulers = self.has_tiles = self.has_loupe = self.is_aligning = False
        self._following = repeating(self, LOOK_MS, self._follow_tiles)
        self._following.stop()
        self.reference.changed.connect(self._show_reference)
        self.changed.connect(self._stack)
        self.seat.changed.connect(self._stack)

    # --- what is on ---------------------------------------------------------------------------

    def set_rulers(self, on: bool) -> None:
        """Show rulers and guides."""
        self.has_rulers = on
        if on or self._has_made("rulers"):
            for ruler in self.rulers:
                ruler.setVisible(on)
                ruler.follow()
        self.guides.set_shown(on)
        self.changed.emit()

    def set_grid(self, kind: GridKind) -> None:
        """Show a grid of *kind*."""
        self.grid = kind
        self._show_marks()

    def next_grid(self) -> None:
        """Show the next kind of grid, none after the last."""
        self.set_grid(GRIDS[(GRIDS.index(self.grid) + 1) % len(GRIDS)])

    def set_tiles(self, on: bool) -> None:
        """Show tiles with their numbers."""
        self.has_tiles = on
        if on:
            self._following.start()
        else:
            self._following.stop()
        self._show_marks()

    def set_loupe(self, on: bool) -> None:
        """Show the loupe."""
        self.has_loupe = on
        if on or self._has_made("loupe"):
            self.loupe.set_on(on)
        if not on:
            self.stage.setFocus()
        self.changed.emit()

    def set_device_px(self, on: bool) -> None:
        """Measure in device px, or in those of the layout."""
        self.seat.in_device_px = on
        self.seat.changed.emit()
        self._show_marks()

    def set_markers(self, markers: tuple[Marker, ...]) -> None:
        """Show what a check has found."""
        self.markers = markers
        self._show_marks()

    def set_aligning(self, on: bool) -> None:
        """Let mouse and keys move the reference picture."""
        self.is_aligning = on and self.reference.is_on
        if self.is_aligning:
            self.frame.begin()
        elif self._has_made("frame"):
            self.frame.hide()
        self.changed.emit()

    def turn_off(self) -> None:
        """Show nothing: a presentation is to be clean, and what was on is off after it."""
        self.set_rulers(False)
        self.set_tiles(False)
        self.set_grid("none")
        self.set_markers(())
        self.set_aligning(False)
        self.reference.set_shown(False)
        if self.has_loupe:
            self.set_loupe(False)

    def figures(self) -> tuple[TileFigures, ...]:
        """Return the tiles on the stage in px of what is measured."""
        return tuple(tile_figures(self.stage, self.seat.px_per_unit))

    # --- what it is shown with ------------------------------------------------------------------

    @cached_property
    def overlay(self) -> Overlay:
        """What is drawn over the stage."""
        return Overlay(self.seat, self.reference)

    @cached_property
    def rulers(self) -> tuple[Ruler, Ruler]:
        """The upper and the left one."""
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        return Ruler(self.seat, self.guides, across), Ruler(self.seat, self.guides, down)

    @cached_property
    def loupe(self) -> Loupe:
        """The loupe."""
        return Loupe(self.seat, self.reference)

    @cached_property
    def frame(self) -> ReferenceFrame:
        """The handles of the reference picture."""
        made = ReferenceFrame(self.seat, self.reference)
        made.done.connect(lambda: self.set_aligning(False))
        return made

    @Slot()
    def _stack(self) -> None:
        """Keep what is drawn below what is taken hold of; what lies right is left alone."""
        above: list[QWidget] = [self.overlay] if self._has_made("overlay") else []
        above += [self.frame] if self._has_made("frame") else []
        above += self.rulers if self._has_made("rulers") else ()
        above += self.guides.guides
        above += [self.loupe] if self._has_made("loupe") else []
        there = [it for it in self.seat.host.children() if it in (self.stage, *above)]
        if there != [self.stage, *above]:
            for widget in above:
                widget.raise_()

    def _has_made(self, name: str) -> bool:
        return name in vars(self)

    @Slot()
    def _show_reference(self) -> None:
        if self.reference.is_on and not self._has_made("overlay"):
            self.overlay.redraw()
        if self.is_aligning and not self.reference.is_on:
            self.set_aligning(False)
        self.changed.emit()

    def _show_marks(self) -> None:
        if self._has_made("overlay") or self.grid != "none" or self.has_tiles or self.markers:
            self.overlay.show_marks(self.grid, self._tiles(), self.markers)
        self.changed.emit()

    def _tiles(self) -> tuple[TileFigures, ...]:
        return self.figures() if self.has_tiles else ()

    @Slot()
    def _follow_tiles(self) -> None:
        """Follow tiles as they come, go and move; what has not moved is not painted again."""
        self.overlay.show_marks(self.grid, self._tiles(), self.markers)
