"""Background music: heard once, at its volume, whatever the file is."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from lianmai.core.errors import AttributeProblem
from lianmai.media.capturing.feed import Samples
from lianmai.media.capturing.music import Music
from tests.unit.media.capturing.sources.films import film
from tests.unit.media.tunes import RATE, pitch_hz, soon, tune
from tests.unit.media.watching import Reports

BLOCK = 1024


@contextmanager
def music() -> Iterator[tuple[Music, Reports]]:
    reports = Reports()
    player = Music(reports)
    try:
        yield player, reports
    finally:
        player.stop()


def first_block(player: Music) -> Samples:
    taken: list[Samples | None] = [None]

    def comes() -> bool:
        taken[0] = player.take(BLOCK)
        return taken[0] is not None

    soon(comes)
    assert taken[0] is not None
    return taken[0]


def rest(player: Music, reports: Reports) -> Samples:
    """Take what is left; a block that the file's thread has not read yet is not waited for."""
    blocks: list[Samples] = []

    def ends() -> bool:
        while (block := player.take(BLOCK)) is not None:
            if block.any():
                blocks.append(block)
            elif "music_ended" not in reports.names():
                return False
        return "music_ended" in reports.names()

    soon(ends)
    return np.concatenate(blocks)


def test_a_piece_is_heard_from_beginning_to_end_once(tmp_path: Path) -> None:
    with music() as (player, reports):
        player.play(str(tune(tmp_path / "a.wav", 2.5, (500, 900))))
        heard = np.concatenate([first_block(player), rest(player, reports)])
        assert len(heard) == pytest.approx(2.5 * RATE, abs=BLOCK)
        assert pitch_hz(heard[:RATE]) == pytest.approx(500, abs=3)
        assert pitch_hz(heard[-RATE:]) == pytest.approx(900, abs=3)
        assert np.abs(heard).max() == pytest.approx(0.5, abs=0.01)
        assert not player.is_playing
        assert reports.names() == [
            *("music_started", "music_progress", "music_progress", "music_ended"),
        ]
        progress = [fields for name, fields in reports.lines if name == "music_progress"]
        assert [it["duration_ms"] for it in progress] == [2500, 2500]
        assert [it["progress_ms"] for it in progress] == pytest.approx([1000, 2000], abs=50)


def test_any_sound_file_will_do(tmp_path: Path) -> None:
    with music() as (player, reports):
        player.play(str(film(tmp_path / "a.mp4")))  # 44.1 kHz, stereo, with pictures
        heard = np.concatenate([first_block(player), rest(player, reports)])
        assert pitch_hz(heard[5000:30_000]) == pytest.approx(500, abs=5)


def test_a_part_of_a_piece_can_be_played(tmp_path: Path) -> None:
    with music() as (player, reports):
        path = tune(tmp_path / "a.wav", 6.0, (500, 900, 1300))
        player.play(str(path), start_ms=2500, end_ms=3700)
        heard = np.concatenate([first_block(player), rest(player, reports)])
        assert len(heard) == pytest.approx(1.2 * RATE, abs=BLOCK)
        assert pitch_hz(heard) == pytest.approx(900, abs=3)
        assert reports.fields("music_progress")["progress_ms"] == pytest.approx(3500, abs=50)


def test_a_part_that_is_none_is_refused() -> None:
    with music() as (player, _), pytest.raises(AttributeProblem, match="use 0 or more"):
        player.play("a.wav", start_ms=2000, end_ms=1000)


def test_paused_music_is_silent_and_goes_on_where_it_was(tmp_path: Path) -> None:
    with music() as (player, _):
        player.play(str(tune(tmp_path / "a.wav", 3.0)))
        before = [first_block(player), player.take(BLOCK)]
        player.pause()
        fading = player.take(BLOCK)
        assert not player.is_playing
        assert [player.take(BLOCK) for _ in range(5)] == [None] * 5
        player.resume()
        after = [player.take(BLOCK), player.take(BLOCK)]
        parts = [part for part in (*before, fading, *after) if part is not None]
        steps = np.abs(np.diff(np.concatenate(parts)))
        assert len(parts) == 5
        assert steps.max() < 0.5 * 2 * np.pi * 500 / RATE * 1.1  # no click anywhere
        assert np.abs(parts[-1]).max() > 0.45


def test_stopped_music_fades_and_reports_no_end(tmp_path: Path) -> None:
    with music() as (player, reports):
        player.play(str(tune(tmp_path / "a.wav", 3.0)))
        first_block(player)
        player.stop()
        faded = player.take(BLOCK)
        assert faded is not None
        assert abs(faded[-1]) < 0.01
        assert player.take(BLOCK) is None
        assert "music_ended" not in reports.names()


def test_a_new_piece_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    with music() as (player, reports):
        player.play(str(tune(tmp_path / "a.wav", 30.0, (500,))))
        first_block(player)
        player.play(str(tune(tmp_path / "b.wav", 1.0, (900,))))
        player.take(BLOCK)  # the old one fades
        heard = np.concatenate([first_block(player), rest(player, reports)])
        assert pitch_hz(heard) == pytest.approx(900, abs=3)


def test_the_volume_is_that_of_the_music(tmp_path: Path) -> None:
    with music() as (player, _):
        player.volume = 0.2
        player.play(str(tune(tmp_path / "a.wav", 1.0)))
        first_block(player)
        block = player.take(BLOCK)
        assert block is not None
        assert np.abs(block).max() == pytest.approx(0.1, abs=0.005)


@pytest.mark.parametrize("volume", [-0.1, 1.5, float("nan")])
def test_a_volume_out_of_range_is_refused_with_the_range(volume: float) -> None:
    with music() as (player, _):
        with pytest.raises(AttributeProblem, match=r"music volume .* use 0 to 1"):
            player.volume = volume
        with pytest.raises(AttributeProblem, match=r"microphone volume .* use 0 to 1"):
            player.microphone_volume = volume
        assert (player.volume, player.microphone_volume) == (1.0, 1.0)


def unknown_codec(path: Path) -> Path:
    data = bytearray(tune(path, 0.5).read_bytes())
    data[20:22] = b"\xcd\xab"
    path.write_bytes(data)
    return path


def garbage(path: Path) -> Path:
    path.write_bytes(bytes(range(256)) * 50)
    return path


def picture(path: Path) -> Path:
    return film(path.with_suffix(".mp4"), has_sound=False)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path, "does not exist"),
        (lambda path: path.parent, "is a folder"),
        (garbage, "cannot be played"),
        (unknown_codec, "has no sound there"),
        (picture, "has no sound there"),
    ],
)
def test_what_cannot_be_played_is_reported_in_a_sentence(
    tmp_path: Path, make: Callable[[Path], Path], reason: str
) -> None:
    with music() as (player, reports):
        player.play(str(make(tmp_path / "a.wav")))
        soon(lambda: reports.names() == ["music_failed"])
        sentence = str(reports.fields("music_failed")["reason"])
        assert reason in sentence
        assert sentence.endswith(".")
        assert player.take(BLOCK) is None
        assert not player.is_playing


def test_a_file_that_breaks_off_ends_there(tmp_path: Path) -> None:
    path = tune(tmp_path / "a.wav", 2.0)
    path.write_bytes(path.read_bytes()[: RATE * 2])
    with music() as (player, reports):
        player.play(str(path))
        heard = np.concatenate([first_block(player), rest(player, reports)])
        assert len(heard) == pytest.approx(RATE, abs=2 * BLOCK)


def test_only_a_little_is_read_ahead(tmp_path: Path) -> None:
    path = tune(tmp_path / "a.wav", 60.0)
    with music() as (player, reports):
        player.play(str(path))
        first_block(player)
        os.truncate(path, RATE * 2 * 10)
        heard = rest(player, reports)
        assert len(heard) == pytest.approx(10 * RATE, abs=RATE)
