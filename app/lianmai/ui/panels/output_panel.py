"""The panel for what leaves the call: recordings, and mixes pushed elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from lianmai.call import Call
from lianmai.ui.panels.mixing.desk import MixingDesk
from lianmai.ui.panels.mixing.page import MixingPage
from lianmai.ui.panels.recording.desk import RecordingDesk
from lianmai.ui.panels.recording.page import RecordingPage
from lianmai.ui.panels.recording.stage_canvas import StageCanvas
from lianmai.ui.widgets.pieces import scrolled


class OutputPanel(QWidget):
    """Two pages with tabs: *recording* and *mixing*."""

    def __init__(
        self,
        call: Call,
        recording: RecordingDesk,
        mixing: MixingDesk,
        stage_canvas: StageCanvas,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.recording = RecordingPage(call, recording)
        self.mixing = MixingPage(mixing, stage_canvas)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(True)
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.addTab(self.tr("Recording"))
        self.tabs.addTab(self.tr("Mixing"))
        self._stack = QStackedWidget(self)
        for page in (self.recording, self.mixing):
            self._stack.addWidget(scrolled(page, self))
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    @Slot()
    def refresh(self) -> None:
        """Show how it goes, on the page that is seen."""
        if not self.isVisible():
            return
        if self.tabs.currentIndex() == 0:
            self.recording.refresh()
        else:
            self.mixing.refresh()
