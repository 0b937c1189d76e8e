"""Everything about one component, on pages with tabs."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from lianmai.call import Call
from lianmai.core.messages import StreamId
from lianmai.ui.look import OWN
from lianmai.ui.panels.inspector.attribute_form import AttributeForm
from lianmai.ui.panels.inspector.component import Component
from lianmai.ui.panels.inspector.methods_page import Do, MethodsPage
from lianmai.ui.panels.inspector.situations_page import SituationsPage
from lianmai.ui.panels.inspector.status_page import StatusPage

Page: TypeAlias = AttributeForm | StatusPage | MethodsPage | SituationsPage


class ComponentPages(QWidget):
    """Attributes, status and methods of *component*; for the own one situations, too."""

    def __init__(
        self, call: Call, stream_id: StreamId, component: Component, do: Do, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.form = AttributeForm(component, self)
        self.status = StatusPage(component, call.journal, self)
        self.methods = MethodsPage(call, stream_id, do, self)
        self._pages: list[Page] = []
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(True)
        self.tabs.setAccessibleName(self.tr("Pages"))
        self._stack = QStackedWidget(self)
        self._add(self.tr("Attributes"), self.form)
        self._add(self.tr("Status"), self.status)
        self._add(self.tr("Methods"), self.methods)
        if stream_id == OWN:
            self.situations = SituationsPage(call, self)
            self._add(self.tr("Situations"), self.situations)
        self.tabs.currentChanged.connect(self._turn_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def show_page(self, page: QWidget) -> None:
        """Turn to *page*."""
        self.tabs.setCurrentIndex(self._stack.indexOf(page))

    @Slot()
    def refresh(self) -> None:
        """Show the state of now on the page that is seen."""
        self._pages[self._stack.currentIndex()].refresh()

    @Slot(int)
    def _turn_to(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.refresh()

    def _add(self, title: str, page: Page) -> None:
        self.tabs.addTab(title)
        self._pages.append(page)
        self._stack.addWidget(page)
