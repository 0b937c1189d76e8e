"""Every word on the screen can be translated, and is."""

import ast
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import lianmai
import lianmai.ui
from lianmai.core import errors
from lianmai.core.redact import redact
from lianmai.core.resources import resource
from lianmai.core.sentences import sentence
from lianmai.ui import words
from lianmai.ui.room.call_actions import CallActions

CHINESE = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
SOURCES = sorted(Path(lianmai.ui.__path__[0]).rglob("*.py"))
BELOW = [
    path
    for folder in ("call", "core", "media", "rooms", "server/hub", "server/relay")
    for path in sorted(Path(lianmai.__path__[0], folder).rglob("*.py"))
]
"""Where what a window says about errors comes from."""
ERRORS = {name for name in vars(errors) if name.endswith(("Error", "Problem"))}
ERRORS |= {"CanvasError", "CanvasProblem", "GoldenError", "MixProblem", "Ignored"}
COLLECTOR = Path(__file__).parent.parent.parent / "packaging/translations.py"
SHOWS_TEXT = {
    *("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setWindowTitle"),
    *("setPlaceholderText", "setStatusTip", "addItem", "addItems", "addAction", "addMenu", "say"),
    *("QLabel", "QPushButton", "QAction", "QMenu", "QGroupBox", "QCheckBox", "Field", "drawText"),
}
SAME_EVERYWHERE = {
    *("Lianmai", "ws://192.168.1.20:8440", " – Lianmai"),
    *("true", "false", "netstatus"),  # as a page writes them
    *("contain", "cover", "uid", "nertc", "own"),  # as a canvas writes them
    *("rtmp://example.com/live", "Ctrl+R", "Shift+O"),
}


def _messages() -> list[tuple[str, str, str]]:
    """Return context, source and translation of every message."""
    tree = ElementTree.parse(resource("translations/lianmai_zh_CN.ts"))
    return [
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
        )
        for context in tree.getroot().iter("context")
        for message in context.iter("message")
    ]


def _calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse(path.read_text("utf-8"))
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _literals(node: ast.AST) -> Iterator[str]:
    """Yield the text in an argument, constants inside f-strings too, but not in calls in it."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from _literals(part)
        case ast.IfExp(body=body, orelse=other):
            yield from _literals(body)
            yield from _literals(other)
        case ast.List(elts=items) | ast.Tuple(elts=items):
            for item in items:
                yield from _literals(item)


def _spoken(call: ast.Call) -> list[str]:
    """Return the source texts of a call that translates."""
    if _name(call) not in ("tr", "translate"):
        return []
    index = 0 if _name(call) == "tr" else 1
    return list(_literals(call.args[index])) if len(call.args) > index else []


def test_no_text_is_shown_that_cannot_be_translated() -> None:
    shown = [
        (path.name, call.lineno, text)
        for path in SOURCES
        for call in _calls(path)
        if _name(call) in SHOWS_TEXT
        for argument in call.args
        for text in _literals(argument)
        if re.search(r"[A-Za-z]{3}", text) and text not in SAME_EVERYWHERE
    ]
    # Icons come first in some calls; their names are no words.
    icons = {path.stem for path in resource("icons").glob("*.svg")}
    assert [it for it in shown if it[2] not in icons] == []


def test_every_text_in_the_source_is_in_the_translation() -> None:
    known = {source for _, source, _ in _messages()}
    spoken = {text for path in SOURCES for call in _calls(path) for text in _spoken(call)}
    assert len(spoken) > 100
    assert spoken - known == set()


def test_errors_from_below_can_be_translated() -> None:
    """Their sentences are made by `sentence`, which remembers how."""
    plain = [
        (path.name, call.lineno, text)
        for path in BELOW
        for call in _calls(path)
        if _name(call) in ERRORS
        for argument in call.args
        for text in _literals(argument)
        if re.search(r"[A-Za-z]{3}.* ", text)
    ]
    assert plain == []


def test_every_sentence_from_below_is_in_the_translation() -> None:
    collected = runpy.run_path(str(COLLECTOR))
    known = {source for context, source, _ in _messages() if context == collected["CONTEXT"]}
    assert len(known) > 300
    assert collected["sentences"]() - known == set(), "run `make translations`, then translate"


def test_every_message_is_translated() -> None:
    tree = ElementTree.parse(resource("translations/lianmai_zh_CN.ts"))
    assert [it.attrib for it in tree.iter("translation") if it.attrib] == []
    assert [source for _, source, translation in _messages() if not translation] == []


def test_translations_keep_their_placeholders() -> None:
    def placeholders(text: str) -> list[str]:
        return sorted(re.findall(r"\{[\w!:+.]*\}", text))

    assert [s for _, s, t in _messages() if placeholders(s) != placeholders(t)] == []


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translators = words.install(qapp, CHINESE)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


def test_what_is_shipped_says_what_was_translated(chinese: None) -> None:
    wrong = [
        (context, source)
        for context, source, translation in _messages()
        if words.translate(context, source) != translation
    ]
    assert wrong == []


def test_widgets_speak_chinese(chinese: None, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    assert CallActions(owner).microphone.text() == "麦克风"


def test_problems_speak_chinese(chinese: None) -> None:
    problem = sentence("No {kind} was found: {advice}.", kind=sentence("camera"), advice="…")
    assert words.translated(problem) == "未找到摄像头：…。"
    assert problem == "No camera was found: …."


def test_secrets_stay_hidden_in_chinese(chinese: None) -> None:
    problem = sentence(
        "The server refuses {name}: its key is wrong or expired, ask for a new URL.",
        name="rtmp://h/live/a?key=secret",
    )
    said = words.translated(redact(problem))
    assert "rtmp://h/live/a?key=***" in said
    assert "密钥" in said


def test_tables_and_texts_from_the_wire_are_found_by_themselves(chinese: None) -> None:
    assert words.translated("Camera opened") == "打开摄像头成功"
    assert words.translated("Only the host of the room may do that.") == "只有房主可以这样做。"
    assert words.translated("what nobody translated") == "what nobody translated"


def test_a_language_without_translation_stays_english(qapp: QApplication) -> None:
    ours = [it for it in words.install(qapp, QLocale(QLocale.Language.Icelandic)) if it.filePath()]
    for translator in ours:
        qapp.removeTranslator(translator)
    assert words.translate("CallActions", "Microphone") == "Microphone"
