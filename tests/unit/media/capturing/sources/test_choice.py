"""Which feeds a source stands for."""

from pathlib import Path

import pytest

from lianmai.core.source import Size, parse_source
from lianmai.media.capturing.devices import Device, Platform
from lianmai.media.capturing.sources.choice import picture_feed, sound_feed
from tests.unit.media.capturing.sources.films import collect, film, image, pictures

SIZE = Size(320, 180, 15)
FAKES = Platform(
    lambda: [
        Device("camera", "a", "A", "testsrc2=size=100x80:rate=15,realtime", "lavfi"),
        Device("camera", "b", "B", "testsrc2=size=120x90:rate=15,realtime", "lavfi"),
        Device("screen", "s", "S", "testsrc2=size=140x100:rate=15,realtime", "lavfi"),
        Device("mic", "m", "M", "sine=frequency=440,arealtime", "lavfi"),
    ]
)


@pytest.mark.parametrize(
    ("source", "size"),
    [
        ("camera", (100, 80)),
        ("camera:b", (120, 90)),
        ("screen", (140, 100)),
        ("pattern", (320, 180)),
        ("pattern:200x100@20", (200, 100)),
        ("file:{folder}/film.mp4", (160, 90)),
        ("image:{folder}/image.png", (320, 180)),
    ],
)
def test_pictures_come_from_where_the_source_says(
    tmp_path: Path, source: str, size: tuple[int, int]
) -> None:
    film(tmp_path / "film.mp4", ("dark",), each_s=0.2, has_sound=False)
    image(tmp_path / "image.png", "light")
    feed = picture_feed(parse_source(source.format(folder=tmp_path)), SIZE, platform=FAKES)
    assert feed is not None
    (picture,) = pictures(collect(feed, lambda items: bool(pictures(items))))
    assert (picture.frame.width, picture.frame.height) == size


def test_no_picture_needs_no_feed() -> None:
    assert picture_feed(parse_source("none,tone"), SIZE) is None


@pytest.mark.parametrize("source", ["pattern", "camera,silence", "file:a.mp4", "none"])
def test_only_a_microphone_needs_a_feed_for_sound(source: str) -> None:
    assert sound_feed(parse_source(source), FAKES) is None
    assert sound_feed(parse_source("pattern,mic:m"), FAKES) is not None
