"""What tests of the editor share."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.canvas.bench import Bench, make_bench


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Bench:
    return make_bench(qtbot, tmp_path)
