"""A call as a phone's: attributes, situations, statistics, and what players are told."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import pytest

from lianmai.call import Call, CallSettings
from lianmai.core.components.attributes import PlayerAttributes, PusherAttributes
from lianmai.core.components.personality import Step
from lianmai.core.errors import AttributeProblem
from lianmai.core.messages import StreamId
from lianmai.core.retry import PHONE
from lianmai.core.source import Source, parse_source
from lianmai.server.serve import RoomServer, ServeOptions, room_server
from tests.impostors import nobody
from tests.unit.call.visiting import USUAL, calling, codes, has_said, running, until
from tests.unit.media.receiving import needs_free_interpreter

pytestmark = needs_free_interpreter
NOTHING = parse_source("none")
ANNA = StreamId("anna")


class House:
    """A room server and the calls that visit it."""

    def __init__(self, server: RoomServer) -> None:
        self._url = server.urls("127.0.0.1")["ws"]

    def call(self, uid: str, source: Source = NOTHING, settings: CallSettings = USUAL) -> Call:
        return Call(replace(settings, server=self._url, room="r", uid=uid, source=source))


def in_a_house(scenario: Callable[[House], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        async with asyncio.timeout(60), room_server(ServeOptions()) as server:
            await scenario(House(server))

    asyncio.run(run())


def numbers(call: Call, name: str, source: str) -> list[dict[str, Any]]:
    entries = call.journal.entries
    return [dict(it.fields) for it in entries if it.name == name and it.source == source]


def test_the_pushers_attributes_decide_what_is_sent_from_the_start() -> None:
    async def scenario(house: House) -> None:
        pusher = PusherAttributes(mode="SD", fps=10, enable_camera=True, muted=True)
        anna = house.call("anna", parse_source("pattern"), replace(USUAL, pusher=pusher))
        bo = house.call("bo")
        async with running(anna), running(bo):
            await until(lambda: ANNA in bo.streams)
            await until(lambda: bo.streams[ANNA].player.picture_size_px == (360, 640))
            await until(lambda: bo.room.peers["anna"].muted == ("audio",))
            assert not anna.microphone_on
            anna.microphone_on = True
            assert anna.pusher.sends_sound
            await until(lambda: bo.room.peers["anna"].muted == ())

    in_a_house(scenario)


def test_a_mode_chosen_live_acts_without_attributes_at_the_start() -> None:
    async def scenario(house: House) -> None:
        anna = house.call("anna", parse_source("pattern"))
        bo = house.call("bo")
        async with running(anna), running(bo):
            await until(lambda: has_said(bo, 2004, source="anna"))
            anna.set_pusher_attribute("mode", "SD")
            await until(lambda: bo.streams[ANNA].player.picture_size_px == (360, 640))
            assert anna.pusher.bitrate_range_kbps == (300, 800)

    in_a_house(scenario)


def test_an_attribute_changed_live_leaves_the_rest_as_it_was() -> None:
    async def scenario(house: House) -> None:
        anna = house.call("anna", parse_source("pattern"))
        bo = house.call("bo")
        async with running(anna), running(bo):
            await until(lambda: has_said(bo, 2004, source="anna"))
            anna.set_pusher_attribute("beauty", "5")
            anna.set_pusher_attribute("enable-camera", False)
            await until(lambda: bo.room.peers["anna"].muted == ("video",))
            assert not anna.camera_on
            anna.camera_on = True
            await until(lambda: bo.room.peers["anna"].muted == ())
            assert anna.pusher.enable_camera
            assert bo.streams[ANNA].player.picture_size_px == (160, 120)
            assert codes(anna).count(1005) == 2  # at the start and with the encoder
            with pytest.raises(AttributeProblem, match="from 0 to 9"):
                anna.set_pusher_attribute("beauty", 12)
            assert anna.pusher.beauty == 5

    in_a_house(scenario)


def test_the_microphones_button_is_the_pages_enable_mic() -> None:
    call = Call(replace(USUAL, server="rtmp://127.0.0.1:1/live", like="ios"))
    call.microphone_on = False
    assert not call.pusher.enable_mic
    call.microphone_on = True
    assert (call.microphone_on, call.pusher.enable_mic) == (True, True)
    assert codes(call) == [4998, 4998]


def test_player_attributes_are_of_all_streams_or_of_one() -> None:
    async def scenario(house: House) -> None:
        bo = house.call("bo")
        async with running(house.call("anna", parse_source("pattern"))), running(bo):
            await until(lambda: bo.live_player(ANNA) is not None)
            assert bo.player_attributes is None
            bo.set_player_attribute("min-cache", 0.5, ANNA)
            bo.set_player_attribute("object-fit", "fillCrop")
            live_player = bo.live_player(ANNA)
            assert live_player is not None
            assert live_player.attributes == PlayerAttributes(min_cache=0.5, object_fit="fillCrop")
            assert bo.player_attributes == PlayerAttributes(object_fit="fillCrop")

    in_a_house(scenario)


@pytest.mark.slow
def test_both_components_tell_their_statistics_every_two_seconds() -> None:
    async def scenario(house: House) -> None:
        anna = house.call("anna", parse_source("pattern"))
        bo = house.call("bo")
        async with running(anna), running(bo):
            await until(lambda: len(numbers(anna, "netstatus", "me")) >= 2)
            await until(lambda: len(numbers(bo, "netstatus", "anna")) >= 2)
        times = [it.time_s for it in bo.journal.entries if it.name == "netstatus"]
        assert times[1] - times[0] == pytest.approx(2.0, abs=0.6)
        for status in (numbers(anna, "netstatus", "me")[-1], numbers(bo, "netstatus", "anna")[-1]):
            assert (status["videoWidth"], status["videoHeight"]) == (160, 120)
            assert status["videoFPS"] == pytest.approx(15, abs=4)
            assert "netQualityLevel" not in status
        assert all("volume" in it for it in numbers(bo, "audiovolumenotify", "anna"))

    in_a_house(scenario)


def test_a_killed_peer_is_gone_without_a_goodbye() -> None:
    async def scenario(house: House) -> None:
        bo, anna = house.call("bo"), house.call("anna", parse_source("pattern"))
        async with running(bo):
            visit = asyncio.create_task(anna.run())
            await until(lambda: has_said(bo, 2004, source="anna"))
            anna.meet("kill", "ios")
            await visit
            await until(lambda: not bo.streams or bo.streams[ANNA].state != "playing")
            assert "anna" in bo.room.peers  # nobody said that she left
            assert anna.room.link == "closed"

    in_a_house(scenario)


def test_a_push_that_a_situation_ended_begins_again_with_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    soon = (Step(0.1, "stop_push"),)
    monkeypatch.setattr("lianmai.call.situations.course", lambda *_, **__: soon)

    async def scenario(house: House) -> None:
        anna = house.call("anna", parse_source("pattern"))
        async with running(anna):
            await until(lambda: has_said(anna, 1002))
            anna.meet("background")
            await until(lambda: anna.sending.state == "idle")
            anna.recover()
            await until(lambda: codes(anna).count(1002) == 2)
            assert anna.situation is None

    in_a_house(scenario)


def test_a_page_with_nobody_behind_its_address_is_told_so_three_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fast = replace(PHONE, first_s=0.03, longest_s=0.03)
    monkeypatch.setattr("lianmai.call.call.PHONE", fast)

    async def scenario(port: int) -> None:
        settings = replace(USUAL, uid="", room="anna", source=NOTHING, like="ios")
        async with calling(port, settings) as call:
            await until(lambda: has_said(call, -2301, source="anna"))
            assert codes(call, "anna") == [*[3002, 2103] * 3, 3002, -2301]
            told = numbers(call, "statechange", "anna")
            assert all("errCode:-1004" in it["message"] for it in told if it["code"] == 2103)
            assert call.streams[ANNA].state == "failed"

    with nobody() as port:
        asyncio.run(scenario(port))


def test_a_refused_stream_was_connected_first() -> None:
    async def scenario() -> None:
        async with room_server(ServeOptions(secret="hush")) as server:
            settings = replace(USUAL, uid="", room="anna", source=NOTHING)
            async with calling(server.relay.rtmp_port, settings) as call:
                await until(lambda: has_said(call, 2103, source="anna"))
                assert codes(call, "anna")[:3] == [2001, 3004, 2103]

    asyncio.run(scenario())
