"""The protocol as JSON Schema, from the declarations that decode it.

``python -m lianmai.core.schema > resources/protocol/schema.json`` brings the file up to date.
"""

from __future__ import annotations

import inspect
import json
from typing import Any

import msgspec

from lianmai.core.messages import RESULTS, ErrorCode
from lianmai.core.rpc import EVENTS, OPS

_DEFINITIONS = "#/$defs/{name}"


def protocol_schema() -> dict[str, Any]:
    """Return every request with its result, every event, and every error code."""
    requests = list(OPS.values())
    results = [RESULTS[kind] for kind in requests]
    events = list(EVENTS.values())
    references, definitions = msgspec.json.schema_components(
        [*requests, *results, *events], ref_template=_DEFINITIONS
    )
    count = len(requests)
    answers = zip(references[:count], references[count : 2 * count], strict=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Lianmai room protocol",
        "requests": {
            name: {"params": params, "result": result}
            for name, (params, result) in zip(OPS, answers, strict=True)
        },
        "events": {
            name: {"params": params}
            for name, params in zip(EVENTS, references[2 * count :], strict=True)
        },
        "errors": {code.name: code.value for code in ErrorCode},
        "$defs": {name: _described(kind) for name, kind in definitions.items()},
    }


def _described(definition: dict[str, Any]) -> dict[str, Any]:
    """Return *definition* with its docstring unindented, as Python does from 3.13 on."""
    return definition | {"description": inspect.cleandoc(definition["description"])}


def schema_text() -> str:
    """Return `protocol_schema` as the file holds it."""
    return json.dumps(protocol_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")
