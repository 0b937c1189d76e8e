import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lianmai.call import Call, CallSettings
from lianmai.core.source import parse_source
from lianmai.ui.room.panel_set import make_panel


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("participants", "Nobody is here yet."),
        ("statistics", "Numbers appear as soon as a stream is sent or received."),
        ("events", "Nothing has happened yet."),
    ],
)
def test_a_panel_of_a_call_that_has_not_begun_says_so(qtbot: QtBot, name: str, words: str) -> None:
    call = Call(CallSettings("ws://127.0.0.1:9", "101", source=parse_source("none")))
    panel = make_panel(call, name)
    qtbot.addWidget(panel)
    panel.show()

    assert words in [it.text() for it in panel.findChildren(QLabel) if it.isVisible()]
