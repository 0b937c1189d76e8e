"""The stage: all tiles, arranged to fill the window, with pages when they do not fit."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from lianmai.core.messages import StreamId
from lianmai.ui import theme
from lianmai.ui.stage import motion
from lianmai.ui.stage.guest_tiles import GuestTiles
from lianmai.ui.stage.look import Feed, Look, TileAct
from lianmai.ui.stage.motion import Motion
from lianmai.ui.stage.pager import Pager
from lianmai.ui.stage.stage_acts import StageActs
from lianmai.ui.stage.stage_dress import StageDress
from lianmai.ui.stage.stage_plan import StagePlan
from lianmai.ui.stage.stage_room import StageRoom
from lianmai.ui.stage.stage_sizes import StageSizes
from lianmai.ui.stage.tile import Tile
from lianmai.ui.stage.tile_wishes import TileWishes
from lianmai.ui.widgets.timers import delayed

SHAPES = (16 / 9, 4 / 3, 1.0, 3 / 4, 9 / 16)
_SETTLE_MS = 60
"""How long a size lasts before players are told: not at every step of dragging a window."""


class Stage(QWidget):
    """Shows one tile for each feed. Only tiles on the page have their pictures scaled.

    *plan* knows who is where, *acts* does what the user wants; `arrange` shows it.
    """

    sound_changed = Signal()
    wanted = Signal(StreamId, TileAct)
    removed = Signal(StreamId)
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.tiles: dict[StreamId, Tile] = {}
        self.plan = StagePlan()
        self.acts = StageActs(self)
        self.acts.wanted.connect(self.wanted)
        self._feeds: dict[StreamId, Feed] = {}
        self._sizes = StageSizes()
        self._dress = StageDress(self.plan)
        self._is_exposed = self._is_covered = False
        self._room = StageRoom()
        self._guests = GuestTiles()
        self._motion = Motion(self)
        self._pager = Pager(self)
        self._pager.turned.connect(self.turn_to)
        self._wishes = TileWishes(self, self._feed_on_stage)
        self._wishes.sound_changed.connect(self.sound_changed)
        self._wishes.wanted.connect(self.acts.do)
        self._settled = delayed(self, _SETTLE_MS, self._tell_sizes)
        self._motion.ended.connect(self._settle)
        self._shaped = delayed(self, 0, self.arrange)
        self.setMinimumSize(160, 120)

    # --- what to show ---------------------------------------------------------------------

    def show_feeds(self, feeds: dict[StreamId, Feed]) -> None:
        """Show exactly *feeds*; who stays keeps the seat, see `seated`."""
        has_changed = self.plan.seat(feeds)
        self._feeds = feeds
        for gone in [stream_id for stream_id in self.tiles if stream_id not in feeds]:
            self._remove(gone)
        for stream_id, feed in feeds.items():
            tile = self.tiles.get(stream_id) or self._add(stream_id)
            tile.show_look(self._dress.on_stage(stream_id, feed.look))
            for guest in self._guests.of(stream_id):
                guest.show_look(feed.look)
        if has_changed:
            self.arrange(softly=True)
        else:
            self._tell_sizes()

    @Slot()
    def take_pictures(self) -> None:
        """Give each tile the newest picture of its feed; runs once per wake, however many came."""
        taken = [
            (views, picture)
            for stream_id, tile in self.tiles.items()
            if (views := self._seen_views(stream_id, tile))
            and (picture := self._feeds[stream_id].box.take()) is not None
        ]
        for views, picture in taken:
            for view in views:
                view.show_picture(picture, at_once=len(taken) == 1)

    def add_guest(self, stream_id: StreamId, guest: Tile) -> None:
        """Let *guest*, a tile in another window, show *stream_id* too, until that ends."""
        self._guests.add(stream_id, guest)
        self._wishes.answer(stream_id, guest)
        guest.show_look(self._feeds[stream_id].look)
        if (picture := self.tiles[stream_id].picture) is not None:
            guest.show_picture(picture)
        guest.shape_changed.connect(self._settled.start)
        self._settled.start()

    def remove_guest(self, guest: Tile) -> None:
        """Give *guest* nothing more."""
        self._guests.remove(guest)
        self._settled.start()

    def _seen_views(self, stream_id: StreamId, tile: Tile) -> list[Tile]:
        views = (tile, *self._guests.of(stream_id))
        return [view for view in views if not view.isHidden()]

    def retry_failed(self) -> None:
        """Try every stream again that has been given up."""
        for stream_id, feed in self._feeds.items():
            if feed.look.phase == "failed":
                self._wishes.retry(stream_id)

    def show_levels(self) -> None:
        """Show how loud everybody on the page is; who talks may lead."""
        sounds = {it: feed.sound for it, feed in self._feeds.items() if feed.sound is not None}
        levels = {stream_id: sound.level for stream_id, sound in sounds.items()}
        for stream_id, level in levels.items():
            if not self.tiles[stream_id].isHidden():
                self.tiles[stream_id].show_level(level)
        if self.plan.hear(levels, time.monotonic()) and self.acts.hands.dragging is None:
            self.arrange(softly=True)

    # --- how ------------------------------------------------------------------------------

    def set_layout_name(self, name: str) -> None:
        """Arrange tiles by the layout called *name*.

        Raises:
            ValueError: If there is none of that name.
        """
        self.plan.choose_layout(name)
        self.arrange(softly=True)

    def set_bare(self, bare: bool) -> None:
        """Present: tiles meet edge to edge, nothing but them is seen, and no faults on them."""
        self._dress.is_calm = self._room.is_bare = bare
        self._wishes.set_quiet(bare)
        self._change_edges()

    def set_names_shown(self, shown: bool) -> None:
        """Show names on tiles, or pictures alone."""
        self._dress.shows_names = shown
        self._dress_tiles()

    def set_menu(self, actions: Sequence[QAction]) -> None:
        """Offer *actions*, which concern the whole stage, in the menus of tiles too."""
        self._wishes.of_stage = list(actions)

    def set_covered(self, covered: bool) -> None:
        """Ask for no pictures while something else is in front of all tiles."""
        if covered != self._is_covered:
            self._is_covered = covered
            self._settled.start()

    def set_screen(self, screen: QSize | None) -> None:
        """Lay tiles out, edge to edge, as on a *screen* of that size, scaled to the stage.

        ``None`` lays them out on the stage as it is.
        """
        if screen != self._room.screen:
            self._room.screen = screen
            self._change_edges()

    def _change_edges(self) -> None:
        for tile in self.tiles.values():
            tile.set_bare(self._room.is_edge_to_edge)
        self.update()
        self.arrange()

    # --- pages ----------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self.plan.page

    @property
    def page_count(self) -> int:
        """How many pages there are, at least one."""
        return self.plan.page_count

    @Slot(int)
    def turn_to(self, page: int) -> None:
        """Show *page*, or the nearest there is."""
        self.plan.page = page
        self.arrange()

    def visible_ids(self) -> list[StreamId]:
        """Return what is on the page, in order."""
        return self.plan.shown

    # --- geometry -------------------------------------------------------------------------

    def arrange(self, *, softly: bool = False) -> None:
        """Put the tiles of the page in their places and hide the others."""
        self._room.whole = self.rect()
        self.plan.arrange(self._room.request, self._aspect)
        shown = self.plan.shown
        for stream_id in self.tiles.keys() - set(shown):
            self.tiles[stream_id].hide()
        self._place_pager()
        self._dress_tiles()
        self._place(softly=softly and self.isVisible() and motion.moves())
        self._settle()
        self.arranged.emit()

    def _aspect(self, shown: list[StreamId]) -> float:
        """Return the shape that most of the pictures shown have, as the nearest of `SHAPES`.

        Sizes are rounded to even numbers, and an exact shape would follow every rounding.
        """
        tiles = [self.tiles[stream_id] for stream_id in shown]
        aspects = [tile.aspect for tile in tiles if tile.has_picture]
        found = [min(SHAPES, key=lambda shape: abs(shape - aspect)) for aspect in aspects]
        return max(SHAPES, key=found.count)

    def _place(self, *, softly: bool) -> None:
        places: dict[QWidget, QRect] = {}
        for place in sorted(self.plan.places, key=lambda it: it.placement.z):
            tile, has_pager = self.tiles[place.stream_id], self.page_count > 1
            places[tile] = self._room.place(place.placement.rect, with_pager=has_pager)
            tile.set_on_top(place.placement.z > 0)
            if self.plan.active_layout.overlap:
                tile.raise_()
        self._raise_overlays()
        self._motion.bring(places, softly=softly)

    def _raise_overlays(self) -> None:
        """Keep what lies over tiles there."""
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not isinstance(child, Tile):
                child.raise_()

    def _place_pager(self) -> None:
        self._pager.set_bare(self._room.is_edge_to_edge)
        self._pager.show_page(self.page, self.page_count)
        self._pager.settle(self.rect())

    def laid_out(self, spot: QPoint) -> QPoint:
        """Return where *spot* is for the layout: without margins, on the screen laid out on."""
        return self._room.laid_out(spot, with_pager=self.page_count > 1)

    def _feed_on_stage(self, stream_id: StreamId) -> Feed:
        """Return what is behind a tile, looking as it does here."""
        feed = self._feeds[stream_id]
        return replace(feed, look=self._look(stream_id))

    def _look(self, stream_id: StreamId) -> Look:
        return self._dress.on_stage(stream_id, self._feeds[stream_id].look)

    def _dress_tiles(self) -> None:
        for stream_id, tile in self.tiles.items():
            tile.show_look(self._look(stream_id))

    # --- sizes ----------------------------------------------------------------------------

    @Slot()
    def _settle(self) -> None:
        """Let sizes be told, and controls be placed, once nothing moves any more."""
        self._settled.start()
        self._wishes.settle()

    @Slot()
    def _tell_sizes(self) -> None:
        """Tell every feed how large its pictures are wanted; nothing for what is not seen.

        Not while tiles move: players would scale to every size on the way.
        """
        if self._motion.is_running:
            return
        is_minimized = self.window().isMinimized()
        is_seen = self._is_exposed and not is_minimized and not self._is_covered
        for stream_id, tile in self.tiles.items():
            views = [*self._guests.of(stream_id), *([tile] if is_seen else [])]
            self._sizes.tell(stream_id, self._feeds[stream_id], views)

    # --- Qt -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies between the tiles."""
        painter = QPainter(self)
        colors = theme.colors()
        ground = colors.plate if self._room.is_edge_to_edge else colors.stage
        painter.fillRect(event.rect(), QColor(ground))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tiles anew."""
        self.arrange()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for pictures, until the window is minimised."""
        self._is_exposed = True
        self._settled.start()
        self.window().installEventFilter(self)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the window is minimised or back: the stage itself is not told."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._settled.start()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for none; a window that is minimised hides its widgets, too."""
        self._is_exposed = False
        self._settled.start()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other sizes on a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settled.start()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a tile; tiles leave the mouse to the stage."""
        self.acts.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        self.acts.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.acts.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it on the whole screen."""
        self.acts.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, Left and Right move the focus; see `StageActs` for the rest."""
        if self.acts.press_key(event):
            return
        match event.key():
            case Qt.Key.Key_PageUp:
                self.turn_to(self.page - 1)
            case Qt.Key.Key_PageDown:
                self.turn_to(self.page + 1)
            case Qt.Key.Key_Right:
                self._move_focus(1)
            case Qt.Key.Key_Left:
                self._move_focus(-1)
            case _:
                super().keyPressEvent(event)

    def _move_focus(self, step: int) -> None:
        """Focus the next tile on the page, the first after the last."""
        shown = [self.tiles[stream_id] for stream_id in self.visible_ids()]
        here = next((i for i, tile in enumerate(shown) if tile.hasFocus()), -1 if step > 0 else 0)
        if shown:
            shown[(here + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    # --- tiles ----------------------------------------------------------------------------

    def id_at(self, place: QPoint) -> StreamId | None:
        """Return whose tile is there."""
        child = self.childAt(place)
        while child is not None and child.parentWidget() is not self:
            child = child.parentWidget()
        return next((it for it, tile in self.tiles.items() if tile is child), None)

    def id_of(self, tile: Tile) -> StreamId:
        """Return whose *tile* it is."""
        return next(it for it, known in self.tiles.items() if known is tile)

    def tile_below(self, place: QPoint, dragged: Tile) -> Tile | None:
        """Return the tile that lies there below the one being *dragged*."""
        shown = (self.tiles[stream_id] for stream_id in self.visible_ids())
        found = (it for it in shown if it is not dragged and it.geometry().contains(place))
        return next(found, None)

    def _add(self, stream_id: StreamId) -> Tile:
        tile = self.tiles[stream_id] = Tile(self)
        tile.hide()
        tile.set_bare(self._room.is_edge_to_edge)
        tile.shape_changed.connect(self._shaped.start)
        self._wishes.serve(stream_id, tile)
        return tile

    def _remove(self, stream_id: StreamId) -> None:
        tile = self.tiles.pop(stream_id)
        self.removed.emit(stream_id)
        self._sizes.forget(stream_id)
        self._wishes.forget(tile)
        self._motion.forget(tile)
        self.acts.forget(stream_id, tile)
        tile.hide()
        tile.deleteLater()
