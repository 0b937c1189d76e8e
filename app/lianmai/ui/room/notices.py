"""What the banner says: of all there is to say, the most urgent."""

from __future__ import annotations

from collections.abc import Callable
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
class _Note:
    sentence: str = ""
    button: str = ""
    do: Callable[[], None] = _nothing


class Notices(QObject):
    """Decides for *banner*; *invite* is what is offered to who is alone in the room."""

    def __init__(self, call: Call, banner: Banner, invite: Callable[[], None]) -> None:
        super().__init__(banner)
        self.is_quiet = False
        self._call, self._banner, self._invite = call, banner, invite
        self._link = LinkNotes(call.journal)
        self._note = _Note()
        self._noted = delayed(self, NOTE_MS, self.show)
        self._sound_problem = self._dismissed = ""

    def note(self, sentence: str, button: str = "", do: Callable[[], None] = _nothing) -> None:
        """Say *sentence* for a moment, longer when there is a *button* to press."""
        self._note = _Note(sentence, button, do)
        self._noted.start(LONG_NOTE_MS if button else NOTE_MS)
        self.show()

    def say_sound_problem(self, sentence: str) -> None:
        """Show why nothing can be heard, once for each reason; empty when it can again."""
        if not sentence:
            self._dismissed = ""
        self._sound_problem = sentence if sentence != self._dismissed else ""
        self.show()

    def stop(self) -> None:
        """Say nothing more: the call is over."""
        self._noted.stop()
        self._link.forget()

    @Slot()
    def show(self) -> None:
        """Let the banner say what counts now."""
        call, banner = self._call, self._banner
        if self.is_quiet:
            banner.say("")
        elif self._noted.isActive():
            banner.say(self._note.sentence, button=self._note.button, do=self._note.do)
        elif problem := self._link.sentence(call.room.link):
            banner.say(problem, is_warning=True)
        elif call.situation is not None:
            words = self.tr("The others meet a phone in this situation: {situation}.")
            sentence = words.format(situation=situation_titles()[call.situation])
            banner.say(sentence, button=self.tr("Back to normal"), do=call.recover)
        elif self._sound_problem:
            sentence, button = self._sound_problem, self.tr("Dismiss")
            banner.say(sentence, button=button, do=self._dismiss, is_warning=True)
        elif call.room.me is not None and not call.room.others:
            hint = self.tr("Nobody else is here yet: others join with the same server and room.")
            banner.say(hint, button=self.tr("Copy join line"), do=self._invite)
        else:
            banner.say("")

    @Slot()
    def _dismiss(self) -> None:
        self._dismissed, self._sound_problem = self._sound_problem, ""
        self.show()
