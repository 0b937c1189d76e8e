"""A sound server of our own, without hardware: what is played can be read back."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SAMPLE_RATE_HZ = 48_000
_DEADLINE_S = 10


class PulseServer:
    """PulseAudio with one null sink called "out"; everything it writes stays in *home*."""

    def __init__(self, home: Path) -> None:
        self.socket = home / "native"
        self.env = {
            **os.environ,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "PULSE_SERVER": f"unix:{self.socket}",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.socket.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"),
                *("-L", f"module-null-sink sink_name=out {_described('out')}"),
                *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.socket}"),
            ],
            env=self.env,
            stderr=subprocess.DEVNULL,
        )
        deadline_s = time.monotonic() + _DEADLINE_S
        while subprocess.run(["pactl", "info"], env=self.env, capture_output=True).returncode:
            assert time.monotonic() < deadline_s, "PulseAudio does not answer"
            time.sleep(0.02)

    def stop(self) -> None:
        """End the server, as a crash or an update would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(_DEADLINE_S)
            self._process = None

    def plug_in(self, name: str) -> None:
        """Add a null sink called *name*."""
        self._control("load-module", "module-null-sink", f"sink_name={name}", _described(name))

    def unplug_all(self) -> None:
        """Remove every sink."""
        self._control("unload-module", "module-null-sink")

    def _control(self, *words: str) -> None:
        subprocess.run(["pactl", *words], env=self.env, check=True, capture_output=True)

    @contextmanager
    def listening(self) -> Iterator[subprocess.Popen[bytes]]:
        """Record what the null sink plays: s16le stereo on the process's standard output."""
        recorder = subprocess.Popen(
            [
                *("parec", "-d", "out.monitor", "--raw", "--format=s16le", "--channels=2"),
                *(f"--rate={SAMPLE_RATE_HZ}", "--latency-msec=5", "--process-time-msec=5"),
            ],
            env=self.env,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        try:
            yield recorder
        finally:
            recorder.terminate()
            recorder.communicate(timeout=_DEADLINE_S)


def _described(name: str) -> str:
    return f"sink_properties=device.description={name.title()}"


@contextmanager
def pulse_server_in(home: Path) -> Iterator[PulseServer]:
    """Run a server in *home*; skip the test where PulseAudio is not installed."""
    if shutil.which("pulseaudio") is None:
        pytest.skip("PulseAudio is not installed")
    server = PulseServer(home)
    server.start()
    try:
        yield server
    finally:
        server.stop()
