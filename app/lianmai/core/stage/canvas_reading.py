"""Reads a canvas from JSON in either form; what is wrong in it costs that item alone.

Reading one form and writing the other (`lianmai.core.stage.canvas_writing`) loses nothing:
unknown fields and values that are no good go along.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from lianmai.core.errors import LianmaiError
from lianmai.core.sentences import sentence
from lianmai.core.stage.canvas import (
    Canvas,
    CanvasImage,
    CanvasUser,
    Extra,
    Item,
    Kind,
)
from lianmai.core.stage.canvas_fields import Fields
from lianmai.core.stage.canvas_problems import (
    CanvasProblem,
    canvas_problems,
    image_name,
    user_name,
)
from lianmai.core.stage.canvas_spelling import FORMAT, MORE, NERTC, OWN, Form, spelling_of
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.json_lines import Path, field_before, value_lines

MOST_CHARACTERS = 1_000_000


class CanvasError(LianmaiError):
    """A text is no canvas at all: correct what is on *line*."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(
            sentence("line {line}: {reason}", line=line, reason=reason) if line else reason
        )
        self.line = line


@dataclass(frozen=True)
class CanvasReading:
    """What was read: a canvas with everything in it, what is wrong with it, and its form."""

    canvas: Canvas
    problems: tuple[CanvasProblem, ...]
    form: Form


def read_canvas(text: str, known_uids: Collection[str] | None = None) -> CanvasReading:
    """Return the canvas that *text* says, in either form; a whole NERTC task will do, too.

    Raises:
        CanvasError: If it is no JSON, or has no canvas; the sentence names line and field.
    """
    value = _decoded(text)
    reader, canvas = _read(value, value_lines(text))
    geometry = [replace(it, line=reader.line_of(it)) for it in canvas_problems(canvas, known_uids)]
    problems = (*reader.problems, *_unsaid(geometry, reader.problems))
    return CanvasReading(canvas, problems, reader.form)


def canvas_of(value: object, known_uids: Collection[str] | None = None) -> CanvasReading:
    """Return the canvas that decoded JSON says; see `read_canvas`.

    Raises:
        CanvasError: If there is none.
    """
    reader, canvas = _read(value, {})
    found = canvas_problems(canvas, known_uids)
    return CanvasReading(canvas, (*reader.problems, *_unsaid(found, reader.problems)), reader.form)


def _read(value: object, lines: Mapping[Path, int]) -> tuple[_Reader, Canvas]:
    around, path = None, Path()
    if isinstance(value, Mapping) and "canvas" not in value and "layout" in value:
        around = {name: it for name, it in value.items() if name != "layout"}
        value, path = value["layout"], ("layout",)
    if not isinstance(value, Mapping) or not isinstance(value.get("canvas"), Mapping):
        reason = sentence('canvas: it is missing: write {"canvas": {"width": …, "height": …}}.')
        raise CanvasError(reason, lines.get(path))
    reader = _Reader("own" if value.get("format") == FORMAT else "nertc", path, lines)
    return reader, replace(reader.canvas(value), around=around)


class _Reader:
    """Reads one layout of one *form*, which is at *path* of its file."""

    def __init__(self, form: Form, path: Path, lines: Mapping[Path, int]) -> None:
        self.form: Form = form
        self.problems: list[CanvasProblem] = []
        self._spelling = spelling_of(form)
        self._path, self._lines = path, lines
        self._paths: dict[Item | None, Path] = {None: (*path, "canvas")}

    def line_of(self, problem: CanvasProblem) -> int | None:
        """Return the line on which what *problem* is about begins."""
        path = self._paths[problem.where]
        return self._lines.get((*path, problem.name)) or self._lines.get(path)

    def canvas(self, value: Mapping[str, object]) -> Canvas:
        spelling = self._spelling
        known = ("canvas", spelling.users, spelling.images)
        own = ("format", "version") if spelling is OWN else ()
        ground_value = value["canvas"]
        assert isinstance(ground_value, Mapping)
        ground = Fields(ground_value, "canvas", (*self._path, "canvas"), self._lines)
        size = ground.whole("width"), ground.whole("height")
        color = ground.color("color")
        self.problems += ground.problems
        return Canvas(
            *size,
            color,
            tuple(self._user(at, it) for at, it in enumerate(_list(value, spelling.users))),
            tuple(self._image(at, it) for at, it in enumerate(_list(value, spelling.images))),
            extra=_flat({name: it for name, it in value.items() if name not in (*known, *own)}),
            canvas_extra=_flat(ground.extra),
        )

    def _user(self, at: int, entry: object) -> CanvasUser:
        spelling = self._spelling
        fields = self._fields("users", at, entry)
        if fields is None:
            return CanvasUser("", Rect(0, 0, 0, 0), unread=entry)
        uid = fields.uid(spelling.uid, is_number=spelling is NERTC)
        fields.item = user_name(at, uid)
        user = CanvasUser(
            uid,
            _rect(fields),
            fields.number_or_none(spelling.z_order),
            fields.choice(spelling.fit, spelling.fits, "cover"),
            fields.flag(spelling.push_video),
            fields.flag(spelling.push_audio),
        )
        self.problems += fields.problems
        return replace(user, extra=_flat(fields.extra))

    def _image(self, at: int, entry: object) -> CanvasImage:
        spelling = self._spelling
        fields = self._fields("images", at, entry)
        if fields is None:
            return CanvasImage("", Rect(0, 0, 0, 0), unread=entry)
        fit = fields.choice(spelling.fit, spelling.fits, "cover")
        image = CanvasImage(fields.text(spelling.url), _rect(fields), fit)
        self.problems += fields.problems
        return replace(image, extra=_flat(fields.extra))

    def _fields(self, kind: Kind, at: int, entry: object) -> Fields | None:
        """Return the fields of *entry*, ``None`` and a problem when it is no object."""
        name = self._spelling.users if kind == "users" else self._spelling.images
        item = user_name(at, "") if kind == "users" else image_name(at)
        path = self._paths[kind, at] = (*self._path, name, at)
        if isinstance(entry, Mapping):
            return Fields(entry, item, path, self._lines, (kind, at))
        line = self._lines.get(path) or self._lines.get(path[:-1])
        reason = sentence("this is no object: write one in braces.")
        self.problems.append(CanvasProblem(item, "", reason, True, (kind, at), line))
        return None


def _list(value: Mapping[str, object], name: str) -> list[object]:
    """Return the entries of the list *name*; ``null`` is none, anything else is one."""
    listed = value.get(name)
    if listed is None:
        return []
    return listed if isinstance(listed, list) else [listed]


def _rect(fields: Fields) -> Rect:
    x, y, width, height = (fields.whole(name) for name in ("x", "y", "width", "height"))
    return Rect(x, y, width, height)


def _flat(extra: Extra) -> dict[str, object]:
    """Return *extra* with what our own form keeps apart among the rest."""
    more = extra.get(MORE)
    if not isinstance(more, Mapping):
        return dict(extra)
    return {name: it for name, it in extra.items() if name != MORE} | dict(more)


def _decoded(text: str) -> object:
    if len(text) > MOST_CHARACTERS:
        raise CanvasError(
            sentence(
                "The file has more than {most_characters} characters: it is no layout.",
                most_characters=MOST_CHARACTERS,
            )
        )
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        name = field_before(text, error.pos)
        reason = (
            sentence("This is no JSON after {name!r}: {reason}.", name=name, reason=error.msg)
            if name
            else sentence("This is no JSON: {reason}.", reason=error.msg)
        )
        raise CanvasError(reason, error.lineno) from error
    except RecursionError as error:
        raise CanvasError(
            sentence("This is no layout: its brackets are nested too deeply.")
        ) from error
    except ValueError as error:
        raise CanvasError(
            sentence("This is no layout: it has a number of thousands of digits.")
        ) from error
    return value


def _unsaid(found: Iterable[CanvasProblem], said: Collection[CanvasProblem]) -> list[CanvasProblem]:
    """Return what is *found* without what has been *said* of the same field already."""
    fields = {(it.where, it.name) for it in said}
    return [it for it in found if (it.where, it.name) not in fields]
