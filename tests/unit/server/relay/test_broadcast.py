from dataclasses import replace

from lianmai.server.relay.audience import Player
from lianmai.server.relay.broadcast import Broadcast
from lianmai.server.relay.flv import Tag
from lianmai.server.relay.limits import RelayLimits
from lianmai.server.relay.wire import Wire
from lianmai.server.rtmp.chunks import ChunkReader
from lianmai.server.rtmp.limits import RtmpLimits
from tests.unit.server.relay.fakes import (
    AUDIO_HEADER,
    HEADERS,
    METADATA,
    VIDEO_HEADER,
    FakeSink,
    delta,
    key,
    sound,
)

LIMITS = RelayLimits(min_backlog_bytes=400, max_backlog_bytes=400, stuck_s=10)
BIG = 500


def joined(broadcast: Broadcast, wire: Wire = Wire.FLV) -> tuple[FakeSink, Player]:
    sink = FakeSink()
    player = Player(sink)
    broadcast.join(player, wire)
    return sink, player


def live(*tags: Tag) -> Broadcast:
    broadcast = Broadcast(LIMITS)
    broadcast.push([*HEADERS, *tags])
    return broadcast


def test_a_late_player_gets_headers_and_all_since_the_key_frame_at_once() -> None:
    broadcast = live(key(0), delta(40), key(1000), sound(1001), delta(1040))
    sink, _ = joined(broadcast)
    assert [tag.body for tag in sink.tags()] == [
        tag.body for tag in [*HEADERS, key(0), sound(0), delta(0)]
    ]


def test_a_late_players_time_starts_at_its_first_picture_and_never_goes_back() -> None:
    sink = FakeSink()
    live(key(60_000), sound(60_001), delta(60_040)).join(Player(sink), Wire.RTMP)
    sent = list(ChunkReader(RtmpLimits(max_message_bytes=9999)).feed(_with_chunk_size(sink.taken)))
    # FFmpeg takes a description at any other time than 0 for a subtitle.
    assert [it.timestamp_ms for it in sent] == [0, 60_000, 60_000, 60_000, 60_001, 60_040]


def _with_chunk_size(data: bytes) -> bytes:
    return b"\x02\0\0\0\0\0\x04\x01\0\0\0\0" + (65536).to_bytes(4) + data


def test_a_player_that_came_first_gets_the_stream_from_its_beginning() -> None:
    broadcast = Broadcast(LIMITS)
    sink, _ = joined(broadcast)
    sent = [*HEADERS, sound(0), key(1), delta(41)]
    for tag in sent:
        broadcast.push([tag])
    assert sink.tags() == sent


def test_a_player_of_a_stream_without_a_key_frame_kept_hears_at_once_and_sees_at_the_next() -> None:
    broadcast = live(delta(0))
    sink, _ = joined(broadcast)
    broadcast.push([delta(40), sound(41), delta(42), key(80), delta(120)])
    assert sink.tags()[len(HEADERS) :] == [sound(41), key(80), delta(120)]


def test_a_stream_without_pictures_flows() -> None:
    broadcast = Broadcast(LIMITS)
    broadcast.push([METADATA, AUDIO_HEADER])
    sink, _ = joined(broadcast)
    broadcast.push([sound(0), sound(21)])
    assert sink.tags() == [METADATA, AUDIO_HEADER, sound(0), sound(21)]


def test_what_came_together_leaves_as_the_same_bytes_for_all_players_of_a_wire() -> None:
    broadcast = live(key(0))
    sinks = [joined(broadcast)[0] for _ in range(3)]
    broadcast.push([sound(20), delta(40)])
    assert all(sink.pieces[-1] is sinks[0].pieces[-1] for sink in sinks)
    assert sinks[0].tags()[-2:] == [sound(20), delta(40)]


def test_every_wire_carries_the_same_tags() -> None:
    broadcast = live(key(0))
    bare, chunked = joined(broadcast)[0], joined(broadcast, Wire.CHUNKED_FLV)[0]
    broadcast.push([delta(40)])
    unframed = b""
    rest = chunked.taken
    while rest:
        size, _, rest = rest.partition(b"\r\n")
        unframed, rest = unframed + rest[: int(size, 16)], rest[int(size, 16) + 2 :]
    assert unframed == bare.taken


def test_a_slow_player_skips_to_a_key_frame_and_the_others_miss_nothing() -> None:
    broadcast = live(key(0))
    slow, player = joined(broadcast)
    quick, _ = joined(broadcast)
    player.allowance_bytes = 0
    slow.is_stuck = True
    for stamp in range(40, 400, 40):
        broadcast.push([delta(stamp, 100)])
    slow.is_stuck = False
    slow.drain()
    broadcast.push([delta(400), sound(401)])
    broadcast.push([sound(402), key(440), delta(480)])
    stamps = [tag.timestamp_ms for tag in slow.tags()[len(HEADERS) :]]
    assert stamps == [0, 40, 80, 120, 160, 401, 402, 440, 480]
    assert [tag.timestamp_ms for tag in quick.tags()][len(HEADERS) :] == [
        0, *range(40, 400, 40), 400, 401, 402, 440, 480
    ]  # fmt: skip
    assert broadcast.skip_count == 1


def test_a_player_that_takes_nothing_holds_a_bounded_number_of_bytes() -> None:
    broadcast = live(key(0))
    slow, _ = joined(broadcast)
    slow.is_stuck = True
    most = 0
    for stamp in range(40, 20_000, 40):
        broadcast.push([key(stamp, 90), sound(stamp + 1)])
        most = max(most, slow.backlog())
    assert most < 2 * LIMITS.max_backlog_bytes
    assert broadcast.skip_count == 1


def test_a_configuration_missed_while_behind_comes_before_the_key_frame() -> None:
    broadcast = live(key(0))
    slow, player = joined(broadcast)
    player.allowance_bytes = 0
    slow.is_stuck = True
    broadcast.push([delta(40, BIG)])
    broadcast.push([delta(80)])
    changed = replace(VIDEO_HEADER, timestamp_ms=120, body=b"\x17\x00changed")
    broadcast.push([changed])
    slow.is_stuck = False
    slow.drain()
    broadcast.push([key(160)])
    after = [tag.body for tag in slow.tags()[-4:]]
    assert after == [METADATA.body, changed.body, AUDIO_HEADER.body, key(0).body]


def test_the_opening_itself_does_not_make_a_player_slow() -> None:
    broadcast = live(key(0, BIG), delta(40, BIG))
    sink = FakeSink()
    sink.is_stuck = True
    broadcast.join(Player(sink), Wire.FLV)
    broadcast.push([delta(80)])
    assert sink.tags()[-1] == delta(80)
    assert broadcast.skip_count == 0


def test_a_player_that_takes_nothing_for_long_is_hung_up_on() -> None:
    broadcast = live(key(0))
    stuck, _ = joined(broadcast)
    stuck.is_stuck = True
    crawling, _ = joined(broadcast)
    crawling.is_stuck = True
    for stamp in (40, 80, 120):
        broadcast.push([delta(stamp, BIG)])
    for second in range(12):
        crawling.drain(1)
        broadcast.tick(float(second))
    assert (stuck.calls, crawling.calls) == (["abort"], [])
    assert len(broadcast) == 1


def test_a_group_too_long_to_keep_is_dropped_and_the_next_one_kept() -> None:
    broadcast = Broadcast(RelayLimits(group_bytes=1000, group_packets=5))
    broadcast.push([*HEADERS, key(0), *(delta(n) for n in range(6))])
    assert len(joined(broadcast)[0].tags()) == len(HEADERS)
    broadcast.push([key(100), delta(140, 2000)])
    assert len(joined(broadcast)[0].tags()) == len(HEADERS)
    broadcast.push([key(200)])
    assert joined(broadcast)[0].tags()[-1] == key(200)


def test_sound_that_goes_on_without_a_camera_is_not_played_back_to_who_joins_later() -> None:
    broadcast = live(key(0xFFFFFFFF), *(sound(stamp) for stamp in range(0, 21_000, 100)))
    sink, _ = joined(broadcast)
    broadcast.push([sound(21_000)])
    assert sink.tags()[len(HEADERS) :] == [sound(21_000)]


def test_sound_a_little_older_than_its_key_frame_stays_with_it() -> None:
    sink, _ = joined(live(key(5), sound(0xFFFFFFFF)))
    assert len(sink.tags()) == len(HEADERS) + 2


def test_the_end_reaches_every_player() -> None:
    broadcast = live(key(0), delta(40))
    sinks = [joined(broadcast, wire)[0] for wire in Wire]
    broadcast.end()
    assert [sink.calls for sink in sinks] == [["end"]] * 3
