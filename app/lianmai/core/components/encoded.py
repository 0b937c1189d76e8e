"""How the pusher's attributes are encoded, and which attributes an encoding stands for."""

from __future__ import annotations

from msgspec.structs import replace

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.encoding import Encoding
from lianmai.core.source import Size


def encoding_of(attributes: PusherAttributes) -> Encoding:
    """Return how *attributes* are encoded at first, at their best bitrate."""
    return Encoding(
        attributes.size,
        attributes.bitrate_range_kbps[1],
        attributes.audio_kbps,
        attributes.sample_rate_hz,
        attributes.key_frame_interval_s,
    )


def attributes_of(encoding: Encoding) -> PusherAttributes:
    """Return what a page would set to get *encoding*, whose bitrate never adapts."""
    return overruled(PusherAttributes(), encoding.size, encoding.target_kbps)


def overruled(attributes: PusherAttributes, size: Size | None, kbps: int) -> PusherAttributes:
    """Return *attributes* with the picture in this *size* and at these *kbps*, where given.

    What is asked for outright wins over the mode, and a bitrate asked for does not adapt.
    """
    if size is not None:
        sides = {"video_width": size.width_px, "video_height": size.height_px}
        attributes = replace(attributes, **sides, fps=size.fps)
    if kbps:
        attributes = replace(attributes, min_bitrate=kbps, max_bitrate=kbps)
    return attributes


def left_to_mode(attributes: PusherAttributes, of_encoding: PusherAttributes) -> PusherAttributes:
    """Return *attributes* without the size and bitrates that they have only *of_encoding*."""
    names = ("video_width", "video_height", "min_bitrate", "max_bitrate")
    same = (name for name in names if getattr(attributes, name) == getattr(of_encoding, name))
    return replace(attributes, **dict.fromkeys(same))
