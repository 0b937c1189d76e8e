"""A sound card made of software, so that sound and its clock take part."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ui.pulse import PulseServer


@contextmanager
def sound_server(home: Path) -> Iterator[dict[str, str]]:
    """Run PulseAudio with a null sink, if it is installed; yields what programs need to find it.

    *home* is an empty folder for its socket.
    """
    if shutil.which("pulseaudio") is None:
        yield {}
        return
    server = PulseServer(home)
    server.start()
    try:
        yield {"PULSE_SERVER": server.env["PULSE_SERVER"]}
    finally:
        server.stop()
