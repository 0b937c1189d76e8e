"""Everything that leaves a call: what is recorded and what is mixed, with its panel and mark."""

from __future__ import annotations

import asyncio
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from lianmai.call import Call
from lianmai.ui.canvas.desk import CanvasDesk
from lianmai.ui.panels.mixing.desk import MixingDesk
from lianmai.ui.panels.recording.desk import RecordingDesk
from lianmai.ui.panels.recording.mark import RecordingMark
from lianmai.ui.panels.recording.stage_canvas import present_canvas
from lianmai.ui.stage.stage import Stage


class Outgoing(QObject):
    """Records and mixes *call* as *stage* shows it, or the canvas that *desk* has in its place.

    The mark of a recording lies on *desk*.
    """

    def __init__(self, call: Call, stage: Stage, desk: CanvasDesk, owner: QWidget) -> None:
        super().__init__(owner)
        self._call = call
        self._canvas = partial(present_canvas, call, stage, desk)
        self.recording = RecordingDesk(call, self._canvas, self)
        self.mixing = MixingDesk(call, self._canvas, self)
        self.mark = RecordingMark(self.recording, desk)
        self.toggle = QAction(self.tr("Start or stop recording"), owner)
        self.toggle.setShortcut(QKeySequence("Ctrl+R"))
        self.toggle.triggered.connect(self.recording.toggle)
        owner.addAction(self.toggle)

    def make_panel(self) -> QWidget:
        """Return the panel that shows and changes it all."""
        from lianmai.ui.panels.output_panel import OutputPanel  # not needed to start

        return OutputPanel(self._call, self.recording, self.mixing, self._canvas)

    async def ended(self) -> None:
        """End everything, and wait until files are complete: the call is over."""
        await asyncio.gather(self.recording.ended(), self.mixing.ended())
