"""The fixture that runs coroutines on the Qt event loop."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTimer


@pytest.mark.parametrize("turn", ["first", "again, on a loop of its own"])
def test_coroutines_and_qt_events_take_turns(run: Callable[..., Any], turn: str) -> None:
    async def scenario() -> str:
        fired = asyncio.Event()
        timer = QTimer(singleShot=True)
        timer.timeout.connect(fired.set)
        timer.start(1)
        await asyncio.wait_for(fired.wait(), 5)
        return turn

    assert run(scenario()) == turn


def test_an_error_in_the_scenario_reaches_the_test(run: Callable[..., Any]) -> None:
    async def scenario() -> None:
        await asyncio.sleep(0)
        raise ValueError("unlucky")

    with pytest.raises(ValueError, match="unlucky"):
        run(scenario())
