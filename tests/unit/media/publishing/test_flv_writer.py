"""FLV as others read it."""

import io
from dataclasses import replace

import av
import pytest

from lianmai.core.encoding import Encoding
from lianmai.core.source import Size
from lianmai.media.capturing.picture_line import Shot
from lianmai.media.capturing.tone import tone
from lianmai.media.flv.reader import FlvReader
from lianmai.media.picture.planes import blank
from lianmai.media.publishing import flv_writer
from lianmai.media.publishing.encoder import BLOCK, AudioEncoder, Encoded, VideoEncoder

ENCODING = Encoding(Size(320, 180, 15))


def stream(*, has_audio: bool = True, has_video: bool = True, start_ms: int = 0) -> bytes:
    """Return two seconds of FLV."""
    tracks = {"has_audio": has_audio, "has_video": has_video}
    parts = [flv_writer.file_header(**tracks), flv_writer.metadata_tag(ENCODING, **tracks)]
    packets: list[Encoded] = []
    if has_video:
        video = VideoEncoder(ENCODING, 0.0)
        parts.append(flv_writer.video_header_tag(video.header))
        for number in range(30):
            packets += video.encode(Shot(blank(320, 180, 50 + 5 * number), number / 15, 0))
    if has_audio:
        audio = AudioEncoder(ENCODING, 0.0)
        parts.append(flv_writer.audio_header_tag(audio.header))
        for _ in range(90):
            packets += audio.encode(tone(audio.position, BLOCK))
    packets.sort(key=lambda packet: packet.time_ms)
    for packet in packets:
        later = Encoded(packet.data, packet.time_ms + start_ms, packet.is_video, packet.is_key)
        parts.append(flv_writer.packet_tag(later))
    return b"".join(parts)


def test_ffmpeg_reads_every_packet() -> None:
    with av.open(io.BytesIO(stream()), "r", "flv") as container:
        frames = list(container.decode())
    pictures = [frame for frame in frames if isinstance(frame, av.VideoFrame)]
    assert [round(frame.time * 15) for frame in pictures] == list(range(30))
    assert (pictures[0].width, pictures[0].height) == (320, 180)
    assert sum(isinstance(frame, av.AudioFrame) for frame in frames) >= 88


@pytest.mark.parametrize(("has_audio", "has_video"), [(True, False), (False, True)])
def test_a_stream_may_have_one_track_only(has_audio: bool, has_video: bool) -> None:
    data = stream(has_audio=has_audio, has_video=has_video)
    with av.open(io.BytesIO(data), "r", "flv") as container:
        assert len(container.streams.audio) == has_audio
        assert len(container.streams.video) == has_video


def test_the_description_says_what_is_sent() -> None:
    with av.open(io.BytesIO(stream()), "r", "flv") as container:
        list(container.demux())
        assert container.streams.video[0].average_rate == 15
        assert container.streams.audio[0].rate == 48_000
        described = container.streams.video[0].bit_rate
    assert described in (800_000, 800 * 1024)


def test_times_beyond_four_hours_and_a_half_are_whole() -> None:
    start_ms = 0x01234567
    tags = FlvReader().feed(stream(start_ms=start_ms))
    assert [tag.time_ms for tag in tags if tag.kind == 9][1:4] == [
        start_ms,
        start_ms + 67,
        start_ms + 133,
    ]


def test_a_picture_may_change_its_size_in_the_middle() -> None:
    parts = [flv_writer.file_header(has_audio=False, has_video=True)]
    for width_px, start_s in ((320, 0), (640, 1)):
        video = VideoEncoder(Encoding(Size(width_px, 180, 15)), 0.0)
        for number in range(15):
            [packet] = video.encode(Shot(blank(width_px, 180), start_s + number / 15, 0))
            begins = replace(packet, header=b"" if number else video.header)
            parts.append(flv_writer.packet_tag(begins))
    tags = [tag for part in parts for tag in FlvReader().feed(parts[0] + part)]
    assert [tag.time_ms for tag in tags] == sorted(tag.time_ms for tag in tags)
    with av.open(io.BytesIO(b"".join(parts)), "r", "flv") as container:
        widths = [frame.width for frame in container.decode(video=0)]
    assert widths == [320] * 15 + [640] * 15
