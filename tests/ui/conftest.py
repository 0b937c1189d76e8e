"""What tests of the window share."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop


@pytest.fixture
def run(qapp: QApplication) -> Iterator[Callable[[Coroutine[Any, Any, Any]], Any]]:
    """Run a coroutine on the Qt event loop: ``run(scenario())``, for 30 s at most."""
    with asyncio.Runner(loop_factory=lambda: QEventLoop(qapp)) as runner:
        yield lambda scenario: runner.run(asyncio.wait_for(scenario, 30))


@pytest.fixture
def own_settings(tmp_path: Path, qapp: QApplication) -> Path:
    """Keep what tests remember out of the user's settings; return where it is."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path))
    return tmp_path
