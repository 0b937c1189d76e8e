"""Background music mixed into what is sent: the phone's playBGM, pauseBGM and so on."""

from __future__ import annotations

import threading

from lianmai.core.errors import AttributeProblem
from lianmai.core.sentences import sentence
from lianmai.media.capturing.feed import Samples
from lianmai.media.capturing.music_piece import MusicPiece
from lianmai.media.report import Report, unheard
from lianmai.media.sound.gain import Gain


class Music:
    """One piece of music at a time; a new one takes the place of the old one.

    It plays as it is sent, so it waits while nothing is, and goes on where it was. Muting the
    microphone leaves it alone: the phone's ``muted`` replaces the microphone's data. Anybody may
    call the methods; the encoder's thread takes the samples.

    Reports ``music_started``, ``music_progress`` every second, and ``music_ended`` after the last
    sample, or ``music_failed``. `stop` is no end and reports nothing.
    """

    def __init__(self, report: Report = unheard) -> None:
        self._report = report
        self._volume = self._microphone_volume = 1.0
        self._wanted: MusicPiece | None = None
        self._heard: MusicPiece | None = None
        self._is_paused = False
        self._gain = Gain(0.0)
        self._lock = threading.Lock()

    @property
    def volume(self) -> float:
        """Volume of the music in the mix, 0 to 1.

        Raises:
            AttributeProblem: When set to anything else; so does `microphone_volume`.
        """
        return self._volume

    @volume.setter
    def volume(self, volume: float) -> None:
        self._volume = _checked(sentence("music"), volume)

    @property
    def microphone_volume(self) -> float:
        """Volume of the microphone in the mix, 0 to 1, with or without music."""
        return self._microphone_volume

    @microphone_volume.setter
    def microphone_volume(self, volume: float) -> None:
        self._microphone_volume = _checked(sentence("microphone"), volume)

    @property
    def is_playing(self) -> bool:
        """Whether there is a piece that goes on; not while it is paused."""
        piece = self._wanted
        return piece is not None and not piece.is_over and not self._is_paused

    def play(self, path: str, *, start_ms: int = 0, end_ms: int = 0) -> None:
        """Play the file at *path* once, from *start_ms* up to *end_ms*; 0 is its end.

        Returns at once: that a file cannot be played is reported as ``music_failed``.

        Raises:
            AttributeProblem: When the two times hold nothing between them.
        """
        if start_ms < 0 or end_ms < 0 or 0 < end_ms <= start_ms:
            raise AttributeProblem(
                sentence(
                    "Music from {start_ms} to {end_ms} ms is no part of it: use 0 or more, end "
                    "last.",
                    start_ms=start_ms,
                    end_ms=end_ms,
                )
            )
        self.stop()
        piece = MusicPiece(path, start_ms, end_ms, self._report)
        with self._lock:
            self._wanted, self._is_paused = piece, False
        piece.start()

    def pause(self) -> None:
        """Hold the music where it is."""
        self._is_paused = True

    def resume(self) -> None:
        """Go on after `pause`."""
        self._is_paused = False

    def stop(self) -> None:
        """Play no more; what is being heard fades out."""
        with self._lock:
            piece, self._wanted = self._wanted, None
        if piece is not None:
            piece.close()

    def take(self, count: int) -> Samples | None:
        """Return the next *count* samples at their volume, ``None`` when there is no music.

        Never waits: a file that is read too slowly leaves gaps.
        """
        if self._heard is not self._wanted and not self._gain.level:
            self._heard = self._wanted
        piece = self._heard
        goes_on = piece is not None and piece is self._wanted and not self._is_paused
        if piece is None or not (goes_on or self._gain.level):
            return None
        if (samples := piece.take(count)) is None:
            self._gain.level = 0.0
            return None
        return self._gain.apply(samples, self._volume if goes_on else 0.0)


def _checked(name: str, volume: float) -> float:
    if not 0 <= volume <= 1:
        raise AttributeProblem(
            sentence(
                "The {name} volume {volume:g} is out of range: use 0 to 1.",
                name=name,
                volume=volume,
            )
        )
    return volume
