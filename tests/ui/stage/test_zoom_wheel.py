"""Wheel and pinch over the own picture."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from lianmai.ui.stage.look import OWN
from lianmai.ui.stage.stage import Stage
from lianmai.ui.stage.tile import Tile
from tests.ui.visits import ANNA, Run, Visit, scenario, until

pytestmark = pytest.mark.usefixtures("own_settings")


def turn_wheel(stage: Stage, tile: Tile, eighths: int) -> None:
    """Turn the wheel over *tile*, which leaves it to its parent as Qt does."""
    place = QPointF(tile.geometry().center())
    event = QWheelEvent(
        place,
        QPointF(stage.mapToGlobal(place)),
        QPoint(),
        QPoint(0, eighths),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stage, event)


def test_the_wheel_zooms_the_own_picture_where_a_pinch_is_allowed(run: Run) -> None:
    async def play(visit: Visit) -> None:
        page = await visit.entered()
        await visit.guest("anna")
        await until(lambda: ANNA in page.stage.tiles and OWN in page.stage.tiles)
        own, capture = page.stage.tiles[OWN], page.call.capture
        turn_wheel(page.stage, own, 240)
        assert capture.zoom == 1.0
        page.call.set_pusher_attribute("zoom", True)
        turn_wheel(page.stage, own, 240)
        assert capture.zoom == 1.3
        for _ in range(30):
            turn_wheel(page.stage, own, 8)  # a touchpad: less than a tenth each
        assert capture.zoom == 1.7
        turn_wheel(page.stage, page.stage.tiles[ANNA], 240)
        assert capture.zoom == 1.7
        for _ in range(20):
            turn_wheel(page.stage, own, -120)
        assert capture.zoom == 1.0

    scenario(run, play)
