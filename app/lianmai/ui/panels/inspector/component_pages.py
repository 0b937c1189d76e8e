"""Everything about one component, on pages with tabs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from lianmai.call import Call
from lianmai.core.messages import StreamId
from lianmai.ui.panels.inspector.attribute_form import AttributeForm
from lianmai.ui.panels.inspector.component import Component
from lianmai.ui.panels.inspector.methods_page import Do, MethodsPage
from lianmai.ui.panels.inspector.situations_page import SituationsPage
from lianmai.ui.panels.inspector.status_page import StatusPage
from lianmai.ui.stage.look import OWN

PageName: TypeAlias = Literal["attributes", "status", "methods", "situations"]
Page: TypeAlias = AttributeForm | StatusPage | MethodsPage | SituationsPage


class ComponentPages(QWidget):
    """Attributes, status and methods of *component*; for the own one situations, too.

    A page is made when it is first turned to: all of them together take a tenth of a second.
    """

    def __init__(
        self, call: Call, stream_id: StreamId, component: Component, do: Do, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._make: dict[PageName, Callable[[], Page]] = {
            "attributes": lambda: AttributeForm(component),
            "status": lambda: StatusPage(component, call.journal),
            "methods": lambda: MethodsPage(call, stream_id, do),
        }
        if stream_id == OWN:
            self._make["situations"] = lambda: SituationsPage(call)
        self._pages: dict[PageName, Page] = {}
        self._stack = QStackedWidget(self)
        self.tabs = self._make_tabs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    @property
    def shown(self) -> PageName:
        """The page that is seen."""
        return list(self._make)[self.tabs.currentIndex()]

    def page(self, name: PageName) -> Page:
        """Return the page called *name*."""
        if name not in self._pages:
            self._pages[name] = self._make[name]()
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def turn_to(self, name: PageName) -> None:
        """Show the page called *name*."""
        self.tabs.setCurrentIndex(list(self._make).index(name))

    @Slot()
    def refresh(self) -> None:
        """Show the state of now on the page that is seen."""
        page = self.page(self.shown)
        self._stack.setCurrentWidget(page)
        page.refresh()

    def _make_tabs(self) -> QTabBar:
        titles: dict[PageName, str] = {
            "attributes": self.tr("Attributes"),
            "status": self.tr("Status"),
            "methods": self.tr("Methods"),
            "situations": self.tr("Situations"),
        }
        made = QTabBar(self)
        made.setDrawBase(False)
        made.setExpanding(True)
        made.setAccessibleName(self.tr("Pages"))
        for name in self._make:
            made.addTab(titles[name])
        made.currentChanged.connect(self.refresh)
        return made
