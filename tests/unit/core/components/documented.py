"""packaging/COMPONENTS.md, from the tables of the components and the tests of their causes.

``python -m tests.unit.core.components.documented > packaging/COMPONENTS.md`` brings it up to date.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from lianmai.core.components.attribute_values import allowed
from lianmai.core.components.personality import Case, Step, cases
from lianmai.core.components.tables import (
    AttributeInfo,
    ComponentName,
    StateCode,
    attribute_infos,
    state_codes,
    status_fields,
)

HERE = Path(__file__).parent
COMPONENTS: tuple[ComponentName, ...] = ("live-pusher", "live-player")
UNSAID = {
    "optional": "no situation on a PC",
    "not_applicable": "phone, room service or on-demand only",
    "internal": "never surfaced by a phone",
    "software_only": "everything is coded in software; hardware is never asked for",
}


def provoking_tests() -> dict[ComponentName, dict[int, str]]:
    """Return the test that provokes each code by its real cause: "path::name"."""
    found = json.loads((HERE / "provoked.json").read_text())
    return {
        component: {int(code): test for code, test in found[component].items()}
        for component in COMPONENTS
    }


def document() -> str:
    """Return the whole page."""
    parts = [(HERE / "introduction.md").read_text()]
    for component in COMPONENTS:
        parts += ["\n".join(section) for section in _sections(component)]
    parts.append("\n".join(_cases()))
    return "\n".join(parts)


def _sections(component: ComponentName) -> Iterator[Iterator[str]]:
    tests = provoking_tests()[component]
    rows = state_codes(component).values()
    yield _table(
        f"## {component}: state codes",
        ("code", "name", "level", "message", "cause here", "test"),
        (
            (row.code, row.name, row.level, row.message, row.cause, _test(tests.get(row.code)))
            for row in rows
            if row.message
        ),
    )
    yield _table(
        f"## {component}: codes not said here",
        ("code", "name", "meaning", "why not"),
        ((row.code, row.name, row.meaning, _why_not(row)) for row in rows if not row.message),
    )
    yield _table(
        f"## {component}: attributes",
        ("name", "default", "values", "acts", "meaning"),
        (_attribute(info) for info in attribute_infos(component).values()),
    )
    yield _table(
        f"## {component}: netstatus",
        ("field", "unit", "origin", "how"),
        ((row.name, row.unit, row.origin, row.how) for row in status_fields(component).values()),
    )


def _cases() -> Iterator[str]:
    return _table(
        "## What phones do",
        ("phone", "situation", "steps", "in words", "known from", "source"),
        (_case(case) for case in cases().values()),
    )


def _case(case: Case) -> tuple[object, ...]:
    steps = _steps(case.steps)
    if case.waiting_image_s:
        steps += f" (a waiting image takes the picture's place for {case.waiting_image_s:g} s)"
    return case.personality, case.situation, steps, case.wording, case.origin, case.source


def _steps(steps: Iterable[Step]) -> str:
    return "; ".join(f"{step.at_s:g} s: {step.fact or step.action}" for step in steps)


def _attribute(info: AttributeInfo) -> tuple[object, ...]:
    default = f"`{json.dumps(info.default, ensure_ascii=False)}`"
    if info.by_mode:
        default = f"by mode; the documents say {default}"
    values = allowed(info) + (" (Lianmai's limits)" if info.limits == "lianmai" else "")
    acts = {"live": "at once", "start": "at the next start", "none": f"not at all: {info.note}"}
    return info.name, default, values, acts[info.effect], info.meaning


def _why_not(row: StateCode) -> str:
    return UNSAID[row.pc]


def _test(name: str | None) -> str:
    return f"`{name}`" if name else ""


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    yield from ("", title, "", _line(head), _line("---" for _ in head))
    yield from map(_line, rows)
    yield ""


def _line(cells: Iterable[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    print(document(), end="")
