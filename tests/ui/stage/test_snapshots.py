"""Snapshots: what is on a tile, as a file."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from lianmai.core.errors import OutputError
from lianmai.media.vision.compare_files import shot_of
from lianmai.ui.stage.look import OWN, TileAct
from lianmai.ui.stage.snapshots import save_snapshot, snapshot_path
from tests.ui.visits import ANNA, Run, Visit, scenario, until

_Modifier = Qt.KeyboardModifier
NOW = datetime(2026, 1, 2, 3, 4, 5, 6000)


def test_a_folder_is_made_for_the_first_snapshot(run: Run, tmp_path: Path) -> None:
    run(save_snapshot(lambda: b"png", tmp_path / "new" / "a.png"))
    assert (tmp_path / "new" / "a.png").read_bytes() == b"png"


@pytest.mark.parametrize("name", ["../../etc/x", "Anna – screen", "名字", "", "a" * 300])
def test_any_name_gives_a_file_in_the_folder_of_pictures(name: str) -> None:
    path = snapshot_path(name, NOW)
    assert path.parent == snapshot_path("x", NOW).parent
    assert path.name.startswith("lianmai-")
    assert path.name.endswith("-20260102-030405-006.png")
    assert len(path.name) < 80


def test_a_folder_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"Cannot write .*a\.png"):
        run(save_snapshot(lambda: b"", tmp_path / "file" / "a.png"))


@pytest.mark.parametrize("modifier", [_Modifier.NoModifier, _Modifier.ControlModifier])
@pytest.mark.usefixtures("own_settings")
def test_s_saves_the_tile_with_the_focus_and_tells_where(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, modifier: Qt.KeyboardModifier
) -> None:
    monkeypatch.setattr(
        "lianmai.ui.stage.tile_acts.snapshot_path", lambda name, now: tmp_path / f"{name}.png"
    )

    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles and page.stage.tiles[ANNA].has_picture)
        await until(lambda: page.stage.tiles[OWN].has_picture)
        page.stage.tiles[ANNA].setFocus()
        QTest.keyClick(page, Qt.Key.Key_S, modifier)
        await until(lambda: (tmp_path / "Anna.png").exists() and "saved" in page.banner.text)
        page.banner.findChildren(QAbstractButton)[0].click()
        assert QGuiApplication.clipboard().text() == str(tmp_path / "Anna.png")
        page.acts.do(OWN, TileAct.SNAPSHOT)
        await until(lambda: "Lin (you)" in page.banner.text)
        for name in ("Anna", "Lin (you)"):
            image = QImage(str(tmp_path / f"{name}.png"))
            assert (image.width(), image.height()) == (640, 360), "as sent, not as shown"

    scenario(run, play)


@pytest.mark.usefixtures("own_settings")
def test_without_a_picture_there_is_no_snapshot(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        QTest.keyClick(page, Qt.Key.Key_V)
        page.acts.do(OWN, TileAct.SNAPSHOT)
        await until(lambda: "no picture" in page.banner.text)

    scenario(run, play)


@pytest.mark.usefixtures("own_settings")
def test_stage_and_tiles_are_saved_as_they_are_seen(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "lianmai.ui.stage.tile_acts.snapshot_path", lambda name, now: tmp_path / f"{name}.png"
    )

    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await until(lambda: page.stage.tiles[OWN].has_picture)
        ratio, stage = page.devicePixelRatioF(), page.stage.size()
        QTest.keyClick(page, Qt.Key.Key_S, _Modifier.ShiftModifier)
        await until(lambda: "stage.png" in page.banner.text)
        shot = shot_of(tmp_path / "stage.png")
        assert shot is not None, "the picture says where its tiles are, to be compared"
        assert [tile.key for tile in shot.tiles] == ["me"]
        card = page.stage.tiles[OWN].card.size()
        page.acts.do(OWN, TileAct.SCREENSHOT)
        await until(lambda: "Lin (you).png" in page.banner.text)
        for name, wanted in (("stage", stage), ("Lin (you)", card)):
            assert QImage(str(tmp_path / f"{name}.png")).size() == wanted * ratio

    scenario(run, play)
