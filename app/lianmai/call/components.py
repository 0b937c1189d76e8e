"""The phone's components beside the real streams: what a page would set on them and be told."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from lianmai.core.call_settings import CallSettings
from lianmai.core.components.attributes import PlayerAttributes, with_attributes
from lianmai.core.components.component import Component, ComponentEvent
from lianmai.core.components.encoded import attributes_of, left_to_mode
from lianmai.core.components.live_player import LivePlayer
from lianmai.core.components.live_pusher import LivePusher
from lianmai.core.journal import Value
from lianmai.core.messages import StreamId

ME = "me"
"""The journal's name for one's own side."""
LOOK_S = 0.25
"""How often to look whether statistics are due; every component counts from its own start."""

Fields = Mapping[str, Value]


class Tell(Protocol):
    """Takes what a component says, as an entry of the journal."""

    def __call__(self, source: str, name: str, /, **fields: Value) -> object:
        """Note the event *name* of *source* with its *fields*."""


class Components:
    """A live-pusher for own stream and a live-player for each one that is played.

    They hear the facts that media and the call report, and *tell* what a page would hear.
    *pusher* and *player* are the attributes; without *player* streams are played as fast as can
    be, which no phone does, and those of a single stream are in *players*.
    """

    def __init__(self, settings: CallSettings, tell: Tell) -> None:
        self.like = settings.like
        self.pusher = settings.pusher or attributes_of(settings.encoding)
        self._of_encoding = None if settings.pusher else self.pusher
        self.player = settings.player
        self.players: dict[StreamId, PlayerAttributes] = {}
        self.live_pusher = LivePusher(self.pusher, settings.like)
        self.live_players: dict[StreamId, LivePlayer] = {}
        self._tell = tell

    def player_of(self, stream_id: StreamId) -> PlayerAttributes | None:
        """Return the attributes with which *stream_id* is played, if any."""
        return self.players.get(stream_id, self.player)

    def set_pusher(self, values: Mapping[str, object]) -> None:
        """Change attributes of the live-pusher; a mode chosen now beats the call's encoding.

        Raises:
            AttributeProblem: If there is no such attribute, or it cannot have this value.
        """
        before = self.pusher
        if "mode" in values and self._of_encoding is not None:
            before = left_to_mode(before, self._of_encoding)
        self.pusher = with_attributes(before, values)
        self._say(ME, self.live_pusher.set_attributes(self.pusher))

    def set_player(self, values: Mapping[str, object], stream_id: StreamId | None) -> None:
        """Change attributes of every live-player, or of that of *stream_id* alone.

        Raises:
            AttributeProblem: As `set_pusher` does.
        """
        if stream_id is not None:
            before = self.player_of(stream_id) or PlayerAttributes()
            self.players[stream_id] = with_attributes(before, values)
        else:
            players = {one: with_attributes(it, values) for one, it in self.players.items()}
            self.player = with_attributes(self.player or PlayerAttributes(), values)
            self.players = players
        self._hand_on_players()

    def forget_player(self, stream_id: StreamId) -> None:
        """Let *stream_id* have the attributes of all again, or none."""
        self.players.pop(stream_id, None)
        self._hand_on_players()

    def _hand_on_players(self) -> None:
        for one, live_player in self.live_players.items():
            live_player.set_attributes(self.player_of(one) or PlayerAttributes())

    def hear(self, source: StreamId | str, name: str, fields: Fields) -> None:
        """Let the component of *source* hear a fact."""
        self._say(source, self._component(source).hear(name, fields, time.monotonic()))

    def tick(self, numbers: Callable[[StreamId | str], Fields]) -> None:
        """Tell the statistics that are due; *numbers* are asked for only then."""
        now_s = time.monotonic()
        known: list[tuple[StreamId | str, Component]] = [(ME, self.live_pusher)]
        for source, component in (*known, *self.live_players.items()):
            if component.is_due(now_s):
                self._say(source, component.tick(now_s, numbers(source)))

    def forget_all_but(self, played: Collection[StreamId]) -> None:
        """Forget the players that have stopped and are not among those *played*."""
        for stream_id, component in tuple(self.live_players.items()):
            if stream_id not in played and not component.is_started:
                del self.live_players[stream_id]
                self.players.pop(stream_id, None)

    def _component(self, source: StreamId | str) -> Component:
        if not isinstance(source, StreamId):
            return self.live_pusher
        if source not in self.live_players:
            self.live_players[source] = LivePlayer(self.player_of(source), self.like)
        return self.live_players[source]

    def _say(self, source: StreamId | str, events: list[ComponentEvent]) -> None:
        for event in events:
            self._tell(str(source), event.name, **event.fields)
