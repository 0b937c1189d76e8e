"""The two kinds of component behind one face, so that the panel needs to know neither."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import msgspec

from lianmai.call import Call
from lianmai.call.components import ME
from lianmai.core.components.attributes import PlayerAttributes, PusherAttributes
from lianmai.core.components.encoded import attributes_of
from lianmai.core.components.tables import ComponentName
from lianmai.core.journal import Value
from lianmai.core.messages import StreamId
from lianmai.ui.panels.inspector.editor import Value as Setting
from lianmai.ui.words import translate


class Component(Protocol):
    """One live-pusher or live-player of a call."""

    @property
    def kind(self) -> ComponentName:
        """Which of the two it is."""

    @property
    def source(self) -> str:
        """Its name in the journal."""

    def values(self) -> Mapping[str, Setting]:
        """Return every attribute under the phone's name."""

    def effective(self) -> Mapping[str, Setting]:
        """Return what acts where the mode decides."""

    def set(self, name: str, value: Setting) -> None:
        """Change an attribute.

        Raises:
            AttributeProblem: If it is not allowed; one sentence.
        """

    def netstatus(self) -> Mapping[str, Value]:
        """Return the last statistics, empty before the first."""

    def is_changed(self) -> bool:
        """Tell whether any attribute is not as at the start."""

    def reset(self) -> None:
        """Take all attributes back to what they were at the start."""

    def note(self) -> str:
        """Return what has to be said about the attributes as a whole, if anything."""


class Pusher:
    """Own live-pusher."""

    kind: ComponentName = "live-pusher"
    source = ME

    def __init__(self, call: Call) -> None:
        self._call = call
        self._first = call.settings.pusher or attributes_of(call.settings.encoding)

    def values(self) -> Mapping[str, Setting]:
        """Return every attribute under the phone's name."""
        return _values(self._call.pusher)

    def effective(self) -> Mapping[str, Setting]:
        """Return bitrates and sizes that follow from the mode."""
        pusher = self._call.pusher
        (low, high), size = pusher.bitrate_range_kbps, pusher.size
        return {
            "min-bitrate": low,
            "max-bitrate": high,
            "video-width": size.width_px,
            "video-height": size.height_px,
        }

    def set(self, name: str, value: Setting) -> None:
        """Change an attribute."""
        self._call.set_pusher_attribute(name, value)

    def is_changed(self) -> bool:
        """Tell whether any attribute is not as at the start."""
        return self._call.pusher != self._first

    def reset(self) -> None:
        """Take all attributes back to what they were at the start."""
        self._call.set_pusher_attributes(_values(self._first))

    def netstatus(self) -> Mapping[str, Value]:
        """Return the last statistics, empty before the first."""
        return self._call.live_pusher.netstatus

    def note(self) -> str:
        """Return what has to be said about the attributes as a whole."""
        if self._call.source.media is not None:
            return ""
        return translate("Component", "Nothing is published now; these act when it is.")


class Player:
    """The live-player of *stream_id*."""

    kind: ComponentName = "live-player"

    def __init__(self, call: Call, stream_id: StreamId) -> None:
        self._call, self._stream_id = call, stream_id
        self.source = str(stream_id)

    def values(self) -> Mapping[str, Setting]:
        """Return every attribute under the phone's name."""
        return _values(self._attributes())

    def effective(self) -> Mapping[str, Setting]:
        """Return the buffer that follows from the mode."""
        low, high = self._attributes().cache_s
        return {"min-cache": low, "max-cache": high}

    def set(self, name: str, value: Setting) -> None:
        """Change an attribute."""
        self._call.set_player_attribute(name, value, self._stream_id)

    def is_changed(self) -> bool:
        """Tell whether the stream has attributes of its own."""
        return self._stream_id in self._call.components.players

    def reset(self) -> None:
        """Play the stream as all are played."""
        self._call.forget_player_attributes(self._stream_id)

    def netstatus(self) -> Mapping[str, Value]:
        """Return the last statistics, empty before the first."""
        machine = self._call.live_player(self._stream_id)
        return machine.netstatus if machine is not None else {}

    def note(self) -> str:
        """Return what has to be said about the attributes as a whole."""
        if self._call.components.player_of(self._stream_id) is not None:
            return ""
        return translate(
            "Component", "Plays with the least delay, as no phone does, until one of these is set."
        )

    def _attributes(self) -> PlayerAttributes:
        return self._call.components.player_of(self._stream_id) or PlayerAttributes()


def _values(attributes: PusherAttributes | PlayerAttributes) -> Mapping[str, Setting]:
    found: dict[str, Setting] = msgspec.to_builtins(attributes)
    return found
