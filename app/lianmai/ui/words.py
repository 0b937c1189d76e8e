"""Words on the screen, in the language of the system."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from lianmai.core.resources import resource
from lianmai.core.sentences import Sentence


def translate(context: str, text: str) -> str:
    """Return *text* in the user's language; lupdate finds calls by this function's name."""
    return QCoreApplication.translate(context, text)


def translated(text: str) -> str:
    """Return *text* from below the window in the user's language: a problem, a text of a table.

    Texts of the tables, and a room server's sentences without values, are found by themselves.
    """
    if isinstance(text, Sentence):
        return text.translated(_in_sentences)
    return _in_sentences(text) if text else text


def _in_sentences(text: str) -> str:
    return QCoreApplication.translate("Sentences", text)


def install(app: QApplication, language: QLocale | None = None) -> list[QTranslator]:
    """Make *app* speak *language*, by default the system's, where there is a translation.

    Returns what was installed: our own words, and Qt's for its dialogs.
    """
    wanted = language or QLocale.system()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    places = (("lianmai", str(resource("translations"))), ("qtbase", qt_folder))
    translators = []
    for name, folder in places:
        translator = QTranslator(app)
        if translator.load(wanted, name, "_", folder):
            app.installTranslator(translator)
            translators.append(translator)
    return translators
