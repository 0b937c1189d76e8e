"""The time the server goes by."""

from __future__ import annotations

import time
from collections.abc import Callable


def steady_unix_clock() -> Callable[[], float]:
    """Return a clock that starts at Unix time and never jumps, in seconds.

    Tokens and keys end at a Unix time; graces and paces must not feel that somebody set the clock.
    """
    offset_s = time.time() - time.monotonic()
    return lambda: time.monotonic() + offset_s
