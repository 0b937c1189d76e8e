"""Publishing: what encoding and sending costs, and how long a picture takes to the wire."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from lianmai.core.source import parse_size
from lianmai.media.capturing.sources.pattern import PatternPainter
from lianmai.media.picture.planes import planes_of
from tests.bench.figures import Spread, difference, middle, ratio, spread
from tests.bench.footage import SENDER, draw_stamp
from tests.bench.machine import Cost, CostMeter
from tests.bench.plan import Plan, say
from tests.bench.pulling import arrivals
from tests.bench.report import Cell, Result, Target
from tests.bench.servers import MediaServer, lianmai_server
from tests.processes import running

SIZE, KBPS = "1280x720@30", 1500
_LOOP_S = 4  # of raw pictures for ffmpeg: 166 MB
_FRAME_MS = 1000 / 30


def publish(plan: Plan) -> Result:
    """Publish 1280x720@30 with sound: processor against ffmpeg's; effects; capture to wire."""
    lianmai: list[Cost] = []
    beautified: list[Cost] = []
    ffmpeg: list[Cost] = []
    rates: list[float] = []
    delays_ms: list[float] = []
    with ExitStack() as stack:
        server = stack.enter_context(lianmai_server())
        pictures = stack.enter_context(tempfile.NamedTemporaryFile(dir=_memory_folder()))
        _draw(Path(pictures.name))
        for turn in plan.turns:
            say(f"publish: round {turn} of {plan.rounds}")
            cost, seen = _measure(plan, server, f"own{turn}", _joining)
            lianmai.append(cost)
            delays_ms += seen
            cost, seen = _measure(plan, server, f"beauty{turn}", _beautifying)
            beautified.append(cost)
            rates.append(len(seen) / plan.watch_s)
            cost, _ = _measure(
                plan, server, f"peer{turn}", lambda url: _encoding(url, pictures.name)
            )
            ffmpeg.append(cost)
    return _result(lianmai, beautified, ffmpeg, rates, spread(delays_ms))


def _result(
    lianmai: Sequence[Cost],
    beautified: Sequence[Cost],
    ffmpeg: Sequence[Cost],
    rates: Sequence[float],
    wire: Spread | None,
) -> Result:
    own, effects, peer = (
        middle([it.cpu_percent for it in costs]) for costs in (lianmai, beautified, ffmpeg)
    )
    return Result(
        "publish",
        f"{SIZE} {KBPS} kbit/s with sound",
        {
            "lianmai": _row(lianmai, wire),
            "lianmai, beauty 5, whiteness 3": _row(beautified, None),
            "ffmpeg": _row(ffmpeg, None),
        },
        [
            Target("CPU, times ffmpeg's", ratio(own, peer), 1.15),
            Target("capture to wire p95, ms", wire.p95 if wire else None, _FRAME_MS),
            Target("effects, % of a core", difference(effects, own), 50),
            Target("effects, ms between pictures", ratio(1000, middle(rates)), _FRAME_MS * 1.02),
        ],
        [
            "ffmpeg encodes the same pictures with the same settings, read raw from memory;",
            "lianmai draws and stamps them. The wire is the relay's output.",
        ],
    )


def _measure(
    plan: Plan, server: MediaServer, name: str, command: Callable[[str], list[str]]
) -> tuple[Cost, list[float]]:
    """Run the publisher and return its cost, and the delays of its pictures in ms."""
    with running(*command(f"{server.rtmp}/{name}")) as publisher:
        url = f"{server.http}/{name}.flv"
        arrivals(url, plan.settle_s)
        meter = CostMeter([publisher.pid])
        seen = arrivals(url, plan.watch_s)
        return meter.read(), [it.latency_ms for it in seen]


def _joining(url: str) -> list[str]:
    server, _, name = url.rpartition("/")
    room = ["--server", server, "--room", "nobody", "--user", name, "--no-play"]
    source = ["--publish", f"pattern:{SIZE}", "--stamp", "--bitrate", str(KBPS)]
    return [sys.executable, "-m", "lianmai", "join", *room, *source]


def _beautifying(url: str) -> list[str]:
    size = parse_size(SIZE)
    sides = [f"video-width={size.width_px}", f"video-height={size.height_px}", f"fps={size.fps}"]
    return [*_joining(url), "--pusher", ",".join([*sides, "beauty=5", "whiteness=3"])]


def _encoding(url: str, pictures: str) -> list[str]:
    """Return ffmpeg's command with the settings of `lianmai.media.publishing.encoder`."""
    size = parse_size(SIZE)
    shape = ["-pix_fmt", "yuv420p", "-s", f"{size.width_px}x{size.height_px}", "-r", str(size.fps)]
    picture = ["-re", "-stream_loop", "-1", "-f", "rawvideo", *shape, "-i", pictures]
    sound = ["-re", "-f", "lavfi", "-i", "sine=1000:sample_rate=48000"]
    rate = ["-b:v", f"{KBPS}k", "-maxrate", f"{KBPS}k", "-bufsize", f"{KBPS // 2}k"]
    video = [
        "-c:v",
        "libx264",
        "-preset",
        "superfast",
        "-tune",
        "zerolatency",
        "-profile:v",
        "main",
    ]
    keys = ["-bf", "0", "-g", str(2 * size.fps), "-threads", "1"]
    audio = ["-c:a", "aac", "-b:a", "64k", "-ac", "1"]
    quiet = ["ffmpeg", "-nostdin", "-loglevel", "error"]
    return [*quiet, *picture, *sound, *video, *rate, *keys, *audio, "-f", "flv", url]


def _draw(path: Path) -> None:
    """Save the pictures that lianmai publishes, as ffmpeg reads them."""
    size = parse_size(SIZE)
    painter = PatternPainter(size, 0)
    with path.open("wb") as file:
        for number in range(_LOOP_S * size.fps):
            frame = painter.paint(number, number * 33)
            draw_stamp(frame, SENDER, number * 33)
            file.writelines(plane.tobytes() for plane in planes_of(frame))


def _row(costs: Sequence[Cost], wire: Spread | None) -> dict[str, Cell]:
    return {
        "CPU %": middle([it.cpu_percent for it in costs]),
        "PSS MB": middle([it.pss_mb for it in costs]),
        "capture to wire p50 ms": wire.p50 if wire else None,
        "p95 ms": wire.p95 if wire else None,
    }


def _memory_folder() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None
