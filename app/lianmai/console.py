"""What the faces without a window share: JSON lines on standard output, and an exit code."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable

from lianmai.core.errors import LianmaiError
from lianmai.core.redact import redact
from lianmai.stopping import INTERRUPTED

DONE, FAILED = 0, 1


def print_line(line: object) -> None:
    """Print *line* as one line of JSON, at once."""
    print(json.dumps(line, ensure_ascii=False), flush=True)


def complain(error: Exception | str) -> None:
    """Print *error* on standard error, without its secrets."""
    print(redact(str(error)), file=sys.stderr, flush=True)


def run_to_exit_code(main: Callable[[], Awaitable[int]]) -> int:
    """Run *main* to its exit code; a sentence on standard error when it fails."""

    async def guarded() -> int:
        try:
            return await main()
        except LianmaiError as error:
            complain(error)
            return FAILED

    try:
        return asyncio.run(guarded())
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the lines has gone
        return DONE
