"""The panel that shows a live-pusher or live-player as a phone's page has it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lianmai.call import Call
from lianmai.core.messages import StreamId
from lianmai.ui.panels.inspector.component import Player, Pusher
from lianmai.ui.panels.inspector.component_pages import ComponentPages
from lianmai.ui.panels.statistic_rows import label_of
from lianmai.ui.stage.look import OWN, TileAct
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.combo_box import ComboBox


class ComponentPanel(QWidget):
    """Own live-pusher, or the live-player of any stream received."""

    act_wanted = Signal(StreamId, TileAct)

    def __init__(self, call: Call, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call = call
        self._pages: dict[StreamId, ComponentPages] = {}
        self.chooser = ComboBox(self)
        self.chooser.setAccessibleName(self.tr("Component"))
        self.chooser.currentIndexChanged.connect(self._show_chosen)
        self._stack = QStackedWidget(self)
        head = QHBoxLayout()
        head.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP // 2)
        head.addWidget(self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._list_components()

    @property
    def chosen(self) -> StreamId:
        """Whose component is shown."""
        stream_id: StreamId = self.chooser.currentData()
        return stream_id

    @property
    def pages(self) -> ComponentPages:
        """What is shown of it."""
        return self._pages[self.chosen]

    def choose(self, stream_id: StreamId) -> None:
        """Show the component of *stream_id*."""
        self._list_components()
        self.chooser.setCurrentIndex(max(0, self._known().index(stream_id)))

    @Slot()
    def refresh(self) -> None:
        """Show the call as it is now."""
        if self.isVisible():
            self._list_components()
            self.pages.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date at once."""
        super().showEvent(event)
        self.refresh()

    def _list_components(self) -> None:
        """Offer own component and those of all streams played."""
        wanted = [OWN, *self._call.streams]
        for gone in [it for it in self._known() if it not in wanted]:
            self.chooser.removeItem(self._known().index(gone))
            self._forget(gone)
        for new in [it for it in wanted if it not in self._known()]:
            self.chooser.addItem(self._title(new), new)
        for place, stream_id in enumerate(self._known()):
            if (title := self._title(stream_id)) != self.chooser.itemText(place):
                self.chooser.setItemText(place, title)

    def _known(self) -> list[StreamId]:
        return [self.chooser.itemData(place) for place in range(self.chooser.count())]

    def _title(self, stream_id: StreamId) -> str:
        if stream_id == OWN:
            return self.tr("live-pusher – you")
        return self.tr("live-player – {name}").format(name=label_of(self._call, stream_id))

    @Slot()
    def _show_chosen(self) -> None:
        stream_id = self.chosen
        if stream_id not in self._pages:
            component = Pusher(self._call) if stream_id == OWN else Player(self._call, stream_id)
            do = self.act_wanted.emit
            made = ComponentPages(self._call, stream_id, component, do, self._stack)
            self._pages[stream_id] = made
            self._stack.addWidget(made)
        self._stack.setCurrentWidget(self._pages[stream_id])
        self.refresh()

    def _forget(self, stream_id: StreamId) -> None:
        if (pages := self._pages.pop(stream_id, None)) is not None:
            self._stack.removeWidget(pages)
            pages.deleteLater()
