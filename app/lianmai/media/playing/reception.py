"""What one connection brings: bytes in, coded media out; coded media in, pictures and sound out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import NamedTuple

from lianmai.core.components.sei import messages_in
from lianmai.core.errors import StreamError
from lianmai.core.sentences import sentence
from lianmai.media.flv.coded import Coded, coded_in
from lianmai.media.flv.reader import FlvReader, Tag
from lianmai.media.playing.damage import Damage
from lianmai.media.playing.live_edge import LiveEdge
from lianmai.media.playing.picture_track import PictureTrack, View
from lianmai.media.playing.play_facts import PlayFacts
from lianmai.media.playing.play_meter import PlayMeter
from lianmai.media.playing.sound_track import Heard, SoundTrack
from lianmai.media.playing.wish import Wish

STALE_MS = 500
"""More than a sound ring keeps at its high water, so nothing is missed."""
LATE_S = 0.3
"""A picture this late has later ones on its heels, and leaving it out helps to catch up. At 0.1 s a
busy machine, on which every picture is that late now and then, showed a third fewer pictures, and
those no earlier."""


class Arrival(NamedTuple):
    """What came at *now_s* (monotonic).

    *is_overtaken*: a picture with a later one on its heels, because that came with it or because
    it is late itself. *is_stale*: sound that nobody who is near the live edge will hear, as what
    came with it is much later.
    """

    coded: Coded
    now_s: float
    is_overtaken: bool
    is_stale: bool


class Reception:
    """Reads and measures in one thread, decodes in the same or one other; lasts as the connection.

    *packets* counts pieces of picture and sound.
    """

    def __init__(self, name: str, meter: PlayMeter, facts: PlayFacts, damage: Damage) -> None:
        self.packets = 0
        self._name = name
        self._meter = meter
        self._facts = facts
        self._damage = damage
        self._reader = FlvReader()
        self._edge = LiveEdge()
        self._pictures = PictureTrack(damage)
        self._sounds = SoundTrack(damage)
        self._seen_garbage = 0

    @property
    def skipped(self) -> int:
        """Pictures that were decoded and, being overtaken, not scaled."""
        return self._pictures.skipped

    @property
    def decoder_frames(self) -> int:
        """Pictures inside the decoder."""
        return self._pictures.decoder_frames

    def read(self, data: bytes) -> Iterator[Arrival]:
        """Yield the pieces of picture and sound that *data* completes.

        Raises:
            NotFlvError: If the stream does not begin like one.
        """
        self._meter.received(len(data), time.monotonic())
        tags = list(self._reader.feed(data))
        pieces = [(tag, coded) for tag in tags if (coded := coded_in(tag)) is not None]
        pictures_left = sum(_is_picture(coded) for _, coded in pieces)
        for tag, coded in pieces:
            if coded.kind == "other":
                continue
            now_s = time.monotonic()
            self.packets += 1
            self._meter.packet(coded, len(tag.body), now_s)
            is_overtaken = False
            if _is_picture(coded):
                pictures_left -= 1
                is_overtaken = self._is_late(coded, now_s) or pictures_left > 0
            yield Arrival(coded, now_s, is_overtaken, _is_stale_sound(coded, tags[-1]))
        while self._seen_garbage < self._reader.garbage:
            self._seen_garbage += 1
            self._damage.hit("bytes between the packets", time.monotonic())

    def decode(self, coded: Coded, wish: Wish, *, is_overtaken: bool) -> list[View] | list[Heard]:
        """Return what *coded* completes, as far as *wish* wants it.

        Raises:
            StreamError: If its picture is in a codec that cannot be decoded.
        """
        if coded.is_video:
            self._check(coded)
            if wish.reads and coded.codec == "h264" and coded.kind == "frame":
                self._facts.messages(messages_in(coded.data), time.monotonic())
            return self._pictures.feed(coded, wish, is_overtaken=is_overtaken)
        if coded.codec:
            return self._sounds.feed(coded, wish)
        self._damage.hit(f"sound coded as {coded.codec_tag!r}", time.monotonic(), "sound")
        return []

    def _is_late(self, coded: Coded, now_s: float) -> bool:
        """Note when a picture came."""
        dts_s = coded.dts_ms / 1000
        lateness_s = self._edge.lateness_s(dts_s, now_s)
        self._facts.arrived(dts_s, lateness_s, now_s)
        return lateness_s > LATE_S

    def _check(self, coded: Coded) -> None:
        """Give up a stream whose picture is unknown; an unknown sound costs only the sound."""
        if not coded.codec:
            raise StreamError(
                sentence(
                    "Cannot show {name}: its picture is coded as {codec_tag!r}, ask the peer for "
                    "H.264.",
                    name=self._name,
                    codec_tag=coded.codec_tag,
                ),
                "format",
            )


def _is_picture(coded: Coded) -> bool:
    return coded.is_video and coded.kind == "frame"


def _is_stale_sound(coded: Coded, newest: Tag) -> bool:
    """Tell whether nobody will hear *coded*: *newest*, which came with it, is much later.

    A server begins with seconds of media it has kept; of their sound only the end is played.
    """
    is_sound = not coded.is_video and coded.kind == "frame"
    return is_sound and newest.time_ms - coded.dts_ms > STALE_MS
