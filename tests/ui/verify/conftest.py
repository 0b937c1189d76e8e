"""A stage with two tiles in a window of its own, and the tools over it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lianmai.core.messages import StreamId
from lianmai.ui.stage.stage import Stage
from lianmai.ui.verify.tools import VerifyTools
from tests.ui.pictures import BLUE, RED, Supply, feeds_of, picture, supplies, until

SIZE = (800, 400)


class Desk(QWidget):
    """The window: a stage with margins around it, so that things can be dropped outside."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(SIZE[0] + 40, SIZE[1] + 40)
        self.stage = Stage(self)
        self.stage.setGeometry(20, 20, *SIZE)
        self.scale = 1.0
        self.tools = VerifyTools(self.stage, lambda: self.scale)
        self.known: dict[StreamId, Supply] = {}

    def seat(self, count: int) -> None:
        """Show *count* tiles, red at the left and blue at the right."""
        self.known = supplies(count)
        self.stage.show_feeds(feeds_of(self.known))
        self.show_pictures()
        until(lambda: all(tile.has_picture for tile in self.stage.tiles.values()))

    def show_pictures(self, left: str = RED, right: str = BLUE) -> None:
        """Give each tile a picture."""
        for supply in self.known.values():
            supply.box.put(picture(left, right))
        self.stage.take_pictures()


@pytest.fixture
def make_desk(qtbot: QtBot) -> Callable[[int], Desk]:
    def make(count: int) -> Desk:
        made = Desk()
        qtbot.addWidget(made)
        made.show()
        made.seat(count)
        return made

    return make


@pytest.fixture
def desk(make_desk: Callable[[int], Desk]) -> Desk:
    return make_desk(2)
