"""What can be wrong with a mix task, under the numbers of the vendor's service."""

from __future__ import annotations

from enum import IntEnum

from lianmai.core.errors import LianmaiError
from lianmai.core.sentences import sentence


class MixCode(IntEnum):
    """How a task fares: the codes of NERTC's "rtmp-tasks-status"."""

    RUNNING = 505
    FAILED = 506
    ENDED = 511


class ProblemCode(IntEnum):
    """Task errors of the header of NERTC's native library."""

    MALFORMED = 1400
    TOO_MANY = 1402
    TAKEN = 1403
    UNKNOWN = 1404
    LAYOUT = 1501
    PICTURE = 1512


class MixProblem(LianmaiError):
    """Something about a task, or one *item* of it, is wrong: correct it."""

    def __init__(self, code: ProblemCode, item: str, reason: str) -> None:
        super().__init__(sentence("{item}: {reason}", item=item, reason=reason) if item else reason)
        self.code = code
        self.item = item
