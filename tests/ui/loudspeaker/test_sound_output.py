import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from pytestqt.qtbot import QtBot

from lianmai.ui.loudspeaker import sound_server
from lianmai.ui.loudspeaker.sound_output import SoundOutput
from tests.ui.play_tone import ToneMixer
from tests.ui.pulse import SAMPLE_RATE_HZ, PulseServer, pulse_server_in

ROOT = Path(__file__).parents[3]
DEADLINE_S = 10

Samples = npt.NDArray[np.float64]


class TonePlayer:
    """The process that plays; `wait_for` reads its lines until the wanted one comes."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.seen: list[dict[str, Any]] = []

    def order(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def wait_for(self, event: str) -> dict[str, Any]:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.seen.append(json.loads(line))
            if self.seen[-1]["event"] == event:
                return self.seen[-1]
        raise AssertionError(f"ended without {event!r}: {self.seen}")

    def numbers(self) -> dict[str, Any]:
        self.order("numbers")
        return self.wait_for("numbers")

    def wait_until_heard(self) -> None:
        """A null sink begins with 2 s of silence it has already played."""
        first = self.numbers()["pulled"]
        deadline_s = time.monotonic() + DEADLINE_S
        while self.numbers()["pulled"] < first + SAMPLE_RATE_HZ // 4:
            assert time.monotonic() < deadline_s, "the device fetches nothing"
            time.sleep(0.05)


@contextmanager
def tone_player(env: dict[str, str], allowed: str = "") -> Iterator[TonePlayer]:
    """Run the player; it must end by itself, without a word from Qt but for *allowed*."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.play_tone"],
        cwd=ROOT,
        env=env,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    player = TonePlayer(process)
    try:
        yield player
        player.order("end")
        player.wait_for("ended")
        _, errors = process.communicate(timeout=DEADLINE_S)
        words = [it for it in errors.splitlines() if not allowed or allowed not in it]
        assert (process.returncode, words) == (0, [])
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def pulse_server(tmp_path: Path) -> Iterator[PulseServer]:
    with pulse_server_in(tmp_path) as server:
        yield server


def record_until_tone(recorder: subprocess.Popen[bytes], tone_s: float) -> tuple[float, Samples]:
    """Return when the tone was first heard, and *tone_s* seconds of it."""
    assert recorder.stdout is not None
    heard_s, sound = 0.0, b""
    deadline_s = time.monotonic() + DEADLINE_S
    with selectors.DefaultSelector() as ready:
        ready.register(recorder.stdout, selectors.EVENT_READ)
        while len(sound) < tone_s * SAMPLE_RATE_HZ * 4:
            assert time.monotonic() < deadline_s, "no tone was heard"
            chunk = os.read(recorder.stdout.fileno(), 65536) if ready.select(0.1) else b""
            if heard_s or any(chunk):
                heard_s = heard_s or time.monotonic()
                sound += chunk
    samples = np.frombuffer(sound[: len(sound) // 4 * 4], "<i2").reshape(-1, 2)[:, 0]
    return heard_s, samples[np.argmax(samples != 0) :].astype(np.float64)


def loudest_hz(samples: Samples) -> float:
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.argmax(power)) * SAMPLE_RATE_HZ / len(samples)


def share_of_silence(samples: Samples) -> float:
    """Return the share of milliseconds, that is of the tone's periods, without a sound.

    A machine that is busy with other things loses some; a thread that is held up, most.
    """
    period = SAMPLE_RATE_HZ // 1000
    periods = samples[: len(samples) // period * period].reshape(-1, period)
    return float((np.abs(periods).max(axis=1) < 100).mean())


@pytest.mark.slow
def test_the_mix_is_heard_and_its_delay_is_known(pulse_server: PulseServer) -> None:
    with pulse_server.listening() as recorder, tone_player(pulse_server.env) as player:
        player.wait_for("playing")
        player.wait_until_heard()
        player.order("tone")
        heard_s, samples = record_until_tone(recorder, 1.0)
        began = player.wait_for("began")

    assert loudest_hz(samples) == pytest.approx(1000, abs=5)
    assert share_of_silence(samples) < 0.3
    # Told: from the mixer to the device. Heard: the recorder and its process on top.
    assert 0.01 < began["latency_s"] < 0.15
    assert heard_s - began["at_s"] < began["latency_s"] + 0.25


@pytest.mark.slow
def test_a_busy_window_does_not_break_the_sound(pulse_server: PulseServer) -> None:
    with pulse_server.listening() as recorder, tone_player(pulse_server.env) as player:
        player.wait_for("playing")
        player.wait_until_heard()
        player.order("tone")
        for _ in range(3):
            player.order("busy")
        _, samples = record_until_tone(recorder, 1.0)

    assert share_of_silence(samples) < 0.3


@pytest.mark.slow
def test_sound_begins_when_a_server_appears_and_comes_back_with_it(
    pulse_server: PulseServer,
) -> None:
    pulse_server.stop()
    with tone_player(pulse_server.env) as player:
        assert "No sound server" in player.wait_for("failed")["why"]
        pulse_server.start()
        assert player.wait_for("playing")["device"] == "Out"
        pulse_server.stop()
        pulse_server.start()
        player.wait_for("playing")
        player.wait_until_heard()
    assert player.seen[-1]["threads"] == ["MainThread"]


@pytest.mark.slow
def test_devices_can_be_chosen_unplugged_and_plugged_in(pulse_server: PulseServer) -> None:
    pulse_server.plug_in("other")
    with tone_player(pulse_server.env) as player:
        assert player.wait_for("playing")["device"] == "Out"
        player.order("devices")
        assert player.wait_for("devices")["devices"] == [["out", "Out"], ["other", "Other"]]
        player.order("switch")
        assert player.wait_for("playing")["device"] == "Other"
        pulse_server.unplug_all()
        assert "sound output" in player.wait_for("failed")["why"]
        pulse_server.plug_in("out")
        assert player.wait_for("playing")["device"] == "Out"
        pulse_server.plug_in("other")
        assert player.wait_for("playing")["device"] == "Other"
        player.wait_until_heard()


@pytest.mark.slow
def test_a_server_gone_for_good_costs_the_sound_only(pulse_server: PulseServer) -> None:
    with tone_player(pulse_server.env, allowed="pa_context_connect() failed") as player:
        player.wait_for("playing")
        player.wait_until_heard()
        pulse_server.stop()
        assert "has ended" in player.wait_for("failed")["why"]
        pulse_server.start()
        player.order("restart")
        player.wait_for("failed")


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")


@pytest.mark.usefixtures("no_server")
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no sound server")
def test_without_a_server_the_call_goes_on_silently(qtbot: QtBot) -> None:
    mixer = ToneMixer()
    output = SoundOutput(mixer)
    with qtbot.waitSignal(output.failed) as failed:
        output.start()
    output.stop()
    output.stop()

    assert failed.args == ["No sound server is running: the call goes on without sound."]
    assert (mixer.pulled, mixer.output_latency_s, output.devices()) == (0, 0.0, [])


@pytest.mark.usefixtures("no_server")
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no sound server")
def test_the_output_can_be_started_again(qtbot: QtBot) -> None:
    output = SoundOutput(ToneMixer())
    for _ in range(2):
        with qtbot.waitSignal(output.failed):
            output.start("no such device")
        output.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no sound server")
def test_a_server_elsewhere_is_left_to_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "tcp:192.0.2.1")
    assert sound_server.is_reachable()
