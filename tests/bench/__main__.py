"""Runs measurements: ``python -m tests.bench [--quick] [--list] [NAME...]``."""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from subprocess import SubprocessError
from types import FrameType
from typing import NoReturn

from tests.bench import machine, peers
from tests.bench.catalogue import MEASUREMENTS
from tests.bench.plan import FULL, QUICK, Plan
from tests.bench.report import Result, write_json

_NOTE_HEAD, _NOTE_TAIL = 100, 500  # of what a program printed, when a measurement broke
_DESCRIPTORS = 8192  # a thousand players are two thousand sockets


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and return the exit code: 1 only if a measurement broke."""
    parsed = _parser().parse_args(arguments)
    if parsed.list:
        print("\n".join(f"{name:16}{run.__doc__}" for name, run in MEASUREMENTS.items()))
        return 0
    _prepare()
    for name, hint in peers.missing().items():
        print(f"Missing: {name}; install it with: {hint}")
    plan = QUICK if parsed.quick else FULL
    results, broken = _measure(parsed.names or [*MEASUREMENTS], plan)
    about = {"taken": time.strftime("%Y-%m-%dT%H:%M:%S%z"), "is_quick": plan.is_quick}
    about |= {"machine": machine.description(), "versions": peers.versions(), "broken": broken}
    write_json(parsed.json, results, about)
    print(f"Saved as {parsed.json}")
    return 1 if broken else 0


def _measure(names: Sequence[str], plan: Plan) -> tuple[list[Result], dict[str, str]]:
    """Return the results, and why there are none of some measurements."""
    results: list[Result] = []
    broken: dict[str, str] = {}
    for name in names:
        try:
            results.append(MEASUREMENTS[name](plan))
            print(results[-1].text(), flush=True)
        # One program that misbehaves must not cost the figures of all others.
        except (OSError, AssertionError, ValueError, SubprocessError) as error:
            broken[name] = str(error)
            print(f"== {name}: broken: {error}", flush=True)
            for note in getattr(error, "__notes__", ()):
                print(f"   {note[:_NOTE_HEAD]} ... {note[-_NOTE_TAIL:]}".rstrip(), file=sys.stderr)
    return results, broken


def _prepare() -> None:
    """Allow many sockets, also to the programs started, and end them when told to end."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _DESCRIPTORS if most == resource.RLIM_INFINITY else min(_DESCRIPTORS, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    signal.signal(signal.SIGTERM, _end)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(143)  # unwinds: every block ends the process it runs


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench", description="Measure Lianmai and its peers side by side."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", type=_known, help="default: all")
    parser.add_argument("--quick", action="store_true", help="about three minutes, rougher")
    parser.add_argument("--list", action="store_true", help="name the measurements")
    parser.add_argument("--json", type=Path, default=Path("build/bench/bench.json"), metavar="FILE")
    return parser


def _known(name: str) -> str:
    if name not in MEASUREMENTS:
        raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(MEASUREMENTS)}")
    return name


if __name__ == "__main__":
    sys.exit(main())
