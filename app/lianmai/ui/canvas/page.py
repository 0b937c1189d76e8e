"""The editor of canvases: board, panel, file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QMenu,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from lianmai.core.errors import LianmaiError
from lianmai.core.messages import StreamId
from lianmai.core.room import Room
from lianmai.core.stage.canvas import CanvasImage, CanvasUser, Item
from lianmai.core.stage.canvas_edits import added
from lianmai.core.stage.canvas_making import StagePlace, canvas_of_places, laid_out
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.handles import items_in_turn
from lianmai.core.stage.registry import layout_named
from lianmai.core.stage.request import Fit
from lianmai.ui.canvas.document import CanvasDocument
from lianmai.ui.canvas.files import CanvasFiles
from lianmai.ui.canvas.guests import Guests
from lianmai.ui.canvas.hands import EditBoard
from lianmai.ui.canvas.item_menu import item_menu
from lianmai.ui.canvas.keys import is_editor_key, key_of
from lianmai.ui.canvas.panel import CanvasPanel
from lianmai.ui.canvas.pictures import Pictures
from lianmai.ui.canvas.tools import CanvasActions, CanvasBar
from lianmai.ui.frames.figures import figures
from lianmai.ui.frames.frame import DeviceFrame
from lianmai.ui.widgets.confirm_bar import ConfirmBar
from lianmai.ui.widgets.timers import delayed
from lianmai.ui.words import translated

NARROW_PX = 640
"""Below this width the panel lies below the board."""
_LEAST_PX = 160
_CHECK_MS = 80
"""Problems are looked for when hands rest, not at every step of the mouse."""


class CanvasPage(QWidget):
    """Edits one canvas with live tiles on it: those of *frame*'s stage, by the uids of *room*."""

    left = Signal()

    def __init__(self, room: Room, frame: DeviceFrame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._frame, self._stage = room, frame, frame.stage
        self.document = CanvasDocument(self)
        self.pictures = Pictures()
        self._guests = Guests(frame.stage, lambda: room.uid, self)
        self.actions_ = CanvasActions(self)
        self.bar = CanvasBar(self.actions_, self)
        self.question = ConfirmBar(self)
        self.files = CanvasFiles(self.document, self.question, self)
        self.board = EditBoard(self.document, self._guests, self.pictures, self)
        self.panel = CanvasPanel(self.document, self)
        self.view = QScrollArea(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._checked = delayed(self, _CHECK_MS, self.check)
        self._lay_out()
        self._connect()
        self._show_document()

    # --- what to edit ---------------------------------------------------------------------

    @property
    def sentence(self) -> str:
        """What is edited, for the status."""
        canvas = self.document.canvas
        size = f"{canvas.width_px} × {canvas.height_px}"
        return figures(f"{size}  ·  {round(100 * self.board.scale)} %")

    def open(self, path: Path) -> None:
        """Edit the canvas in *path*; when there is none, say why and keep the present one."""
        try:
            self.document.open(path)
        except LianmaiError as error:
            self.question.tell(translated(str(error)))
            return
        self.question.close_bar()
        self.board.choose(None)
        self.check()

    @Slot()
    def ask_which(self) -> None:
        """Ask for a file, and edit the canvas in it."""
        self.files.ask_which(self.open)

    def take_stage(self) -> None:
        """Edit what is on the stage now; screens and a second sound have no place on a canvas."""
        whole, origin = self._frame.logical_size, self._stage.laid_out(QPoint(0, 0))
        tiles = [
            StagePlace(
                self._guests.uid_of(place.stream_id),
                place.placement.rect.moved(-origin.x(), -origin.y()),
                self._fit_of(place.stream_id),
            )
            for place in sorted(self._stage.plan.places, key=lambda it: it.placement.z)
            if place.stream_id.slot == "main"
        ]
        self.document.begin(canvas_of_places(whole.width(), whole.height(), tiles))
        self.board.choose(None)
        self.check()

    def _fit_of(self, stream_id: StreamId) -> Fit:
        return "cover" if self._stage.tiles[stream_id].look.fills else "contain"

    def refresh(self) -> None:
        """Follow who has come and gone."""
        self._guests.refresh()
        if not self._checked.isActive():
            self._checked.start()

    def set_clean(self, clean: bool) -> None:
        """Show the canvas alone, or everything."""
        self.bar.setHidden(clean)
        self.panel.setHidden(clean)
        self.board.set_bare(clean)

    @Slot()
    def check(self) -> None:
        """Look for what is wrong, and show it."""
        peers = self._room.peers
        problems = self.document.problems(set(peers) if peers else None)
        problems += self.pictures.problems(self.document.canvas)
        self.board.show_problems(problems)
        self.panel.show_problems(problems)

    # --- steps ----------------------------------------------------------------------------

    def add_user(self, uid: str) -> None:
        """Add a tile for *uid*, and choose it."""
        canvas = self.document.canvas
        place = _middle_of(canvas.whole)
        self.document.change(added(canvas, CanvasUser(uid, place)))
        self.board.choose(("users", len(canvas.users)))

    def add_image(self, url: str) -> None:
        """Add the picture *url* names, and choose it."""
        canvas = self.document.canvas
        self.document.change(added(canvas, CanvasImage(url, canvas.whole)))
        self.board.choose(("images", len(canvas.images)))

    @Slot()
    def _ask_user(self) -> None:
        """Offer members without a tile, and a tile for somebody who is not there."""
        there = {user.uid for user in self.document.canvas.users}
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for uid, peer in self._room.peers.items():
            if uid not in there:
                action = menu.addAction(f"{peer.label}  ·  {uid}")
                action.triggered.connect(lambda _on=False, uid=uid: self.add_user(uid))
        menu.addSeparator()
        absent = menu.addAction(self.tr("Somebody who is not here"))
        absent.triggered.connect(lambda: self.add_user(_new_uid(there)))
        menu.popup(self.bar.mapToGlobal(self.bar.rect().bottomLeft()))

    @Slot(str)
    def lay_out_as(self, name: str) -> None:
        """Place all tiles as the layout called *name* does."""
        self.document.change(laid_out(self.document.canvas, layout_named(name)))

    @Slot(object)
    def _choose(self, item: Item | None) -> None:
        if item is None or item in items_in_turn(self.document.canvas):
            self.board.choose(item)

    @Slot(QPoint)
    def _open_menu(self, where: QPoint) -> None:
        if self.board.item is not None:
            menu = item_menu(self.document, self.board.item, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    # --- Qt -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the editor, which mean something else in the call."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and is_editor_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the editor's keys say."""
        action = self.actions_.keys.get(key_of(event))
        if action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel below the board where there is no room beside it."""
        is_narrow = self.width() < NARROW_PX
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if wanted != self._splitter.orientation():
            self._splitter.setOrientation(wanted)
            length = self.height() if is_narrow else self.width()
            panel = length // 2 if is_narrow else self.panel.sizeHint().width()
            self._splitter.setSizes([length - panel, panel])
        super().resizeEvent(event)

    # --- wiring ---------------------------------------------------------------------------

    @Slot()
    def _show_document(self) -> None:
        path = self.document.path
        self.pictures.folder = path.parent if path else Path()
        self.bar.show_document(self.document, self.board.scale)
        self.panel.show_item(self.board.item)
        self._checked.start()

    def _lay_out(self) -> None:
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setWidgetResizable(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMinimumSize(_LEAST_PX, _LEAST_PX)
        self.view.setWidget(self.board)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.question)
        column.addWidget(self._splitter, 1)
        self.setFocusProxy(self.board)

    def _connect(self) -> None:
        actions, panel = self.actions_, self.panel
        self.document.changed.connect(self._show_document)
        self.board.chosen.connect(panel.show_item)
        self.board.scaled.connect(self._show_scale)
        self.board.menu_wanted.connect(self._open_menu)
        panel.items.chosen.connect(self._choose)
        panel.problems.chosen.connect(self._choose)
        panel.image_form.file_wanted.connect(
            lambda: self.files.ask_picture(panel.image_form.set_url)
        )
        self.bar.layout_chosen.connect(self.lay_out_as)
        actions.open.triggered.connect(self.ask_which)
        actions.save.triggered.connect(lambda: self.files.save())
        actions.save_as.triggered.connect(lambda: self.files.ask_where())
        actions.undo.triggered.connect(self.document.undo)
        actions.redo.triggered.connect(self.document.redo)
        actions.add_user.triggered.connect(self._ask_user)
        actions.add_image.triggered.connect(lambda: self.files.ask_picture(self.add_image))
        actions.from_stage.triggered.connect(lambda: self.files.leave_safely(self.take_stage))
        actions.true_size.toggled.connect(self.board.set_true_size)
        actions.close.triggered.connect(self.left)

    @Slot()
    def _show_scale(self) -> None:
        self.bar.show_document(self.document, self.board.scale)


def _middle_of(whole: Rect) -> Rect:
    """Return a place of half the size in the middle."""
    width, height = max(2, whole.width // 2), max(2, whole.height // 2)
    return Rect((whole.width - width) // 2, (whole.height - height) // 2, width, height)


def _new_uid(there: set[str]) -> str:
    """Return a uid that nobody on the canvas has."""
    return next(str(number) for number in range(1, len(there) + 2) if str(number) not in there)
