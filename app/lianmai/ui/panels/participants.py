"""The panel that shows who is in the room."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from lianmai.core.messages import Kick
from lianmai.ui.icons import icon
from lianmai.ui.panels.call_view import CallView
from lianmai.ui.panels.errands import Errands
from lianmai.ui.panels.keyed_model import ROW_ROLE, Index, KeyedModel
from lianmai.ui.panels.participant_delegate import ParticipantDelegate
from lianmai.ui.panels.participant_list import ParticipantList
from lianmai.ui.panels.participant_rows import ParticipantRow, participant_rows, sounds_of
from lianmai.ui.stage.sounds import set_volume, step_volume
from lianmai.ui.theme import GAP
from lianmai.ui.widgets.confirm_bar import ConfirmBar

MANY = 10
"""With more participants than this there is a field to find one."""
VOLUMES_PERCENT = (100, 75, 50, 25)


class ParticipantModel(KeyedModel[ParticipantRow]):
    """The participants for a list."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what *role* asks for of one participant."""
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.label
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.sentence()
            case _:
                return row if role == ROW_ROLE else None


class ParticipantsPanel(QWidget):
    """Everybody in the room, with what can be done about each."""

    def __init__(self, call: CallView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._call = call
        self.count = QLabel(self)
        self.count.setProperty("quiet", True)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Find a name or user id"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self.refresh)
        self.model = ParticipantModel(self)
        self.list = self._make_list()
        self.bar = ConfirmBar(self)
        self.bar.closed.connect(self.list.setFocus)
        self._errands = Errands(call, self.bar.tell)
        self.destroyed.connect(self._errands.stop)
        self._lay_out()
        self.refresh()

    def _make_list(self) -> ParticipantList:
        made = ParticipantList(self)
        made.setAccessibleName(self.tr("Participants"))
        made.setModel(self.model)
        made.setItemDelegate(ParticipantDelegate(made))
        made.mute_wanted.connect(self._toggle_mute)
        made.volume_step_wanted.connect(self._step_volume)
        made.copy_wanted.connect(self._copy_uid)
        made.kick_wanted.connect(self._ask_to_kick)
        made.menu_wanted.connect(self._open_menu)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        head.addWidget(self.count)
        head.addWidget(self.filter)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date at once."""
        super().showEvent(event)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the room as it is now; cheap when nothing has changed."""
        if not self.isVisible():
            return
        rows = participant_rows(self._call)
        wanted = self.filter.text().strip()
        shown = [row for row in rows if row.matches(wanted)] if wanted else rows
        self.filter.setVisible(len(rows) > MANY or bool(wanted))
        self.count.setText(self._count_words(len(rows), len(shown)))
        self.model.show(shown)

    def _count_words(self, count: int, shown: int) -> str:
        if shown != count:
            return self.tr("{shown} of {count}").format(shown=shown, count=count)
        if count == 0:
            return self.tr("Nobody is here yet.")
        return self.tr("1 person") if count == 1 else self.tr("{n} people").format(n=count)

    # --- what can be done -------------------------------------------------------------------

    def current(self) -> ParticipantRow | None:
        """Return the selected participant."""
        return self.model.row_at(self.list.currentIndex())

    def menu(self, row: ParticipantRow) -> QMenu:
        """Return what can be done about *row*."""
        menu = QMenu(self)
        if sounds_of(self._call, row.uid):
            name, words = (
                ("volume", self.tr("Unmute here"))
                if row.muted_here
                else ("volume-off", self.tr("Mute here"))
            )
            self._add(menu, name, words, self.tr("Space")).triggered.connect(self._toggle_mute)
            self._add_volumes(menu, row)
            menu.addSeparator()
        copy = self._add(menu, "copy", self.tr("Copy user id"), self.tr("Ctrl+C"))
        copy.triggered.connect(self._copy_uid)
        if self._may_kick(row):
            menu.addSeparator()
            kick = self._add(menu, "kick", self.tr("Remove from the room…"), self.tr("Del"))
            kick.triggered.connect(self._ask_to_kick)
        return menu

    def _add(self, menu: QMenu, name: str, words: str, keys: str = "") -> QAction:
        """Add an action; *keys* are shown only, as the list itself listens to them."""
        return menu.addAction(icon(name), f"{words}\t{keys}" if keys else words)

    def _add_volumes(self, menu: QMenu, row: ParticipantRow) -> None:
        choices = menu.addMenu(icon("volume"), self.tr("Volume"))
        group = QActionGroup(choices)
        for percent in VOLUMES_PERCENT:
            action = choices.addAction(f"{percent} %")
            action.setCheckable(True)
            action.setChecked(round(row.volume * 100) == percent)
            action.triggered.connect(partial(self._set_volume, row.uid, percent / 100))
            group.addAction(action)

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        if (row := self.current()) is not None:
            menu = self.menu(row)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    @Slot()
    def _toggle_mute(self) -> None:
        if (row := self.current()) is not None:
            for sound in sounds_of(self._call, row.uid):
                sound.muted = not row.muted_here
            self.refresh()

    @Slot(int)
    def _step_volume(self, steps: int) -> None:
        if (row := self.current()) is not None:
            for sound in sounds_of(self._call, row.uid):
                step_volume(sound, steps)
            self.refresh()

    def _set_volume(self, uid: str, volume: float) -> None:
        for sound in sounds_of(self._call, uid):
            set_volume(sound, volume)
        self.refresh()

    @Slot()
    def _copy_uid(self) -> None:
        if (row := self.current()) is not None:
            QGuiApplication.clipboard().setText(row.uid)

    def _may_kick(self, row: ParticipantRow) -> bool:
        me = self._call.room.me
        return me is not None and me.is_host and not row.is_own

    @Slot()
    def _ask_to_kick(self) -> None:
        row = self.current()
        if row is not None and self._may_kick(row):
            question = self.tr("Remove {name} from the room?").format(name=row.name)
            self.bar.ask(question, self.tr("Remove"), partial(self._kick, row.uid))

    def _kick(self, uid: str) -> None:
        self._errands.send(Kick(uid))
