"""Cameras, microphones and screens, read through FFmpeg's device inputs."""

from __future__ import annotations

import errno
from collections.abc import Generator, Iterator

import av
from av.container import InputContainer
from av.stream import Stream

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.core.errors import SourceCause, SourceError
from lianmai.core.sentences import sentence
from lianmai.core.source import Size
from lianmai.media.capturing.devices import Device, Kind, Platform, find_device, this_platform
from lianmai.media.capturing.feed import Feed, Item, Picture, Sound, capture_clock
from lianmai.media.sound.resampling import Resampler
from lianmai.media.worker import Stop

_AT_ONCE = {"probesize": "32", "analyzeduration": "1", "fpsprobesize": "0"}
"""Devices need no probing, and what was probed would come out late and in a burst."""

_RAW_PIXELS_PER_S = 640 * 480 * 30
"""What every camera sends raw over USB 2, at 16 bits a pixel."""

_REFUSED: tuple[str, SourceCause] = (
    sentence("is not allowed to be used: permit it in the system's privacy settings"),
    "refused",
)
_GONE: tuple[str, SourceCause] = (sentence("is gone: connect it again"), "missing")
_REASONS: dict[int, tuple[str, SourceCause]] = {
    errno.EBUSY: (sentence("is in use by another program: close that one"), "busy"),
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.ENOENT: _GONE,
    errno.ENODEV: _GONE,
}
_NO_FORM: tuple[str, SourceCause] = (sentence("gives nothing in a form that can be used"), "format")
"""Drivers call what they were asked for an invalid argument; the last thing asked is anything."""
_MEDIA: dict[Kind, str] = {"camera": "video", "screen": "video", "mic": "audio"}
_NO_REASON: tuple[str, SourceCause] = (sentence("cannot be opened: connect it again"), "unknown")


def camera(name: str, size: Size, platform: Platform | None = None) -> Feed:
    """Return the camera called *name*, asked for *size* but free to give another."""
    platform = platform or this_platform()

    def feed(stop: Stop) -> Generator[Item, None, None]:
        device = find_device("camera", name, platform)
        yield from _pictures(device, camera_wishes(size, platform.compressed), stop)

    return feed


def camera_wishes(size: Size, compressed: dict[str, str]) -> list[dict[str, str]]:
    """Return what to ask of a camera, best first; in the end whatever it gives will do.

    Raw pictures cost nothing to decode, but a driver that cannot send them fast enough lowers
    the rate without a word: large ones are asked for *compressed* first.
    """
    is_large = size.width_px * size.height_px * size.fps > _RAW_PIXELS_PER_S
    forms = [compressed, {}] if is_large else [{}, compressed]
    rated = [_size_options(size) | form for form in forms]
    return [*rated, _size_options(size, with_rate=False), {}]


def screen(size: Size, platform: Platform | None = None) -> Feed:
    """Return the whole screen at the rate of *size*."""

    def feed(stop: Stop) -> Generator[Item, None, None]:
        device = find_device("screen", "", platform)
        yield from _pictures(device, [{"framerate": str(size.fps)}, {}], stop)

    return feed


def microphone(name: str, platform: Platform | None = None) -> Feed:
    """Return the microphone called *name*, brought to the encoder's rate, mono."""

    def feed(stop: Stop) -> Generator[Item, None, None]:
        device = find_device("mic", name, platform)
        resampler = Resampler("mono")
        with _opened(device, [{}]) as container:
            for packet, at_s in _packets(container, device, stop):
                for frame in _decoded(packet):
                    if isinstance(frame, av.AudioFrame):
                        samples = resampler.resample(frame).reshape(-1)
                        yield Sound(samples, at_s - len(samples) / SAMPLE_RATE_HZ)

    return feed


def _pictures(
    device: Device, wishes: list[dict[str, str]], stop: Stop
) -> Generator[Item, None, None]:
    with _opened(device, wishes) as container:
        for packet, at_s in _packets(container, device, stop):
            for frame in _decoded(packet):
                if isinstance(frame, av.VideoFrame):
                    yield Picture(frame, at_s)


def _opened(device: Device, wishes: list[dict[str, str]]) -> InputContainer:
    """Open *device* with the first of *wishes* it accepts."""
    refusal: Exception | None = None
    for options in wishes:
        try:
            return av.open(device.address, "r", device.format, container_options=_AT_ONCE | options)
        except (av.FFmpegError, ValueError) as error:
            refusal = error
            if isinstance(error, OSError) and error.errno in _REASONS:
                break
    raise _failure(device, refusal) from refusal


def _packets(
    container: InputContainer, device: Device, stop: Stop
) -> Iterator[tuple[av.Packet[Stream], float]]:
    """Yield packets with the time of their arrival until *stop* is set."""
    stream = next(iter(container.streams), None)
    if stream is None:
        raise _failure(device, None)
    if stream.type != _MEDIA[device.kind]:
        reason = sentence(
            "{device} gives nothing that can be used: choose another source.",
            device=_called(device),
        )
        raise SourceError(reason, "format")
    try:
        for packet in container.demux(stream):
            if stop.is_set():
                return
            yield packet, capture_clock()
    except av.FFmpegError as error:
        raise _failure(device, error) from error
    reason = sentence(
        "{device} has stopped: connect it again or choose another source.", device=_called(device)
    )
    raise SourceError(reason, "missing")


def _decoded(packet: av.Packet[Stream]) -> list[object]:
    """Decode *packet*; one that is damaged, as USB cameras send at times, gives nothing."""
    try:
        return list(packet.decode())
    except av.FFmpegError:
        return []


def _size_options(size: Size, *, with_rate: bool = True) -> dict[str, str]:
    options = {"video_size": f"{size.width_px}x{size.height_px}"}
    return options | {"framerate": str(size.fps)} if with_rate else options


def _failure(device: Device, error: Exception | None) -> SourceError:
    code = error.errno if isinstance(error, av.FFmpegError) else None
    reason, cause = {**_REASONS, errno.EINVAL: _NO_FORM}.get(code or 0, _NO_REASON)
    return SourceError(
        sentence(
            "{device} {reason}, or choose another source.", device=_called(device), reason=reason
        ),
        cause,
    )


def _called(device: Device) -> str:
    match device.kind:
        case "camera":
            return sentence("Camera {label!r}", label=device.label)
        case "mic":
            return sentence("Microphone {label!r}", label=device.label)
        case "screen":
            return sentence("Screen {label!r}", label=device.label)
