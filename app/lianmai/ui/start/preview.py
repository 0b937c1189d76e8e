"""Own picture before a call."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace

from lianmai.core.encoding import Encoding
from lianmai.core.source import Source
from lianmai.media.capturing.capture import Capture
from lianmai.ui.stage.look import Look
from lianmai.ui.stage.tile import Tile
from lianmai.ui.wake import Wake
from lianmai.ui.words import translate, translated

_LOOK_S = 0.25


class Preview:
    """Captures the source wished for and shows it on *tile*, without sound.

    `show` and `stop` state wishes; a device is free again once `stopped` has returned.
    """

    def __init__(self, tile: Tile) -> None:
        self._tile = tile
        self._source: Source | None = None
        self._capture: Capture | None = None
        self._changed = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._wake = Wake(self._take, tile)

    def show(self, source: Source | None) -> None:
        """Show *source*, or nothing and let go of the device."""
        wanted = replace(source, audio="none", audio_name="") if source else None
        if wanted != self._source:
            self._source = wanted
            self._changed.set()

    async def stopped(self) -> None:
        """Show nothing any more; wait until the device is free."""
        self.show(None)
        await self._idle.wait()

    async def run(self) -> None:
        """Follow the wishes until cancelled."""
        try:
            while True:
                await self._changed.wait()
                self._changed.clear()
                if self._source is not None:
                    await self._run_one(self._source)
        finally:
            self._wake.close()

    async def _run_one(self, source: Source) -> None:
        """Capture *source* until another wish comes."""
        self._idle.clear()
        self._capture = capture = Capture(source, Encoding(), wake=self._wake)
        running = asyncio.create_task(capture.run(), name="preview")
        try:
            while not self._changed.is_set():
                capture.set_preview_size(*self._tile.size_px)
                self._tile.show_look(_look(capture))
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), _LOOK_S)
        finally:
            self._capture = None
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            self._idle.set()

    def _take(self) -> None:
        if self._capture is not None and (picture := self._capture.preview.take()) is not None:
            self._tile.show_picture(picture, at_once=True)


def _look(capture: Capture) -> Look:
    return Look(
        label=translate("Preview", "Own picture"),
        is_mirrored=capture.preview_is_mirrored,
        problem=translated(capture.error),
        has_video=capture.source.has_video and not capture.error,
    )
