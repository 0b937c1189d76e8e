"""What the banner says: of all there is to say, the most urgent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from lianmai.call import Call
from lianmai.ui.panels.inspector.situation_words import situation_titles
from lianmai.ui.room.banner import Banner
from lianmai.ui.room.link_notes import LinkNotes
from lianmai.ui.widgets.timers import delayed

NOTE_MS = 2500
LONG_NOTE_MS = 8000
"""A note with a button to press stays longer."""


def _nothing() -> None:
    pass


@dataclass(frozen=True)
class _Notice:
    """What could be said; *about* tells whether it is the same as before in other words."""

    sentence: str = ""
    button: str = ""
    do: Callable[[], None] = _nothing
    is_warning: bool = False
    about: str = ""

    @property
    def key(self) -> str:
        return self.about or self.sentence


class Notices(QObject):
    """Decides for *banner*; *invite* is what is offered to who is alone in the room."""

    def __init__(self, call: Call, banner: Banner, invite: Callable[[], None]) -> None:
        super().__init__(banner)
        self.is_quiet = False
        self._call, self._banner, self._invite = call, banner, invite
        self._link = LinkNotes(call.journal)
        self._note = self._shown = _Notice()
        self._noted = delayed(self, NOTE_MS, self.show)
        self._sound_problem = ""
        self._dismissed: set[str] = set()
        banner.dismissed.connect(self._dismiss)

    def note(self, sentence: str, button: str = "", do: Callable[[], None] = _nothing) -> None:
        """Say *sentence* for a moment, longer when there is a *button* to press."""
        self._note = _Notice(sentence, button, do)
        self._dismissed.discard(sentence)
        self._noted.start(LONG_NOTE_MS if button else NOTE_MS)
        self.show()

    def say_sound_problem(self, sentence: str) -> None:
        """Show why nothing can be heard; empty when it can again."""
        self._sound_problem = sentence
        self.show()

    def stop(self) -> None:
        """Say nothing more: the call is over."""
        self._noted.stop()
        self._link.forget()

    @Slot()
    def show(self) -> None:
        """Let the banner say what counts now and was not dismissed while it lasts."""
        there = list(self._notices())
        self._dismissed &= {notice.key for notice in there}
        wanted = [it for it in there if it.key not in self._dismissed and not self.is_quiet]
        self._shown = told = wanted[0] if wanted else _Notice()
        self._banner.say(told.sentence, button=told.button, do=told.do, is_warning=told.is_warning)

    def _notices(self) -> Iterator[_Notice]:
        """Give all there is to say, the most urgent first."""
        call = self._call
        if self._noted.isActive():
            yield self._note
        if problem := self._link.sentence(call.room.link):
            yield _Notice(problem, is_warning=True, about="link")
        if call.situation is not None:
            words = self.tr("The others meet a phone in this situation: {situation}.")
            sentence = words.format(situation=situation_titles()[call.situation])
            yield _Notice(sentence, self.tr("Back to normal"), call.recover)
        if self._sound_problem:
            yield _Notice(self._sound_problem, is_warning=True)
        if call.room.me is not None and not call.room.others:
            hint = self.tr("Nobody else is here yet: others join with the same server and room.")
            yield _Notice(hint, self.tr("Copy join line"), self._invite)

    @Slot()
    def _dismiss(self) -> None:
        self._dismissed.add(self._shown.key)
        self.show()
