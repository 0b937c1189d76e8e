"""The devices of this machine, looked up off the Qt thread."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, Signal

from lianmai.media.capturing.devices import Device, list_devices
from lianmai.media.worker import run_in_thread


class DeviceList(QObject):
    """Knows cameras and microphones; `refresh` states the wish to look again."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.devices: tuple[Device, ...] = ()
        self._wanted = asyncio.Event()
        self._wanted.set()

    def refresh(self) -> None:
        """Look again soon; `changed` tells when something is different."""
        self._wanted.set()

    async def run(self) -> None:
        """Look whenever somebody wants to know, until cancelled."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            found = tuple(await run_in_thread("devices", lambda stop: list_devices()))
            if found != self.devices:
                self.devices = found
                self.changed.emit()
