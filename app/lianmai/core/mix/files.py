"""Mix tasks in files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lianmai.core.mix.problems import MixProblem, ProblemCode
from lianmai.core.mix.reading import read_tasks
from lianmai.core.mix.task import MixTask
from lianmai.core.sentences import sentence


def tasks_in(path: Path) -> list[MixTask]:
    """Return the tasks in the file at *path*; paths of pictures count from where it lies.

    Raises:
        MixProblem: If it cannot be read, or one of them is no task.
    """
    try:
        tasks = read_tasks(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        reason = sentence(
            "Cannot read the task in {path!r} ({error}): check the path.",
            path=str(path),
            error=error.strerror if isinstance(error, OSError) else error,
        )
        raise MixProblem(ProblemCode.MALFORMED, "", reason) from error
    except MixProblem as error:
        raise MixProblem(error.code, "", f"{path}: {error}") from error
    return [_with_pictures_in(path.parent, task) for task in tasks]


def _with_pictures_in(folder: Path, task: MixTask) -> MixTask:
    images = tuple(
        image if "://" in image.url else replace(image, url=str(folder / image.url))
        for image in task.canvas.images
    )
    return replace(task, canvas=replace(task.canvas, images=images))
