"""Collects every text of the window, and compiles its translations: `make translations`.

`lupdate` finds the texts of the window itself. Two kinds come from below, where nothing knows Qt:
the templates given to `core.sentences.sentence`, and the texts of the tables about components.
They are written out for lupdate as calls in a file of its own, in the context "Sentences".
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

CONTEXT = "Sentences"
ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "app/lianmai"
TABLES = ROOT / "resources/components"
TRANSLATIONS = ROOT / "resources/translations"
SHOWN = frozenset({"choices", "how", "meaning", "message", "note", "reason", "unit", "wording"})
"""The fields of the tables that a window shows."""
CODES = "state_codes"
"""The table of which it shows messages alone."""


def sentences() -> set[str]:
    """Return every template, and every text of a table, that a window may show."""
    from_code = (text for path in SOURCES.rglob("*.py") for text in _templates(path))
    from_tables = (text for path in TABLES.glob("*.json") for text in _texts(path))
    return {*from_code, *from_tables} - {""}


def _templates(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "sentence":
            match node.args[0]:
                case ast.Constant(value=str(text)):
                    yield text


def _texts(path: Path) -> Iterator[str]:
    table = json.loads(path.read_text("utf-8"))
    for name, rows in table.items() if isinstance(table, dict) else [("", table)]:
        shown = SHOWN - {"meaning"} if name == CODES else SHOWN
        yield from _shown(rows, shown)


def _shown(value: object, fields: frozenset[str]) -> Iterator[str]:
    match value:
        case list():
            for item in value:
                yield from _shown(item, fields)
        case dict():
            for name, item in value.items():
                if name in fields and name != "choices":
                    yield item
                yield from item.values() if name == "choices" else _shown(item, fields)


def update() -> None:
    """Bring every translation up to date with the source, and compile it."""
    with tempfile.TemporaryDirectory(dir=ROOT) as folder:
        calls = [
            f'translate("{CONTEXT}", {json.dumps(text, ensure_ascii=False)})\n'
            for text in sorted(sentences())
        ]
        Path(folder, "sentences.py").write_text("".join(calls), "utf-8")
        for path in sorted(TRANSLATIONS.glob("*.ts")):
            language = path.stem.partition("_")[2]
            _run(
                "pyside6-lupdate",
                *("-extensions", "py", "-locations", "none", "-no-obsolete", "-sort-messages"),
                *("-source-language", "en_US", "-target-language", language),
                *(str(SOURCES / "ui"), folder, "-ts", str(path)),
            )
            _run("pyside6-lrelease", str(path))


def _run(program: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).parent / program), *arguments], check=True)


if __name__ == "__main__":
    update()
