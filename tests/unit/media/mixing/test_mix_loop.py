"""The whole loop without a network: what comes out is decoded by FFmpeg."""

import io
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from lianmai.core.components.sei import messages_in
from lianmai.core.encoding import Encoding
from lianmai.core.mix.task import MixSettings
from lianmai.core.source import Size
from lianmai.core.stage.canvas import Canvas
from lianmai.media.flv.reader import AUDIO, VIDEO, FlvReader
from lianmai.media.mixing.branch import Branch
from lianmai.media.mixing.composer import Composer
from lianmai.media.mixing.mix_loop import MixLoop, Plan
from lianmai.media.sound.mixer import Mixer
from lianmai.media.worker import Stop

RATE_HZ = 48_000
PATIENCE_S = 10.0


class Tape:
    """An output that remembers."""

    def __init__(self) -> None:
        self.data = b""

    def send(self, data: bytes) -> None:
        self.data += data

    def seconds(self) -> float:
        return max((tag.time_ms for tag in FlvReader().feed(self.data)), default=0) / 1000


def plan(width_px: int = 160, settings: MixSettings | None = None, color: int = 0) -> Plan:
    encoding = Encoding(Size(width_px, 90, 15))
    return Plan(Composer(Canvas(width_px, 90, color), {}), encoding, settings or MixSettings())


@contextmanager
def running(loop: MixLoop) -> Iterator[None]:
    stop = Stop()
    thread = threading.Thread(target=loop.run, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


@contextmanager
def taped(loop: MixLoop) -> Iterator[Tape]:
    tape, branch, stop = Tape(), Branch(), Stop()
    loop.add(branch)
    thread = threading.Thread(target=branch.forward, args=(tape, loop.plan.encoding, stop))
    thread.start()
    try:
        yield tape
    finally:
        stop.set()
        thread.join()
        loop.remove(branch)


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.01)


def decoded(data: bytes) -> tuple[list[av.VideoFrame], NDArray[np.float32], int]:
    """Return pictures, the sound of one side, and its rate."""
    pictures: list[av.VideoFrame] = []
    blocks: list[NDArray[np.float32]] = []
    rate_hz = 0
    with av.open(io.BytesIO(data), "r", "flv") as container:
        for frame in container.decode():
            if isinstance(frame, av.VideoFrame):
                pictures.append(frame)
            elif isinstance(frame, av.AudioFrame):
                blocks.append(np.asarray(frame.to_ndarray()[0], np.float32))
                rate_hz = frame.sample_rate
    return pictures, np.concatenate(blocks), rate_hz


def has_tone(sound: NDArray[np.float32], rate_hz: int, tone_hz: float) -> bool:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    strengths = spectrum / spectrum.max()
    near = np.abs(np.fft.rfftfreq(len(sound), 1 / rate_hz) - tone_hz) < 20
    return bool(strengths[near].max() > 0.3)


def push_tone(mixer: Mixer, tone_hz: float) -> None:
    time_s = np.arange(RATE_HZ * 9 // 10) / RATE_HZ
    wave = (0.3 * np.sin(2 * np.pi * tone_hz * time_s)).astype(np.float32)
    mixer.add().push(np.stack([wave, wave], axis=1)[-RATE_HZ // 2 :], 0.0)


@pytest.mark.parametrize(("rate_hz", "channels"), [(48_000, 2), (44_100, 1)])
def test_all_sounds_are_in_the_mix_at_the_rate_asked_for(rate_hz: int, channels: int) -> None:
    mixer = Mixer()
    settings = MixSettings(sample_rate_hz=rate_hz, channels=channels)
    loop = MixLoop(plan(settings=settings), mixer, lambda uid, at_s: None)
    with running(loop), taped(loop) as tape:
        wait_for(lambda: tape.seconds() > 0.1)
        for tone_hz in (440, 1200):
            push_tone(mixer, tone_hz)
        wait_for(lambda: tape.seconds() > 0.9)
    _, sound, decoded_hz = decoded(tape.data)
    assert decoded_hz == rate_hz
    assert has_tone(sound, rate_hz, 440)
    assert has_tone(sound, rate_hz, 1200)
    assert not has_tone(sound, rate_hz, 800)


def test_pictures_come_steadily_and_in_step_with_the_sound() -> None:
    loop = MixLoop(plan(), Mixer(), lambda uid, at_s: None)
    with running(loop), taped(loop) as tape:
        wait_for(lambda: tape.seconds() > 1.0)
    tags = list(FlvReader().feed(tape.data))
    pictures = [tag.time_ms for tag in tags if tag.kind == VIDEO and tag.body[1] == 1]
    sounds = [tag.time_ms for tag in tags if tag.kind == AUDIO and tag.body[1] == 1]
    assert set(np.diff(pictures)) <= {66, 67, 133, 134, 200}
    assert set(np.diff(sounds)) <= {21, 22}
    assert abs(pictures[-1] - sounds[-1]) < 200


def test_a_new_plan_goes_on_in_the_same_stream() -> None:
    loop = MixLoop(plan(color=0xFF0000), Mixer(), lambda uid, at_s: None)
    with running(loop), taped(loop) as tape:
        wait_for(lambda: tape.seconds() > 0.3)
        loop.plan = plan(color=0x0000FF)
        wait_for(lambda: tape.seconds() > 0.7)
        loop.plan = plan(width_px=320, settings=MixSettings(sample_rate_hz=32_000))
        wait_for(lambda: tape.seconds() > 1.2)
    tags = list(FlvReader().feed(tape.data))
    for kind in (AUDIO, VIDEO):
        times = [tag.time_ms for tag in tags if tag.kind == kind]
        assert times == sorted(times)
        assert max(np.diff(times)) < 250
    configured = [tag.kind for tag in tags if tag.kind in (AUDIO, VIDEO) and tag.body[1] == 0]
    assert sorted(configured) == [AUDIO, AUDIO, VIDEO, VIDEO]
    pictures, _, _ = decoded(tape.data)
    seen = [(it.width, round(it.to_ndarray(format="rgb24")[..., 0].mean(), -2)) for it in pictures]
    assert sorted(set(seen), key=seen.index) == [(160, 300), (160, 0), (320, 0)]


def test_whoever_comes_later_begins_with_a_key_frame_at_once() -> None:
    loop = MixLoop(plan(), Mixer(), lambda uid, at_s: None)
    with running(loop), taped(loop) as first:
        wait_for(lambda: first.seconds() > 0.5)
        with taped(loop) as second:
            wait_for(lambda: second.seconds() > 0.7)
    pictures = [tag for tag in FlvReader().feed(second.data) if tag.kind == VIDEO]
    assert pictures[1].body[0] >> 4 == 1
    assert pictures[0].time_ms < 800


def test_extra_information_goes_along_with_key_frames() -> None:
    said = replace(plan(), message="第一场")
    loop = MixLoop(said, Mixer(), lambda uid, at_s: None)
    with running(loop), taped(loop) as tape:
        wait_for(lambda: tape.seconds() > 0.3)
    pictures = [it for it in FlvReader().feed(tape.data) if it.kind == VIDEO and it.body[1] == 1]
    texts = [messages_in(tag.body[5:]) for tag in pictures]
    assert [bool(text) for text in texts] == [tag.body[0] >> 4 == 1 for tag in pictures]
    assert texts[0] == ["第一场"]
