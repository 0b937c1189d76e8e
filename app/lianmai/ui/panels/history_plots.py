"""The last two minutes of one stream: small plots above each other that share the time axis."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from math import isnan

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lianmai.ui import theme
from lianmai.ui.theme import GAP, Text
from lianmai.ui.words import translate

SPAN_S = 120
_PLOT_PX = 66
_AXIS_PX = 20
_SCALE_PX = 42
_OVERHANG_PX = 30
"""How far labels may stand out beyond their axis."""
_LIBRARY = "pyqtgraph"
_NEXT_PLOT_MS = 40
_FIRST_PAINT_MS = 150
"""Until then the panel itself has been drawn."""

_arrival = threading.Event()


def fetch_library() -> bool:
    """Tell whether the plotting library is here; the first call sends for it.

    Importing it takes 0.2 s, too long for the window's thread, and slows that thread meanwhile.
    """
    if not _arrival.is_set() and not any(it.name == _LIBRARY for it in threading.enumerate()):
        threading.Thread(target=_import, name=_LIBRARY, daemon=True).start()
    return _arrival.is_set()


def _import() -> None:
    import_module(_LIBRARY)
    _arrival.set()


@dataclass(frozen=True)
class Series:
    """One quantity over time: *ages_s* are negative or 0, ``nan`` is a gap."""

    title: str
    unit: str
    ages_s: Sequence[float]
    values: Sequence[float]


class HistoryPlots(QWidget):
    """Draws one plot for each series; how many there are is fixed from the start."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = [QLabel(self) for _ in range(count)]
        for title in self._titles:
            title.setFont(theme.font(Text.SMALL))
            title.setProperty("quiet", True)
        self._plots: list[_Plot] = []
        self._series: Sequence[Series] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP // 2)
        self.setMinimumHeight(count * (_PLOT_PX + _AXIS_PX) + _AXIS_PX)

    def show_series(self, series: Sequence[Series]) -> None:
        """Draw *series*; before the library has arrived nothing is drawn."""
        self._series = series
        if not _arrival.is_set():
            QTimer.singleShot(_FIRST_PAINT_MS, self, fetch_library)
        elif len(self._plots) < len(self._titles):
            self._make_next()
        for plot, title, one in zip(self._plots, self._titles, series, strict=False):
            title.setText(f"{one.title}, {one.unit}")
            plot.view.setAccessibleName(f"{one.title}, {one.unit}")
            plot.draw(one)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            for plot in getattr(self, "_plots", ()):
                plot.dress()
        super().changeEvent(event)

    @Slot()
    def _make_next(self) -> None:
        """Make one more plot, 20 ms of work; the others when the window has had its turn."""
        place, last = len(self._plots), len(self._titles) - 1
        if place > last:
            return
        title = self._titles[place]
        plot = _Plot(place, self, has_times=place == last)
        self._plots.append(plot)
        self._column.addWidget(title)
        self._column.addWidget(plot.view, 1)
        if place < last:
            QTimer.singleShot(_NEXT_PLOT_MS, self, lambda: self.show_series(self._series))


class _Plot:
    """One line above a time axis."""

    def __init__(self, place: int, parent: QWidget, *, has_times: bool) -> None:
        import pyqtgraph  # here by now, see `fetch_library`

        self._make_pen = pyqtgraph.mkPen
        self._place = place
        self.view = view = pyqtgraph.PlotWidget(parent, enableMenu=False)
        view.setMinimumHeight(_PLOT_PX + (_AXIS_PX if has_times else 0))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setMouseEnabled(False, False)
        view.hideButtons()
        view.setXRange(-SPAN_S, 0, padding=0.02)
        view.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line = view.plot(connect="finite", antialias=True)
        self._times = view.getAxis("bottom")
        self._scale = view.getAxis("left")
        self._scale.setWidth(_SCALE_PX)
        self._times.setTicks([_minutes() if has_times else []])
        for axis in (self._times, self._scale):
            axis.setStyle(hideOverlappingLabels=_OVERHANG_PX)
        view.getPlotItem().layout.setContentsMargins(0, GAP, 2 * GAP, 0 if has_times else GAP)
        # Not the axis' own grid, which takes away the labels at its ends.
        self._levels = [view.addLine(y=0, z=-1) for _ in range(2)]
        self._times.setHeight(_AXIS_PX if has_times else 1)
        self.dress()

    def draw(self, series: Series) -> None:
        """Show *series*, from zero to a round number above its highest."""
        self._line.setData(series.ages_s, series.values)
        top = round_up(max((it for it in series.values if not isnan(it)), default=0.0))
        for level, value in zip(self._levels, (top / 2, top), strict=True):
            level.setValue(value)
        self.view.setYRange(0, top, padding=0.05)
        self._scale.setTicks([[(value, f"{value:g}") for value in (0, top / 2, top)]])

    def dress(self) -> None:
        """Take the colours of now."""
        colors = theme.colors()
        self.view.setBackground(QColor(colors.surface))
        self._line.setPen(self._make_pen(colors.series[self._place], width=1.5))
        faint = QColor(colors.line)
        faint.setAlphaF(0.6)
        for level in self._levels:
            level.setPen(self._make_pen(faint))
        for axis in (self._times, self._scale):
            axis.setPen(self._make_pen(colors.line))
            axis.setTextPen(self._make_pen(colors.quiet))
            axis.setStyle(tickFont=theme.font(Text.SMALL), tickLength=0)


def _minutes() -> list[tuple[float, str]]:
    """Return where the time axis is marked, and how."""
    unit = translate("Plots", "min")  # lupdate does not look into f-strings
    minutes = [(-minute * 60.0, f"−{minute} {unit}") for minute in (2, 1)]
    return [*minutes, (0.0, translate("Plots", "now"))]


def round_up(value: float) -> float:
    """Return the least of 1, 2, 5, 10, 20, 50 ... that is not below *value*."""
    top = 1.0
    while top < value:
        top *= 2.5 if f"{top:e}"[0] == "2" else 2
    return top
