"""The live-player: what a page would be told while a stream is played."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from lianmai.core.components.attributes import PlayerAttributes
from lianmai.core.components.component import (
    Component,
    ComponentEvent,
    Events,
    Fields,
    picture_in_picture,
)
from lianmai.core.components.personality import Personality
from lianmai.core.components.tables import ComponentName
from lianmai.core.errors import Cause
from lianmai.core.journal import Value
from lianmai.core.sentences import sentence

PICTURE_GAP_MS = 800
"""Longer between two pictures is a stall (2105): the SDK's setting; an old reference has 500."""
_ONCE_A_START = frozenset({2008, 2026, 2032})
"""Not said again after a reconnection, for which the documents list 2001 to 2004 only."""
_URL_ERRORS: dict[Cause, str] = {
    "dns": "errCode:-1003 A server with the specified hostname could not be found.",
    "refused": "errCode:-1004 Could not connect to the server.",
    "timeout": "errCode:-1001 The request timed out.",
}
"""What iPhones add to 2103, from Apple's NSURLError; pages look for "errCode:-1004"."""
_LOST = "errCode:-1005 The network connection was lost."
_NO_CONNECTION = frozenset({"dns", "refused", "timeout"})


class LivePlayer(Component):
    """One life of the component."""

    NAME: ClassVar[ComponentName] = "live-player"
    CONNECTED, RECONNECTING, GIVEN_UP = 2001, 2103, -2301

    def __init__(
        self, attributes: PlayerAttributes | None = None, like: Personality | None = None
    ) -> None:
        super().__init__(like)
        self.attributes = attributes or PlayerAttributes()
        self._protocol: Value = "rtmp"
        self._said: set[int] = set()
        self._has_begun = self._is_heard = False  # of the present connection
        self._size: tuple[Value, Value] | None = None
        self._any_time |= {
            "pull_started": self._begin,
            "pull_connected": self._connect,
            "pull_ended": self._end,
            "permission_refused": self._be_refused,
            "suspended": self._suspend,
            "picture_in_picture": picture_in_picture,
            "full_screen": _full_screen,
        }
        self._while_connected |= {
            "stream_begun": self._begin_stream,
            "decoder_started": self._start_decoder,
            "first_key_frame": partial(self._once, 2003),
            "first_sound": self._sound,
            "first_shown": self._show,
            "size_changed": self._resize,
            "buffer_empty": self._load,
            "buffer_filled": self._fill,
            "picture_gap": self._stall,
            "arrival_lag": self._lag,
            "decode_failed": self._fail_to_decode,
            "discontinuity": lambda fields: [self._state(2107)],
            "message": self._receive,
        }

    def set_attributes(self, attributes: PlayerAttributes) -> None:
        """Take changed attributes."""
        self.attributes = attributes

    def tick(self, now_s: float, numbers: Fields) -> list[ComponentEvent]:
        """Return what is due; sound that nothing was shown with by then is a stream of its own."""
        events = super().tick(now_s, numbers)
        if events and self._is_heard and not self._has_begun:
            playing = list(self._play())
            self._note(playing)
            return [*playing, *events]
        return events

    def _start(self) -> Events:
        self._said.clear()
        self._size = None
        return ()

    def _begin(self, fields: Fields) -> Events:
        yield from super()._begin(fields)
        self._protocol = fields.get("protocol", self._protocol)
        self._said &= _ONCE_A_START
        self._has_begun = self._is_heard = False

    def _connect(self, fields: Fields) -> Events:
        self._protocol = fields.get("protocol", self._protocol)
        return super()._connect(fields)

    def _explain(self, reason: Value, *, was_connecting: bool) -> Events:
        """RTMP alone says more than 2103; its end of a stream is no failure."""
        if self._protocol != "rtmp":
            return
        if self._cause == "ended":
            self.phase = "idle"
            yield self._state(2006)
        else:
            yield from super()._explain(reason, was_connecting=was_connecting)

    def _why(self, fields: Fields) -> str:
        """Return what pages look for in the message, of the phone in question or of both."""
        says = []
        if self.like != "android":
            says.append(_URL_ERRORS.get(self._cause, _LOST))
        if self.like != "ios" and self._cause in _NO_CONNECTION:
            says.append("Failed to connect to the server")
        why = super()._why(fields)
        return sentence("{why} {errors}", why=why, errors=" ".join(says)) if says else why

    def _once(self, code: int, fields: Fields) -> Events:
        if code not in self._said:
            self._said.add(code)
            yield self._state(code)

    def _begin_stream(self, fields: Fields) -> Events:
        return self._once(2002, fields) if self._protocol == "rtmp" else ()

    def _start_decoder(self, fields: Fields) -> Events:
        return self._once(2008, fields) if fields.get("part") == "picture" else ()

    def _sound(self, fields: Fields) -> Events:
        self._is_heard = True
        return self._once(2026, fields)

    def _show(self, fields: Fields) -> Events:
        yield from self._play()
        yield from self._once(2032, fields)

    def _fill(self, fields: Fields) -> Events:
        """Go on; what comes before the first picture may be sound on its own."""
        return self._play() if self._has_begun else ()

    def _play(self) -> Events:
        if self.phase == "connected":
            self.phase, self._has_begun = "running", True
            yield self._state(2004)

    def _load(self, fields: Fields) -> Events:
        if self.phase == "running":
            self.phase = "connected"
            yield self._state(2007)

    def _resize(self, fields: Fields) -> Events:
        size = fields.get("width_px"), fields.get("height_px")
        if size != self._size:
            self._size = size
            yield self._state(2009, f"{size[0]}x{size[1]}")

    def _stall(self, fields: Fields) -> Events:
        gap_ms = fields.get("ms")
        if isinstance(gap_ms, int | float) and gap_ms > PICTURE_GAP_MS:
            yield self._state(
                2105, sentence("{gap_ms:.0f} ms without a new picture", gap_ms=gap_ms)
            )

    def _lag(self, fields: Fields) -> Events:
        yield self._state(2104, sentence("{ms} ms late", ms=fields.get("ms")))

    def _fail_to_decode(self, fields: Fields) -> Events:
        yield self._state(2101 if fields.get("part") == "picture" else 2102)

    def _receive(self, fields: Fields) -> Events:
        if self.attributes.enable_recv_message:
            message = {"code": 2012, "message": fields.get("text", "")}
            yield ComponentEvent("statechange", message)

    def _suspend(self, fields: Fields) -> Events:
        if self.like == "ios":
            yield self._state(6000)

    def _be_refused(self, fields: Fields) -> Events:
        """RTC needs the microphone; the player's only error, and it has no number."""
        if fields.get("part") == "sound" and self.attributes.mode == "RTC":
            reason = sentence(
                "Cannot play in mode RTC, the microphone is refused: system permission denied"
            )
            yield ComponentEvent("error", {"errMsg": reason})


def _full_screen(fields: Fields) -> Events:
    """Yield the event; the phone's direction is an angle, that of its event is a word."""
    direction = "horizontal" if fields.get("direction") in (90, -90) else "vertical"
    yield ComponentEvent(
        "fullscreenchange", {"direction": direction, "fullScreen": bool(fields.get("on"))}
    )
