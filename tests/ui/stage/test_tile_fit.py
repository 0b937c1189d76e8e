"""Where each pixel of a picture goes: cut or bordered, turned, mirrored, and nothing in between."""

import av
import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lianmai.core.stage.geometry import Rect, picture_area
from lianmai.media.picture.scaler import Scaler
from lianmai.ui.stage.look import Look
from lianmai.ui.stage.tile import Tile

PLACES = [(360, 360), (640, 360), (360, 640), (300, 420), (641, 200)]


@pytest.fixture
def tile(qtbot: QtBot) -> Tile:
    made = Tile()
    qtbot.addWidget(made)
    made.set_bare(True)
    made.show()
    return made


def numbered(width_px: int, height_px: int) -> av.VideoFrame:
    """Return a "bgra" picture whose pixels tell their column and row."""
    pixels = np.zeros((height_px, width_px, 4), np.uint8)
    pixels[..., 0] = np.arange(width_px) % 251
    pixels[..., 1] = (np.arange(height_px) % 241)[:, None]
    pixels[..., 2] = 100
    pixels[..., 3] = 255
    return av.VideoFrame.from_ndarray(pixels, format="bgra")


def seen(tile: Tile) -> np.ndarray:
    """Return what is painted: rows of blue, green and red."""
    image = tile.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    rows = flat.reshape(image.height(), image.bytesPerLine() // 4, 4)
    return rows[:, : image.width(), :3].copy()


def pixels_of(frame: av.VideoFrame) -> np.ndarray:
    return frame.to_ndarray()[..., :3]


def show(tile: Tile, source: av.VideoFrame, look: Look) -> av.VideoFrame:
    """Show *source* as a player would give it for the size asked for; return that picture."""
    tile.show_look(look)
    tile.show_picture(source)
    picture = Scaler().scale(source, *tile.size_px)
    tile.show_picture(picture)
    return picture


@pytest.mark.parametrize("place", PLACES)
def test_what_covers_is_cut_in_the_middle_pixel_by_pixel(
    tile: Tile, place: tuple[int, int]
) -> None:
    tile.resize(*place)
    picture = show(tile, numbered(640, 360), Look("Anna", fills=True, has_plate=False))
    painted, whole = seen(tile), pixels_of(picture)
    assert tile.card == tile.rect()
    left, top = (picture.width - place[0]) // 2, (picture.height - place[1]) // 2
    assert np.array_equal(painted, whole[top:, left:][: place[1], : place[0]])


@pytest.mark.parametrize("place", PLACES)
def test_what_is_contained_is_whole_in_the_middle(tile: Tile, place: tuple[int, int]) -> None:
    tile.resize(*place)
    picture = show(tile, numbered(640, 360), Look("Anna", has_plate=False))
    area = picture_area(640 / 360, Rect(0, 0, *place), covers=False)
    card = tile.card
    assert abs(card.x() - area.x) <= 1.5
    assert abs(card.y() - area.y) <= 1.5
    assert abs(card.width() - area.width) <= 2
    assert abs(card.height() - area.height) <= 2
    painted = seen(tile)[card.y() : card.y() + card.height(), card.x() : card.x() + card.width()]
    assert np.array_equal(painted, pixels_of(picture))


@pytest.mark.parametrize(
    ("look", "turned"),
    [
        (Look("A", is_mirrored=True, has_plate=False), lambda it: it[:, ::-1]),
        (Look("A", turn=90, has_plate=False), lambda it: np.rot90(it, -1)),
        (Look("A", turn=180, has_plate=False), lambda it: it[::-1, ::-1]),
        (Look("A", turn=270, has_plate=False), lambda it: np.rot90(it)),
        (
            Look("A", turn=90, is_mirrored=True, has_plate=False),
            lambda it: np.rot90(it[:, ::-1], -1),
        ),
    ],
)
def test_turned_and_mirrored_pictures_keep_every_pixel(
    tile: Tile, look: Look, turned: object
) -> None:
    tile.resize(400, 400)
    picture = show(tile, numbered(320, 180), look)
    card = tile.card
    painted = seen(tile)[card.y() : card.y() + card.height(), card.x() : card.x() + card.width()]
    assert callable(turned)
    assert np.array_equal(painted, turned(pixels_of(picture)))
