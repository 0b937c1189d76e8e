"""One connection of a player: opens a URL, takes what comes, ends with the stream."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol, TypeAlias

import av
from av.container import InputContainer

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.errors import StreamError
from lianmai.core.sentences import sentence
from lianmai.media.flv.coded import Coded
from lianmai.media.flv.reader import NotFlvError
from lianmai.media.network.stream_input import is_end, lost, open_stream, without_key
from lianmai.media.playing.cushion import Cushion, Due
from lianmai.media.playing.damage import Damage
from lianmai.media.playing.held_play import HeldPlay
from lianmai.media.playing.picture_track import View
from lianmai.media.playing.play_facts import PlayFacts
from lianmai.media.playing.play_meter import PlayMeter
from lianmai.media.playing.reception import Arrival, Reception
from lianmai.media.playing.sound_track import Heard
from lianmai.media.playing.stall_watch import StallWatch
from lianmai.media.playing.stretch import Stretch
from lianmai.media.playing.wish import Wish
from lianmai.media.report import Report
from lianmai.media.worker import Stop

NOTHING_DECODED_S = 10.0
"""Data that gives neither picture nor sound this long is as good as none."""
_SOUND_LEADS_S = 1.0
"""What has no picture by then is taken to have none; the older pull goes on meanwhile."""

Take: TypeAlias = Callable[[Arrival], None]


class Receiver(Protocol):
    """To whom a pull delivers; called in the pull's threads."""

    def wish(self) -> Wish:
        """Return what is wanted now."""

    def cache_s(self) -> tuple[float, float] | None:
        """Return how much to keep in hand, least and most; ``None``: play at once."""

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
        self.decoder_frames = 0
        self.cushion: Cushion | None = None
        self.meter = PlayMeter(time.monotonic())
        self.stall_watch = StallWatch()
        self.facts = PlayFacts(report)
        self.damage = Damage(self.facts)
        self._report = report
        self._start_s = time.monotonic()
        self._decoded_s = self._start_s
        self._first_sound_s: float | None = None
        self._is_dry = True
        self._speed = 1.0
        self._stretch = Stretch()
        self._packets = 0
        self._stop = Stop()

    @property
    def protocol(self) -> str:
        """What the stream comes by."""
        return "rtmp" if self.url.startswith("rtmp") else "http-flv"

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
        self._report("pull_started", {"protocol": self.protocol})
        try:
            with open_stream(self.url) as container:
                self._decoded_s = time.monotonic()
                self._report("pull_connected", {"protocol": self.protocol})
                if self.protocol == "rtmp":  # its server says so before the first media
                    self._report("stream_begun", {})
                self._play(container, receiver)
        except NotFlvError as error:
            reason = sentence("What {name} sends is no FLV stream: check the URL.", name=self.name)
            raise StreamError(reason, "format") from error
        finally:
            self.is_over = True

    def ran_dry(self) -> None:
        """Note that there was nothing to play for a while; a cushion knows better."""
        if self.cushion is None and not self._is_dry:
            self._is_dry = True
            self._report("buffer_empty", {})

    def _play(self, container: InputContainer, receiver: Receiver) -> None:
        reception = Reception(self.name, self.meter, self.facts, self.damage)
        if (cache_s := receiver.cache_s()) is None:
            self._play_at_once(container, reception, receiver)
        else:
            self._play_held(container, reception, receiver, cache_s)

    def _play_at_once(
        self, container: InputContainer, reception: Reception, receiver: Receiver
    ) -> None:
        def take(arrival: Arrival) -> None:
            if not arrival.is_stale:
                self._decode(reception, arrival.coded, receiver, arrival.is_overtaken)

        self._take_in(container, reception, take)

    def _play_held(
        self,
        container: InputContainer,
        reception: Reception,
        receiver: Receiver,
        cache_s: tuple[float, float],
    ) -> None:
        def play(due: Due) -> bool:
            self._speed = due.speed
            if self.is_wanted:
                self._decode(reception, due.coded, receiver, due.is_overtaken)
            return self.is_wanted

        def take(arrival: Arrival) -> None:
            if held.failure is not None:
                raise held.failure
            held.put(arrival.coded, arrival.now_s)
            if not held.cushion.clock.is_playing:
                self._decoded_s = arrival.now_s  # held on purpose

        with HeldPlay(cache_s, self.facts, play) as held:
            self.cushion = held.cushion
            self._take_in(container, reception, take)
            held.play_out(lambda: self.is_wanted)
            if held.failure is not None:
                raise held.failure

    def _take_in(self, container: InputContainer, reception: Reception, take: Take) -> None:
        """Give each piece to *take* until the stream ends or is not wanted any longer."""
        try:
            for packet in container.demux():
                for arrival in reception.read(bytes(packet)):
                    if not self.is_wanted:
                        return
                    take(arrival)
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
        self.skipped, self.decoder_frames = reception.skipped, reception.decoder_frames
        if now_s - self._decoded_s > NOTHING_DECODED_S:
            raise StreamError(
                sentence(
                    "Nothing from {name} could be decoded for {seconds:.0f} s: the peer has to "
                    "start anew.",
                    name=self.name,
                    seconds=NOTHING_DECODED_S,
                ),
                "format",
            )

    def _decode(
        self, reception: Reception, coded: Coded, receiver: Receiver, is_overtaken: bool
    ) -> None:
        """Deliver what comes of *coded*."""
        wish = receiver.wish()
        if not (wish.sees if coded.is_video else wish.hears):
            self._decoded_s = time.monotonic()  # left out on purpose
        for thing in reception.decode(coded, wish, is_overtaken=is_overtaken):
            self._deliver(thing, receiver)

    def _deliver(self, thing: View | Heard, receiver: Receiver) -> None:
        self._decoded_s = time.monotonic()
        if isinstance(thing, View):
            self._note_picture(thing.frame)
            self._note_flow()
            receiver.show(self, thing)
        else:
            self._note_sound(thing)
            self._note_flow()
            receiver.hear(self, self._stretched(thing))

    def _stretched(self, heard: Heard) -> Heard:
        """Return what is played of *heard* at the present speed, its pitch kept."""
        sound = self._stretch.feed(heard.sound, self._speed)
        if sound is heard.sound:
            return heard
        used = len(heard.sound) - self._stretch.held_back
        begin_s = heard.pts_s + (used - len(sound)) / SAMPLE_RATE_HZ
        return Heard(sound, begin_s, heard.peak)

    def _note_flow(self) -> None:
        if self._is_dry:
            self._is_dry = False
            if self.cushion is None:
                self._report("buffer_filled", {})

    def _note_picture(self, frame: av.VideoFrame) -> None:
        self.meter.picture(frame.width, frame.height, self._decoded_s)
        self.facts.picture(frame.width, frame.height)
        if not self.has_picture:
            self.has_picture = True
            self._report("first_picture", {"ms": self._age_ms()})

    def _note_sound(self, heard: Heard) -> None:
        self.meter.peak(heard.peak, self._decoded_s)
        if not self.has_sound:
            self.has_sound, self._first_sound_s = True, self._decoded_s
            self.facts.once("decoder_started", part="sound")
            self._report("first_sound", {"ms": self._age_ms()})

    def _age_ms(self) -> int:
        return round((self._decoded_s - self._start_s) * 1000)
