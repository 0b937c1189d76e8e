"""Messages inside coded pictures, read by a decoder that is not ours."""

from typing import Any

import av

from lianmai.core.components.sei import MESSAGE_UUID, message_unit
from lianmai.core.encoding import Encoding
from lianmai.core.source import Size
from lianmai.media.capturing.picture_line import Shot
from lianmai.media.picture.planes import blank
from lianmai.media.publishing.encoder import VideoEncoder


def test_ffmpeg_agrees_on_type_size_and_escapes() -> None:
    text = "tick \0\0\1 \0\0\3 好"
    encoder = VideoEncoder(Encoding(Size(64, 64, 15)), 0.0)
    decoder: Any = av.CodecContext.create("h264", "r")
    decoder.extradata = encoder.header
    for number, unit in enumerate((b"", message_unit(text))):
        [packet] = encoder.encode(Shot(blank(64, 64), number / 15, 0))
        frames = decoder.decode(av.Packet(unit + packet.data))
    [frame] = frames + decoder.decode(None)
    assert bytes(frame.side_data["SEI_UNREGISTERED"]) == MESSAGE_UUID + text.encode()
