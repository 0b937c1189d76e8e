"""The pusher's attributes as an encoding, and back."""

from msgspec.structs import replace

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.encoded import attributes_of, encoding_of, left_to_mode, overruled
from lianmai.core.encoding import Encoding
from lianmai.core.source import Size


def test_a_mode_says_size_bitrate_and_key_frames() -> None:
    encoding = encoding_of(PusherAttributes(mode="FHD", fps=30, orientation="horizontal"))
    assert encoding.size == Size(1280, 720, 30)
    assert (encoding.target_kbps, encoding.key_frame_interval_s) == (1800, 3.0)


def test_what_is_asked_for_outright_wins_over_the_mode() -> None:
    attributes = overruled(PusherAttributes(mode="FHD", beauty=5), Size(320, 240, 20), 500)
    encoding = encoding_of(attributes)
    assert (encoding.size, encoding.target_kbps) == (Size(320, 240, 20), 500)
    assert attributes.bitrate_range_kbps == (500, 500)
    assert attributes.beauty == 5


def test_nothing_asked_for_leaves_the_mode() -> None:
    attributes = PusherAttributes(mode="HD")
    assert overruled(attributes, None, 0) == attributes


def test_an_encoding_is_the_same_after_the_way_there_and_back() -> None:
    encoding = Encoding(Size(640, 360, 60))
    again = encoding_of(attributes_of(encoding))
    assert (again.size, again.target_kbps) == (encoding.size, encoding.target_kbps)


def test_a_mode_decides_what_only_the_encoding_said() -> None:
    of_encoding = attributes_of(Encoding(Size(640, 360, 15)))
    chosen = replace(of_encoding, video_height=480)
    left = left_to_mode(chosen, of_encoding)
    assert (left.video_width, left.video_height) == (None, 480)
    assert (left.min_bitrate, left.max_bitrate) == (None, None)
