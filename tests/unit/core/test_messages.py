"""The vocabulary: what the wire carries, and what never shows."""

from typing import get_args

import msgspec
import pytest

from lianmai.core.messages import (
    RESULTS,
    Address,
    AnyOp,
    Join,
    Media,
    Message,
    Peer,
    Rejoin,
    RenewToken,
    RoomJoined,
    Snapshot,
    StreamId,
    UrlChanged,
    slot_of,
)


def test_every_request_has_a_result() -> None:
    assert set(get_args(AnyOp)) == set(RESULTS)


@pytest.mark.parametrize(
    ("media", "slot"),
    [
        ("audio", "main"),
        ("video", "main"),
        ("all", "main"),
        ("screen", "screen"),
        ("aux_audio", "aux_audio"),
    ],
)
def test_sound_and_main_picture_share_a_stream(media: Media, slot: str) -> None:
    assert slot_of(media) == slot


def test_a_stream_is_called_by_its_peer_and_what_is_special_about_it() -> None:
    assert [str(StreamId("ann")), str(StreamId("ann", "screen"))] == ["ann", "ann/screen"]


def test_a_peer_without_a_name_is_shown_by_its_uid() -> None:
    assert [Peer("ann").label, Peer("ann", name="Ann").label] == ["ann", "Ann"]


def test_a_message_says_from_on_the_wire() -> None:
    text = msgspec.json.encode(Message("ann", "room", "hi"))
    assert msgspec.json.decode(text) == {"from": "ann", "scope": "room", "body": "hi"}


@pytest.mark.parametrize(
    "secretive",
    [
        Join("r", "ann", token="SECRET"),
        Rejoin("r", "ann", session="SECRET"),
        RenewToken("SECRET"),
        RoomJoined(Snapshot("r", "ann", "SECRET", (), grace_s=15)),
        UrlChanged("ann", "all", Address("rtmp://h/live/x?key=SECRET")),
        Address("rtmp://h/live/x", "http://h/live/x.flv?key=SECRET"),
    ],
)
def test_secrets_do_not_print(secretive: msgspec.Struct) -> None:
    assert "SECRET" not in repr(secretive)
    assert type(secretive).__name__ in repr(secretive)
