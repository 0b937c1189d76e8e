import math
from contextlib import suppress
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianmai.core.components.attributes import (
    PlayerAttributes,
    PusherAttributes,
    attributes_from,
    members,
    with_attribute,
)
from lianmai.core.components.tables import AttributeInfo, attribute_infos
from lianmai.core.errors import AttributeProblem
from lianmai.core.source import Size

Kind = type[PusherAttributes] | type[PlayerAttributes]
KINDS: list[Kind] = [PusherAttributes, PlayerAttributes]
TYPES = {"bool": bool, "int": int, "float": float, "text": str}
INFOS = [(kind, info) for kind in KINDS for info in attribute_infos(kind.COMPONENT).values()]


def some_value(info: AttributeInfo) -> st.SearchStrategy[Any]:
    """Return values that *info* allows, as JSON has them."""
    match info.kind:
        case "bool":
            return st.booleans()
        case "int":
            return st.integers(int(info.low or 0), int(info.high or 0))
        case "float":
            return st.floats(info.low, info.high)
        case "choice":
            return st.sampled_from(sorted(info.choices))
        case "text":
            return st.text(max_size=100)


@pytest.mark.parametrize("kind", KINDS)
def test_the_struct_and_the_table_name_the_same_attributes(kind: Kind) -> None:
    assert list(members(kind.COMPONENT)) == list(attribute_infos(kind.COMPONENT))


@pytest.mark.parametrize(("kind", "info"), INFOS)
def test_the_struct_and_the_table_agree(kind: Kind, info: AttributeInfo) -> None:
    field = {one.encode_name: one for one in msgspec.structs.fields(kind)}[info.name]
    if info.by_mode:
        assert field.default is None
        assert set(get_args(field.type)) == {TYPES[info.kind], type(None)}
    else:
        assert field.default == info.default
        assert type(field.default) is type(info.default)
    if info.kind == "choice":
        choices = msgspec.json.schema(field.type)["enum"]
        assert {str(choice) for choice in choices} == set(info.choices)
    elif not info.by_mode:
        assert field.type is TYPES[info.kind]


@pytest.mark.parametrize("info", [info for _, info in INFOS])
def test_what_has_no_effect_says_why(info: AttributeInfo) -> None:
    assert bool(info.note) == (info.effect == "none")


@pytest.mark.parametrize(("kind", "info"), INFOS)
def test_every_attribute_is_accepted_and_kept(kind: Kind, info: AttributeInfo) -> None:
    @settings(max_examples=10, deadline=None)
    @given(some_value(info))
    def check(value: Any) -> None:
        attributes = attributes_from(kind, {info.name: value})
        kept = getattr(attributes, members(kind.COMPONENT)[info.name])
        assert str(kept) == str(value)
        again = attributes_from(kind, {info.name: str(value)})
        if info.kind != "text" and not (info.kind == "choice" and value == ""):
            assert again == attributes

    check()


@given(st.dictionaries(st.text(max_size=12), st.none() | st.floats() | st.text() | st.binary()))
def test_whatever_is_given_is_kept_or_refused(values: dict[str, object]) -> None:
    for kind in KINDS:
        with suppress(AttributeProblem):
            attributes_from(kind, values)


@pytest.mark.parametrize(("kind", "info"), INFOS)
def test_a_value_is_of_the_attribute_or_refused(kind: Kind, info: AttributeInfo) -> None:
    types = {one.encode_name: one.type for one in msgspec.structs.fields(kind)}

    @settings(max_examples=10, deadline=None)
    @given(st.none() | st.floats() | st.integers() | st.text() | st.lists(st.text()))
    def check(value: object) -> None:
        with suppress(AttributeProblem):
            kept = getattr(
                attributes_from(kind, {info.name: value}), members(kind.COMPONENT)[info.name]
            )
            msgspec.convert(kept, types[info.name])

    check()


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(AttributeProblem, match=r"no attribute 'maxbitrate'.*'max-bitrate'"):
        attributes_from(PusherAttributes, {"maxbitrate": 600})
    with pytest.raises(AttributeProblem, match=r"live-player .*'min-cache'"):
        attributes_from(PlayerAttributes, {"minCache": 1})


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("beauty", 10, "beauty cannot be 10: it must be a whole number from 0 to 9"),
        ("beauty", "much", "a whole number from 0 to 9"),
        ("beauty", 4.5, "a whole number from 0 to 9"),
        ("beauty", True, "a whole number from 0 to 9"),
        ("fps", 0, "a whole number from 1 to 30 frames/s"),
        ("skin-smoothness", math.nan, "a number from 0 to 1"),
        ("max-bitrate", 1e300, "from 50 to 10000 kbps"),
        ("mode", "rtc", "one of QVGA, HVGA, SD, HD, FHD, RTC"),
        ("voice-changer-type", 5, "one of 0, 1, 2, 3, 4, 6"),
        ("muted", "yes please", "true or false"),
        ("url", 5, "text of up to 2048 characters"),
    ],
)
def test_a_bad_value_is_refused_with_what_is_allowed(name: str, value: object, reason: str) -> None:
    with pytest.raises(AttributeProblem, match=reason):
        with_attribute(PusherAttributes(), name, value)


def test_bounds_that_cross_are_refused() -> None:
    with pytest.raises(AttributeProblem, match="min-bitrate 900 is above max-bitrate 600"):
        attributes_from(PusherAttributes, {"min-bitrate": 900, "max-bitrate": 600})
    with pytest.raises(AttributeProblem, match=r"min-cache 2 is above max-cache 0\.8"):
        with_attribute(PlayerAttributes(max_cache=0.8), "min-cache", "2")


def test_text_of_the_command_line_is_as_good_as_json() -> None:
    as_text = {"mode": "HD", "max-bitrate": "600", "muted": "on", "skin-smoothness": "0.5"}
    as_json = {"mode": "HD", "max-bitrate": 600, "muted": True, "skin-smoothness": 0.5}
    assert attributes_from(PusherAttributes, as_text) == attributes_from(PusherAttributes, as_json)


def test_a_setting_can_be_taken_back() -> None:
    attributes = with_attribute(PusherAttributes(mode="FHD"), "max-bitrate", 900)
    assert with_attribute(attributes, "max-bitrate", None) == PusherAttributes(mode="FHD")


def test_a_list_of_page_changes_is_what_the_phone_takes() -> None:
    attributes = attributes_from(PlayerAttributes, {"picture-in-picture-mode": ["push", "pop"]})
    assert attributes.picture_in_picture_mode == "push|pop"


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        (PusherAttributes(), Size(360, 640, 15)),
        (PusherAttributes(mode="FHD", fps=30), Size(720, 1280, 30)),
        (PusherAttributes(mode="HD", orientation="horizontal"), Size(960, 540, 15)),
        (PusherAttributes(mode="SD", aspect="3:4"), Size(360, 480, 15)),
        (PusherAttributes(mode="QVGA", aspect="3:4"), Size(240, 320, 15)),
        (PusherAttributes(video_width=180), Size(180, 320, 15)),
        (PusherAttributes(video_height=480, aspect="3:4"), Size(360, 480, 15)),
        (
            PusherAttributes(video_width=480, video_height=270, orientation="horizontal"),
            Size(480, 270, 15),
        ),
    ],
)
def test_the_picture_follows_mode_shape_and_sides(attributes: PusherAttributes, size: Size) -> None:
    assert attributes.size == size


@given(
    width=st.none() | st.integers(64, 1920),
    height=st.none() | st.integers(64, 1920),
    mode=st.sampled_from(["QVGA", "HVGA", "SD", "HD", "FHD", "RTC"]),
    shape=st.sampled_from(["9:16", "3:4"]),
    orientation=st.sampled_from(["vertical", "horizontal"]),
)
def test_every_allowed_picture_can_be_encoded(
    width: int | None, height: int | None, mode: str, shape: str, orientation: str
) -> None:
    values = {"video-width": width, "video-height": height, "mode": mode, "aspect": shape}
    size = attributes_from(PusherAttributes, values | {"orientation": orientation}).size
    if width is not None:
        assert size.width_px == width // 2 * 2
    if height is not None:
        assert size.height_px == height // 2 * 2


@pytest.mark.parametrize(
    ("attributes", "range_kbps"),
    [
        (PusherAttributes(), (200, 1000)),
        (PusherAttributes(mode="FHD"), (600, 1800)),
        (PusherAttributes(mode="FHD", max_bitrate=500), (500, 500)),
        (PusherAttributes(min_bitrate=1200), (1200, 1200)),
        (PusherAttributes(min_bitrate=300, max_bitrate=400), (300, 400)),
    ],
)
def test_a_mode_brings_bitrates_until_the_page_sets_one(
    attributes: PusherAttributes, range_kbps: tuple[int, int]
) -> None:
    assert attributes.bitrate_range_kbps == range_kbps


def test_a_call_has_key_frames_sooner_and_buffers_less() -> None:
    assert PusherAttributes(mode="RTC").key_frame_interval_s == 2.0
    assert PusherAttributes(mode="FHD").key_frame_interval_s == 3.0
    assert PlayerAttributes(mode="RTC").cache_s == (0.2, 0.8)
    assert PlayerAttributes().cache_s == (1.0, 3.0)
    assert PlayerAttributes(mode="RTC", min_cache=1.0, max_cache=2.0).cache_s == (1.0, 2.0)


def test_sound_quality_is_rate_and_bitrate() -> None:
    low = PusherAttributes(audio_quality="low")
    assert (low.sample_rate_hz, low.audio_kbps) == (16_000, 16)
    assert (PusherAttributes().sample_rate_hz, PusherAttributes().audio_kbps) == (48_000, 50)


def test_the_front_camera_alone_is_a_mirror_for_its_owner_only() -> None:
    assert PusherAttributes().previews_mirrored
    assert not PusherAttributes(device_position="back").previews_mirrored
    assert PusherAttributes(device_position="back", local_mirror="enable").previews_mirrored
    assert not PusherAttributes().sends_mirrored
    assert PusherAttributes(remote_mirror=True).sends_mirrored


def test_the_second_effect_engine_acts_once_it_is_on() -> None:
    assert PusherAttributes(skin_smoothness=0.5).smoothing == 0.0
    assert PusherAttributes(skin_smoothness=0.5, custom_effect=True).smoothing == 0.5
    assert PusherAttributes(whiteness=9).whitening == 1.0


def test_keys_in_addresses_are_not_printed() -> None:
    printed = repr(PusherAttributes(url="rtmp://host/live/name?key=geheim"))
    assert "geheim" not in printed
