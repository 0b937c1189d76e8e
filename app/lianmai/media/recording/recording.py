"""Records one stream: a pull of its own, a bounded queue, a thread that writes."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

import av

from lianmai.core.errors import StreamError
from lianmai.core.journal import Value
from lianmai.core.sentences import sentence
from lianmai.media.flv.reader import FlvReader, NotFlvError
from lianmai.media.network.stream_input import is_end, lost, open_stream, without_key
from lianmai.media.recording.recorder import LEAST_FREE_BYTES, Recorder, check_free_space
from lianmai.media.recording.tag_queue import TagQueue
from lianmai.media.report import Report, unheard
from lianmai.media.worker import LONGEST_LOOK_S, Stop, run_in_thread


class Recording:
    """One stream on its way into *folder*; *label* names the files, as a rule the peer's id."""

    def __init__(
        self,
        url: str,
        folder: Path,
        label: str,
        report: Report = unheard,
        *,
        least_free_bytes: int = LEAST_FREE_BYTES,
    ) -> None:
        self._url, self._folder, self._least_free_bytes = url, folder, least_free_bytes
        self._queue = TagQueue()
        self._recorder = Recorder(folder, label, report, least_free_bytes=least_free_bytes)
        self._failure: Exception | None = None

    @property
    def files(self) -> list[Path]:
        """What has been written, the file being written last."""
        return list(self._recorder.files)

    def progress(self) -> dict[str, Value]:
        """Return the numbers so far, for the journal."""
        return {**self._recorder.progress(), "dropped": self._queue.dropped}

    async def run(self) -> Mapping[str, Value]:
        """Record until the stream ends or until cancelled; return the numbers.

        Raises:
            StreamError: If the stream cannot be pulled, or breaks; what came is kept.
            OutputError: If it cannot be written, or the disk is about to be full.
        """
        check_free_space(self._folder, self._least_free_bytes)
        await run_in_thread("record", self._run)
        return self.progress()

    def _run(self, stop: Stop) -> None:
        ending = threading.Event()
        writer = threading.Thread(target=self._write, args=(ending,), name="write", daemon=True)
        writer.start()
        try:
            self._pull(stop)
        finally:
            ending.set()
            writer.join()
        if self._failure is not None:
            raise self._failure

    def _pull(self, stop: Stop) -> None:
        reader, name, tags = FlvReader(), without_key(self._url), 0
        try:
            with open_stream(self._url) as container:
                for packet in container.demux():
                    for tag in reader.feed(bytes(packet)):
                        self._queue.put(tag)
                        tags += 1
                    if stop.is_set() or self._failure is not None:
                        return
        except NotFlvError as error:
            reason = sentence("What {name} sends is no FLV stream: check the URL.", name=name)
            raise StreamError(reason, "format") from error
        except av.FFmpegError as error:
            if not is_end(error, self._url):
                raise lost(error, self._url, tags > 0, float("inf")) from error

    def _write(self, ending: Stop) -> None:
        """Write what is pulled, and when that has ended, what is left of it."""
        try:
            while not ending.is_set():
                self._write_waiting(LONGEST_LOOK_S)
            self._write_waiting(0.0)
        except Exception as error:  # raised again by the thread that is waited for
            self._failure = error
        finally:
            self._close()

    def _write_waiting(self, timeout_s: float) -> None:
        for tag in self._queue.take(timeout_s):
            self._recorder.take(tag)

    def _close(self) -> None:
        try:
            self._recorder.close()
        except Exception as error:
            self._failure = self._failure or error
