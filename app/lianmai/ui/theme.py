"""How everything looks: colours, distances and type, in light and dark as the system asks.

Widgets read `colors()` when they paint; a change reaches every widget as a
``QEvent.PaletteChange``, because the application's palette changes with the theme. Qt has it
painted anew by itself; only what keeps a colour, such as an icon, has to mind the event.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from lianmai.ui.style_sheet import style_sheet

GAP = 8
"""The distance between neighbours in px; others are multiples or halves of it."""
MARGIN = 2 * GAP
RADIUS = 10
ICON_PX = 20
TOUCH_PX = 40
"""The smallest side of something to press."""


@dataclass(frozen=True)
class Colors:
    """What each colour is for, as ``#rrggbb``.

    *text*, *quiet* and the colours of state have a contrast of at least 4.5 on *window*,
    *surface* and *raised* (WCAG 2.2, 1.4.3), *text* also on *stage* and *tile*.

    *surface* lies on *window*, *raised* on *surface*; *stage* is behind the tiles and *tile*
    behind a picture; *quiet* is text of less weight; *plate* is under text on pictures, where
    text is always *on_plate*; *series* are the lines of plots.
    """

    window: str
    surface: str
    raised: str
    stage: str
    tile: str
    line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    good: str
    warning: str
    bad: str
    on_bad: str
    series: tuple[str, ...]
    plate: str = "#101318"
    on_plate: str = "#ffffff"


DARK = Colors(
    window="#16181d",
    surface="#1d2026",
    raised="#292d36",
    stage="#0f1115",
    tile="#1d2129",
    line="#343944",
    text="#eceff4",
    quiet="#a3abba",
    accent="#6b9bff",
    on_accent="#0b1220",
    good="#46d18b",
    warning="#f2b84b",
    bad="#ff7b72",
    on_bad="#1c0605",
    series=("#6b9bff", "#46d18b", "#f2b84b", "#e28bff", "#4fd1dc", "#ff8f6b"),
)
LIGHT = Colors(
    window="#f5f6f9",
    surface="#ffffff",
    raised="#eceff5",
    stage="#e7eaf1",
    tile="#dbe1ec",
    line="#d3d9e4",
    text="#1a1f2b",
    quiet="#586175",
    accent="#2f63e0",
    on_accent="#ffffff",
    good="#157347",
    warning="#8f5a00",
    bad="#c62b2b",
    on_bad="#ffffff",
    series=("#2f63e0", "#157347", "#b26a00", "#9333c9", "#0b7f8c", "#cf4a1c"),
)


class Text(Enum):
    """Kinds of text: size relative to the system's font, and weight."""

    TITLE = (1.7, QFont.Weight.DemiBold)
    HEADING = (1.15, QFont.Weight.DemiBold)
    BODY = (1.0, QFont.Weight.Normal)
    STRONG = (1.0, QFont.Weight.DemiBold)
    SMALL = (0.88, QFont.Weight.Normal)
    NUMBERS = (0.88, QFont.Weight.Medium)


_colors = DARK
_forced: Qt.ColorScheme | None = None


def colors() -> Colors:
    """Return the colours of now; do not keep them."""
    return _colors


def is_dark() -> bool:
    """Tell whether the dark colours are in use."""
    return _colors is DARK


def font(kind: Text = Text.BODY) -> QFont:
    """Return the system's font as *kind*; numbers stand in columns."""
    family = QFontDatabase.SystemFont.GeneralFont
    made = QFontDatabase.systemFont(family)
    scale, weight = kind.value
    made.setPointSizeF(max(7.0, made.pointSizeF() * scale))
    made.setWeight(weight)
    if kind is Text.NUMBERS:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def install(app: QApplication) -> None:
    """Dress *app*, now and whenever the system changes between light and dark."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.styleHints().colorSchemeChanged.connect(_follow)
    _follow()


def force(scheme: Qt.ColorScheme | None) -> None:
    """Use *scheme* whatever the system says; ``None`` follows the system again."""
    global _forced
    _forced = scheme
    _follow()


def _follow() -> None:
    """Bring the application in line with the scheme that counts now."""
    global _colors
    scheme = _forced or QGuiApplication.styleHints().colorScheme()
    _colors = LIGHT if scheme == Qt.ColorScheme.Light else DARK
    QApplication.setPalette(_palette(_colors))
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyleSheet(style_sheet(_colors))


def _palette(wanted: Colors) -> QPalette:
    """Return the palette Fusion draws with."""
    role = QPalette.ColorRole
    palette = QPalette()
    for kind, name in {
        role.Window: wanted.window,
        role.WindowText: wanted.text,
        role.Base: wanted.surface,
        role.AlternateBase: wanted.raised,
        role.Text: wanted.text,
        role.PlaceholderText: wanted.quiet,
        role.Button: wanted.raised,
        role.ButtonText: wanted.text,
        role.BrightText: wanted.bad,
        role.Highlight: wanted.accent,
        role.HighlightedText: wanted.on_accent,
        role.Accent: wanted.accent,
        role.Link: wanted.accent,
        role.ToolTipBase: wanted.raised,
        role.ToolTipText: wanted.text,
        role.Mid: wanted.line,
    }.items():
        palette.setColor(kind, QColor(name))
    for kind in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, kind, _mix(wanted.quiet, wanted.window))
    return palette


def _mix(first: str, second: str) -> QColor:
    """Return the colour half-way between two."""
    one, other = QColor(first), QColor(second)
    return QColor(
        (one.red() + other.red()) // 2,
        (one.green() + other.green()) // 2,
        (one.blue() + other.blue()) // 2,
    )
