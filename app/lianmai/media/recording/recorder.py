"""Writes a stream into files: a new one wherever the old one cannot hold what comes."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lianmai.core.errors import OutputError
from lianmai.core.journal import Value
from lianmai.core.sentences import sentence
from lianmai.media.flv.coded import Coded, coded_in
from lianmai.media.flv.reader import FlvReader, Tag
from lianmai.media.recording.naming import new_path
from lianmai.media.recording.tag_file import TagFile
from lianmai.media.report import Report, unheard

LEAST_FREE_BYTES = 200 << 20
"""A recording stops while the system still has room to breathe."""
_LOOK_AT_DISK_EVERY_S = 1.0
_HEAD_MS = 1000
"""How long to wait for the second of two tracks."""
_LARGEST_HEAD = 16 << 20
_JUMP_MS = 10_000


class Recorder:
    """Takes an FLV stream in pieces, or tag by tag; for one thread.

    A file begins with a key frame. Another begins with the next key frame after a codec or its
    configuration has changed, a track came in addition, or time has jumped.
    """

    def __init__(
        self,
        folder: Path,
        label: str,
        report: Report = unheard,
        *,
        least_free_bytes: int = LEAST_FREE_BYTES,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.byte_count = 0
        self.seconds = 0.0
        self.files: list[Path] = []
        self._folder, self._label, self._report = folder, label, report
        self._least_free_bytes, self._clock = least_free_bytes, clock
        self._reader = FlvReader()
        self._configs: dict[bool, Tag] = {}
        self._codecs: dict[bool, str] = {}
        self._head: list[tuple[Tag, Coded]] = []
        self._file: TagFile | None = None
        self._has_changed = False
        self._start_ms = self._last_ms = 0
        self._seconds_before = 0.0
        self._looked_s = float("-inf")

    def progress(self) -> dict[str, Value]:
        """Return the numbers so far, for the journal."""
        seconds = round(self.seconds, 1)
        return {"bytes": self.byte_count, "seconds": seconds, "files": len(self.files)}

    def send(self, data: bytes) -> None:
        """Record *data*, pieces of an FLV stream.

        Raises:
            OutputError: If the file cannot be written, or the disk is about to be full.
        """
        for tag in self._reader.feed(data):
            self.take(tag)

    def take(self, tag: Tag) -> None:
        """Record *tag*; raises as `send` does."""
        coded = coded_in(tag)
        if coded is None or coded.kind == "other":
            return
        if not coded.codec:
            _check_is_sound(coded)
            return
        if coded.kind == "config":
            self._configure(tag, coded)
            return
        self._note_codec(coded)
        if self._file is not None and self._has_to_end(coded):
            self.close()
        if self._file is None:
            self._gather(tag, coded)
        else:
            self._write(coded)

    def close(self) -> None:
        """Complete the file; what comes next begins another."""
        file, self._file, self._head = self._file, None, []
        if file is not None:
            self._seconds_before = self.seconds
            file.close()
            self._report("recording_file_ended", {"file": file.path.name})

    def _configure(self, tag: Tag, coded: Coded) -> None:
        known = self._configs.get(coded.is_video)
        if known is None or known.body != tag.body:
            self._configs[coded.is_video] = tag
            self._codecs[coded.is_video] = coded.codec
            self._has_changed = True

    def _note_codec(self, coded: Coded) -> None:
        if self._codecs.get(coded.is_video) != coded.codec:
            self._codecs[coded.is_video] = coded.codec
            self._configs.pop(coded.is_video, None)
            self._has_changed = True

    def _has_to_end(self, coded: Coded) -> bool:
        """Tell whether *coded* belongs into a new file; with pictures that begins with a key."""
        if abs(coded.dts_ms - self._last_ms) > _JUMP_MS:
            return True
        return self._has_changed and (_begins_picture(coded) or True not in self._codecs)

    def _gather(self, tag: Tag, coded: Coded) -> None:
        """Keep what a file will begin with, and begin it once all its tracks are known."""
        self._head.append((tag, coded))
        if True in self._codecs and not _begins_picture(self._head[0][1]):
            self._head = self._head[-1:] if _begins_picture(coded) else []
        elif self._is_head_complete():
            head, self._head = self._head, []
            self._begin(head)

    def _is_head_complete(self) -> bool:
        waited_ms = self._head[-1][1].dts_ms - self._head[0][1].dts_ms
        has_both = len({coded.is_video for _, coded in self._head}) == 2
        size = sum(len(tag.body) for tag, _ in self._head)
        return has_both or not 0 <= waited_ms < _HEAD_MS or size > _LARGEST_HEAD

    def _begin(self, head: Sequence[tuple[Tag, Coded]]) -> None:
        self._check_disk()
        path = new_path(self._folder, self._label, self._clock())
        self._file = TagFile(path, [*self._configs.values(), *(tag for tag, _ in head)])
        self._has_changed = False
        self._start_ms = min(coded.dts_ms for _, coded in head)
        self.files.append(path)
        self._report("recording_file_started", {"file": path.name})
        for _, coded in head:
            self._write(coded)

    def _write(self, coded: Coded) -> None:
        assert self._file is not None, "gathered until there is a file"
        self._check_disk()
        self._file.write(coded, self._start_ms)
        self._last_ms = coded.dts_ms
        self.byte_count += len(coded.data)
        self.seconds = self._seconds_before + max(0, coded.dts_ms - self._start_ms) / 1000

    def _check_disk(self) -> None:
        if 0 <= self._clock() - self._looked_s < _LOOK_AT_DISK_EVERY_S:
            return
        self._looked_s = self._clock()
        check_free_space(self._folder, self._least_free_bytes)


def make_folder(folder: Path) -> None:
    """Make *folder* if it is not there.

    Raises:
        OutputError: If that is impossible.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = sentence(
            "Cannot record into {folder!r} ({reason}): choose another folder.",
            folder=str(folder),
            reason=error.strerror,
        )
        raise OutputError(reason) from error


def check_free_space(folder: Path, least_bytes: int = LEAST_FREE_BYTES) -> None:
    """Return if *folder* exists and its disk has room.

    Raises:
        OutputError: If not.
    """
    try:
        free_bytes = shutil.disk_usage(folder).free
    except OSError as error:
        raise OutputError(
            sentence("There is no folder {folder!r} to record into.", folder=str(folder))
        ) from error
    if free_bytes < least_bytes:
        raise OutputError(
            sentence(
                "The recording has stopped: only {free_mb} MB are free in {folder!r}, make "
                "room or choose another folder.",
                free_mb=free_bytes >> 20,
                folder=str(folder),
            )
        )


def _check_is_sound(unknown: Coded) -> None:
    """Give up a stream whose picture is unknown; an unknown sound costs only the sound."""
    if unknown.is_video:
        raise OutputError(
            sentence(
                "Cannot record a picture coded as {codec_tag!r}: ask the peer for H.264.",
                codec_tag=unknown.codec_tag,
            )
        )


def _begins_picture(coded: Coded) -> bool:
    return coded.is_video and coded.is_key
