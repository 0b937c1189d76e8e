"""The command line: arguments in, exit code out.

Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from lianmai import __version__, commands
from lianmai.commands import SECRET_VARIABLE, TOKEN_VARIABLE
from lianmai.core.components.attributes import PlayerAttributes, PusherAttributes
from lianmai.core.components.written import written_attributes
from lianmai.core.errors import LianmaiError
from lianmai.core.invitation import Invitation, read_invitation
from lianmai.core.source import parse_size, parse_source
from lianmai.core.vocabulary import ID_PATTERN

Parsed = TypeVar("Parsed")
Parsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _prepare_output()
    parsed = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = parsed.run
    try:
        return run(parsed)
    except LianmaiError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        if not (problem := _output_problem()):
            raise
        if isinstance(error, BrokenPipeError):  # whoever read the output has gone
            return 0
        print(f"Standard output cannot be written ({problem}): choose another.", file=sys.stderr)
        return 1


def _prepare_output() -> None:
    """Make standard output UTF-8 whatever the locale, and there in the first place.

    JSON is UTF-8; bytes that a path has and UTF-8 has not are escaped. A closed standard stream
    would be the first socket's number, and libuv aborts when it closes one of those.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number: this one


def _output_problem() -> str:
    """Return why standard output takes nothing, empty when it does.

    What waits for it is let go of: Python would complain once more at its exit.
    """
    try:
        print(flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return error.strerror or str(error)
    return ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lianmai", description="The PC-side peer of WeChat mini-program video calls."
    )
    parser.add_argument("--version", action="version", version=f"lianmai {__version__}")
    parsers = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (
        _add_open,
        _add_demo,
        _add_serve,
        _add_join,
        _add_probe,
        _add_record,
        _add_mix,
        _add_check_layout,
        _add_compare,
        _add_devices,
        _add_token,
    ):
        add(parsers)
    return parser


def _add_open(parsers: Parsers) -> None:
    command = parsers.add_parser("open", help="open the window")
    command.add_argument(
        "invitation",
        nargs="?",
        type=_invitation,
        metavar="LINK",
        help="lianmai://join?... from the code of a presentation: server and room",
    )
    _add_room(command, required=False)
    _add_publishing(command)
    command.add_argument("--join", action="store_true", help="join at once instead of asking")
    command.add_argument("--layout", default="grid", metavar="NAME", help="how tiles are placed")
    command.add_argument(
        "--device",
        default="",
        metavar="NAME[:landscape]",
        help="show the stage on a phone's screen",
    )
    command.add_argument(
        "--canvas", default="", metavar="FILE", help="edit a NERTC layout, or our own form of one"
    )
    command.add_argument("--clean", action="store_true", help="presentation: the stage alone")
    command.add_argument("--no-names", action="store_true", help="leave names off pictures")
    command.add_argument("--geometry", metavar="WxH+X+Y", help="size and place of the window")
    _add_watch(command)
    command.set_defaults(run=commands.open_command)


def _add_demo(parsers: Parsers) -> None:
    command = parsers.add_parser("demo", help="a whole call on this machine, live")
    command.add_argument("--guests", type=_count, default=2, metavar="N", help="peers beside you")
    _add_watch(command)
    command.set_defaults(run=commands.demo_command)


def _add_serve(parsers: Parsers) -> None:
    command = parsers.add_parser("serve", help="run the room server")
    command.add_argument("--host", default="127.0.0.1", help="0.0.0.0 lets phones in")
    command.add_argument("--port", type=_port, default=8440, metavar="P", help="signalling")
    command.add_argument("--rtmp-port", type=_port, default=1935, metavar="P", help="RTMP")
    command.add_argument("--http-port", type=_port, default=8441, metavar="P", help="HTTP-FLV")
    command.add_argument(
        "--secret",
        default=os.environ.get(SECRET_VARIABLE, ""),
        metavar="S",
        help=f"signs stream keys and room tokens (or set {SECRET_VARIABLE})",
    )
    command.add_argument("--require-token", action="store_true", help="nobody joins without one")
    _add_stdin_watch(command)
    command.set_defaults(run=commands.serve_command)


def _add_join(parsers: Parsers) -> None:
    command = parsers.add_parser("join", help="join a room without a window")
    _add_room(command, required=True)
    _add_publishing(command, default="none")
    command.add_argument("--no-play", action="store_true", help="do not play the others")
    command.add_argument("--count", type=_count, default=1, metavar="N", help="peers to be")
    command.add_argument("--seconds", type=_seconds, metavar="S", help="leave after S seconds")
    command.add_argument(
        "--control", action="store_true", help="take orders, JSON lines, from standard input"
    )
    command.add_argument(
        "--record", type=Path, metavar="DIR", help="write what the others send into this folder"
    )
    _add_stdin_watch(command)
    command.set_defaults(run=commands.join_command)


def _add_probe(parsers: Parsers) -> None:
    command = parsers.add_parser("probe", help="pull one stream and measure it")
    command.add_argument("url", metavar="URL", help="rtmp://... or http://....flv")
    command.add_argument("--seconds", type=_seconds, default=6.0, metavar="S")
    command.set_defaults(run=commands.probe_command)


def _add_record(parsers: Parsers) -> None:
    command = parsers.add_parser("record", help="write streams into files as they come")
    command.add_argument("urls", nargs="+", metavar="URL", help="rtmp://... or http://....flv")
    command.add_argument(
        "--out", type=Path, default=Path(), metavar="DIR", help="folder, made if it is missing"
    )
    command.add_argument("--seconds", type=_seconds, metavar="S", help="end after S seconds")
    _add_stdin_watch(command)
    command.set_defaults(run=commands.record_command)


def _add_mix(parsers: Parsers) -> None:
    command = parsers.add_parser("mix", help="compose streams into one, as a vendor's server does")
    _add_room(command, required=False)
    command.add_argument(
        "--task", type=Path, action="append", default=[], metavar="FILE", help="may be repeated"
    )
    command.add_argument(
        "--control", action="store_true", help="take requests, JSON lines, from standard input"
    )
    command.add_argument(
        "--out", type=Path, default=Path(), metavar="DIR", help="where tasks with record write"
    )
    command.add_argument("--seconds", type=_seconds, metavar="S", help="end after S seconds")
    _add_stdin_watch(command)
    command.set_defaults(run=commands.mix_command)


def _add_check_layout(parsers: Parsers) -> None:
    command = parsers.add_parser(
        "check-layout", help="find stamped tiles in a picture and compare them with a layout"
    )
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument("--picture", default="", metavar="FILE", help="a screenshot of the stage")
    source.add_argument("--url", default="", metavar="URL", help="a mixed stream to pull")
    command.add_argument(
        "--layout", type=Path, required=True, metavar="FILE", help="a canvas as JSON"
    )
    command.add_argument(
        "--seconds", type=_seconds, default=1.0, metavar="S", help="look S seconds into the stream"
    )
    command.add_argument(
        "--tolerance", type=_pixels, default=2.0, metavar="PX", help="what is no difference yet"
    )
    command.add_argument(
        "--aspect",
        type=_aspect,
        action="append",
        metavar="W:H",
        help="a shape in which members send; any usual one without it",
    )
    command.set_defaults(run=commands.check_layout_command)


def _add_compare(parsers: Parsers) -> None:
    command = parsers.add_parser("compare", help="compare a picture of the stage with a golden")
    command.add_argument(
        "--golden",
        type=Path,
        required=True,
        metavar="FILE",
        help="saved by the window: PNG or JSON",
    )
    command.add_argument(
        "--picture", type=Path, required=True, metavar="FILE", help="such as of open --screenshot"
    )
    command.add_argument(
        "--tolerance", type=_level, default=8, metavar="N", help="of 255, no difference in a colour"
    )
    command.add_argument(
        "--share", type=_percent, default=0.1, metavar="PERCENT", help="of pixels that may differ"
    )
    command.add_argument(
        "--difference", type=Path, metavar="FILE", help="write a picture of what differs, as PNG"
    )
    command.set_defaults(run=commands.compare_command)


def _add_devices(parsers: Parsers) -> None:
    command = parsers.add_parser("devices", help="list cameras, microphones and screens")
    command.set_defaults(run=commands.devices_command)


def _add_token(parsers: Parsers) -> None:
    command = parsers.add_parser("token", help="make a token for a room server with a secret")
    command.add_argument("--secret", default=os.environ.get(SECRET_VARIABLE, ""), metavar="S")
    command.add_argument("--room", type=_id, required=True, metavar="R")
    command.add_argument("--user", type=_id, metavar="U", help="by default anybody")
    command.add_argument("--role", choices=("broadcaster", "audience"), default="broadcaster")
    command.add_argument("--hours", type=_seconds, default=24.0, metavar="H")
    command.set_defaults(run=commands.token_command)


def _add_room(command: argparse.ArgumentParser, *, required: bool) -> None:
    server = command.add_argument("--server", metavar="WS", help="ws://...")
    room = command.add_argument("--room", metavar="R")
    user = command.add_argument("--user", metavar="U", help="own id in the room")
    name = command.add_argument("--name", metavar="NAME", help="shown to the others")
    for argument in (server, room, user, name):
        argument.type, argument.default = _text, ""
    server.required = room.required = required
    command.add_argument(
        "--token",
        type=_text,
        default=os.environ.get(TOKEN_VARIABLE, ""),
        metavar="T",
        help=f"what the server asks for (or set {TOKEN_VARIABLE})",
    )
    command.add_argument("--pull", choices=("flv", "rtmp"), default="flv", help="how to play")


def _add_publishing(command: argparse.ArgumentParser, default: str | None = None) -> None:
    command.add_argument(
        "--publish", type=_argument(parse_source), default=default, metavar="SOURCE"
    )
    command.add_argument("--size", type=_argument(parse_size), metavar="WxH[@FPS]")
    command.add_argument("--bitrate", type=_count, default=0, metavar="KBPS", help="of the picture")
    command.add_argument("--stamp", action="store_true", help="draw who and when into the picture")
    _add_phone(command)


def _add_phone(command: argparse.ArgumentParser) -> None:
    """Add what makes a peer one of the phone's: its components' attributes, its habits."""
    command.add_argument(
        "--pusher",
        type=_argument(partial(written_attributes, PusherAttributes)),
        metavar="KEY=VALUE,...|FILE",
        help="attributes of live-pusher, such as mode=RTC,max-bitrate=600, or a JSON file",
    )
    command.add_argument(
        "--player",
        type=_argument(partial(written_attributes, PlayerAttributes)),
        metavar="KEY=VALUE,...|FILE",
        help="attributes of live-player, such as min-cache=0.2,max-cache=0.8",
    )
    command.add_argument("--like", choices=("ios", "android"), help="the phone to behave like")


def _add_watch(command: argparse.ArgumentParser) -> None:
    command.add_argument("--seconds", type=_seconds, metavar="S", help="end after S seconds")
    command.add_argument(
        "--screenshot", default="", metavar="FILE", help="at the end, save a picture of the window"
    )
    command.add_argument("--stats", default="", metavar="FILE", help="save numbers as JSON lines")


def _add_stdin_watch(command: argparse.ArgumentParser) -> None:
    command.add_argument("--until-stdin-closes", action="store_true", help=argparse.SUPPRESS)


# --- what arguments mean -----------------------------------------------------------------------


def _argument(parse: Callable[[str], Parsed]) -> Callable[[str], Parsed]:
    """Return *parse* with its error as one of wrong usage."""

    def convert(text: str) -> Parsed:
        try:
            return parse(text)
        except LianmaiError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert


def _text(text: str) -> str:
    """Return *text* if it is one: bytes that are no UTF-8 could not be sent to anybody."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError(f"{text!r} is not UTF-8") from None
    return text


def _invitation(text: str) -> Invitation:
    try:
        return read_invitation(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _id(text: str) -> str:
    if re.fullmatch(ID_PATTERN, text) is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not 1 to 64 of a-z, digits and _.~-")
    return text


def _number(text: str, lowest: float, highest: float) -> float:
    try:
        number = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if not lowest <= number <= highest:
        raise argparse.ArgumentTypeError(f"{text} is not between {lowest:g} and {highest:g}")
    return number


def _port(text: str) -> int:
    return int(_number(text, 0, 65535))


def _count(text: str) -> int:
    return int(_number(text, 0, 100_000))


def _pixels(text: str) -> float:
    return _number(text, 0, 1000)


def _level(text: str) -> int:
    return int(_number(text, 0, 255))


def _percent(text: str) -> float:
    return _number(text, 0, 100)


def _aspect(text: str) -> float:
    width, _, height = text.partition(":")
    return _number(width, 1, 10_000) / _number(height, 1, 10_000)


def _seconds(text: str) -> float:
    return _number(text, 0.1, 10_000_000)
