"""Choosing what to publish."""

import pytest

from lianmai.core.source import Source, parse_source
from lianmai.media.capturing.devices import Device
from lianmai.ui.start.source_choices import picture_choices, sound_choices

CAMERA = Device("camera", "/dev/video2", "Studio camera", "/dev/video2", "v4l2")
MICROPHONE = Device("mic", "plughw:1,0", "Studio microphone", "plughw:1,0", "alsa")


def _pick(title: str, source: Source, path: str = "") -> Source:
    choices = {choice.title: choice for choice in picture_choices([CAMERA, MICROPHONE])}
    return choices[title].applied_to(source, path)


@pytest.mark.parametrize(
    ("title", "path", "expected"),
    [
        ("Default camera", "", "camera"),
        ("Studio camera", "", "camera:/dev/video2"),
        ("Test pattern", "", "pattern"),
        ("Screen", "", "screen"),
        ("Video file…", "/tmp/a.mp4", "file:/tmp/a.mp4"),
        ("Still image…", "/tmp/a.png", "image:/tmp/a.png"),
        ("Nothing, only watch", "", "none"),
    ],
)
def test_a_picture_brings_its_usual_sound(title: str, path: str, expected: str) -> None:
    assert _pick(title, Source(), path) == parse_source(expected)


def test_a_sound_chosen_apart_stays_when_the_picture_changes() -> None:
    chosen = parse_source("camera,mic:plughw:1,0")
    assert str(_pick("Test pattern", chosen)) == "pattern,mic:plughw:1,0"


def test_the_sound_of_a_file_ends_with_the_file() -> None:
    assert _pick("Screen", parse_source("file:/tmp/a.mp4")) == parse_source("screen")


def test_sound_comes_back_after_only_watching() -> None:
    assert _pick("Default camera", parse_source("none")) == parse_source("camera")


def test_microphones_are_listed_by_name() -> None:
    titles = [choice.title for choice in sound_choices([CAMERA, MICROPHONE], Source())]
    assert titles == ["Usual microphone", "Studio microphone", "Test tone", "Silence"]


def test_only_a_file_offers_its_own_sound() -> None:
    choices = sound_choices([], parse_source("file:/tmp/a.mp4"))
    assert choices[0].applied_to(Source()).audio == "file"


def test_who_only_watches_has_no_sound_to_choose() -> None:
    assert [choice.kind for choice in sound_choices([MICROPHONE], parse_source("none"))] == ["none"]
