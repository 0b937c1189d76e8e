"""Attributes as they are written on the command line."""

from pathlib import Path

import pytest

from lianmai.core.components.attributes import PlayerAttributes, PusherAttributes
from lianmai.core.components.written import LARGEST_FILE, written_attributes
from lianmai.core.errors import AttributeProblem


def test_pairs_have_the_phones_names_and_the_rest_its_defaults() -> None:
    pusher = written_attributes(PusherAttributes, "mode=RTC, max-bitrate=600,enable-agc=true")
    assert pusher == PusherAttributes(mode="RTC", max_bitrate=600, enable_agc=True)
    player = written_attributes(PlayerAttributes, "min-cache=0.2,max-cache=0.8")
    assert player.cache_s == (0.2, 0.8)


def test_a_value_may_have_commas_and_equal_signs() -> None:
    pusher = written_attributes(PusherAttributes, "waiting-image=a=b,c.png,beauty=3")
    assert (pusher.waiting_image, pusher.beauty) == ("a=b,c.png", 3)


def test_a_file_and_json_say_the_same(tmp_path: Path) -> None:
    text = '{"mode": "HD", "beauty": 5}'
    file = tmp_path / "pusher.json"
    file.write_text(text)
    expected = PusherAttributes(mode="HD", beauty=5)
    assert written_attributes(PusherAttributes, str(file)) == expected
    assert written_attributes(PusherAttributes, text) == expected


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("bitrate=5", "did you mean 'min-bitrate'"),
        ("beauty=12", "from 0 to 9"),
        ("min-bitrate=900,max-bitrate=300", "min-bitrate 900 is above max-bitrate 300"),
        ("mode", "key=value"),
        ("", "key=value"),
        ("mode,beauty=5", "write mode=VALUE"),
        ("=5", "write NAME=5"),
        ("nowhere.json", "nowhere.json"),
        ("a\0b", "cannot be read"),
        ("{", "JSON"),
        ("{]}", "JSON"),
        ('{"beauty": [1]}', "from 0 to 9"),
    ],
)
def test_what_is_no_attribute_gets_one_sentence(text: str, advice: str) -> None:
    with pytest.raises(AttributeProblem) as caught:
        written_attributes(PusherAttributes, text)
    assert advice in str(caught.value)
    assert str(caught.value).endswith((".", "?"))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"[1, 2]", b"\xff\xfe", b" " * (LARGEST_FILE + 1)])
def test_a_file_of_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "pusher.json"
    file.write_bytes(content)
    with pytest.raises(AttributeProblem, match=r"pusher\.json"):
        written_attributes(PusherAttributes, str(file))
