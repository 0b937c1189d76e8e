"""Whether a picture or a stream looks as a layout says, as JSON on standard output."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lianmai.console import DONE, FAILED, print_line, run_to_exit_code
from lianmai.core.stage.canvas import Canvas
from lianmai.core.stage.canvas_problems import CanvasProblem, usable
from lianmai.core.stage.canvas_reading import CanvasError, CanvasReading, read_canvas
from lianmai.core.stage.found import FoundTile
from lianmai.core.stage.oracle import ASPECTS, TOLERANCE_PX
from lianmai.core.stamp import sender_of
from lianmai.media.capturing.sources.still import read_image
from lianmai.media.picture.planes import Pixels
from lianmai.media.vision.check import Seen, check
from lianmai.media.vision.pictures import last_picture, luma_of


@dataclass(frozen=True)
class CheckOptions:
    """Hold the picture in a file, or else of a stream after *seconds*, against *layout*.

    *aspects* are the shapes, width / height, in which members send.
    """

    layout: Path
    picture: str = ""
    url: str = ""
    seconds: float = 1.0
    tolerance_px: float = TOLERANCE_PX
    aspects: tuple[float, ...] = ASPECTS


def run_check(options: CheckOptions) -> int:
    """Check, print what was found as one JSON object, and return the exit code."""
    return run_to_exit_code(lambda: _check(options))


async def _check(options: CheckOptions) -> int:
    reading = _read(options.layout)
    luma = await _luma(options)
    canvas = usable(reading.canvas, reading.problems)
    seen = check(luma, canvas, options.tolerance_px, options.aspects)
    is_as_told = seen.report.is_as_told and not any(it.blocks for it in reading.problems)
    size = f"{luma.shape[1]}x{luma.shape[0]}"
    print_line({"as_told": is_as_told, "picture": size} | _findings(seen, canvas, reading))
    return DONE if is_as_told else FAILED


def _read(path: Path) -> CanvasReading:
    try:
        reading = read_canvas(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CanvasError(f"Layout {str(path)!r} cannot be read: check the path.") from error
    except CanvasError as error:
        raise CanvasError(f"{path}: {error}") from error
    ground = [problem for problem in reading.problems if problem.blocks and problem.where is None]
    if ground:
        raise CanvasError(f"{path}: {ground[0]}")
    return reading


async def _luma(options: CheckOptions) -> Pixels:
    if options.url:
        return luma_of(await last_picture(options.url, options.seconds))
    return luma_of(read_image(options.picture))


def _findings(seen: Seen, canvas: Canvas, reading: CanvasReading) -> dict[str, Any]:
    uids = {sender_of(user.uid): user.uid for user in canvas.users}
    return {
        "canvas": f"{canvas.width_px}x{canvas.height_px}",
        "differences": [asdict(it) for it in seen.report.differences],
        "agreed": [asdict(it) for it in seen.report.agreed],
        "unchecked": list(seen.report.unchecked),
        "found": [_tile(it, uids.get(it.sender, "")) for it in seen.found],
        "layout_problems": [_problem(it) for it in reading.problems],
    }


def _tile(tile: FoundTile, uid: str) -> dict[str, Any]:
    numbers = {"x": tile.x, "y": tile.y, "width": tile.width, "height": tile.height}
    rounded = {name: round(number, 1) for name, number in numbers.items()}
    return {"sender": tile.sender, "uid": uid, **rounded, "mirrored": tile.mirrored}


def _problem(problem: CanvasProblem) -> dict[str, Any]:
    return {"sentence": str(problem), "blocks": problem.blocks}
