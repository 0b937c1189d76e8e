"""Records streams of a call into files, each by a pull of its own, played or not."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lianmai.call.call import Call
from lianmai.call.kept import cancelled
from lianmai.call.reporting import report_to
from lianmai.core.errors import LianmaiError, OutputError
from lianmai.core.messages import Media, StreamId, Subscribe
from lianmai.core.redact import redact
from lianmai.core.stats import PERIOD_S
from lianmai.media.recording.recorder import make_folder
from lianmai.media.recording.recording import Recording

LOOK_AROUND_S = 0.25
COMES_BACK_S = 1.0
"""How long to wait before a stream that ended is asked for again."""


class Recordings:
    """Wishes go in (*everybody*, `start`, `stop`); `run` follows them until cancelled.

    Everything happens on the event loop's thread. The journal gets, under the name of the stream:
    ``recording_file_started`` and ``recording_file_ended`` {file}, ``recording_stats`` {bytes,
    seconds, files, dropped} every two seconds, and ``recording_ended`` {reason} with the same
    numbers. A disk that is full or gone ends the wish.
    """

    def __init__(self, call: Call, folder: Path, *, everybody: bool = False) -> None:
        self.everybody = everybody
        self.running: dict[StreamId, Recording] = {}
        self._call, self._folder = call, folder
        self._wanted: set[StreamId] = set()
        self._given_up: set[StreamId] = set()
        self._tasks: dict[StreamId, asyncio.Task[None]] = {}

    def start(self, stream_id: StreamId) -> None:
        """Record *stream_id*, now and whenever it comes back."""
        self._wanted.add(stream_id)
        self._given_up.discard(stream_id)

    def stop(self, stream_id: StreamId) -> None:
        """Record *stream_id* no longer."""
        self._wanted.discard(stream_id)
        self._given_up.add(stream_id)

    async def run(self) -> None:
        """Record what is wanted and there, until cancelled."""
        make_folder(self._folder)
        numbers_s = _now_s() + PERIOD_S
        try:
            while True:
                self._reconcile()
                await asyncio.sleep(LOOK_AROUND_S)
                if _now_s() >= numbers_s:
                    numbers_s += PERIOD_S
                    self._write_numbers()
        finally:
            await cancelled(*self._tasks.values())

    def _reconcile(self) -> None:
        there = set(self._call.room.remote_streams)
        wanted = there if self.everybody else there & self._wanted
        wanted -= self._given_up
        for stream_id in self._tasks.keys() - wanted:
            self._tasks.pop(stream_id).cancel()
        for stream_id in wanted - self._tasks.keys():
            name = f"record {stream_id}"
            self._tasks[stream_id] = asyncio.create_task(self._keep(stream_id), name=name)

    async def _keep(self, stream_id: StreamId) -> None:
        """Record over one connection after the other; whatever goes wrong stays here."""
        told = ""
        while stream_id not in self._given_up:
            reason, recording = "stopped", None
            try:
                recording = Recording(
                    await self._url(stream_id),
                    self._folder,
                    str(stream_id),
                    report_to(self._call.journal, str(stream_id)),
                )
                self.running[stream_id] = recording
                await recording.run()
                reason = "ended"
            except OutputError as error:
                reason = redact(str(error))
                self._given_up.add(stream_id)
            except LianmaiError as error:
                reason = redact(str(error))
            finally:
                self.running.pop(stream_id, None)
                has_written = recording is not None and bool(recording.files)
                if has_written or reason != told:
                    self._tell_end(stream_id, recording, reason)
                told = reason
            await asyncio.sleep(COMES_BACK_S)

    def _tell_end(self, stream_id: StreamId, recording: Recording | None, reason: str) -> None:
        numbers = recording.progress() if recording is not None else {}
        self._call.journal.add(str(stream_id), "recording_ended", reason=reason, **numbers)

    async def _url(self, stream_id: StreamId) -> str:
        media: Media = "all" if stream_id.slot == "main" else stream_id.slot
        address = await self._call.request(Subscribe(stream_id.uid, media))
        is_flv = self._call.settings.pull == "flv" and bool(address.flv_url)
        return address.flv_url if is_flv else address.url

    def _write_numbers(self) -> None:
        for stream_id, recording in self.running.items():
            self._call.journal.add(str(stream_id), "recording_stats", **recording.progress())


def _now_s() -> float:
    return asyncio.get_running_loop().time()
