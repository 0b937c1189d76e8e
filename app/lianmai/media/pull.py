"""One connection of a player: opens a URL, decodes what comes, ends with the stream."""

from __future__ import annotations

import time
from typing import Protocol

import av
from av.container import InputContainer

from lianmai.core.errors import StreamError
from lianmai.media.coded import Coded, coded_in
from lianmai.media.damage import Damage
from lianmai.media.flv_reader import FlvReader, NotFlvError, Tag
from lianmai.media.picture_track import PictureTrack, View
from lianmai.media.play_meter import PlayMeter
from lianmai.media.report import Report
from lianmai.media.sound import Sound
from lianmai.media.sound_track import SoundTrack
from lianmai.media.stall_watch import StallWatch
from lianmai.media.stream_input import is_end, lost, open_stream, without_key
from lianmai.media.worker import Stop

NOTHING_DECODED_S = 10.0
"""Data that gives neither picture nor sound this long is as good as none."""
_SOUND_LEADS_S = 1.0


class Receiver(Protocol):
    """To whom a pull delivers; called in the pull's thread."""

    def box_px(self) -> tuple[int, int]:
        """Return the size at which pictures are shown; (0, 0) while nobody looks."""

    def show(self, pull: Pull, view: View) -> None:
        """Take a picture."""

    def hear(self, pull: Pull, sound: Sound, pts_s: float) -> None:
        """Take sound."""


class Pull:
    """One connection. `run` is its thread; attributes may be read from any.

    Setting *is_replaced* ends it at the next packet. *is_over* says that it has ended.
    """

    def __init__(self, number: int, url: str, receiver: Receiver, report: Report) -> None:
        self.number = number
        self.url = url
        self.name = without_key(url)
        self.is_replaced = False
        self.is_over = False
        self.has_picture = False
        self.has_sound = False
        self.meter = PlayMeter(time.monotonic())
        self.stall_watch = StallWatch()
        self.damage = Damage(report)
        self._receiver = receiver
        self._report = report
        self._start_s = time.monotonic()
        self._decoded_s = self._start_s
        self._first_sound_s: float | None = None
        self._has_video_track = False
        self._seen_garbage = 0
        self._pictures = PictureTrack(self.damage, receiver.box_px, self._show)
        self._sounds = SoundTrack(self.damage, self._hear)
        self._stop = Stop()

    @property
    def may_lead_with_sound(self) -> bool:
        """Whether to wait for a picture no longer: none was announced, or none came in time."""
        heard_s = self._first_sound_s
        waits_long = heard_s is not None and time.monotonic() - heard_s > _SOUND_LEADS_S
        return waits_long or not self._has_video_track

    @property
    def skipped(self) -> int:
        """Pictures that were decoded and, being late, not scaled."""
        return self._pictures.skipped

    @property
    def is_wanted(self) -> bool:
        """Whether what it has may still be delivered."""
        return not (self._stop.is_set() or self.is_replaced)

    def run(self, stop: Stop) -> None:
        """Pull until the stream ends, *stop* is set or another pull has taken over.

        Raises:
            StreamError: If it cannot be pulled, or breaks.
        """
        self._stop = stop
        try:
            with open_stream(self.url) as container:
                self._decoded_s = time.monotonic()
                self._report("pull_connected", {})
                self._play(container)
        finally:
            self.is_over = True

    def _play(self, container: InputContainer) -> None:
        reader = FlvReader()
        try:
            for packet in container.demux():
                for tag in reader.feed(bytes(packet)):
                    if not self.is_wanted:
                        return
                    self._take(tag)
                self._complain(reader)
        except NotFlvError as error:
            raise StreamError(f"What {self.name} sends is no FLV stream: check the URL.") from error
        except av.FFmpegError as error:
            if not is_end(error):
                raise lost(error, self.url, self.stall_watch.last_s is not None) from error

    def _take(self, tag: Tag) -> None:
        """Measure and decode what *tag* carries."""
        if (coded := coded_in(tag)) is None or coded.kind == "other":
            return
        now_s = time.monotonic()
        if (seconds := self.stall_watch.arrived(now_s)) is not None:
            self._report("resumed", {"seconds": round(seconds, 1)})
        self.meter.packet(coded, len(tag.body), now_s)
        if not coded.codec:
            self._cannot_decode(coded, now_s)
        elif coded.is_video:
            self._has_video_track = True
            self._pictures.feed(coded, now_s)
        else:
            self._sounds.feed(coded, now_s)

    def _cannot_decode(self, coded: Coded, now_s: float) -> None:
        """Give up a stream whose picture is unknown; go on without an unknown sound."""
        if coded.is_video:
            raise StreamError(
                f"Cannot show {self.name}: its picture is coded as {coded.codec_tag!r},"
                " ask the peer for H.264."
            )
        self.damage.hit(f"sound coded as {coded.codec_tag!r}", now_s)

    def _complain(self, reader: FlvReader) -> None:
        """Report garbage between the tags; give up when nothing but garbage comes."""
        now_s = time.monotonic()
        while self._seen_garbage < reader.garbage:
            self._seen_garbage += 1
            self.damage.hit("bytes between the packets", now_s)
        if now_s - self._decoded_s > NOTHING_DECODED_S:
            raise StreamError(
                f"Nothing from {self.name} could be decoded for {NOTHING_DECODED_S:.0f} s:"
                " the peer has to start anew."
            )

    def _show(self, view: View) -> None:
        if not self.is_wanted:
            return
        now_s = self._decoded_s = time.monotonic()
        old_size, size = self.meter.size_px, (view.frame.width, view.frame.height)
        self.meter.picture(*size, now_s)
        if not self.has_picture:
            self.has_picture = True
            self._report("first_picture", {"ms": self._age_ms(now_s)})
        elif size != old_size:
            self._report("size_changed", {"width_px": size[0], "height_px": size[1]})
        self._receiver.show(self, view)

    def _hear(self, sound: Sound, pts_s: float) -> None:
        if not self.is_wanted:
            return
        now_s = self._decoded_s = time.monotonic()
        self.meter.peak(float(abs(sound).max(initial=0.0)), now_s)
        if not self.has_sound:
            self.has_sound, self._first_sound_s = True, now_s
            self._report("first_sound", {"ms": self._age_ms(now_s)})
        self._receiver.hear(self, sound, pts_s)

    def _age_ms(self, now_s: float) -> int:
        return round((now_s - self._start_s) * 1000)
