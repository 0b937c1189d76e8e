"""The live-pusher: what a page would be told while the own stream is captured and published."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.component import (
    Component,
    ComponentEvent,
    Events,
    Fields,
    picture_in_picture,
)
from lianmai.core.components.facts import Part
from lianmai.core.components.personality import Personality
from lianmai.core.components.tables import ComponentName
from lianmai.core.journal import Value

_OPEN_FAILED = {"picture": -1301, "sound": -1302}
_FORMAT_REFUSED = {"picture": -1305, "sound": -1306}
_ENCODER_DEAD = {"picture": -1303, "sound": -1304}
_USER_REFUSED = {"picture": 10001, "sound": 10002}


class LivePusher(Component):
    """One life of the component; the order of its codes is that of logs from the field.

    Capture and network are independent groups: 1003, 1007, 1008 and 1001, 1002.
    """

    NAME: ClassVar[ComponentName] = "live-pusher"
    CONNECTED, RECONNECTING, GIVEN_UP = 1001, 1102, -1307

    def __init__(
        self, attributes: PusherAttributes | None = None, like: Personality | None = None
    ) -> None:
        super().__init__(like)
        self._attributes = attributes or PusherAttributes()
        self._broken_parts: dict[Part, int] = {}
        self._has_microphone = self._has_encoder = False
        self._size: tuple[Value, Value] | None = None
        self._kbps: Value = None
        self._any_time |= {
            "push_started": self._begin,
            "push_connected": self._connect,
            "push_ended": self._end,
            "source_started": self._open,
            "source_failed": self._miss,
            "source_lost": self._miss,
            "capture_started": self._capture,
            "encoder_failed": self._fail_to_encode,
            "permission_refused": self._be_refused,
            "suspended": self._suspend,
            "interrupted": lambda fields: [self._state(5001, fields.get("by", ""))],
            "waiting_image_failed": partial(self._fail, 10004),
            "music_failed": partial(self._fail, 10003),
            "music_started": lambda fields: [ComponentEvent("bgmstart")],
            "music_progress": _music_progress,
            "music_ended": lambda fields: [ComponentEvent("bgmcomplete")],
            "picture_in_picture": picture_in_picture,
        }
        self._while_connected |= {
            "push_begun": self._publish,
            "encoder_started": self._start_encoder,
            "push_size_changed": self._resize,
            "bitrate_changed": self._change_bitrate,
            "network_busy": lambda fields: [self._state(1101, f"{fields.get('queue_ms')} ms")],
        }

    def set_attributes(self, attributes: PusherAttributes) -> list[ComponentEvent]:
        """Take changed attributes; an iPhone tells of its microphone's switches."""
        old, self._attributes = self._attributes, attributes
        events = []
        if self.like == "ios" and old.enable_mic != attributes.enable_mic:
            events.append(self._state(4998))
        if self.like == "ios" and old.muted != attributes.muted:
            events.append(self._state(4999))
        self._note(events)
        return events

    def _start(self) -> Events:
        """Say both before the connection, as logs from the field do, and after the encoder."""
        self._has_encoder, self._size, self._kbps = False, None, None
        yield self._state(1005)
        yield self._state(1006)

    def _stop(self) -> Events:
        if self._has_microphone:
            yield self._state(2029)

    def _publish(self, fields: Fields) -> Events:
        if self.phase == "connected":
            self.phase = "running"
            yield self._state(1002)

    def _open(self, fields: Fields) -> Events:
        part = _part(fields)
        self._broken_parts.pop(part, None)
        if part == "picture":
            yield self._state(1004 if _is_screen(fields) else 1003)
        else:
            self._has_microphone = True
            yield self._state(2027)

    def _capture(self, fields: Fields) -> Events:
        if _part(fields) == "picture":
            yield self._state(1007)

    def _miss(self, fields: Fields) -> Events:
        """Say once that a source cannot be used; publishing goes on with the rest."""
        part, cause = _part(fields), fields.get("cause")
        code = _source_code(part, fields)
        if self._broken_parts.get(part) == code:
            return
        self._broken_parts[part] = code
        yield self._state(code, fields.get("reason", ""))
        if cause == "refused":
            yield from self._fail(_USER_REFUSED[part], fields)

    def _be_refused(self, fields: Fields) -> Events:
        return self._miss({**fields, "cause": "refused"})

    def _start_encoder(self, fields: Fields) -> Events:
        """Say 1008, 1005 and 1006 once for a start; encoders of later connections are the same."""
        if not self._has_encoder:
            self._has_encoder = True
            self._size = self._kbps = None
            yield self._state(1008)
        yield from self._resize(fields)
        yield from self._change_bitrate(fields)

    def _resize(self, fields: Fields) -> Events:
        size = fields.get("width_px"), fields.get("height_px")
        if size != self._size:
            self._size = size
            yield self._state(1005, f"{size[0]}x{size[1]}")

    def _change_bitrate(self, fields: Fields) -> Events:
        kbps = fields.get("kbps")
        if kbps != self._kbps:
            self._kbps = kbps
            yield self._state(1006, f"{kbps} kbps")

    def _fail_to_encode(self, fields: Fields) -> Events:
        part = _part(fields)
        if fields.get("fatal"):
            yield self._state(_ENCODER_DEAD[part])
        elif part == "picture":
            yield self._state(1104)

    def _suspend(self, fields: Fields) -> Events:
        """Say so for the capsule's button; the home button is only heard by the page (onHide)."""
        if fields.get("by") != "home" and self.like != "android":
            yield self._state(5000)

    def _fail(self, code: int, fields: Fields) -> Events:
        """Say *code* both ways, as a phone does with those of binderror."""
        state = self._state(code, fields.get("reason", ""))
        yield state
        yield ComponentEvent("error", {"errCode": code, "errMsg": state.fields["message"]})


def _part(fields: Fields) -> Part:
    return "sound" if fields.get("part") == "sound" else "picture"


def _is_screen(fields: Fields) -> bool:
    return str(fields.get("source", "")).startswith("screen")


def _source_code(part: Part, fields: Fields) -> int:
    match fields.get("cause"):
        case "format":
            return _FORMAT_REFUSED[part]
        case "hung" if part == "sound":
            return -1311
        case _ if part == "picture" and _is_screen(fields):
            return -1308
        case _:
            return _OPEN_FAILED[part]


def _music_progress(fields: Fields) -> Events:
    progress, duration = fields.get("progress_ms"), fields.get("duration_ms")
    yield ComponentEvent("bgmprogress", {"progress": progress, "duration": duration})
