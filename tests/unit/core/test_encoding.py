"""How a stream is encoded."""

import pytest

from lianmai.core.encoding import Encoding, usual_kbps
from lianmai.core.source import Size


def test_the_defaults_are_those_of_a_call() -> None:
    encoding = Encoding()
    assert str(encoding.size) == "640x360@15"
    assert (encoding.target_kbps, encoding.key_frame_interval_s) == (800, 2.0)


@pytest.mark.parametrize(
    ("size", "kbps"),
    [
        (Size(320, 180), 800),
        (Size(360, 640), 800),
        (Size(960, 540), 1200),
        (Size(1280, 720), 1800),
        (Size(1920, 1080), 3000),
        (Size(1920, 1920), 3000),
    ],
)
def test_a_larger_picture_gets_more_bits(size: Size, kbps: int) -> None:
    assert usual_kbps(size) == kbps


def test_a_bitrate_asked_for_goes_before_the_usual_one() -> None:
    assert Encoding(video_kbps=333).target_kbps == 333
