"""A process that publishes one picture as any number of streams.

usage: python -m tests.bench.feed [--recorded] [--size WxH@FPS] [--kbps N] RTMP_URL...

Prints ``{"ready": true}`` once every stream has a picture. Ends when one of them breaks, with the
reason on standard error, or when it is told to.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence

from lianmai.core.source import parse_size
from tests.bench.flv import Tag
from tests.bench.footage import Shape, live, recorded
from tests.bench.rtmp import Pusher


def main(arguments: Sequence[str] | None = None) -> int:
    """Publish until interrupted; return the exit code."""
    parsed = _parser().parse_args(arguments)
    shape = Shape(parsed.size, parsed.kbps)
    tags = recorded(shape) if parsed.recorded else live(shape)
    pushers: list[Pusher] = []
    try:
        for url in parsed.urls:
            pushers.append(Pusher(url))
        _push(tags, pushers)
    except OSError as error:
        print(f"feed: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        for pusher in pushers:
            pusher.close()
    return 0


def _push(tags: Iterator[Tag], pushers: Sequence[Pusher]) -> None:
    is_ready = False
    for tag in tags:
        marked = tag.marked(time.time_ns() // 1000)
        for pusher in pushers:
            pusher.send(marked)
        if not is_ready and tag.is_key_frame:
            is_ready = True
            print(json.dumps({"ready": True}), flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="feed", description="Publish the test pattern.")
    parser.add_argument("--size", type=parse_size, default=parse_size("1280x720@30"))
    parser.add_argument("--kbps", type=int, default=0)
    parser.add_argument("--recorded", action="store_true", help="encode beforehand, with sound")
    parser.add_argument("urls", nargs="+", metavar="RTMP_URL")
    return parser


if __name__ == "__main__":
    sys.exit(main())
