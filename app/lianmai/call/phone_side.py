"""What a call has of a phone: wishes for both devices, attributes, components, situations."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from lianmai.call.components import ME, Components
from lianmai.call.playing import Playing
from lianmai.call.receiving import Receiving
from lianmai.call.sending import Sending
from lianmai.call.situations import Situations
from lianmai.core.call_settings import CallSettings
from lianmai.core.components.attributes import PlayerAttributes, PusherAttributes
from lianmai.core.components.live_player import LivePlayer
from lianmai.core.components.live_pusher import LivePusher
from lianmai.core.components.personality import Personality, Situation
from lianmai.core.journal import Journal, Value
from lianmai.core.messages import StreamId
from lianmai.media.capturing.capture import Capture
from lianmai.media.capturing.ear_monitor import EarMonitor


class PhoneSide:
    """The half of `Call` that a page on a phone would know; `Call` makes what it works on."""

    settings: CallSettings
    journal: Journal
    components: Components
    capture: Capture
    sending: Sending
    _playing: Playing
    _ear: EarMonitor
    _situations: Situations
    _may_push: bool
    _visit: asyncio.Task[None] | None
    _due: asyncio.Event

    @property
    def streams(self) -> dict[StreamId, Receiving]:
        """The streams being played, in order of arrival."""
        return self._playing.streams

    @property
    def microphone_on(self) -> bool:
        """Whether own sound is sent; silence is sent while not."""
        return self.capture.microphone_on and self.pusher.sends_sound

    @microphone_on.setter
    def microphone_on(self, on: bool) -> None:
        self.capture.microphone_on = on
        self.components.set_pusher({"enable-mic": on, "muted": self.pusher.muted and not on})
        self.capture.set_attributes(self.pusher)
        self._due.set()

    @property
    def camera_on(self) -> bool:
        """Whether own picture is sent; the stream goes on without while not."""
        return self.capture.camera_on and self.pusher.enable_camera

    @camera_on.setter
    def camera_on(self, on: bool) -> None:
        self.capture.camera_on = on
        if on and not self.pusher.enable_camera:
            self.set_pusher_attribute("enable-camera", True)
        self._due.set()

    @property
    def pusher(self) -> PusherAttributes:
        """The attributes with which own stream is sent."""
        return self.components.pusher

    @property
    def player_attributes(self) -> PlayerAttributes | None:
        """The attributes with which streams are played; ``None``: with the least delay."""
        return self.components.player

    @property
    def live_pusher(self) -> LivePusher:
        """What a page would be told of own stream."""
        return self.components.live_pusher

    def live_player(self, stream_id: StreamId) -> LivePlayer | None:
        """Return what a page would be told of a stream; ``None`` before its first attempt."""
        return self.components.live_players.get(stream_id)

    def set_pusher_attribute(self, name: str, value: object) -> None:
        """Change an attribute of the live-pusher; it acts at once where it can.

        Raises:
            AttributeProblem: If there is no such attribute, or it cannot have this value.
        """
        self.set_pusher_attributes({name: value})

    def set_pusher_attributes(self, values: Mapping[str, object]) -> None:
        """Change several attributes at once, as `set_pusher_attribute` does one."""
        self.components.set_pusher(values)
        self.capture.set_attributes(self.pusher)
        self.sending.publisher.set_attributes(self.pusher)
        self._ear.is_on = self.pusher.enable_ear_monitor
        self._due.set()

    def set_player_attribute(
        self, name: str, value: object, stream_id: StreamId | None = None
    ) -> None:
        """Change an attribute of all live-players, or of one; what is played is a phone's then.

        Raises:
            AttributeProblem: As `set_pusher_attribute` does.
        """
        self.set_player_attributes({name: value}, stream_id)

    def set_player_attributes(
        self, values: Mapping[str, object], stream_id: StreamId | None = None
    ) -> None:
        """Change several attributes at once, as `set_player_attribute` does one."""
        self.components.set_player(values, stream_id)
        self._hand_on_players()

    def forget_player_attributes(self, stream_id: StreamId) -> None:
        """Play a stream as all are played, whatever was set for it alone."""
        self.components.forget_player(stream_id)
        self._hand_on_players()

    def _hand_on_players(self) -> None:
        for one, receiving in self.streams.items():
            receiving.player.set_attributes(self.components.player_of(one))
        self._due.set()

    @property
    def situation(self) -> Situation | None:
        """What the phone is in, if anything has happened to it."""
        return self._situations.current

    def meet(self, situation: Situation, like: Personality | None = None) -> None:
        """Do what a phone *like* that would; by default the one the call is like, or an iPhone."""
        has_image = bool(self.pusher.waiting_image)
        like = like or self.settings.like or "ios"
        self._situations.meet(situation, like, has_waiting_image=has_image)
        self._due.set()

    def recover(self) -> None:
        """End the situation: the user is back on the page."""
        self._situations.recover()
        self._due.set()

    def _happen(self, name: str, fields: Mapping[str, Value]) -> None:
        """Let every component hear what has happened to the phone."""
        self.journal.add(ME, name, **fields)
        self.components.hear(ME, name, fields)
        for stream_id in self.streams:
            self.components.hear(stream_id, name, fields)

    def _let_push(self, may_push: bool) -> None:
        self._may_push = may_push
        self._due.set()

    def _vanish(self) -> None:
        """End the visit without a word, as a program that was killed does."""
        if self._visit is not None:
            self._visit.cancel()
