"""A still image."""

from pathlib import Path

import pytest

from lianmai.core.errors import SourceError
from lianmai.core.source import Size
from lianmai.media.capturing.sources.still import read_image, still
from lianmai.media.picture.planes import blank, copy_of, planes_of
from lianmai.media.worker import Stop
from tests.unit.media.capturing.sources.films import collect, image, pictures, shade

SIZE = Size(320, 180, 30)


def test_the_image_is_sent_again_and_again(tmp_path: Path) -> None:
    path = image(tmp_path / "light.png", "light", size=(90, 160))
    given = collect(still(str(path), SIZE), lambda items: len(items) >= 4)
    assert {(it.frame.width, it.frame.height) for it in pictures(given)} == {(320, 180)}
    middle = [int(planes_of(it.frame)[0][90, 160]) for it in pictures(given)]
    assert all(abs(level - 210) < 10 for level in middle)
    assert shade(pictures(given)[0]) == "dark"  # mostly bars: the image is upright


def test_what_is_drawn_on_one_copy_does_not_show_on_the_next(tmp_path: Path) -> None:
    path = image(tmp_path / "light.png", "light")
    feed = still(str(path), SIZE)(Stop())
    first = next(feed)
    planes_of(first.frame)[0][:] = 0  # type: ignore[union-attr]  # a still gives pictures only
    assert planes_of(next(feed).frame)[0].mean() > 150  # type: ignore[union-attr]
    feed.close()


def test_a_copy_is_alike_but_not_the_same() -> None:
    frame = blank(66, 64, luma=77)
    other = copy_of(frame)
    planes_of(other)[0][0, 0] = 1
    assert planes_of(frame)[0][0, 0] == 77
    assert (planes_of(other)[0][1:] == 77).all()


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a but not really"])
def test_a_file_that_is_no_image_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"broken\.png' .*: choose a PNG or JPEG file\.$"):
        read_image(str(path))


def test_a_missing_image_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere\.png' does not exist: check the path\.$"):
        read_image(str(tmp_path / "nowhere.png"))


def test_a_folder_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"is a folder: choose a PNG or JPEG file\.$"):
        read_image(str(tmp_path))
