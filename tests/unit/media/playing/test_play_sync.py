"""Sound against picture, from the wire to an output whose clock the test simulates."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest

from lianmai.media.playing.player import Player
from lianmai.media.sound.mixer import Mixer
from tests.unit.media.flv_station import FlvStation, Listener
from tests.unit.media.scenes import RATE_HZ, Scene, picture_colour, tags_of
from tests.unit.media.watching import TILE, plays, run

BLOCK = 480  # 10 ms
BEEPS = Scene(("black",) * 4, is_beeping=True)


class Output:
    """A sound card: pulls in steps of its clock, and hears what it pulled *latency_s* later."""

    def __init__(self, mixer: Mixer, latency_s: float) -> None:
        mixer.output_latency_s = latency_s
        self.heard: list[tuple[float, np.ndarray[Any, Any]]] = []
        self._mixer = mixer
        self._latency_s = latency_s
        self._stop = threading.Event()

    def run(self) -> None:
        due_s = time.monotonic()
        while not self._stop.wait(max(0.0, due_s - time.monotonic())):
            now_s = time.monotonic()
            block = np.frombuffer(self._mixer.pull(BLOCK), np.int16).reshape(-1, 2)
            self.heard.append((now_s + self._latency_s, block))
            due_s += BLOCK / RATE_HZ

    def stop(self) -> None:
        self._stop.set()

    def beeps_s(self) -> list[float]:
        """Return when each beep began to be heard."""
        starts: list[float] = []
        for time_s, block in self.heard:
            loud = np.flatnonzero(np.abs(block[:, 0].astype(int)) > 3000)
            at_s = time_s + loud[0] / RATE_HZ if len(loud) else 0.0
            if at_s and (not starts or at_s - starts[-1] > 0.5):
                starts.append(at_s)
        return starts

    def silent_share(self, after_s: float) -> float:
        blocks = [not block.any() for time_s, block in self.heard if time_s > after_s]
        return sum(blocks) / len(blocks)


@contextmanager
def output(mixer: Mixer, latency_s: float = 0.03) -> Iterator[Output]:
    """Let *mixer* be heard for the length of the block."""
    card = Output(mixer, latency_s)
    thread = threading.Thread(target=card.run, name="output")
    thread.start()
    try:
        yield card
    finally:
        card.stop()
        thread.join()


class Eye:
    """Notes when the picture turns white."""

    def __init__(self) -> None:
        self.flashes_s: list[float] = []
        self._was_white = False

    def look(self, player: Player) -> None:
        now_s = time.monotonic()
        if (picture := player.pictures.take()) is None:
            return
        is_white = picture_colour(picture) == "white"
        if is_white and not self._was_white:
            self.flashes_s.append(now_s)
        self._was_white = is_white


def seeing_player(eye: Eye, mixer: Mixer) -> Player:
    player = Player(sound=mixer.add(), wake=lambda: eye.look(player))
    player.set_picture_size(*TILE)
    return player


def offsets_ms(eye: Eye, card: Output) -> list[float]:
    """Return for each flash by how much it was seen after the nearest beep was heard."""
    beeps = card.beeps_s()
    return [
        1000 * min((flash - beep for beep in beeps), key=abs) for flash in eye.flashes_s if beeps
    ]


@pytest.mark.slow
@pytest.mark.parametrize("latency_s", [0.01, 0.12])
def test_the_picture_follows_the_sound_within_40_ms(latency_s: float) -> None:
    async def scenario() -> None:
        mixer, eye = Mixer(), Eye()
        player = seeing_player(eye, mixer)
        with output(mixer, latency_s) as card:
            async with FlvStation(plays(BEEPS)) as station:
                await player.pull(station.url())
                stats = player.stats()
        settled = offsets_ms(eye, card)[1:]  # the first flash may precede all sound
        assert len(settled) >= 2
        assert max(map(abs, settled)) < 40
        assert stats.av_offset_ms == pytest.approx(0, abs=40)

    run(scenario())


@pytest.mark.slow
def test_sound_and_picture_meet_again_after_a_stall() -> None:
    async def scenario() -> None:
        mixer, eye = Mixer(), Eye()
        player = seeing_player(eye, mixer)

        async def script(listener: Listener) -> None:
            await listener.begin()
            await listener.play(tags_of(Scene(("black",) * 5, is_beeping=True)), pause=(1.2, 1.0))

        with output(mixer) as card:
            async with FlvStation(script) as station:
                await player.pull(station.url())
                buffer_ms = player.stats().buffer_ms
        assert max(map(abs, offsets_ms(eye, card)[-2:])) < 40
        assert buffer_ms < 200

    run(scenario())


def test_without_an_output_pictures_are_shown_at_once() -> None:
    async def scenario() -> None:
        mixer, eye = Mixer(), Eye()
        player = seeing_player(eye, mixer)  # nobody pulls the mixer
        starts: list[float] = []
        tags = tags_of(Scene(("black",), is_beeping=True))

        async def script(listener: Listener) -> None:
            await listener.begin()
            starts.append(time.monotonic())
            await listener.play(tags)

        async with FlvStation(script) as station:
            await player.pull(station.url())
        assert player.stats().buffer_ms == 0
        late_ms = [1000 * (flash - starts[0]) for flash in eye.flashes_s]
        assert len(late_ms) == 1
        assert late_ms[0] < 100

    run(scenario())


@pytest.mark.slow
def test_the_sound_of_a_steady_stream_has_no_gaps_and_stays_near_live() -> None:
    async def scenario() -> None:
        mixer = Mixer()
        ring = mixer.add()
        player = Player(sound=ring)
        with output(mixer) as card:
            async with FlvStation(plays(Scene((), each_s=3, has_sound=True))) as station:
                pulling = asyncio.create_task(player.pull(station.url()))
                await asyncio.sleep(2.5)
                buffer_ms = player.stats().buffer_ms
                gaps, silence = ring.underruns, card.silent_share(time.monotonic() - 1.5)
                await pulling
        assert (gaps, silence, ring.jumps) == (0, 0.0, 0)
        assert buffer_ms < 150

    run(scenario())
