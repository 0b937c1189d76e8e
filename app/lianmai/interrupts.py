"""What an interrupt does while the program is still being loaded. Loads next to nothing itself."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

INTERRUPTED = 130
"""The exit code after SIGINT, as shells have it."""


@contextmanager
def interrupt_ends_at_once() -> Iterator[None]:
    """Let SIGINT end the program on the spot, for as long as there is nothing to tidy up.

    The usual KeyboardInterrupt can get lost while modules are imported: Python ignores what is
    raised in callbacks, and the program would go on. Inside the imports that Shiboken makes from
    C it aborts the process with a core dump. A program started with SIGINT ignored goes on
    ignoring it.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
