"""Words on the screen, in the language of the system."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from lianmai.core.resources import resource


def translate(context: str, text: str) -> str:
    """Return *text* in the user's language; lupdate finds calls by this function's name."""
    return QCoreApplication.translate(context, text)


def install(app: QApplication, language: QLocale | None = None) -> None:
    """Make *app* speak *language*, by default the system's, where there is a translation."""
    translator = QTranslator(app)
    folder = str(resource("translations"))
    if translator.load(language or QLocale.system(), "lianmai", "_", folder):
        app.installTranslator(translator)
