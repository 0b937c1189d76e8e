"""What the stage shows of a call: a feed for oneself and for every stream played."""

from __future__ import annotations

from dataclasses import replace

from lianmai.call import Call, Receiving
from lianmai.core.components.attributes import PlayerAttributes
from lianmai.core.messages import Peer, StreamId
from lianmai.core.stats import PlayStats, PublishStats
from lianmai.ui.stage.look import OWN, Feed, Look, Phase, TileAct
from lianmai.ui.words import translate, translated


def feeds(
    call: Call, *, with_numbers: bool = False, with_badges: bool = False
) -> dict[StreamId, Feed]:
    """Return what to show, in order: oneself, then every stream played.

    Who sends nothing only has a tile while there is nothing else to see.
    """
    capture = call.capture
    is_audience = not (call.source.has_video or call.source.has_audio)
    own = Feed(
        _own_look(call, with_numbers),
        capture.preview,
        capture.set_preview_size,
        retry=call.sending.retry,
    )
    shown = {} if is_audience and call.streams else {OWN: own}
    stats = call.play_stats() if with_numbers or with_badges else {}
    for stream_id, receiving in call.streams.items():
        look = _look(stream_id, receiving, call.room.peers.get(stream_id.uid))
        look = _set_up(call, stream_id, look)
        if stream_id in stats and with_numbers:
            look = replace(look, numbers=play_lines(stats[stream_id]))
        if stream_id in stats and with_badges:
            look = replace(look, badge=badge(stats[stream_id]))
        shown[stream_id] = _feed(receiving, look, acts_of(call, stream_id))
    return shown


def _feed(receiving: Receiving, look: Look, acts: tuple[TileAct, ...]) -> Feed:
    player = receiving.player
    return Feed(
        look, player.pictures, player.set_picture_size, receiving.sound, receiving.retry, acts
    )


def acts_of(call: Call, stream_id: StreamId) -> tuple[TileAct, ...]:
    """Return what a page could call on the player of a received stream now."""
    if stream_id in call.stopped:
        return (TileAct.PLAY,)
    is_paused = call.streams[stream_id].player.is_paused
    return (TileAct.RESUME if is_paused else TileAct.PAUSE), TileAct.STOP


def _own_look(call: Call, with_numbers: bool) -> Look:
    name = call.settings.name or call.settings.uid
    phases: dict[str, Phase] = {"retrying": "retrying", "failed": "failed"}
    return Look(
        label=translate("Tile", "{name} (you)").format(name=name),
        is_mirrored=call.capture.preview_is_mirrored,
        phase=phases.get(call.sending.state, "live"),
        problem=translated(call.sending.problem or call.capture.error),
        attempt=call.sending.reconnects + 1,
        has_video=call.source.has_video,
        camera_off=not call.camera_on,
        microphone_off=not (call.microphone_on and call.source.has_audio),
        numbers=publish_lines(call.publish_stats()) if with_numbers else (),
    )


def _look(stream_id: StreamId, receiving: Receiving, peer: Peer | None) -> Look:
    phases: dict[str, Phase] = {
        "playing": "live",
        "retrying": "retrying",
        "failed": "failed",
    }
    media = set(peer.streams) if peer else {"all"}
    muted = set(peer.muted) if peer else set()
    return Look(
        label=_label(stream_id, peer),
        phase=phases.get(receiving.state, "connecting"),
        problem=translated(receiving.problem),
        attempt=receiving.reconnects + 1,
        has_video=stream_id.slot == "screen" or bool(media & {"all", "video"}),
        camera_off=bool(muted & {"all", "video"}) and stream_id.slot == "main",
        microphone_off=bool(muted & {"all", "audio"}) or not media & {"all", "audio"},
        sound_off=receiving.sound is not None and receiving.sound.muted,
    )


def _set_up(call: Call, stream_id: StreamId, look: Look) -> Look:
    """Return *look* as the attributes of the player and the user's own wishes have it."""
    attributes = call.components.player_of(stream_id) or PlayerAttributes()
    problem = look.problem
    if stream_id in call.stopped:
        problem = translate("Tile", "Stopped here; play it again from its menu.")
    elif call.streams[stream_id].player.is_paused and not problem:
        problem = translate("Tile", "Paused here")
    return replace(
        look,
        problem=problem,
        phase="live" if stream_id in call.stopped else look.phase,
        turn=attributes.rotation_degrees,
        fills=attributes.object_fit == "fillCrop",
    )


def _label(stream_id: StreamId, peer: Peer | None) -> str:
    name = peer.label if peer else stream_id.uid
    if stream_id.slot == "screen":
        return translate("Tile", "{name} – screen").format(name=name)
    return name


def play_lines(stats: PlayStats) -> tuple[str, ...]:
    """Return the numbers of a played stream, short enough for a tile."""
    lines = [
        f"{stats.width_px}×{stats.height_px}  {stats.fps:.0f} fps",
        f"{stats.kbps:.0f} kbit/s",
    ]
    if stats.latency_ms is not None:
        lines.append(_latency(stats.latency_ms))
    if stats.buffer_ms:
        lines.append(_buffer(stats.buffer_ms))
    if stats.dropped or stats.reconnects:
        lines.append(_drops_line(stats))
    return tuple(lines)


def badge(stats: PlayStats) -> str:
    """Return the latency, which only stamped pictures tell."""
    return f"{stats.latency_ms:.0f} ms" if stats.latency_ms is not None else ""


def publish_lines(stats: PublishStats) -> tuple[str, ...]:
    """Return the numbers of the own stream, short enough for a tile."""
    lines = [
        f"{stats.width_px}×{stats.height_px}  {stats.fps:.0f} fps",
        f"{stats.kbps:.0f} kbit/s",
    ]
    if stats.queue_ms >= 1:
        lines.append(_queue(stats.queue_ms))
    if stats.dropped or stats.reconnects:
        lines.append(_drops_line(stats))
    return tuple(lines)


def _latency(latency_ms: float) -> str:
    return translate("Tile", "latency {ms} ms").format(ms=round(latency_ms))


def _buffer(buffer_ms: float) -> str:
    return translate("Tile", "buffer {ms} ms").format(ms=round(buffer_ms))


def _queue(queue_ms: float) -> str:
    return translate("Tile", "queue {ms} ms").format(ms=round(queue_ms))


def _drops_line(stats: PlayStats | PublishStats) -> str:
    line = translate("Tile", "{dropped} dropped, {reconnects} reconnects")
    return line.format(dropped=stats.dropped, reconnects=stats.reconnects)
