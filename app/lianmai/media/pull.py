"""One connection of a player: opens a URL, takes what comes, ends with the stream."""

from __future__ import annotations

import time
from typing import Protocol

import av
from av.container import InputContainer

from lianmai.core.errors import StreamError
from lianmai.media.damage import Damage
from lianmai.media.flv_reader import NotFlvError
from lianmai.media.picture_track import View
from lianmai.media.play_meter import PlayMeter
from lianmai.media.reception import Reception
from lianmai.media.report import Report
from lianmai.media.sound_track import Heard
from lianmai.media.stall_watch import StallWatch
from lianmai.media.stream_input import is_end, lost, open_stream, without_key
from lianmai.media.worker import Stop

NOTHING_DECODED_S = 10.0
"""Data that gives neither picture nor sound this long is as good as none."""
_SOUND_LEADS_S = 1.0
"""What has no picture by then is taken to have none; the older pull goes on meanwhile."""


class Receiver(Protocol):
    """To whom a pull delivers; called in the pull's thread."""

    def box_px(self) -> tuple[int, int]:
        """Return the size at which pictures are shown; (0, 0) while nobody looks."""

    def show(self, pull: Pull, view: View) -> None:
        """Take a picture."""

    def hear(self, pull: Pull, heard: Heard) -> None:
        """Take sound."""


class Pull:
    """One connection. `run` is its thread; attributes may be read from any.

    Setting *is_replaced* ends it at the next packet. *is_over* says that it has ended.
    Decoders and frames live only as long as `run`: a pull that is over holds nothing large.
    """

    def __init__(self, number: int, url: str, report: Report) -> None:
        self.number = number
        self.url = url
        self.name = without_key(url)
        self.is_replaced = False
        self.is_over = False
        self.has_picture = False
        self.has_sound = False
        self.skipped = 0
        self.meter = PlayMeter(time.monotonic())
        self.stall_watch = StallWatch()
        self.damage = Damage(report)
        self._report = report
        self._start_s = time.monotonic()
        self._decoded_s = self._start_s
        self._first_sound_s: float | None = None
        self._packets = 0
        self._stop = Stop()

    @property
    def may_lead_with_sound(self) -> bool:
        """Whether to wait for a picture no longer: there has been sound for long enough."""
        heard_s = self._first_sound_s
        return heard_s is not None and time.monotonic() - heard_s > _SOUND_LEADS_S

    @property
    def is_wanted(self) -> bool:
        """Whether what it has may still be delivered."""
        return not (self._stop.is_set() or self.is_replaced)

    def run(self, stop: Stop, receiver: Receiver) -> None:
        """Pull until the stream ends, *stop* is set or another pull has taken over.

        Raises:
            StreamError: If it cannot be pulled, or breaks.
        """
        self._stop = stop
        try:
            with open_stream(self.url) as container:
                self._decoded_s = time.monotonic()
                self._report("pull_connected", {})
                self._play(container, receiver)
        except NotFlvError as error:
            reason = f"What {self.name} sends is no FLV stream: check the URL."
            raise StreamError(reason, "format") from error
        finally:
            self.is_over = True

    def _play(self, container: InputContainer, receiver: Receiver) -> None:
        reception = Reception(self.name, self.meter, self.damage)
        try:
            for packet in container.demux():
                for thing in reception.take(bytes(packet), receiver.box_px):
                    if not self.is_wanted:
                        return
                    self._deliver(thing, receiver)
                self._note(reception)
        except av.FFmpegError as error:
            if not is_end(error, self.url):
                silent_s = time.monotonic() - (self.stall_watch.last_s or self._decoded_s)
                raise lost(error, self.url, self._packets > 0, silent_s) from error

    def _note(self, reception: Reception) -> None:
        """Keep what others may ask for; give up when nothing but garbage comes."""
        now_s = time.monotonic()
        if reception.packets > self._packets:
            self._packets = reception.packets
            if (seconds := self.stall_watch.arrived(now_s)) is not None:
                self._report("resumed", {"seconds": round(seconds, 1)})
        self.skipped = reception.skipped
        if now_s - self._decoded_s > NOTHING_DECODED_S:
            raise StreamError(
                f"Nothing from {self.name} could be decoded for {NOTHING_DECODED_S:.0f} s:"
                " the peer has to start anew.",
                "format",
            )

    def _deliver(self, thing: View | Heard, receiver: Receiver) -> None:
        self._decoded_s = time.monotonic()
        if isinstance(thing, View):
            self._note_picture(thing.frame)
            receiver.show(self, thing)
        else:
            self._note_sound(thing)
            receiver.hear(self, thing)

    def _note_picture(self, frame: av.VideoFrame) -> None:
        old_size, size = self.meter.size_px, (frame.width, frame.height)
        self.meter.picture(*size, self._decoded_s)
        if not self.has_picture:
            self.has_picture = True
            self._report("first_picture", {"ms": self._age_ms()})
        elif size != old_size:
            self._report("size_changed", {"width_px": size[0], "height_px": size[1]})

    def _note_sound(self, heard: Heard) -> None:
        self.meter.peak(heard.peak, self._decoded_s)
        if not self.has_sound:
            self.has_sound, self._first_sound_s = True, self._decoded_s
            self._report("first_sound", {"ms": self._age_ms()})

    def _age_ms(self) -> int:
        return round((self._decoded_s - self._start_s) * 1000)
