"""H.264 and AAC for calls, decoded again."""

from itertools import pairwise

import av
import numpy as np
import pytest

from lianmai.core.encoding import SAMPLE_RATE_HZ, Encoding
from lianmai.core.source import Size
from lianmai.media.capturing.picture_line import Shot
from lianmai.media.capturing.tone import tone
from lianmai.media.picture.planes import Pixels, blank, planes_of
from lianmai.media.publishing.encoder import BLOCK, AudioEncoder, Encoded, VideoEncoder

SIZE = Size(320, 180, 15)
ENCODING = Encoding(SIZE)
EPOCH_S = 5000.25


def shot(time_s: float, luma: int = 100, scene: int = 0) -> Shot:
    return Shot(blank(SIZE.width_px, SIZE.height_px, luma), EPOCH_S + time_s, scene)


def noise(time_s: float, size: Size = SIZE) -> Shot:
    frame = blank(size.width_px, size.height_px)
    pixels = planes_of(frame)[0]
    rng = np.random.default_rng(round(time_s * 1000))
    pixels[:] = rng.integers(0, 255, pixels.shape, np.uint8)
    return Shot(frame, EPOCH_S + time_s, 0)


def decoded(encoder: VideoEncoder, packets: list[Encoded]) -> list[Pixels]:
    decoder = av.CodecContext.create("h264", "r")
    decoder.extradata = encoder.header
    frames = [f for packet in packets for f in decoder.decode(av.Packet(packet.data))]
    frames += decoder.decode(None)
    return [planes_of(frame)[0].copy() for frame in frames]


def test_every_picture_comes_out_at_once_in_order() -> None:
    encoder = VideoEncoder(ENCODING, EPOCH_S)
    packets = []
    for number, luma in enumerate((30, 90, 150, 210)):
        given = encoder.encode(shot(number / 15, luma))
        assert len(given) == 1
        packets += given
    assert [packet.time_ms for packet in packets] == [0, 67, 133, 200]
    assert [pixels.mean() for pixels in decoded(encoder, packets)] == pytest.approx(
        [30, 90, 150, 210], abs=6
    )


def test_the_header_is_an_avcc_record_of_main_profile() -> None:
    header = VideoEncoder(ENCODING, EPOCH_S).header
    assert header[0] == 1
    assert header[1] == 77


def test_key_frames_come_every_two_seconds_whatever_the_rate() -> None:
    for rate in (1, 5, 15, 30):
        encoder = VideoEncoder(ENCODING, EPOCH_S)
        packets = [p for n in range(7 * rate) for p in encoder.encode(shot(n / rate))]
        assert [p.time_ms for p in packets if p.is_key] == [0, 2000, 4000, 6000]


def test_a_key_frame_comes_when_asked_for_and_when_the_scene_changes() -> None:
    encoder = VideoEncoder(ENCODING, EPOCH_S)
    scenes = [0, 0, 0, 1, 1, 1, 1]
    packets = [
        packet
        for number, scene in enumerate(scenes)
        for packet in encoder.encode(shot(number / 15, scene=scene), key=number == 5)
    ]
    assert [packet.is_key for packet in packets] == [True, False, False, True, False, True, False]


def test_pictures_out_of_order_are_left_out() -> None:
    encoder = VideoEncoder(ENCODING, EPOCH_S)
    assert encoder.encode(shot(-0.1)) == []
    assert encoder.encode(shot(0.5))
    assert encoder.encode(shot(0.4)) == []
    assert encoder.encode(shot(0.5)) == []
    assert encoder.encode(shot(0.6))


@pytest.mark.parametrize("kbps", [300, 1200])
def test_the_bitrate_is_kept_to_even_for_noise(kbps: int) -> None:
    encoder = VideoEncoder(Encoding(SIZE, video_kbps=kbps), EPOCH_S)
    sizes = [len(p.data) for n in range(90) for p in encoder.encode(noise(n / 15))]
    assert sum(sizes[30:]) * 8 / 4.0 / 1000 == pytest.approx(kbps, rel=0.2)
    assert max(sizes) * 8 / 1000 < kbps * 0.75  # a key frame holds up sound for at most that


@pytest.mark.parametrize("size", [Size(64, 64, 5), Size(1080, 1920, 30), Size(1920, 1080, 60)])
def test_sizes_up_to_full_hd_are_encoded(size: Size) -> None:
    encoder = VideoEncoder(Encoding(size), EPOCH_S)
    packets = encoder.encode(noise(0.0, size))
    assert decoded(encoder, packets)[0].shape == (size.height_px, size.width_px)


def test_sound_begins_at_zero_and_goes_on_without_gaps() -> None:
    encoder = AudioEncoder(ENCODING, EPOCH_S)
    packets: list[Encoded] = []
    for _ in range(50):
        packets += encoder.encode(tone(encoder.position, BLOCK))
    assert packets[0].time_ms == 0
    assert packets[48].time_ms == round(48 * BLOCK * 1000 / SAMPLE_RATE_HZ)


def heard_from(encoder: AudioEncoder, packets: list[Encoded]) -> list[av.AudioFrame]:
    decoder = av.CodecContext.create("aac", "r")
    decoder.extradata = encoder.header
    return [f for p in packets for f in decoder.decode(av.Packet(p.data))]


@pytest.mark.parametrize(("rate_hz", "kbps"), [(48_000, 50), (16_000, 16)])
def test_sound_is_decoded_where_it_was_heard(rate_hz: int, kbps: int) -> None:
    encoder = AudioEncoder(Encoding(SIZE, audio_kbps=kbps, sound_rate_hz=rate_hz), EPOCH_S)
    packets = [p for _ in range(190) for p in encoder.encode(tone(encoder.position, BLOCK))]
    frames = heard_from(encoder, packets)
    assert {frame.sample_rate for frame in frames} == {rate_hz}
    loud = np.flatnonzero(np.abs(np.concatenate([f.to_ndarray()[0] for f in frames])) > 0.1)
    # The epoch is a quarter past a whole second: the next beep is 750 ms later.
    assert loud[0] / rate_hz == pytest.approx(0.75, abs=0.004)
    assert packets[0].time_ms == 0
    assert packets[-1].time_ms == round((len(packets) - 1) * BLOCK * 1000 / rate_hz)
    sent_kbps = sum(len(packet.data) for packet in packets) * 8 / packets[-1].time_ms
    assert sent_kbps < kbps * 1.3


@pytest.mark.parametrize("rate_hz", [48_000, 16_000])
def test_packets_after_a_stall_carry_the_time_that_was_left_out(rate_hz: int) -> None:
    encoder = AudioEncoder(Encoding(SIZE, sound_rate_hz=rate_hz), EPOCH_S)
    packets = [p for _ in range(20) for p in encoder.encode(tone(encoder.position, BLOCK))]
    encoder.catch_up(encoder.due_s + 10.0)
    packets += [p for _ in range(20) for p in encoder.encode(tone(encoder.position, BLOCK))]
    ends_s = encoder.position / SAMPLE_RATE_HZ - EPOCH_S
    assert packets[-1].time_ms / 1000 == pytest.approx(ends_s, abs=0.25)
    assert max(b.time_ms - a.time_ms for a, b in pairwise(packets)) == pytest.approx(10_000, abs=99)


def test_after_a_long_stall_sound_is_left_out_rather_than_late() -> None:
    encoder = AudioEncoder(ENCODING, EPOCH_S)
    encoder.catch_up(encoder.due_s + 0.3)
    assert encoder.position == round(EPOCH_S * SAMPLE_RATE_HZ) + BLOCK
    encoder.catch_up(encoder.due_s + 10.0)
    assert encoder.due_s == pytest.approx(EPOCH_S + 10.0 + 2 * BLOCK / SAMPLE_RATE_HZ, abs=0.03)


def test_a_new_bitrate_counts_from_the_next_picture() -> None:
    encoder = VideoEncoder(Encoding(SIZE, video_kbps=1000, key_frame_interval_s=60), EPOCH_S)
    sent: dict[int, list[Encoded]] = {}
    for step, kbps in enumerate((1000, 250, 700)):
        encoder.kbps = kbps
        numbers = range(step * 150, step * 150 + 150)
        sent[kbps] = [p for n in numbers for p in encoder.encode(noise(n / 15))]
    for kbps, packets in sent.items():
        settled = packets[90:]  # x264 falls within a second, and rises within five
        assert sum(len(p.data) for p in settled) * 8 / 4 / 1000 == pytest.approx(kbps, rel=0.2)


def test_a_picture_of_another_size_is_a_key_frame_that_brings_its_header() -> None:
    encoder = VideoEncoder(ENCODING, EPOCH_S)
    sizes = [SIZE, SIZE, Size(160, 90, 15), Size(160, 90, 15), SIZE]
    packets = [p for n, size in enumerate(sizes) for p in encoder.encode(noise(n / 15, size))]
    assert [p.is_key for p in packets] == [True, False, True, False, True]
    assert [bool(p.header) for p in packets] == [p.is_key for p in packets]
    assert packets[0].header == packets[4].header != packets[2].header
    assert [p.time_ms for p in packets] == [0, 67, 133, 200, 267]


def test_the_bitrate_outlives_a_change_of_size() -> None:
    encoder = VideoEncoder(Encoding(SIZE, video_kbps=1000), EPOCH_S)
    encoder.kbps = 300
    encoder.encode(noise(0.0))
    encoder.encode(noise(0.1, Size(160, 90, 15)))
    assert encoder.kbps == 300
