"""Orders to a call as lines of JSON, for scripts: what a tester would click in the window."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from lianmai.call.call import Call
from lianmai.core.components.personality import Situation
from lianmai.core.errors import LianmaiError
from lianmai.core.messages import StreamId
from lianmai.media.capturing.music import Music


class OrderProblem(LianmaiError):
    """An order cannot be understood: write it as the sentence says."""


class MusicOrder(Struct, frozen=True, forbid_unknown_fields=True):
    """Background music: ``{"play": "song.mp3", "volume": 0.5}``, then ``{"pause": true}``.

    The volumes count from 0 to 1; ``{"pause": false}`` goes on.
    """

    volume: float | None = None
    microphone_volume: float | None = None
    play: str = ""
    start_ms: int = 0
    end_ms: int = 0
    pause: bool | None = None
    stop: bool = False


class Order(Struct, frozen=True, forbid_unknown_fields=True):
    """One line, such as ``{"pusher": {"beauty": 5}}`` or ``{"meet": "background"}``.

    What is given is done in this order. *pusher* and *player* change attributes, those of
    *stream* alone if it is given; *zoom* is 1 to 5, *message* a text for the next picture; *meet*
    lets a situation happen to the phone, *recover* ends it.
    """

    pusher: dict[str, Any] = {}
    player: dict[str, Any] = {}
    stream: str = ""
    camera: bool | None = None
    microphone: bool | None = None
    switch_camera: bool = False
    zoom: float | None = None
    message: str = ""
    music: MusicOrder | None = None
    meet: Situation | None = None
    recover: bool = False
    leave: bool = False


def obey(call: Call, line: bytes) -> None:
    """Do what *line* says.

    Raises:
        LianmaiError: If it is no order, or cannot be done; the rest of it is left alone then.
    """
    order = _order(line)
    stream_id = _stream_id(call, order.stream) if order.stream else None
    if order.pusher:
        call.set_pusher_attributes(order.pusher)
    if order.player:
        call.set_player_attributes(order.player, stream_id)
    if order.camera is not None:
        call.camera_on = order.camera
    if order.microphone is not None:
        call.microphone_on = order.microphone
    _send(call, order)
    if order.meet is not None:
        call.meet(order.meet)
    if order.recover:
        call.recover()
    if order.leave:
        call.leave()


def _send(call: Call, order: Order) -> None:
    """Do what *order* says about own picture and sound, but for switching them off."""
    if order.switch_camera:
        call.switch_camera()
    if order.zoom is not None:
        call.capture.zoom = order.zoom
    if order.message:
        call.sending.publisher.send_message(order.message)
    if order.music is not None:
        _make_music(call.capture.music, order.music)


def _make_music(music: Music, order: MusicOrder) -> None:
    if order.volume is not None:
        music.volume = order.volume
    if order.microphone_volume is not None:
        music.microphone_volume = order.microphone_volume
    if order.play:
        music.play(order.play, start_ms=order.start_ms, end_ms=order.end_ms)
    if order.pause is not None:
        if order.pause:
            music.pause()
        else:
            music.resume()
    if order.stop:
        music.stop()


def _order(line: bytes) -> Order:
    try:
        order = msgspec.json.decode(line, type=Order)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        example = '{"pusher": {"beauty": 5}}'
        raise OrderProblem(f"An order is a line such as {example}; this one: {error}.") from error
    if order == Order():
        raise OrderProblem(f"An order says one of {', '.join(Order.__struct_fields__)}.")
    return order


def _stream_id(call: Call, name: str) -> StreamId:
    """Return the stream that the journal calls *name*."""
    for stream_id in call.streams:
        if str(stream_id) == name:
            return stream_id
    raise OrderProblem(f"No stream {name[:80]!r} is played: {_known(call)}.")


def _known(call: Call) -> str:
    return "choose " + ", ".join(map(str, call.streams)) if call.streams else "there is none yet"
