"""Goldens from the window: saved, compared, and what differs is kept as a picture."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from lianmai.media.vision.compare_files import compare_files, shot_of
from lianmai.ui.verify.golden_box import GoldenBox, difference_path
from tests.ui.pictures import BLUE, GREEN
from tests.ui.verify.conftest import Desk
from tests.ui.visits import Run, until


def test_other_pictures_are_the_same_stage(run: Run, desk: Desk, tmp_path: Path) -> None:
    golden = tmp_path / "golden.png"
    box = GoldenBox(desk.tools, QWidget(desk))

    async def play() -> None:
        box.save(golden)
        await until(lambda: golden.with_suffix(".json").exists())
        desk.show_pictures(GREEN, BLUE)
        box.compare(golden)
        await until(lambda: box.line)

    run(play())
    assert box.line.startswith("golden: same, tiles 2/2, pixels 0.000 %")
    assert not difference_path(golden).exists()
    shot = shot_of(golden)
    assert shot is not None
    assert [tile.name for tile in shot.tiles] == ["Peer 0", "Peer 1"]
    assert compare_files(golden, golden).report.is_same


def test_another_layout_is_told_and_painted(
    run: Run, make_desk: Callable[[int], Desk], tmp_path: Path
) -> None:
    golden, desk = tmp_path / "golden.png", make_desk(3)
    box = GoldenBox(desk.tools, QWidget(desk))

    async def play() -> None:
        box.save(golden)
        await until(lambda: golden.with_suffix(".json").exists())
        desk.stage.set_layout_name("speaker")
        desk.show_pictures()
        box.compare(golden)
        await until(lambda: box.line)

    run(play())
    assert box.line.startswith("golden: different, tiles 0/3")
    assert "Peer 1: the tile is" in box.said.text()
    assert difference_path(golden).exists()
    box.over.click()
    assert desk.tools.reference.is_on


def test_what_is_no_golden_is_said(run: Run, desk: Desk, tmp_path: Path) -> None:
    box = GoldenBox(desk.tools, QWidget(desk))

    async def play() -> None:
        box.compare(tmp_path / "missing.png")
        await until(lambda: "does not exist" in box.said.text())
        box.save(tmp_path / "missing" / "golden.png")
        await until(lambda: "choose another place" in box.said.text())

    run(play())
