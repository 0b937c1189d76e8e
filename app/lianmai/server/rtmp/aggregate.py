"""Aggregate messages (RTMP 1.0, section 7.1.6): several FLV tags in one message."""

from collections.abc import Iterator

from lianmai.server.relay.flv import TAG_HEADER_BYTES, Tag
from lianmai.server.rtmp.limits import RtmpError
from lianmai.server.rtmp.messages import Message

MAX_TAGS = 4096
_BACK_POINTER_BYTES = 4


def split_aggregate(message: Message) -> Iterator[Tag]:
    """Yield the tags in *message*, moved so that the first has the message's timestamp.

    Raises:
        RtmpError: If a tag is cut short, or if there are more than `MAX_TAGS`.
    """
    body, at, count, shift = message.body, 0, 0, None
    while at < len(body):
        count += 1
        if count > MAX_TAGS:
            raise RtmpError("An RTMP aggregate message holds too many tags.")
        head = body[at : at + TAG_HEADER_BYTES]
        size = int.from_bytes(head[1:4])
        end = at + TAG_HEADER_BYTES + size
        if len(head) < TAG_HEADER_BYTES or end > len(body):
            raise RtmpError("An RTMP aggregate message ends in the middle of a tag.")
        stamp = head[7] << 24 | int.from_bytes(head[4:7])
        if shift is None:
            shift = message.timestamp_ms - stamp
        yield Tag(head[0], (stamp + shift) & 0xFFFFFFFF, body[at + TAG_HEADER_BYTES : end])
        at = end + _BACK_POINTER_BYTES
