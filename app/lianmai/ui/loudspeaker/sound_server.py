"""Whether Qt may be asked for sound: on Linux it looks for its sound server once per process.

When that first look fails, Qt 6.12 prints a warning and stays deaf until the process ends; when
it succeeds, Qt follows the server's comings and goings by itself. Hence this look beforehand.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

_CONNECT_S = 0.2
_CONFIGURED = re.compile(r"^\s*default-server\s*=\s*\S", re.MULTILINE)


def is_reachable() -> bool:
    """Tell whether a sound server will answer, as far as can be known without asking Qt.

    Follows libpulse's search: ``PULSE_SERVER``, a configured server, the sockets of the user
    and of the system, and last a server that libpulse starts itself. Blocks for 0.2 s a socket
    at most.
    """
    if sys.platform != "linux":
        return True
    if named := os.environ.get("PULSE_SERVER", ""):
        path = named.removeprefix("unix:")
        return _answers(Path(path)) if path.startswith("/") else True
    return _is_configured() or any(map(_answers, _usual_sockets())) or _can_be_spawned()


def _usual_sockets() -> Iterator[Path]:
    if runtime := os.environ.get("PULSE_RUNTIME_PATH"):
        yield Path(runtime, "native")
    if runtime := os.environ.get("XDG_RUNTIME_DIR"):
        yield Path(runtime, "pulse", "native")
    yield Path("/var/run/pulse/native")


def _is_configured() -> bool:
    """Tell whether a configuration file names a server, wherever that is."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path("~/.config").expanduser())
    return any(_names_server(folder / "client.conf") for folder in (home / "pulse", _SYSTEM))


_SYSTEM = Path("/etc/pulse")


def _names_server(path: Path) -> bool:
    try:
        return _CONFIGURED.search(path.read_text("utf-8", "replace")) is not None
    except OSError:
        return False


def _can_be_spawned() -> bool:
    """Libpulse starts a server for everybody but root (pulse-client.conf, "autospawn")."""
    return os.getuid() != 0 and shutil.which("pulseaudio") is not None


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(_CONNECT_S)
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True
