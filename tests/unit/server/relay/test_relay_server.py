import asyncio
import socket
import struct
import time

import pytest

from lianmai.core.errors import AddressError
from lianmai.server.gate import OpenGate
from lianmai.server.relay import relay_server
from lianmai.server.relay.limits import RelayLimits
from lianmai.server.relay.relay_server import start_relay
from lianmai.server.rtmp.chunks import encode_message
from lianmai.server.rtmp.messages import Control, Message, Type, user_control
from tests.unit.server.relay.conftest import Run
from tests.unit.server.relay.fakes import HEADERS, delta, key, sound
from tests.unit.server.relay.peers import (
    HOST,
    KeyGate,
    RtmpPeer,
    http,
    rtmp_peers,
    running_relay,
    until,
)
from tests.unit.server.rtmp.talk import GREETING, command, opening

QUICK = RelayLimits(setup_s=0.1, idle_s=0.2, close_s=0.1)


@pytest.fixture
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the relay look at its clock often, so that a test need not wait seconds."""
    monkeypatch.setattr(relay_server, "_TICK_S", 0.02)


def test_what_is_published_reaches_players_who_came_before_and_after(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 3) as (publisher, early, late):
            assert await early.play("alice") == "NetStream.Play.Start"
            assert await publisher.publish("alice") == "NetStream.Publish.Start"
            publisher.send(*HEADERS, key(0), delta(40))
            assert await early.tags(5) == [*HEADERS, key(0), delta(40)]
            assert await late.play("alice") == "NetStream.Play.Start"
            assert await late.tags(5) == [*HEADERS, key(0), delta(40)]
            publisher.send(sound(41))
            assert await early.tag() == await late.tag() == sound(41)
            assert relay.stats()["players"] == 2

    run(scenario())


def test_a_second_publisher_of_a_name_is_refused_and_the_first_goes_on(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 3) as (first, second, player):
            await first.publish("alice")
            assert await second.publish("alice") == "NetStream.Publish.BadName"
            await player.play("alice")
            first.send(sound(0))
            assert await player.tag() == sound(0)

    run(scenario())


def test_only_the_right_key_opens_a_stream(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay(gate=KeyGate()) as relay, rtmp_peers(relay, 4) as peers:
            assert await peers[0].publish("alice") == "NetStream.Publish.Denied"
            assert await peers[1].publish("alice?key=k") == "NetStream.Publish.Start"
            assert await peers[2].play("alice?key=no") == "NetStream.Play.Failed"
            assert await peers[3].play("alice?key=k") == "NetStream.Play.Start"
            status, _, body = await http(relay, "GET /live/alice.flv?key=no HTTP/1.1")
            assert (status, body) == (403, b"The key does not let you play 'alice'.\n")

    run(scenario())


def test_players_hear_at_once_that_their_publisher_vanished(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 2) as (publisher, player):
            await publisher.publish("alice")
            await player.play("alice")
            publisher.send(sound(0))
            await player.tag()
            publisher.writer.transport.abort()
            assert await player.status() == "NetStream.Play.UnpublishNotify"
            assert await player.message() == user_control(Control.STREAM_EOF, 1)
            await player.hung_up()
            assert relay.stats()["streams"] == relay.stats()["players"] == 0

    run(scenario())


def test_a_name_is_free_again_when_its_publisher_stopped(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 2) as (first, second):
            await first.publish("alice")
            first.say(command("deleteStream", None, 1.0))
            assert await first.status() == "NetStream.Unpublish.Success"
            assert await second.publish("alice") == "NetStream.Publish.Start"

    run(scenario())


@pytest.mark.parametrize(
    "words",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        bytes(range(256)),
        GREETING + b"\xff" * 100,
        GREETING + command("publish", None, "x", "live"),
        opening() + encode_message(Message(Type.COMMAND, 0, 0, bytes(100_000)), 3, 128),
        opening() + b"\x05" + struct.pack(">I", 0)[1:] + b"\xff\xff\xff\x09" + bytes(4),
    ],
    ids=["http", "noise", "noise later", "before connect", "long command", "long message"],
)
def test_nonsense_costs_only_its_own_connection(run: Run, words: bytes) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 3) as (publisher, player, bad):
            await publisher.publish("alice")
            await player.play("alice")
            bad.say(words)
            await bad.hung_up()
            publisher.send(sound(0))
            assert await player.tag() == sound(0)

    run(scenario())


@pytest.mark.usefixtures("hurry")
@pytest.mark.parametrize(
    "words",
    [b"", GREETING[:1000], GREETING, opening()],
    ids=["nothing", "half", "greeting", "idle"],
)
def test_who_does_not_come_to_the_point_is_hung_up_on(run: Run, words: bytes) -> None:
    async def scenario() -> None:
        async with running_relay(QUICK) as relay, rtmp_peers(relay, 1) as (peer,):
            peer.say(words)
            await peer.hung_up()

    run(scenario())


@pytest.mark.usefixtures("hurry")
def test_a_silent_publisher_is_pinged_and_then_ended(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay(QUICK) as relay, rtmp_peers(relay, 1) as (peer,):
            await peer.publish("alice")
            ping = await peer.message()
            assert int.from_bytes(ping.body[:2]) == Control.PING_REQUEST
            await peer.hung_up()
            await until(lambda: relay.stats()["streams"] == 0)

    run(scenario())


@pytest.mark.usefixtures("hurry")
def test_a_player_that_answers_pings_may_wait_for_its_publisher(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay(QUICK) as relay, rtmp_peers(relay, 1) as (player,):
            await player.play("alice")
            for _ in range(3):
                ping = await player.message()
                pong = user_control(Control.PING_RESPONSE, int.from_bytes(ping.body[2:]))
                player.say(encode_message(pong, 2, 128))
            assert relay.stats()["players"] == 1

    run(scenario())


def test_a_player_that_stops_reading_skips_and_the_other_gets_everything(run: Run) -> None:
    count = 400

    async def scenario() -> None:
        limits = RelayLimits(min_backlog_bytes=100_000, max_backlog_bytes=100_000)
        async with running_relay(limits) as relay, rtmp_peers(relay, 2) as (publisher, quick):
            slow = await RtmpPeer.connect(relay, receive_bytes=8192)
            await publisher.publish("alice")
            await slow.play("alice")
            await quick.play("alice")
            for number in range(count):
                publisher.send(key(number, 50_000))
                assert (await quick.tag()).timestamp_ms == number
            assert relay.stats()["skips"] == 1
            stamps = [(await slow.tag()).timestamp_ms]
            while stamps[-1] < count:
                publisher.send(key(count, 50_000))
                stamps.append((await slow.tag()).timestamp_ms)
            # Far less than was sent waited for the slow one: what the system and we hold for it.
            assert len(stamps) < count / 2
            assert stamps == sorted(stamps)
            await slow.leave()

    run(scenario())


@pytest.mark.usefixtures("hurry")
def test_a_player_that_reads_nothing_for_long_is_hung_up_on(run: Run) -> None:
    async def scenario() -> None:
        limits = RelayLimits(min_backlog_bytes=50_000, max_backlog_bytes=50_000, stuck_s=0.2)
        async with running_relay(limits) as relay, rtmp_peers(relay, 1) as (publisher,):
            stuck = await RtmpPeer.connect(relay, receive_bytes=8192)
            await publisher.publish("alice")
            await stuck.play("alice")
            for number in range(200):
                publisher.send(key(number, 50_000))
                await publisher.writer.drain()
            await until(lambda: relay.stats()["players"] == 0)
            assert relay.stats()["streams"] == 1
            stuck.writer.transport.abort()

    run(scenario())


@pytest.mark.slow
def test_a_client_that_asks_without_reading_is_hung_up_on(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay:
            peer = await RtmpPeer.connect(relay, receive_bytes=8192)
            questions = command("createStream", None) + command("deleteStream", None, 2.0)
            peer.say(opening())
            try:
                async with asyncio.timeout(20):
                    while True:
                        peer.say(questions * 500)
                        await peer.writer.drain()
            except ConnectionError:
                pass
            await peer.leave()

    run(scenario())


def test_ending_a_stream_hangs_up_on_publisher_and_player(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay, rtmp_peers(relay, 2) as (publisher, player):
            await publisher.publish("alice")
            await player.play("alice")
            relay.end_stream("alice")
            await publisher.hung_up()
            assert await player.status() == "NetStream.Play.UnpublishNotify"
            relay.end_stream("nobody")

    run(scenario())


def test_connections_beyond_the_bound_are_refused_until_one_leaves(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay(RelayLimits(max_connections=2)) as relay:
            async with rtmp_peers(relay, 2) as peers:
                for peer in peers:
                    await peer.play("alice")
                extra = await RtmpPeer.connect(relay)
                await extra.hung_up()
                await extra.leave()
            await until(lambda: relay.stats()["players"] == 0)
            async with rtmp_peers(relay, 1) as (peer,):
                assert await peer.play("alice") == "NetStream.Play.Start"

    run(scenario())


@pytest.mark.parametrize("taken", ["rtmp_port", "http_port"])
def test_a_port_in_use_is_named_and_the_other_one_set_free(run: Run, taken: str) -> None:
    async def scenario() -> None:
        with socket.socket() as blocker:
            blocker.bind((HOST, 0))
            blocker.listen()
            port = blocker.getsockname()[1]
            ports = {"rtmp_port": 0, "http_port": 0} | {taken: port}
            with pytest.raises(AddressError, match=str(port)):
                await start_relay(host=HOST, gate=OpenGate(), **ports)

    run(scenario())


def test_closing_takes_less_than_a_second_with_stuck_and_half_open_peers(run: Run) -> None:
    async def scenario() -> None:
        async with running_relay() as relay:
            publisher, idle = await RtmpPeer.connect(relay), await RtmpPeer.connect(relay)
            stuck = await RtmpPeer.connect(relay, receive_bytes=8192)
            await publisher.publish("alice")
            await stuck.play("alice")
            reader, writer = await asyncio.open_connection(HOST, relay.http_port, limit=2048)
            writer.write(b"GET /live/alice HTTP/1.1\r\nHost: relay\r\n\r\n")
            await reader.readline()
            for number in range(100):
                publisher.send(key(number, 50_000))
                await publisher.writer.drain()
            began_s = time.monotonic()
        assert time.monotonic() - began_s < 1
        for peer in (publisher, idle, stuck):
            await peer.leave()
        writer.close()

    run(scenario())
