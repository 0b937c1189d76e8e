import ast
from functools import cache
from pathlib import Path

import pytest

from lianmai.core.components.tables import ComponentName, state_codes
from tests.unit.core.components.documented import COMPONENTS, document, provoking_tests

ROOT = Path(__file__).parents[4]
PROVOKED = [
    (component, code, test)
    for component, tests in provoking_tests().items()
    for code, test in tests.items()
]


@cache
def functions(path: str) -> dict[str, ast.AST]:
    """Return the functions of a file by name."""
    nodes = ast.walk(ast.parse((ROOT / path).read_text()))
    return {node.name: node for node in nodes if isinstance(node, ast.FunctionDef)}


def numbers(node: ast.AST) -> set[int]:
    """Return the whole numbers in *node*, its decorators included."""
    constants = {
        node.value
        for node in ast.walk(node)
        if isinstance(node, ast.Constant) and isinstance(node.value, int)
    }
    negative = {
        -node.operand.value
        for node in ast.walk(node)
        if isinstance(node, ast.UnaryOp)
        and isinstance(node.op, ast.USub)
        and isinstance(node.operand, ast.Constant)
        and isinstance(node.operand.value, int)
    }
    return constants | negative


@pytest.mark.parametrize(("component", "code", "test"), PROVOKED)
def test_the_test_named_for_a_code_is_there(component: ComponentName, code: int, test: str) -> None:
    path, _, name = test.partition("::")
    assert name in functions(path), f"{test} is gone: correct provoked.json"
    assert code in numbers(functions(path)[name]), f"{test} does not look for {code}"


@pytest.mark.parametrize("component", COMPONENTS)
def test_only_codes_that_are_said_have_a_test(component: ComponentName) -> None:
    said = {row.code for row in state_codes(component).values() if row.message}
    assert set(provoking_tests()[component]) <= said


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_code_a_pc_should_say_is_provoked(component: ComponentName) -> None:
    due = {row.code for row in state_codes(component).values() if row.pc == "emit"}
    assert due - set(provoking_tests()[component]) == set()


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "packaging/COMPONENTS.md").read_text() == document(), (
        "run python -m tests.unit.core.components.documented > packaging/COMPONENTS.md"
    )
