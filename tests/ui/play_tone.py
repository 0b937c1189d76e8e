"""Plays a 1 kHz tone through the sound output, in a process of its own, and tells what happens.

Qt looks for its sound server once per process, so tests that differ in servers need one each.
Standard output: one JSON object a line. Standard input: a line "tone" begins the tone, "busy"
keeps the window's thread busy for 0.3 s, "end" stops. Qt warnings go to standard error.
"""

import json
import sys
import threading
import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from lianmai.ui.loudspeaker.sound_output import SoundOutput

LONGEST_MS = 60_000


class ToneMixer:
    """A mixer that has silence, and from `begin` on a 1 kHz tone."""

    def __init__(self) -> None:
        self.output_latency_s = 0.0
        self.pulled = 0
        self.began_s = 0.0
        self._is_on = False

    def begin(self) -> None:
        self._is_on = True

    def pull(self, frame_count: int) -> bytes:
        first, self.pulled = self.pulled, self.pulled + frame_count
        if not self._is_on:
            return bytes(frame_count * 4)
        if not self.began_s:
            self.began_s = time.monotonic()
            say("began", at_s=self.began_s, latency_s=self.output_latency_s)
        wave = np.sin(2 * np.pi * 1000 / 48_000 * (first + np.arange(frame_count)))
        return np.repeat((8000 * wave).astype("<i2"), 2).tobytes()


def say(event: str, **fields: object) -> None:
    print(json.dumps({"event": event, **fields}), flush=True)


class Ear(QObject):
    """Does on the window's thread what standard input says."""

    heard = Signal(str)

    def __init__(self, mixer: ToneMixer, output: SoundOutput) -> None:
        super().__init__()
        self._mixer, self._output = mixer, output
        self.heard.connect(self.obey, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def obey(self, order: str) -> None:
        match order:
            case "tone":
                self._mixer.begin()
            case "busy":
                until_s = time.monotonic() + 0.3
                while time.monotonic() < until_s:
                    pass
            case "numbers":
                say("numbers", pulled=self._mixer.pulled, latency_s=self._mixer.output_latency_s)
            case "devices":
                say("devices", devices=self._output.devices())
            case "restart":
                self._output.stop()
                self._output.start("")
            case "switch":
                self._output.set_device("other")
            case _:
                self._output.stop()
                QCoreApplication.quit()


def main() -> None:
    app = QCoreApplication(sys.argv)
    mixer = ToneMixer()
    output = SoundOutput(mixer)
    output.failed.connect(lambda why: say("failed", why=why))
    output.playing.connect(lambda name: say("playing", device=name))
    output.devices_changed.connect(lambda: say("devices_changed", devices=output.devices()))
    ear = Ear(mixer, output)
    output.start()
    reader = threading.Thread(target=read_orders, args=(ear.heard.emit,), daemon=True)
    reader.start()
    QTimer.singleShot(LONGEST_MS, app.quit)  # so that a test that waits in vain ends
    app.exec()
    reader.join(1)
    say("ended", threads=[it.name for it in threading.enumerate()])


def read_orders(emit: Callable[[str], None]) -> None:
    for line in sys.stdin:
        emit(order := line.strip())
        if order == "end":
            return


if __name__ == "__main__":
    main()
