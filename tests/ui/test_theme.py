"""Colours that can be read, and icons for every name in use."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import lianmai.ui
from lianmai.core.resources import resource
from lianmai.ui import theme
from lianmai.ui.icons import icon
from lianmai.ui.theme import DARK, LIGHT, Colors
from lianmai.ui.widgets.icon_button import IconButton

READABLE = 4.5  # WCAG 2.2, 1.4.3


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(first: str, second: str) -> float:
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colors", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("name", ["text", "quiet", "accent", "good", "warning", "bad"])
@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
def test_text_can_be_read_on_every_ground(colors: Colors, name: str, ground: str) -> None:
    assert _contrast(getattr(colors, name), getattr(colors, ground)) >= READABLE


@pytest.mark.parametrize("colors", [DARK, LIGHT], ids=["dark", "light"])
def test_text_can_be_read_on_buttons_tiles_and_plates(colors: Colors) -> None:
    pairs = [
        (colors.on_accent, colors.accent),
        (colors.on_bad, colors.bad),
        (colors.text, colors.tile),
        (colors.text, colors.stage),
        (colors.on_plate, colors.plate),
    ]
    assert min(_contrast(*pair) for pair in pairs) >= READABLE


def test_widgets_and_icons_follow_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    before, sheet, palette = theme.colors(), qapp.styleSheet(), qapp.palette()
    button = IconButton("mic", "Microphone")
    qtbot.addWidget(button)
    button.show()
    try:
        theme.force(Qt.ColorScheme.Light)
        window = qapp.palette().color(QPalette.ColorRole.Window).name()
        light = button.icon().pixmap(20, 20).toImage()
        theme.force(Qt.ColorScheme.Dark)
        dark = button.icon().pixmap(20, 20).toImage()
        assert window == LIGHT.window
        assert light != dark
    finally:
        theme.force(None)
        qapp.setStyleSheet(sheet)
        qapp.setPalette(palette)
    assert theme.colors() in (before, DARK, LIGHT)


def test_every_icon_named_in_the_source_exists() -> None:
    source = "".join(path.read_text() for path in Path(lianmai.ui.__path__[0]).rglob("*.py"))
    calls = r"(?:icon|IconButton|paint_icon)\(\s*(?:painter, )?\"([a-z-]+)\""
    named = set(re.findall(calls, source))
    assert {name for name in named if not resource(f"icons/{name}.svg").exists()} == set()
    assert len(named) > 5


def test_every_icon_can_be_drawn(qapp: QApplication) -> None:
    empty = QPixmap(20, 20)
    empty.fill(Qt.GlobalColor.transparent)
    names = [path.stem for path in resource("icons").glob("*.svg")]
    blank = [it for it in names if icon(it).pixmap(20, 20).toImage() == empty.toImage()]
    assert names
    assert blank == []


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
