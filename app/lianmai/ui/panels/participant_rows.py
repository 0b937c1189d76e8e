"""The participants of a call as rows: who they are, what they send, how it goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lianmai.core.messages import Peer, StreamId
from lianmai.core.redact import redact
from lianmai.ui.panels.call_view import CallView, ReceivedView
from lianmai.ui.stage.sounds import Sound
from lianmai.ui.words import translate, translated

Switch: TypeAlias = Literal["on", "off", "none"]
Health: TypeAlias = Literal["quiet", "waiting", "good", "retrying", "failed"]

_HEALTH: dict[str, Health] = {
    "requesting": "waiting",
    "publishing": "good",
    "playing": "good",
    "retrying": "retrying",
    "failed": "failed",
}
_WORST_FIRST: tuple[Health, ...] = ("failed", "retrying", "waiting", "good", "quiet")


@dataclass(frozen=True)
class ParticipantRow:
    """One member of the room; *problem* is a sentence when something is wrong."""

    uid: str
    name: str
    is_own: bool = False
    is_host: bool = False
    is_audience: bool = False
    microphone: Switch = "none"
    camera: Switch = "none"
    health: Health = "quiet"
    problem: str = ""
    muted_here: bool = False
    volume: float = 1.0

    @property
    def key(self) -> str:
        """The uid: names may change and repeat."""
        return self.uid

    @property
    def label(self) -> str:
        """The name as shown."""
        return (
            translate("Participants", "{name} (you)").format(name=self.name)
            if self.is_own
            else self.name
        )

    @property
    def state(self) -> str:
        """How it goes, in one word or sentence."""
        return self.problem or _health_words(self.health, is_own=self.is_own)

    @property
    def role(self) -> str:
        """What the member is here for."""
        if self.is_host:
            return translate("Participants", "Host")
        if self.is_audience:
            return translate("Participants", "Audience")
        return translate("Participants", "Broadcaster")

    def matches(self, text: str) -> bool:
        """Tell whether name or uid contain *text*, whatever the case."""
        return text.casefold() in f"{self.name}\n{self.uid}".casefold()

    def sentence(self) -> str:
        """Return everything in words, for tool tips and screen readers."""
        parts = [
            self.label,
            self.uid,
            self.role,
            _switch_words("microphone", self.microphone),
            _switch_words("camera", self.camera),
            translate("Participants", "muted here") if self.muted_here else "",
            self.state,
        ]
        return "\n".join(part for part in dict.fromkeys(parts) if part)


def participant_rows(call: CallView) -> list[ParticipantRow]:
    """Return everybody in the room, oneself first, then in order of arrival."""
    streams: dict[str, list[ReceivedView]] = {}
    for stream_id, stream in call.streams.items():
        streams.setdefault(stream_id.uid, []).append(stream)
    me = call.room.me
    own = [_own_row(call, me)] if me is not None else []
    return own + [_row(peer, streams.get(peer.uid, [])) for peer in call.room.others]


def sounds_of(call: CallView, uid: str) -> list[Sound]:
    """Return what can be muted of the peer *uid*, its main sound first."""
    ids = sorted((it for it in call.streams if it.uid == uid), key=_main_first)
    return [sound for it in ids if (sound := call.streams[it].sound) is not None]


def _main_first(stream_id: StreamId) -> bool:
    return stream_id.slot != "main"


def _own_row(call: CallView, me: Peer) -> ParticipantRow:
    source = call.source
    is_lost = call.room.link != "open"
    lost = translate("Participants", "The room cannot be reached; trying again.")
    return ParticipantRow(
        uid=me.uid,
        name=me.label,
        is_own=True,
        is_host=me.is_host,
        is_audience=me.role == "audience",
        microphone=_switch(has=source.has_audio, off=not call.microphone_on),
        camera=_switch(has=source.has_video, off=not call.camera_on),
        health="retrying" if is_lost else _HEALTH.get(call.sending.state, "quiet"),
        problem=lost if is_lost else translated(redact(call.sending.problem)),
    )


def _row(peer: Peer, streams: list[ReceivedView]) -> ParticipantRow:
    media, muted = set(peer.streams), set(peer.muted)
    sounds = [stream.sound for stream in streams if stream.sound is not None]
    return ParticipantRow(
        uid=peer.uid,
        name=peer.label,
        is_host=peer.is_host,
        is_audience=peer.role == "audience",
        microphone=_switch(has=bool(media & {"all", "audio"}), off=bool(muted & {"all", "audio"})),
        camera=_switch(has=bool(media & {"all", "video"}), off=bool(muted & {"all", "video"})),
        health=_worst(_HEALTH.get(stream.state, "waiting") for stream in streams)
        if streams
        else ("good" if peer.streams else "quiet"),
        problem=translated(redact(next((it.problem for it in streams if it.problem), ""))),
        muted_here=bool(sounds) and all(sound.muted for sound in sounds),
        volume=sounds[0].volume if sounds else 1.0,
    )


def _worst(states: Iterable[Health]) -> Health:
    return min(states, key=_WORST_FIRST.index)


def _switch(*, has: bool, off: bool) -> Switch:
    if not has:
        return "none"
    return "off" if off else "on"


def _health_words(health: Health, *, is_own: bool) -> str:
    words: dict[Health, str] = {
        "quiet": translate("Participants", "Sends nothing"),
        "waiting": translate("Participants", "Connecting…"),
        "good": translate("Participants", "Publishing"),
        "retrying": translate("Participants", "Trying again…"),
        "failed": translate("Participants", "Failed"),
    }
    if is_own and health == "quiet":
        return translate("Participants", "Sending nothing")
    return words[health]


def _switch_words(what: Literal["microphone", "camera"], switch: Switch) -> str:
    words = {
        ("microphone", "on"): translate("Participants", "microphone on"),
        ("microphone", "off"): translate("Participants", "microphone off"),
        ("camera", "on"): translate("Participants", "camera on"),
        ("camera", "off"): translate("Participants", "camera off"),
    }
    return words.get((what, switch), "")
