"""Comparing pictures of stages: live pictures do not count, everything around them does."""

import json
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lianmai.cli import main
from lianmai.core.stage.figures import TileFigures
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.golden import KEYWORD, GoldenError, StageShot, shot_text
from lianmai.core.stage.png_text import png_text
from lianmai.media.capturing.sources.still import read_image
from lianmai.media.picture.planes import Pixels
from lianmai.media.vision.compare import compare_shots, is_flat, rgb_of
from lianmai.media.vision.compare_files import compare_files, picture_bytes

CARD = Rect(10, 10, 100, 60)
ANNA = TileFigures("anna", "Anna", CARD, CARD, 5 / 3, False, True)
SHOT = StageShot(Rect(0, 0, 200, 100), 1.0, (ANNA,))


def stage(seed: int, ground: int = 30) -> Pixels:
    """Return a stage with a live picture: other pixels for each *seed*."""
    pixels = np.full((100, 200, 3), ground, np.uint8)
    noise = np.random.default_rng(seed).integers(0, 256, (60, 100, 3), np.uint8)
    pixels[10:70, 10:110] = noise
    return pixels


def png(path: Path, pixels: Pixels, text: str = "") -> Path:
    data = picture_bytes(pixels)
    path.write_bytes(with_text(data, text) if text else data)
    return path


def with_text(data: bytes, text: str, kind: bytes = b"zTXt") -> bytes:
    """Return the PNG *data* with a text behind its header."""
    words = text.encode()
    body = b"\0" + zlib.compress(words) if kind == b"zTXt" else words
    chunk = kind + KEYWORD.encode() + b"\0" + body
    whole = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return data[:33] + whole + data[33:]


def test_live_pictures_are_no_difference() -> None:
    compared = compare_shots(stage(1), SHOT, stage(2), SHOT)
    assert compared.report.is_same
    assert compared.report.pixels.compared == 200 * 100 - 100 * 60


def test_what_changed_around_them_is_found_and_painted_red() -> None:
    changed = stage(2)
    changed[80:90, 150:170] = 200
    compared = compare_shots(stage(1), SHOT, changed, SHOT)
    assert compared.report.pixels.box == Rect(150, 80, 20, 10)
    assert compared.report.pixels.different == 200
    assert not compared.report.is_same
    assert compared.difference is not None
    assert tuple(compared.difference[85, 160]) == (255, 48, 48)


def test_a_shade_within_the_tolerance_is_no_difference() -> None:
    assert compare_shots(stage(1), SHOT, stage(1, ground=38), SHOT).report.is_same
    assert not compare_shots(stage(1), SHOT, stage(1, ground=39), SHOT).report.is_same


def test_a_stage_inside_a_window_is_cut_out() -> None:
    window = np.zeros((180, 260, 3), np.uint8)
    window[40:140, 30:230] = stage(2)
    inside = replace(SHOT, place=Rect(30, 40, 200, 100))
    assert compare_shots(stage(1), SHOT, window, inside).report.is_same


def test_another_size_is_said_instead_of_every_pixel() -> None:
    small = replace(SHOT, place=Rect(0, 0, 100, 50))
    compared = compare_shots(stage(1), SHOT, stage(1), small)
    assert "100x50, the golden 200x100" in compared.report.differences[0]
    assert compared.difference is None


def test_without_places_a_picture_is_looked_for_where_one_was() -> None:
    blank = np.full((100, 200, 3), 30, np.uint8)
    assert compare_shots(stage(1), SHOT, stage(2), None).report.is_same
    differences = compare_shots(stage(1), SHOT, blank, None).report.differences
    assert differences == ("Anna: no picture is seen where the golden has one.",)


def test_one_colour_is_flat_and_noise_is_not() -> None:
    assert is_flat(stage(1), Rect(120, 0, 80, 100))
    assert not is_flat(stage(1), CARD)
    assert is_flat(stage(1), Rect(300, 300, 10, 10))


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt"])
def test_a_png_says_where_its_stage_is(kind: bytes) -> None:
    data = with_text(picture_bytes(stage(1)), "said", kind)
    assert png_text(data, KEYWORD) == "said"
    assert png_text(data, "other") == ""
    assert png_text(data[:50], KEYWORD) == png_text(b"GIF89a", KEYWORD) == ""


def test_the_command_compares_and_keeps_the_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    golden = png(tmp_path / "golden.png", stage(1))
    golden.with_suffix(".json").write_text(shot_text(SHOT))
    same = png(tmp_path / "same.png", stage(2), shot_text(SHOT))
    moved = replace(SHOT, tiles=(replace(ANNA, rect=CARD.moved(9, 0)),))
    other = png(tmp_path / "other.png", stage(2), shot_text(moved))
    picture = tmp_path / "difference.png"
    command = ["compare", "--golden", str(golden), "--picture"]
    assert main([*command, str(same)]) == 0
    assert main([*command, str(other), "--difference", str(picture)]) == 1
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["same"], second["same"]) == (True, False)
    assert "off by +9 px" in second["differences"][0]
    assert rgb_of(read_image(str(picture))).shape == (100, 200, 3)


def test_the_golden_may_be_named_by_its_json(tmp_path: Path) -> None:
    golden = png(tmp_path / "golden.png", stage(1))
    golden.with_suffix(".json").write_text(shot_text(SHOT))
    seen = png(tmp_path / "seen.png", stage(2))
    assert compare_files(golden.with_suffix(".json"), seen).report.is_same


def test_bad_files_get_a_sentence(tmp_path: Path) -> None:
    golden = png(tmp_path / "golden.png", stage(1))
    with pytest.raises(GoldenError, match=r"there is no golden\.json"):
        compare_files(golden, golden)
    golden.with_suffix(".json").write_text("{")
    with pytest.raises(GoldenError, match=r"golden\.png: It is no description"):
        compare_files(golden, golden)
