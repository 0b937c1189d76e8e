"""Sources as users write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.errors import SourceError
from lianmai.core.source import Size, Source, parse_source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("camera", Source("camera", audio="mic")),
        ("camera:Logitech C920", Source("camera", "Logitech C920", audio="mic")),
        ("camera,mic:USB Audio", Source("camera", audio="mic", audio_name="USB Audio")),
        ("camera,mic:plughw:1,0", Source("camera", audio="mic", audio_name="plughw:1,0")),
        ("camera,silence", Source("camera", audio="silence")),
        ("pattern", Source("pattern", audio="tone")),
        ("pattern:1280x720@30", Source("pattern", size=Size(1280, 720, 30), audio="tone")),
        ("pattern:320x240", Source("pattern", size=Size(320, 240, 15), audio="tone")),
        ("pattern,silence", Source("pattern", audio="silence")),
        ("file:/a/b.mp4", Source("file", "/a/b.mp4", audio="file")),
        ("file:C:\\clips\\a, b.mp4", Source("file", "C:\\clips\\a, b.mp4", audio="file")),
        ("file:a, b.mp4,mic", Source("file", "a, b.mp4", audio="mic")),
        ("screen", Source("screen", audio="silence")),
        ("image:logo.png,tone", Source("image", "logo.png", audio="tone")),
        ("none", Source("none", audio="none")),
        ("none,tone", Source("none", audio="tone")),
    ],
)
def test_a_source_is_read_as_documented(text: str, source: Source) -> None:
    assert parse_source(text) == source


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "pattern:WxH@FPS"),
        ("webcam", "'webcam'"),
        ("file", "file:PATH"),
        ("image:", "image:PATH"),
        ("screen:1", "takes nothing"),
        ("pattern:big", "'big'"),
        ("pattern:641x360", "even"),
        ("pattern:4096x2160", "out of range"),
        ("pattern:640x360@99", "out of range"),
        ("pattern,drums", "'drums'"),
    ],
)
def test_what_is_no_source_gets_one_sentence_that_names_it(text: str, named: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_source(text)
    assert named in str(caught.value)
    assert str(caught.value).endswith(".")


@given(st.text(max_size=80))
def test_no_text_is_anything_but_a_source_or_a_source_error(text: str) -> None:
    try:
        source = parse_source(text)
    except SourceError:
        return
    assert parse_source(str(source)) == source


def test_a_source_says_what_it_may_publish() -> None:
    assert (parse_source("none,tone").has_video, parse_source("none,tone").has_audio) == (
        False,
        True,
    )
    assert (parse_source("camera").has_video, parse_source("none").has_audio) == (True, False)
