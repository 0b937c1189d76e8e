"""Buttons for what may happen to a phone, and the course that follows."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lianmai.call import Call
from lianmai.core.components.personality import Personality, Situation, cases, course
from lianmai.ui.panels.inspector.course_view import CourseView
from lianmai.ui.panels.inspector.situation_words import phone_titles, situation_titles
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.combo_box import ComboBox
from lianmai.ui.widgets.confirm_bar import ConfirmBar
from lianmai.ui.widgets.pieces import heading, quiet_label, scrolled
from lianmai.ui.words import translated

_ENDINGS = frozenset({"leave", "kill"})
_LOOKED_AT = frozenset({QEvent.Type.Enter, QEvent.Type.FocusIn})


class SituationsPage(QWidget):
    """Lets *call* meet situations as a phone of the chosen kind does.

    What will happen is shown of the button under the mouse or with the focus; while a situation
    lasts, where its course has come to. *clock* gives seconds.
    """

    def __init__(
        self, call: Call, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._call, self._clock = call, clock
        self._began_s = 0.0
        self._looked_at: Situation = "background"
        self.phones = self._make_phones()
        self.buttons = {name: self._make_button(name) for name in situation_titles()}
        self.title = heading("", self)
        self.course = CourseView(self)
        self._wording = quiet_label("", self)
        self.back = QPushButton(self.tr("Back to normal"), self)
        self.back.setProperty("kind", "primary")
        self.back.clicked.connect(self._recover)
        self.bar = ConfirmBar(self)
        self._lay_out()
        self.refresh()

    @property
    def like(self) -> Personality:
        """The kind of phone chosen."""
        chosen: Personality = self.phones.currentData()
        return chosen

    @Slot()
    def refresh(self) -> None:
        """Show where the course has come to."""
        current = self._call.situation
        shown = current or self._looked_at
        for name, button in self.buttons.items():
            button.setChecked(name == current)
        self.phones.setEnabled(current is None)
        self.back.setEnabled(current is not None)
        phone = phone_titles()[self.like]
        words = self.tr("{situation} on {phone}")
        self.title.setText(words.format(situation=situation_titles()[shown], phone=phone))
        elapsed_s = self._clock() - self._began_s if current is not None else None
        has_image = bool(self._call.pusher.waiting_image)
        self.course.show_course(course(self.like, shown, has_waiting_image=has_image), elapsed_s)
        self._wording.setText(translated(cases()[self.like, shown].wording))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the course of the button that is looked at."""
        if event.type() in _LOOKED_AT:
            for name, button in self.buttons.items():
                if button is watched:
                    self._looked_at = name
                    self.refresh()
        return super().eventFilter(watched, event)

    @Slot()
    def _wish(self, name: Situation) -> None:
        """Begin, or ask first where the call ends by it."""
        self._looked_at = name
        self.refresh()
        if not any(step.action in _ENDINGS for step in course(self.like, name)):
            self._meet(name)
            return
        question = self.tr("{situation} ends this visit. Go on?")
        title = situation_titles()[name]
        self.bar.ask(question.format(situation=title), title, partial(self._meet, name))

    def _meet(self, name: Situation) -> None:
        self._began_s = self._clock()
        self._call.meet(name, self.like)
        self.refresh()

    @Slot()
    def _recover(self) -> None:
        self._call.recover()
        self.refresh()

    # --- making ---------------------------------------------------------------------------

    def _make_phones(self) -> ComboBox:
        made = ComboBox(self)
        made.setAccessibleName(self.tr("Behave like"))
        for name, title in phone_titles().items():
            made.addItem(title, name)
        made.setCurrentIndex(made.findData(self._call.settings.like or "ios"))
        made.currentIndexChanged.connect(self.refresh)
        return made

    def _make_button(self, name: Situation) -> QPushButton:
        made = QPushButton(situation_titles()[name], self)
        made.setCheckable(True)
        made.clicked.connect(partial(self._wish, name))
        made.installEventFilter(self)
        return made

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.addWidget(heading(self.tr("Behave like"), self))
        choice.addWidget(self.phones, 1)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for place, button in enumerate(self.buttons.values()):
            grid.addWidget(button, *divmod(place, 2))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GAP, GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(choice)
        column.addLayout(grid)
        column.addWidget(self.back)
        column.addSpacing(GAP)
        for widget in (self.title, self.course, self._wording):
            column.addWidget(widget)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled(inside, self), 1)
        whole.addWidget(self.bar)
