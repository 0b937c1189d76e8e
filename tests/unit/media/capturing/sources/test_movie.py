"""A file in a loop."""

import subprocess
import time
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np
import pytest

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.errors import SourceError
from lianmai.media.capturing.feed import Item, Picture, Sound, capture_clock
from lianmai.media.capturing.sources.movie import movie
from lianmai.media.picture.planes import planes_of
from lianmai.media.worker import Stop
from tests.unit.media.capturing.sources.films import collect, film, image, pictures, shade, sounds


@pytest.mark.slow
def test_it_starts_over_without_a_gap_in_its_time(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", ("dark", "light"), each_s=0.4, fps=25)
    given = collect(movie(str(path)), lambda items: len(pictures(items)) >= 50)
    shown = pictures(given)
    runs = [(name, len(list(run))) for name, run in groupby(shown, key=shade)]
    assert runs[:4] == [("dark", 10), ("light", 10), ("dark", 10), ("light", 10)]
    steps = [b.at_s - a.at_s for a, b in pairwise(shown)]
    assert steps == pytest.approx([0.04] * len(steps), abs=0.025)  # sound may be a little longer
    assert shown[-1].at_s - shown[0].at_s == pytest.approx(49 * 0.04, abs=0.1)


def test_it_keeps_real_time(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", ("dark",), each_s=0.6)
    lateness: list[float] = []

    def note(items: list[Item]) -> bool:
        if isinstance(items[-1], Picture):
            lateness.append(capture_clock() - items[-1].at_s)
        return len(lateness) >= 15

    collect(movie(str(path)), note)
    assert min(lateness) >= 0  # never ahead of time
    assert sorted(lateness)[7] < 0.2


def test_sound_comes_with_the_picture_at_the_encoders_rate(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", ("dark", "light", "middle"), each_s=0.4)
    given = collect(movie(str(path)), lambda items: len(pictures(items)) >= 28)
    heard, shown = sounds(given), pictures(given)
    assert heard[0].at_s == pytest.approx(shown[0].at_s, abs=0.05)
    samples = np.concatenate([sound.samples for sound in heard])
    spectrum = np.abs(np.fft.rfft(samples[:SAMPLE_RATE_HZ]))
    assert int(spectrum.argmax()) == pytest.approx(
        500 * len(samples[:SAMPLE_RATE_HZ]) / 48_000, abs=3
    )
    for sound, following in pairwise(heard[:20]):
        end_s = sound.at_s + len(sound.samples) / SAMPLE_RATE_HZ
        assert following.at_s == pytest.approx(end_s, abs=0.01)


def test_sound_is_there_before_its_picture_is_due(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", ("dark", "light"), each_s=0.5)
    given = collect(movie(str(path)), lambda items: len(pictures(items)) >= 15)
    heard_until_s = 0.0
    for item in given:
        if isinstance(item, Sound):
            heard_until_s = item.at_s + len(item.samples) / SAMPLE_RATE_HZ
        else:
            assert heard_until_s > item.at_s + 0.1


def test_a_file_without_sound_is_shown(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", ("dark", "light"), each_s=0.2, has_sound=False)
    given = collect(movie(str(path)), lambda items: len(pictures(items)) >= 12)
    assert sounds(given) == []


@pytest.mark.slow
def test_a_file_without_picture_is_heard_at_its_pace(tmp_path: Path) -> None:
    path = film(tmp_path / "a.m4a", (), each_s=0.5)
    started_s = time.monotonic()
    given = collect(movie(str(path)), lambda items: items[-1].at_s > started_s + 2.0)
    assert pictures(given) == []
    assert time.monotonic() - started_s > 0.8  # at most a second is read ahead


def test_a_picture_of_a_film_must_not_be_drawn_on(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", ("dark",), each_s=0.2)
    given = collect(movie(str(path)), lambda items: len(pictures(items)) >= 1)
    assert pictures(given)[0].is_shared


def test_a_film_of_a_phone_held_upright_is_shown_upright(tmp_path: Path) -> None:
    lying = image(tmp_path / "lying.png", "dark")
    turned = tmp_path / "turned.mp4"
    look = "drawbox=width=iw/2:color=white:thickness=fill"  # the left half: the lower, upright
    draw: list[str | Path] = ["-i", lying, "-vf", look, "-pix_fmt", "yuv420p"]
    turn: list[str | Path] = ["-c", "copy", "-metadata:s:v:0", "rotate=90"]
    for command in ([*draw, tmp_path / "lying.mp4"], ["-i", tmp_path / "lying.mp4", *turn, turned]):
        subprocess.run(["ffmpeg", "-v", "error", *command], check=True, timeout=30)
    given = collect(movie(str(turned)), lambda items: bool(pictures(items)))
    luma = planes_of(pictures(given)[0].frame)[0]
    assert luma.shape == (160, 90)
    assert luma[100:].mean() > 180
    assert luma[:60].mean() < 80


def test_stop_ends_it_while_it_waits(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", ("dark",), each_s=0.4, fps=5)
    stop = Stop()
    feed = movie(str(path))(stop)
    next(feed)
    stop.set()
    started_s = time.monotonic()
    list(feed)
    assert time.monotonic() - started_s < 1


@pytest.mark.parametrize("content", [b"", b"not a film at all" * 100, bytes(range(256)) * 50])
def test_garbage_is_refused_with_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "garbage.mp4"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"garbage\.mp4' cannot be played: choose .*\.$"):
        next(movie(str(path))(Stop()))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere\.mp4' does not exist: check the path\.$"):
        next(movie(str(tmp_path / "nowhere.mp4"))(Stop()))


def test_a_folder_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"is a folder: choose a video or sound file\.$"):
        next(movie(str(tmp_path))(Stop()))


@pytest.mark.slow
def test_damage_in_the_middle_costs_only_what_is_damaged(tmp_path: Path) -> None:
    path = film(tmp_path / "a.ts", ("dark", "light"), each_s=0.6)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 400] = bytes(400)
    path.write_bytes(data)
    given = collect(movie(str(path)), lambda items: len(pictures(items)) >= 35)
    assert {shade(picture) for picture in pictures(given)} >= {"dark", "light"}
