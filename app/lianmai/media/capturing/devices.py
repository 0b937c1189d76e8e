"""Which cameras, microphones and screens there are, and how each platform names them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

import av

from lianmai.core.errors import SourceError
from lianmai.core.sentences import sentence

Kind: TypeAlias = Literal["camera", "mic", "screen"]

_WORDS: dict[Kind, str] = {
    "camera": sentence("camera"),
    "mic": sentence("microphone"),
    "screen": sentence("screen"),
}
_ADVICE: dict[Kind, str] = {
    "camera": sentence("connect one, or choose the test pattern"),
    "mic": sentence("connect one, or choose the tone or silence"),
    "screen": sentence("choose another source"),
}
_ALSA_PLACES = {
    "ALSA_CONFIG_PATH": ("/usr/share/alsa/alsa.conf",),
    "ALSA_PLUGIN_DIR": (
        "/usr/lib/x86_64-linux-gnu/alsa-lib",
        "/usr/lib/aarch64-linux-gnu/alsa-lib",
        "/usr/lib64/alsa-lib",
    ),
}


@dataclass(frozen=True)
class Device:
    """Something to capture from: *name* chooses it on the command line, *label* is for people.

    *address* and *format* are what FFmpeg opens.
    """

    kind: Kind
    name: str
    label: str
    address: str
    format: str


@dataclass(frozen=True)
class Platform:
    """How one platform finds its devices, the preferred one of each kind first."""

    devices: Callable[[], list[Device]]
    compressed: dict[str, str] = field(default_factory=dict)
    """Asks a camera for compressed pictures; large ones do not fit through USB 2 otherwise.

    Only Video4Linux needs to be asked: DirectShow and AVFoundation look for size and rate first.
    """


def list_devices(platform: Platform | None = None) -> list[Device]:
    """Return the devices of this machine; empty when there are none. Opens no device."""
    return (platform or this_platform()).devices()


def has_camera(platform: Platform | None = None) -> bool:
    """Whether a camera is connected; another program may be using it all the same."""
    return any(device.kind == "camera" for device in list_devices(platform))


def find_device(kind: Kind, name: str, platform: Platform | None = None) -> Device:
    """Return the device of *kind* called *name*, by name or label; the first when empty.

    Raises:
        SourceError: If there is none; says which there are.
    """
    known = [device for device in list_devices(platform) if device.kind == kind]
    if not known:
        raise SourceError(
            sentence("No {kind} was found: {advice}.", kind=_WORDS[kind], advice=_ADVICE[kind]),
            "missing",
        )
    wanted = name.casefold()
    for matches in (
        lambda it: wanted in ("", it.name.casefold(), it.label.casefold()),
        lambda it: wanted in it.label.casefold(),
    ):
        if found := next(filter(matches, known), None):
            return found
    names = ", ".join(repr(device.name) for device in known)
    raise SourceError(
        sentence(
            "No {kind} is called {name!r}: choose one of {names}.",
            kind=_WORDS[kind],
            name=name,
            names=names,
        ),
        "missing",
    )


def next_camera(name: str, platform: Platform | None = None) -> Device:
    """Return the camera that follows the one called *name*, the first after the last.

    Raises:
        SourceError: If *name* is none, or there is no other.
    """
    current = find_device("camera", name, platform)
    cameras = [device for device in list_devices(platform) if device.kind == "camera"]
    if len(cameras) == 1:
        raise SourceError(
            sentence("There is no camera but {label!r}: connect another.", label=current.label),
            "missing",
        )
    return cameras[(cameras.index(current) + 1) % len(cameras)]


def this_platform() -> Platform:
    """Return the table of the platform the program runs on."""
    if sys.platform == "win32":
        return Platform(_windows_devices)
    if sys.platform == "darwin":
        return Platform(_mac_devices)
    return Platform(_linux_devices, compressed={"input_format": "mjpeg"})


def _linux_devices() -> list[Device]:
    return [*_linux_cameras(), *_linux_microphones(), *_x11_screens()]


def _linux_cameras(root: Path = Path("/sys/class/video4linux")) -> list[Device]:
    """Read names from sysfs: asking the drivers themselves could block.

    Nodes of an index above 0 carry a camera's metadata, not its pictures.
    """
    found = []
    for entry in sorted(root.glob("video*"), key=lambda path: (len(path.name), path.name)):
        path = f"/dev/{entry.name}"
        if _text(entry / "index") in ("", "0"):
            label = _text(entry / "name") or entry.name
            found.append(Device("camera", path, label, path, "v4l2"))
    return found


def _linux_microphones(root: Path = Path("/proc/asound")) -> list[Device]:
    """Read ALSA's list of PCM devices, lines such as ``00-00: ALC257 : ALC257 : capture 1``."""
    found = []
    for line in _text(root / "pcm").splitlines():
        number, _, rest = line.partition(":")
        if "capture" in rest:
            card, device = (int(part) for part in number.split("-"))
            name = f"plughw:{card},{device}"
            found.append(Device("mic", name, rest.split(":")[0].strip(), name, "alsa"))
    sound_server = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / "pulse/native"
    if found or sound_server.exists():
        found.insert(0, Device("mic", "default", "Default microphone", "default", "alsa"))
        _show_alsa_its_files()
    return found


def _show_alsa_its_files() -> None:
    """Tell the ALSA library inside PyAV where the system keeps its configuration.

    The library looks where it was built, and finds neither "default" nor "plughw" there.
    """
    for variable, places in _ALSA_PLACES.items():
        if place := next((it for it in places if Path(it).exists()), None):
            os.environ.setdefault(variable, place)


def _x11_screens() -> list[Device]:
    display = os.environ.get("DISPLAY", "")
    return [Device("screen", "screen", f"Screen {display}", display, "x11grab")] if display else []


def _windows_devices() -> list[Device]:
    kinds: dict[str, Kind] = {"video": "camera", "audio": "mic"}
    found = [
        Device(kinds[media], info.description, info.description, f"{media}={info.name}", "dshow")
        for info in _enumerated("dshow")
        for media in info.media_types
        if media in kinds
    ]
    return [*found, Device("screen", "desktop", "Desktop", "desktop", "gdigrab")]


def _mac_devices() -> list[Device]:
    found = []
    for info in _enumerated("avfoundation"):
        label = info.description
        if "audio" in info.media_types:
            found.append(Device("mic", label, label, f"none:{info.name}", "avfoundation"))
        else:
            kind: Kind = "screen" if label.startswith("Capture screen") else "camera"
            found.append(Device(kind, label, label, f"{info.name}:none", "avfoundation"))
    return found


def _enumerated(format_name: str) -> list[av.DeviceInfo]:
    try:
        return av.enumerate_input_devices(format_name)
    except (av.FFmpegError, ValueError):  # cannot be listed here: as good as none
        return []


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
