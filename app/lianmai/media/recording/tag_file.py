"""One file of a recording: fragmented MP4, of which all but the last second is always whole."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import av
from av.stream import Stream

from lianmai.core.errors import OutputError
from lianmai.core.sentences import sentence
from lianmai.media.flv.coded import Coded, coded_in
from lianmai.media.flv.reader import VIDEO, Tag
from lianmai.media.publishing import flv_writer

_MILLISECOND = Fraction(1, 1000)
_OPTIONS = {
    "movflags": "empty_moov+default_base_moof",
    "frag_duration": "1000000",  # us
    "flush_packets": "1",
    "max_interleave_delta": "1000000",  # us: a track that falls silent holds the other for so long
}


class TagFile:
    """Takes FLV tags and writes what is in them; times count from the first one.

    *head* is the tags that configure the decoders and the first ones after them: FFmpeg reads
    from these what the tracks are like.

    Raises:
        OutputError: When made, if the file cannot be written or its streams not be understood;
            from `write` and `close`, if the disk is full or gone.
    """

    def __init__(self, path: Path, head: Sequence[Tag]) -> None:
        self.path = path
        self._last_ms: dict[bool, int] = {}
        self._tracks: dict[bool, Stream] = {}
        try:
            self._output = av.open(str(path), "w", format="mp4", options=_OPTIONS)
        except (av.FFmpegError, OSError) as error:
            raise OutputError(
                sentence(
                    "Cannot write {path!r}: choose another folder to record into.", path=str(path)
                )
            ) from error
        try:
            self._add_tracks(head)
        except BaseException:
            self._give_up()
            raise

    def write(self, coded: Coded, start_ms: int) -> None:
        """Write *coded*, *start_ms* being the time that the file calls 0."""
        if (track := self._tracks.get(coded.is_video)) is None or not coded.data:
            return
        packet: av.Packet[Stream] = av.Packet(coded.data)
        # Times that stand still or go back a little would be refused.
        dts_ms = max(coded.dts_ms - start_ms, self._last_ms.get(coded.is_video, -1) + 1)
        self._last_ms[coded.is_video] = dts_ms
        packet.dts, packet.pts = dts_ms, max(dts_ms, coded.pts_ms - start_ms)
        packet.time_base, packet.stream, packet.is_keyframe = _MILLISECOND, track, coded.is_key
        try:
            self._output.mux(packet)
        except (av.FFmpegError, OSError) as error:
            raise self._lost(error) from error

    def close(self) -> None:
        """Write what is left; the file is complete then."""
        try:
            self._output.close()
        except (av.FFmpegError, OSError) as error:
            raise self._lost(error) from error

    def _add_tracks(self, head: Sequence[Tag]) -> None:
        kinds = {tag.kind for tag in head}
        flags = {"has_video": VIDEO in kinds, "has_audio": len(kinds) > (VIDEO in kinds)}
        data = flv_writer.file_header(**flags) + b"".join(map(flv_writer.tag_bytes, head))
        try:
            with av.open(io.BytesIO(data), format="flv") as sample:
                for stream in sample.streams:
                    self._tracks[stream.type == "video"] = self._output.add_stream_from_template(
                        stream, opaque=True
                    )
            self._output.start_encoding()
        except (av.FFmpegError, OSError, ValueError) as error:
            codecs = {coded.codec_tag for tag in head if (coded := coded_in(tag)) is not None}
            raise OutputError(
                sentence(
                    "Cannot record a stream coded as {codecs} into an MP4 file: ask the peer for "
                    "H.264 and AAC.",
                    codecs=", ".join(sorted(codecs)),
                )
            ) from error

    def _lost(self, error: Exception) -> OutputError:
        return OutputError(
            sentence(
                "Cannot write {path!r} any further ({reason}): check the disk.",
                path=str(self.path),
                reason=getattr(error, "strerror", error),
            )
        )

    def _give_up(self) -> None:
        """Leave no empty file behind."""
        with suppress(av.FFmpegError, OSError):
            self._output.close()
        self.path.unlink(missing_ok=True)
