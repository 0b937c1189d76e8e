"""The programs measured, as data: command lines, and where a missing one comes from."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lianmai.core.stage.geometry import Rect

NODE_FOLDER = Path("build/bench")
"""Where ``npm install --prefix`` puts node-media-server; git does not look there."""

_NGINX_MODULE = Path("/usr/lib/nginx/modules/ngx_rtmp_module.so")
_NODE_MODULE = NODE_FOLDER / "node_modules" / "node-media-server"


@dataclass(frozen=True)
class Player:
    """A program that shows streams.

    *command* is a template: ``{url}`` of the one stream it shows, or for *shows_many* ``{server}``
    and ``{names}``; ``{place}`` is an X geometry, the rest its parts.
    """

    name: str
    command: tuple[str, ...]
    shows_many: bool = False

    @property
    def is_installed(self) -> bool:
        """Whether its program is there."""
        return shutil.which(self.command[0]) is not None

    def command_line(self, streams: Sequence[str], place: Rect) -> list[str]:
        """Return what shows *streams*, pull URLs on one server, in a window at *place*."""
        server, _, _ = streams[0].rpartition("/")
        names = ",".join(url.rpartition("/")[2].removesuffix(".flv") for url in streams)
        words = {
            "url": streams[0],
            "server": server,
            "names": names,
            "place": f"{place.width}x{place.height}+{place.x}+{place.y}",
            "x": place.x,
            "y": place.y,
            "width": place.width,
            "height": place.height,
        }
        return [word.format(**words) for word in self.command]


LIANMAI = Player(
    "lianmai",
    (
        *(sys.executable, "-m", "lianmai", "open", "--server", "{server}", "--room", "{names}"),
        *("--publish", "none", "--join", "--clean", "--geometry", "{place}"),
    ),
    shows_many=True,
)
MPV = Player(
    "mpv",
    (
        *("mpv", "--no-config", "--profile=low-latency", "--untimed", "--no-cache", "--vo=x11"),
        *("--really-quiet", "--no-border", "--osc=no", "--geometry={place}", "{url}"),
    ),
)
_FFPLAY_WINDOW = ("-noborder", "-left", "{x}", "-top", "{y}", "-x", "{width}", "-y", "{height}")
FFPLAY_TUNED = Player(
    "ffplay tuned",
    (
        *("ffplay", "-loglevel", "error", "-fflags", "nobuffer", "-flags", "low_delay"),
        *("-framedrop", "-probesize", "32768", "-analyzeduration", "100000", "-sync", "ext"),
        *(*_FFPLAY_WINDOW, "{url}"),
    ),
)
FFPLAY = Player("ffplay", ("ffplay", "-loglevel", "error", *_FFPLAY_WINDOW, "{url}"))


def joining(ws: str, room: str) -> tuple[str, ...]:
    """Return the command template of a window of ours that joins *room* on the server *ws*."""
    words = {"{server}": ws, "{names}": room}
    return tuple(words.get(word, word) for word in LIANMAI.command)


def decoding(url: str) -> list[str]:
    """Return the command that decodes *url* on one thread and throws the pictures away."""
    tuning = ("-probesize", "32768", "-analyzeduration", "100000", "-flags", "low_delay")
    quiet = ("ffmpeg", "-nostdin", "-loglevel", "error", "-threads", "1")
    return [
        *quiet,
        *tuning,
        "-i",
        url,
        "-map",
        "0:v",
        "-fps_mode",
        "passthrough",
        "-f",
        "null",
        "-",
    ]


def missing() -> dict[str, str]:
    """Return which programs are missing, each with what installs it."""
    hints = {
        "Xvfb": (_is_program("Xvfb"), "apt-get install xvfb"),
        "mpv": (MPV.is_installed, "apt-get install mpv"),
        "ffmpeg and ffplay": (_is_program("ffmpeg", "ffplay"), "apt-get install ffmpeg"),
        "nginx-rtmp": (has_nginx(), "apt-get install nginx libnginx-mod-rtmp"),
        "node-media-server": (
            has_node_media_server(),
            f"npm install --prefix {NODE_FOLDER} node-media-server@4.4.3 (and nodejs, npm)",
        ),
    }
    return {name: hint for name, (is_there, hint) in hints.items() if not is_there}


def has_nginx() -> bool:
    """Whether nginx and its RTMP module are installed."""
    return _is_program("nginx") and _NGINX_MODULE.exists()


def has_node_media_server() -> bool:
    """Whether node-media-server is installed where `missing` says."""
    return _is_program("node") and _NODE_MODULE.is_dir()


def versions() -> dict[str, str]:
    """Return the first line of what each program says about itself."""
    asked = {
        "mpv": ["mpv", "--version"],
        "ffmpeg": ["ffmpeg", "-version"],
        "nginx": ["nginx", "-v"],
        "node": ["node", "--version"],
    }
    return {name: _first_line(command) for name, command in asked.items() if _is_program(name)}


def _is_program(*names: str) -> bool:
    return all(shutil.which(name) for name in names)


def _first_line(command: Sequence[str]) -> str:
    run = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
    return next(iter((run.stdout or run.stderr).splitlines()), "")
