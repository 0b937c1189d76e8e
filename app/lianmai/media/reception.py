"""What one connection brings, decoded: bytes in, pictures and sound out."""

from __future__ import annotations

import time
from collections.abc import Iterator

from lianmai.core.errors import StreamError
from lianmai.media.coded import Coded, coded_in
from lianmai.media.damage import Damage
from lianmai.media.flv_reader import FlvReader, Tag
from lianmai.media.picture_track import Box, PictureTrack, View
from lianmai.media.play_meter import PlayMeter
from lianmai.media.sound_track import Heard, SoundTrack

STALE_MS = 500
"""More than a sound ring keeps at its high water, so nothing is missed."""


class Reception:
    """Reads, measures and decodes; belongs to the connection's thread and lasts as long.

    *packets* counts pieces of picture and sound.
    """

    def __init__(self, name: str, meter: PlayMeter, damage: Damage) -> None:
        self.packets = 0
        self._name = name
        self._meter = meter
        self._damage = damage
        self._reader = FlvReader()
        self._pictures = PictureTrack(damage)
        self._sounds = SoundTrack(damage)
        self._seen_garbage = 0

    @property
    def skipped(self) -> int:
        """Pictures that were decoded and, being late, not scaled."""
        return self._pictures.skipped

    def take(self, data: bytes, box: Box) -> Iterator[View | Heard]:
        """Yield what *data* completes; *box* tells for each picture how large it is wanted.

        Raises:
            NotFlvError: If the stream does not begin like one.
            StreamError: If its picture is in a codec that cannot be decoded.
        """
        tags = list(self._reader.feed(data))
        for tag in tags:
            coded, now_s = coded_in(tag), time.monotonic()
            if coded is None or coded.kind == "other":
                continue
            self.packets += 1
            self._meter.packet(coded, len(tag.body), now_s)
            if not _is_stale_sound(coded, tags[-1]):
                yield from self._decode(coded, box, now_s)
        while self._seen_garbage < self._reader.garbage:
            self._seen_garbage += 1
            self._damage.hit("bytes between the packets", time.monotonic())

    def _decode(self, coded: Coded, box: Box, now_s: float) -> list[View] | list[Heard]:
        if coded.is_video:
            self._check(coded)
            return self._pictures.feed(coded, box, now_s)
        if coded.codec:
            return self._sounds.feed(coded, now_s)
        self._damage.hit(f"sound coded as {coded.codec_tag!r}", now_s)
        return []

    def _check(self, coded: Coded) -> None:
        """Give up a stream whose picture is unknown; an unknown sound costs only the sound."""
        if not coded.codec:
            raise StreamError(
                f"Cannot show {self._name}: its picture is coded as {coded.codec_tag!r},"
                " ask the peer for H.264.",
                "format",
            )


def _is_stale_sound(coded: Coded, newest: Tag) -> bool:
    """Tell whether nobody will hear *coded*: *newest*, which came with it, is much later.

    A server begins with seconds of media it has kept; of their sound only the end is played.
    """
    is_sound = not coded.is_video and coded.kind == "frame"
    return is_sound and newest.time_ms - coded.dts_ms > STALE_MS
