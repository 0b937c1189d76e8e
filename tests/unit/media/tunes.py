"""Short pieces of sound of known pitch, and what pitch a sound has."""

import time
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np

from lianmai.media.capturing.feed import Samples

RATE = 48_000


def sine(pitch_hz: float, length_s: float, level: float = 0.5) -> Samples:
    time_s = np.arange(round(length_s * RATE)) / RATE
    return (level * np.sin(2 * np.pi * pitch_hz * time_s)).astype(np.float32)


def tune(path: Path, length_s: float, pitches_hz: tuple[int, ...] = (500,)) -> Path:
    """Write a WAV file of *length_s*, one pitch after the other, at half of full scale."""
    wave_form = np.concatenate([sine(pitch, length_s / len(pitches_hz)) for pitch in pitches_hz])
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((wave_form * 32767).astype("<i2").tobytes())
    return path


def spectrum(samples: Samples) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the amplitude of each frequency, a bin for every Hz; a sine's peak is its level."""
    window = np.hanning(len(samples))
    return np.abs(np.fft.rfft(samples * window, RATE)) * 2 / window.sum()


def pitch_hz(samples: Samples) -> int:
    """Return the loudest frequency."""
    return int(spectrum(samples).argmax())


def soon(condition: Callable[[], bool], timeout_s: float = 10) -> None:
    """Wait for *condition*, which another thread brings about."""
    deadline_s = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline_s, "it did not come about"
        time.sleep(0.005)
