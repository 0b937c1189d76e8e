"""Plays one pull from a cushion: what comes is put in by one thread, played by another."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

import av

from lianmai.media.flv.coded import Coded
from lianmai.media.playing.cushion import Cushion, Due
from lianmai.media.playing.decoder import Decoder, open_video
from lianmai.media.playing.play_clock import PlayClock
from lianmai.media.playing.play_facts import PlayFacts
from lianmai.media.worker import LONGEST_LOOK_S

Play = Callable[[Due], bool]
"""Plays what is due; returns whether to go on."""


class HeldPlay:
    """The cushion of one pull and the thread that empties it; use it in a with statement.

    *failure* is what that thread met, for the pull to raise.
    """

    def __init__(self, cache_s: tuple[float, float], facts: PlayFacts, play: Play) -> None:
        self.cushion = Cushion(PlayClock(*cache_s), facts.report)
        self.failure: Exception | None = None
        self._facts = facts
        self._play = play
        self._first: Decoder | None = Decoder(open_video)
        self._thread = threading.Thread(target=self._run, name="held play", daemon=True)

    def __enter__(self) -> HeldPlay:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.cushion.stop()
        self._thread.join()

    def put(self, coded: Coded, now_s: float) -> None:
        """Take in what came at *now_s*."""
        if coded.is_video and self._first is not None:
            self._look_ahead(self._first, coded)
        self.cushion.put(coded, now_s)

    def play_out(self, is_wanted: Callable[[], bool]) -> None:
        """Wait until all that came has been played, or is not *is_wanted* any longer."""
        self.cushion.end()
        while self._thread.is_alive() and is_wanted():
            self._thread.join(LONGEST_LOOK_S)

    def _look_ahead(self, decoder: Decoder, coded: Coded) -> None:
        """Tell the size of the first picture at once, as a phone does, not when it is due."""
        if coded.kind == "config":
            decoder.configure(coded)
        elif coded.is_key and coded.codec:
            self._first = None
            with suppress(av.FFmpegError):  # it is decoded again when it is due
                for frame in decoder.decode(coded):
                    self._facts.picture(frame.width, frame.height)

    def _run(self) -> None:
        try:
            for due in self.cushion.take():
                if not self._play(due):
                    return
        except Exception as error:  # raised by the pull's thread, which somebody waits for
            self.failure = error
