"""The facts that the components' codes are made of: what media and the call report.

Every fact goes through `media.report.Report` as a name with flat fields and is an entry of the
journal, too. `FACTS` is the whole list; the state machines pass over names that they do not know.
The cause of an ended stream is a `core.errors.Cause`, that of a source a `SourceCause` of there.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from lianmai.core.sentences import sentence

Part: TypeAlias = Literal["picture", "sound"]

PART_NAMES: dict[Part, str] = {"picture": sentence("picture"), "sound": sentence("sound")}
PUSH_FACTS: dict[str, tuple[str, ...]] = {
    "push_started": (),  # an attempt to connect begins
    "push_connected": (),  # the server accepted the stream
    "push_begun": (),  # the first media packet was handed to the network
    "push_ended": ("reason", "cause"),
    "capture_started": ("part",),  # the first frame or sample was captured
    "source_started": ("source", "part"),
    "source_failed": ("source", "reason", "part", "cause"),
    "source_lost": ("source", "reason", "part", "cause"),
    "encoder_started": ("width_px", "height_px", "kbps"),
    "encoder_failed": ("part", "fatal"),
    "bitrate_changed": ("kbps",),
    "push_size_changed": ("width_px", "height_px"),
    "network_busy": ("queue_ms",),
    "waiting_image_failed": ("reason",),
    "music_started": (),
    "music_progress": ("progress_ms", "duration_ms"),
    "music_ended": (),
    "music_failed": ("reason",),
    "message_sent": ("bytes",),
}
"""What is reported of the own stream, with the fields of each."""

PULL_FACTS: dict[str, tuple[str, ...]] = {
    "pull_started": ("protocol",),  # an attempt to connect begins; "rtmp" or "http-flv"
    "pull_connected": ("protocol",),
    "stream_begun": (),  # RTMP only
    "decoder_started": ("part",),
    "first_key_frame": (),
    "first_picture": ("ms",),
    "first_sound": ("ms",),
    "first_shown": (),  # the first picture was handed to the tile
    "size_changed": ("width_px", "height_px"),
    "picture_gap": ("ms",),  # between two pictures shown
    "arrival_lag": ("ms",),  # data came later than its timestamps say
    "stalled": ("seconds",),
    "resumed": ("seconds",),
    "buffer_empty": (),
    "buffer_filled": (),
    "decode_failed": ("part",),
    "discontinuity": (),
    "message": ("text",),
    "pull_ended": ("reason", "cause"),
}
"""What is reported of a stream that is played."""

CALL_FACTS: dict[str, tuple[str, ...]] = {
    "retrying": ("attempt", "wait_s", "reason"),
    "gave_up": ("reason",),
}
"""What the call reports of a stream that it keeps going, either way."""

SITUATION_FACTS: dict[str, tuple[str, ...]] = {
    "permission_refused": ("part",),
    "suspended": ("by",),  # "home" for home button and lock, or "capsule" for the page's own
    "interrupted": ("by",),  # in words
    "paused": (),
    "resumed_by_page": (),
    "picture_in_picture": ("on",),
    "full_screen": ("on", "direction"),
}
"""What happens to the phone rather than to a stream."""

FACTS = PUSH_FACTS | PULL_FACTS | CALL_FACTS | SITUATION_FACTS
"""Every fact with its fields."""
