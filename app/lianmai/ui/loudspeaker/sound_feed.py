"""What the sound device reads from: the mixer."""

from __future__ import annotations

import time
from typing import Protocol

from PySide6.QtCore import QIODevice
from PySide6.QtMultimedia import QAudioSink

from lianmai.core.encoding import SAMPLE_RATE_HZ

FRAME_BYTES = 4
"""Two channels of 16 bits."""
DEVICE_S = 0.012
"""What is held beyond Qt's buffer: Qt asks PulseAudio for 16 ms, on average 11 were found."""
_SMOOTHING = 0.05


class Supply(Protocol):
    """Where the samples come from: the mixer."""

    output_latency_s: float

    def pull(self, frame_count: int) -> bytes:
        """Return the next *frame_count* frames, s16le stereo at 48 kHz."""
        ...


class Feed(QIODevice):
    """What Qt reads from: each read is a pull, and tells how much sound is ahead of it."""

    def __init__(self, mixer: Supply, sink: QAudioSink) -> None:
        super().__init__(sink)
        self._mixer = mixer
        self._sink = sink
        self._read_s = time.monotonic()
        # Unbuffered, or QIODevice would read 85 ms ahead.
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    @property
    def idle_s(self) -> float:
        """How long ago Qt read last."""
        return time.monotonic() - self._read_s

    def isSequential(self) -> bool:
        """Tell that there is no going back."""
        return True

    def bytesAvailable(self) -> int:
        """Tell that there is always more."""
        return SAMPLE_RATE_HZ * FRAME_BYTES

    def readData(self, maxlen: int) -> bytes:
        """Return *maxlen* bytes of the mix, and note what is ahead of them."""
        self._read_s = time.monotonic()
        waiting_bytes = max(0, self._sink.bufferSize() - self._sink.bytesFree())
        ahead_s = waiting_bytes / FRAME_BYTES / SAMPLE_RATE_HZ + DEVICE_S
        known_s = self._mixer.output_latency_s or ahead_s
        self._mixer.output_latency_s = known_s + (ahead_s - known_s) * _SMOOTHING
        return self._mixer.pull(maxlen // FRAME_BYTES)

    def writeData(self, data: bytes | bytearray | memoryview[int], length: int) -> int:
        """Refuse."""
        return -1
