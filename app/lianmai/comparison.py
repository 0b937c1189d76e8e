"""Whether a picture of a stage looks as its golden, as JSON on standard output."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lianmai.console import DONE, FAILED, print_line, run_to_exit_code
from lianmai.core.stage.golden import USUAL_TOLERANCE, Tolerance
from lianmai.media.vision.compare_files import compare_files, picture_bytes, write_file


@dataclass(frozen=True)
class CompareOptions:
    """Compare *picture* with *golden*, a PNG or the JSON beside it.

    *difference* is where a picture of what differs goes, if anywhere.
    """

    golden: Path
    picture: Path
    tolerance: Tolerance = USUAL_TOLERANCE
    difference: Path | None = None


def run_compare(options: CompareOptions) -> int:
    """Compare, print what was found as one JSON object, and return the exit code."""
    return run_to_exit_code(lambda: _compare(options))


async def _compare(options: CompareOptions) -> int:
    compared = compare_files(options.golden, options.picture, options.tolerance)
    if options.difference is not None and compared.difference is not None:
        write_file(options.difference, picture_bytes(compared.difference))
    print_line(compared.report.value())
    return DONE if compared.report.is_same else FAILED
