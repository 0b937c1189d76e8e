"""Sound to the loudspeakers, from a thread of its own, so that a busy window never breaks it.

Measured on PulseAudio with a null sink: when Qt fetches the samples (pull mode, unbuffered) a
40 ms buffer rode out a window busy for 0.3 s at a time; feeding it by timer (push) had gaps.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from lianmai.ui.loudspeaker.sound_feed import Supply
from lianmai.ui.loudspeaker.speaker import Speaker

_FAREWELL_MS = 2000

_abandoned: list[QObject] = []
"""What a silent sound server holds: destroying a running QThread would abort the process."""


class SoundOutput(QObject):
    """Plays a mixer on the chosen device; goes on without sound while there is none.

    `failed` carries one sentence when the sound cannot be heard, `playing` the name of the
    device when it can (again). A device that appears is taken up by itself.
    """

    failed = Signal(str)
    playing = Signal(str)
    devices_changed = Signal()
    _device_wished = Signal(str)
    _end_wished = Signal()

    def __init__(self, mixer: Supply, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mixer = mixer
        self._thread: QThread | None = None
        self._speaker: Speaker | None = None
        self._devices: list[tuple[str, str]] = []

    def start(self, device_id: str = "") -> None:
        """Begin to play on *device_id*, or on the system's default; returns at once."""
        if self._thread is None:
            self._speaker = self._connected(Speaker(self._mixer))
            self._thread = QThread()
            self._thread.setObjectName("sound output")
            self._speaker.moveToThread(self._thread)
            self._thread.start(QThread.Priority.TimeCriticalPriority)
        self._device_wished.emit(device_id)

    def set_device(self, device_id: str) -> None:
        """Go on playing on *device_id*, or on the system's default when it is empty."""
        if self._thread is not None:
            self._device_wished.emit(device_id)

    def stop(self) -> None:
        """Fall silent and end the thread."""
        if self._thread is None or self._speaker is None:
            return
        self._end_wished.emit()
        if not self._thread.wait(_FAREWELL_MS):
            _abandoned.extend((self._thread, self._speaker))
        self._device_wished.disconnect()
        self._end_wished.disconnect()
        self._thread = self._speaker = None

    def devices(self) -> list[tuple[str, str]]:
        """Return id and name of each output, as known now; empty before `start`."""
        return list(self._devices)

    def _connected(self, speaker: Speaker) -> Speaker:
        queued = Qt.ConnectionType.QueuedConnection
        self._device_wished.connect(speaker.open, queued)
        self._end_wished.connect(speaker.end, queued)
        speaker.failed.connect(self.failed, queued)
        speaker.playing.connect(self.playing, queued)
        speaker.devices_seen.connect(self._remember, queued)
        return speaker

    @Slot(list)
    def _remember(self, devices: list[tuple[str, str]]) -> None:
        self._devices = devices
        self.devices_changed.emit()
