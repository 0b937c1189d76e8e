"""What each command of the command line does with its arguments: run a face, give its exit code.

A face is imported inside the command that needs it, so `serve` and `join` run on a machine
without Qt.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

from lianmai.core.call_settings import CallSettings
from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.encoded import overruled
from lianmai.core.encoding import Encoding
from lianmai.core.source import Size

SECRET_VARIABLE = "LIANMAI_SECRET"
TOKEN_VARIABLE = "LIANMAI_TOKEN"
UNSEEN_DEMO_S = 20.0
UNSEEN_DEMO_PICTURE = "lianmai-demo.png"
NO_DISPLAY = (
    "There is no display to open a window on: set DISPLAY, or use `lianmai join`, which needs none."
)


def open_command(parsed: argparse.Namespace) -> int:
    """Open the window."""
    if not _has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    return _open(parsed)


def _open(parsed: argparse.Namespace) -> int:
    from lianmai.core.stage.devices import screen_named
    from lianmai.core.stage.registry import layout_named
    from lianmai.ui.app import OpenOptions, run
    from lianmai.ui.canvas.document import CanvasFileError, reading_of
    from lianmai.ui.observer import Observer, Watch
    from lianmai.ui.window import parse_geometry

    try:
        layout_named(parsed.layout)
        if parsed.device:
            screen_named(parsed.device)
        if parsed.canvas:
            reading_of(Path(parsed.canvas))
        if parsed.geometry:
            parse_geometry(parsed.geometry)
    except (ValueError, CanvasFileError) as error:
        print(error, file=sys.stderr)
        return 2
    call, invited = _call_of(parsed), parsed.invitation
    if invited:
        call = replace(call, server=invited.server, room=invited.room)
    options = OpenOptions(
        call,
        source=parsed.publish,
        join=parsed.join,
        layout=parsed.layout,
        device=parsed.device,
        canvas=parsed.canvas,
        clean=parsed.clean,
        names=not parsed.no_names,
        geometry=parsed.geometry or "",
    )
    watch = Watch(parsed.seconds, parsed.screenshot, parsed.stats)
    return run(options, Observer(watch).run if watch != Watch() else None)


def demo_command(parsed: argparse.Namespace) -> int:
    """Show a whole call on this machine."""
    is_seen = _has_display()
    if not is_seen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _demo(parsed, is_seen=is_seen)


def _demo(parsed: argparse.Namespace, *, is_seen: bool) -> int:
    from lianmai.ui.demo import DemoOptions, run_demo
    from lianmai.ui.observer import Watch

    watch = Watch(
        seconds=parsed.seconds or (None if is_seen else UNSEEN_DEMO_S),
        screenshot=parsed.screenshot or ("" if is_seen else UNSEEN_DEMO_PICTURE),
        stats=parsed.stats,
        live_table=not is_seen,
    )
    return run_demo(DemoOptions(parsed.guests, watch))


def _has_display() -> bool:
    """Whether a window would be seen by somebody, or a test says where it goes."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def serve_command(parsed: argparse.Namespace) -> int:
    """Run the room server."""
    from lianmai.server.serve import ServeOptions, run

    if parsed.require_token and not parsed.secret:
        return _lacks_secret()
    return run(
        ServeOptions(
            host=parsed.host,
            port=parsed.port,
            rtmp_port=parsed.rtmp_port,
            http_port=parsed.http_port,
            secret=parsed.secret,
            require_token=parsed.require_token,
            until_stdin_closes=parsed.until_stdin_closes,
        )
    )


def join_command(parsed: argparse.Namespace) -> int:
    """Visit a room without a window."""
    from lianmai.headless import JoinOptions, run_join

    call = replace(_call_of(parsed), source=parsed.publish, play=not parsed.no_play)
    return run_join(
        JoinOptions(
            call,
            parsed.count,
            parsed.seconds,
            parsed.until_stdin_closes,
            parsed.control,
            parsed.record,
        )
    )


def probe_command(parsed: argparse.Namespace) -> int:
    """Measure one stream."""
    from lianmai.headless import run_probe

    return run_probe(parsed.url, parsed.seconds)


def record_command(parsed: argparse.Namespace) -> int:
    """Record streams."""
    from lianmai.recording import RecordOptions, run_record

    return run_record(
        RecordOptions(tuple(parsed.urls), parsed.out, parsed.seconds, parsed.until_stdin_closes)
    )


def check_layout_command(parsed: argparse.Namespace) -> int:
    """Hold a picture or a stream against a layout."""
    from lianmai.core.stage.oracle import ASPECTS
    from lianmai.layout_check import CheckOptions, run_check

    return run_check(
        CheckOptions(
            parsed.layout,
            parsed.picture,
            parsed.url,
            parsed.seconds,
            parsed.tolerance,
            tuple(parsed.aspect or ASPECTS),
        )
    )


def compare_command(parsed: argparse.Namespace) -> int:
    """Compare a picture of the stage with a golden."""
    from lianmai.comparison import CompareOptions, run_compare
    from lianmai.core.stage.golden import Tolerance

    tolerance = Tolerance(parsed.tolerance, parsed.share / 100)
    return run_compare(CompareOptions(parsed.golden, parsed.picture, tolerance, parsed.difference))


def mix_command(parsed: argparse.Namespace) -> int:
    """Run mix tasks."""
    from lianmai.core.source import parse_source
    from lianmai.mixing import MixOptions, run_mix

    if not parsed.task and not parsed.control:
        print("There is nothing to mix: give --task FILE, or --control.", file=sys.stderr)
        return 2
    if bool(parsed.server) != bool(parsed.room):
        print("A room has a server and a name: give --server WS and --room R.", file=sys.stderr)
        return 2
    settings = CallSettings(
        server=parsed.server,
        room=parsed.room,
        uid=parsed.user,
        name=parsed.name,
        token=parsed.token,
        source=parse_source("none"),
        pull=parsed.pull,
    )
    return run_mix(
        MixOptions(
            tuple(parsed.task),
            settings if parsed.server else None,
            parsed.seconds,
            parsed.control,
            parsed.out,
            parsed.until_stdin_closes,
        )
    )


def devices_command(_parsed: argparse.Namespace) -> int:
    """List cameras, microphones and screens."""
    from lianmai.headless import run_devices

    return run_devices()


def token_command(parsed: argparse.Namespace) -> int:
    """Print a token for a room."""
    from lianmai.core.grants import RoomToken, seal

    if not parsed.secret:
        return _lacks_secret()
    expires_s = int(time.time() + parsed.hours * 3600)
    print(seal(RoomToken(parsed.room, parsed.user or "", parsed.role, expires_s), parsed.secret))
    return 0


def _lacks_secret() -> int:
    print(f"Give the server's secret: --secret S, or set {SECRET_VARIABLE}.", file=sys.stderr)
    return 2


def _call_of(parsed: argparse.Namespace) -> CallSettings:
    """Return the call asked for, but for its source, which may be left to the window."""
    return CallSettings(
        server=parsed.server,
        room=parsed.room,
        uid=parsed.user,
        name=parsed.name,
        token=parsed.token,
        encoding=_encoding_of(parsed),
        stamp=parsed.stamp,
        pull=parsed.pull,
        pusher=_pusher_of(parsed),
        player=parsed.player,
        like=parsed.like,
    )


def _pusher_of(parsed: argparse.Namespace) -> PusherAttributes | None:
    """Return the attributes asked for; ``--size`` and ``--bitrate`` win over their mode."""
    if parsed.pusher is None:
        return None
    return overruled(parsed.pusher, parsed.size, parsed.bitrate)


def _encoding_of(parsed: argparse.Namespace) -> Encoding:
    """Return the encoding asked for: by ``--size``, else by the test pattern's own size."""
    size: Size = parsed.size or (parsed.publish and parsed.publish.size) or Size()
    return Encoding(size, parsed.bitrate)
