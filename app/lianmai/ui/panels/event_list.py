"""The list of events: stays at the newest until somebody scrolls up."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from lianmai.ui.panels.event_delegate import EventDelegate
from lianmai.ui.panels.event_model import EventModel

_BOTTOM_PX = 2


class EventList(QListView):
    """Follows the tail; `following_changed` tells when that stops and when it begins again."""

    following_changed = Signal(bool)

    def __init__(self, model: EventModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_following = True
        self._model = model
        self._is_growing = False
        self.setModel(model)
        self.setItemDelegate(EventDelegate(self))
        self.setAccessibleName(self.tr("Events"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def grow(self) -> None:
        """Show what has come; the rows in sight stay where they are unless the tail is followed."""
        top = self.indexAt(QPoint(1, 1))
        anchor = QPersistentModelIndex(top)
        before_px = self.visualRect(top).top()
        self._is_growing = True
        self._model.flush()
        if self.is_following:
            self.scrollToBottom()
        elif anchor.isValid():
            self.doItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self._model.index(anchor.row())).top())
            bar.setValue(bar.value() - before_px)
        self._is_growing = False

    @Slot()
    def follow(self) -> None:
        """Go to the newest and stay there."""
        self.scrollToBottom()
        self._set_following(True)

    @Slot()
    def copy_selected(self) -> None:
        """Put the selected rows on the clipboard, as lines in order of time."""
        numbers = sorted(index.row() for index in self.selectedIndexes())
        lines = [self._model.rows[number].text() for number in numbers]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy selected rows; everything else moves about."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the newest in sight."""
        self._is_growing = True
        super().resizeEvent(event)
        if self.is_following:
            self.scrollToBottom()
        self._is_growing = False

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        if not self._is_growing:
            self._set_following(value >= self.verticalScrollBar().maximum() - _BOTTOM_PX)

    def _set_following(self, following: bool) -> None:
        if following != self.is_following:
            self.is_following = following
            self.following_changed.emit(following)
