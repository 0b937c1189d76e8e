"""A form made from the table of a component's attributes; what is chosen acts at once."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lianmai.core.components.tables import AttributeInfo, attribute_infos
from lianmai.core.errors import AttributeProblem
from lianmai.ui.panels.inspector.attribute_row import AttributeRow
from lianmai.ui.panels.inspector.attribute_words import group_title
from lianmai.ui.panels.inspector.component import Component
from lianmai.ui.panels.inspector.editor import Value
from lianmai.ui.panels.inspector.form_section import FormSection
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.icon_button import IconButton
from lianmai.ui.widgets.pieces import quiet_label, scrolled
from lianmai.ui.widgets.timers import delayed
from lianmai.ui.words import translated

_ORDER = (
    *("picture", "effects", "bitrate", "buffer", "sound", "background", "device"),
    *("connection", "page"),
)


class AttributeForm(QWidget):
    """The attributes of one *component*, in groups; those without effect come last.

    Rows come group by group once it is shown, so that the call goes on meanwhile; `complete`
    does not wait. Before, they would lose their fonts: style sheets take them back from widgets
    that get another parent.
    """

    def __init__(self, component: Component, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._component = component
        self.rows: dict[str, AttributeRow] = {}
        self._refused: dict[str, Value] = {}
        self._sections: list[FormSection] = []
        self.search = self._make_search()
        self._nothing = quiet_label(self.tr("No attribute has this in its name."), self)
        self._nothing.hide()
        self._note = quiet_label("", self)
        self.reset = IconButton("reset", self.tr("Reset all attributes"), parent=self)
        self.reset.clicked.connect(self._reset)
        self._awaited = delayed(self, 0, self._fill_next)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make rows."""
        super().showEvent(event)
        self._awaited.start()

    def complete(self) -> None:
        """Make every row there is."""
        for section in self._sections:
            section.fill()
        self.refresh()

    @Slot()
    def _fill_next(self) -> None:
        section = next((it for it in self._sections if it.is_awaited), None)
        if section is not None:
            section.fill()
            self.refresh()
            self._awaited.start()

    @Slot()
    def refresh(self) -> None:
        """Show the values of now."""
        self._note.setText(self._component.note())
        self._note.setVisible(bool(self._note.text()))
        self.reset.setEnabled(self._component.is_changed())
        values, effective = self._component.values(), self._component.effective()
        for name, row in self.rows.items():
            row.show_value(values[name], effective.get(name))

    @Slot(str, object)
    def _set(self, name: str, value: Value) -> None:
        """Apply a value; whatever else is shown may have changed with it."""
        if self._is_taken(name, value):
            for other, refused in list(self._refused.items()):
                self._is_taken(other, refused)
        self.refresh()

    @Slot()
    def _reset(self) -> None:
        self._refused.clear()
        self._component.reset()
        for row in self.rows.values():
            row.forget()
        self.refresh()

    def _is_taken(self, name: str, value: Value) -> bool:
        """Try to apply a value; what is refused may be welcome after the next change."""
        try:
            self._component.set(name, value)
        except AttributeProblem as problem:
            self._refused[name] = value
            self.rows[name].complain(translated(str(problem)))
            return False
        self._refused.pop(name, None)
        self.rows[name].complain("")
        return True

    @Slot(str)
    def _narrow(self, text: str) -> None:
        """Show only attributes with *text* in their names."""
        self.complete()
        wanted = text.strip().casefold()
        for row in self.rows.values():
            row.setHidden(wanted not in row.info.name.casefold())
        found = [section.fold_around(wanted) for section in self._sections]
        self._nothing.setHidden(any(found))

    # --- making ---------------------------------------------------------------------------

    def _make_search(self) -> QLineEdit:
        made = QLineEdit(self)
        made.setPlaceholderText(self.tr("Find an attribute"))
        made.setAccessibleName(made.placeholderText())
        made.setClearButtonEnabled(True)
        made.textChanged.connect(self._narrow)
        return made

    def _lay_out(self) -> None:
        inside = QWidget()
        form = QVBoxLayout(inside)
        form.setContentsMargins(2 * GAP, 0, 2 * GAP, 2 * GAP)
        form.setSpacing(GAP)
        for section in self._make_sections():
            form.addWidget(section)
        form.addStretch()
        line = QHBoxLayout()
        line.setSpacing(GAP // 2)
        line.addWidget(self.search, 1)
        line.addWidget(self.reset)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GAP, 0, GAP, 0)
        head.addLayout(line)
        head.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(scrolled(inside, self), 1)

    def _make_sections(self) -> list[FormSection]:
        infos = attribute_infos(self._component.kind).values()
        acting = [info for info in infos if info.effect != "none"]
        idle = [info for info in infos if info.effect == "none"]
        for group in sorted({info.group for info in acting}, key=_ORDER.index):
            members = [info for info in acting if info.group == group]
            self._sections.append(FormSection(group_title(group), members, self._add, self))
        title = self.tr("Accepted, without effect on a PC")
        self._sections.append(FormSection(title, idle, self._add, self, is_folded=True))
        for section in self._sections:
            section.opened.connect(self._awaited.start)
        return self._sections

    def _add(self, info: AttributeInfo) -> AttributeRow:
        row = self.rows[info.name] = AttributeRow(info, self)
        row.chosen.connect(self._set)
        return row
