"""The stage: all tiles, arranged to fill the window, with pages when they do not fit."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from lianmai.core.messages import StreamId
from lianmai.core.stage.geometry import Rect
from lianmai.core.stage.registry import USUAL_LAYOUT, layout_named
from lianmai.core.stage.request import Arrangement, StageRequest
from lianmai.core.stage.seating import seated
from lianmai.ui import pager, theme
from lianmai.ui.guest_tiles import GuestTiles
from lianmai.ui.look import OWN, Feed, Look, TileAct
from lianmai.ui.pager import Pager
from lianmai.ui.theme import GAP
from lianmai.ui.tile import Tile
from lianmai.ui.tile_wishes import TileWishes
from lianmai.ui.timers import delayed

SHAPES = (16 / 9, 4 / 3, 1.0, 3 / 4, 9 / 16)
_SETTLE_MS = 60
"""How long a size lasts before players are told: not at every step of dragging a window."""


class Stage(QWidget):
    """Shows one tile for each feed. Only tiles on the page have their pictures scaled."""

    sound_changed = Signal()
    wanted = Signal(StreamId, TileAct)
    removed = Signal(StreamId)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.tiles: dict[StreamId, Tile] = {}
        self._feeds: dict[StreamId, Feed] = {}
        self._sizes: dict[StreamId, tuple[object, tuple[int, int]]] = {}
        self._seats: list[StreamId] = []
        self._shown: list[StreamId] = []
        self._cut: set[StreamId] = set()
        self._page, self._page_count = 0, 1
        self._is_bare = False
        self._screen: QSize | None = None
        self._layout = layout_named(USUAL_LAYOUT)
        self._guests = GuestTiles()
        self._pager = Pager(self)
        self._pager.turned.connect(self.turn_to)
        self._wishes = TileWishes(self, lambda stream_id: self._feeds[stream_id])
        self._wishes.sound_changed.connect(self.sound_changed)
        self._wishes.wanted.connect(self.wanted)
        self._settled = delayed(self, _SETTLE_MS, self._tell_sizes)
        self._shaped = delayed(self, 0, self._arrange)
        self.setMinimumSize(160, 120)

    # --- what to show ---------------------------------------------------------------------

    def show_feeds(self, feeds: dict[StreamId, Feed]) -> None:
        """Show exactly *feeds*; who stays keeps the seat, see `seated`."""
        seats = seated(self._seats, list(feeds))
        is_same, self._seats = seats == self._seats, seats
        self._feeds = feeds
        for gone in [stream_id for stream_id in self.tiles if stream_id not in feeds]:
            self._remove(gone)
        for stream_id, feed in feeds.items():
            tile = self.tiles.get(stream_id) or self._add(stream_id)
            tile.show_look(self._look_on_stage(stream_id, feed.look))
            for guest in self._guests.of(stream_id):
                guest.show_look(feed.look)
        if is_same:
            self._tell_sizes()
        else:
            self._arrange()

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
        """Show how loud everybody on the page is."""
        for stream_id, tile in self.tiles.items():
            sound = self._feeds[stream_id].sound
            if sound is not None and not tile.isHidden():
                tile.show_level(sound.level)

    def set_layout_name(self, name: str) -> None:
        """Arrange tiles by the layout called *name*.

        Raises:
            ValueError: If there is none of that name.
        """
        self._layout = layout_named(name)
        self._arrange()

    def set_bare(self, bare: bool) -> None:
        """Let tiles meet edge to edge, without margins, round corners or pager."""
        self._is_bare = bare
        self._wishes.set_quiet(bare)
        self._change_edges()

    def set_screen(self, screen: QSize | None) -> None:
        """Lay tiles out, edge to edge, as on a *screen* of that size, scaled to the stage.

        ``None`` lays them out on the stage as it is.
        """
        if screen != self._screen:
            self._screen = screen
            self._change_edges()

    def _change_edges(self) -> None:
        for tile in self.tiles.values():
            tile.set_bare(self._is_edge_to_edge)
        self._arrange()

    # --- pages ----------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are, at least one."""
        return self._page_count

    @Slot(int)
    def turn_to(self, page: int) -> None:
        """Show *page*, or the nearest there is."""
        self._page = page
        self._arrange()

    def visible_ids(self) -> list[StreamId]:
        """Return what is on the page, in order."""
        return list(self._shown)

    # --- geometry -------------------------------------------------------------------------

    @property
    def _is_edge_to_edge(self) -> bool:
        return self._is_bare or self._screen is not None

    def _free_rect(self, *, with_pager: bool) -> QRect:
        if self._is_edge_to_edge:
            return self.rect()
        bottom = pager.HEIGHT_PX if with_pager else GAP
        return self.rect().adjusted(GAP, GAP, -GAP, -bottom)

    def _aspect(self, shown: list[StreamId]) -> float:
        """Return the widest shape shown, as the nearest of `SHAPES`.

        Sizes are rounded to even numbers, and an exact shape would follow every rounding.
        """
        widest = max((self.tiles[stream_id].aspect for stream_id in shown), default=SHAPES[0])
        return min(SHAPES, key=lambda shape: abs(shape - widest))

    def _arrange(self) -> None:
        """Put the tiles of the page in their places and hide the others."""
        roomy = self._layout.arrange(self._request(with_pager=True, shown=self._seats))
        count, shown = roomy.page_count, [self._seats[it.index] for it in roomy.placements]
        arrangement = self._layout.arrange(self._request(with_pager=count > 1, shown=shown))
        self._page, self._page_count, self._shown = arrangement.page, count, shown
        self._pager.show_page(self._page, 1 if self._is_edge_to_edge else count)
        self._pager.setGeometry(0, self.height() - pager.HEIGHT_PX, self.width(), pager.HEIGHT_PX)
        self._place(arrangement, self._free_rect(with_pager=count > 1))
        for stream_id in self.tiles.keys() - set(shown):
            self.tiles[stream_id].hide()
        self._settled.start()
        self._wishes.settle()

    def _request(self, *, with_pager: bool, shown: list[StreamId]) -> StageRequest:
        size = self._screen or self._free_rect(with_pager=with_pager).size()
        return StageRequest(
            len(self._seats),
            size.width(),
            size.height(),
            gap_px=0 if self._is_edge_to_edge else GAP,
            aspect=self._aspect(shown),
            own=self._seats.index(OWN) if OWN in self._seats else None,
            page=self._page,
        )

    def _place(self, arrangement: Arrangement, free: QRect) -> None:
        cut = [self._seats[it.index] for it in arrangement.placements if it.fit == "cover"]
        self._cut = set(cut)
        for placement in sorted(arrangement.placements, key=lambda it: it.z):
            stream_id, rect = self._seats[placement.index], self._scaled(placement.rect)
            tile = self.tiles[stream_id]
            tile.show_look(self._look_on_stage(stream_id, self._feeds[stream_id].look))
            tile.setGeometry(rect.x + free.x(), rect.y + free.y(), rect.width, rect.height)
            if self._layout.overlap:
                tile.raise_()
            tile.show()

    def _scaled(self, rect: Rect) -> Rect:
        """Return where *rect* of the screen is on the stage."""
        if self._screen is None:
            return rect
        return rect.scaled(
            self.width() / self._screen.width(), self.height() / self._screen.height()
        )

    def _look_on_stage(self, stream_id: StreamId, look: Look) -> Look:
        """Return *look*, cut to the tile where the layout wants no borders."""
        return replace(look, fills=True) if stream_id in self._cut else look

    @Slot()
    def _tell_sizes(self) -> None:
        """Tell every feed how large its pictures are wanted; nothing for what is not seen."""
        is_seen = self.isVisible()
        for stream_id, tile in self.tiles.items():
            set_size = self._feeds[stream_id].set_size
            views = [*self._guests.of(stream_id), *([tile] if is_seen else [])]
            sizes = [view.size_px for view in views if not view.isHidden()]
            size = max(sizes, key=lambda it: it[0] * it[1], default=(0, 0))
            if self._sizes.get(stream_id) != (set_size, size):
                self._sizes[stream_id] = set_size, size
                set_size(*size)

    # --- Qt -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies between the tiles."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.colors().stage))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tiles anew."""
        self._arrange()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for pictures."""
        self._settled.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for none."""
        self._settled.start()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in new colours; ask for other sizes on a screen with other pixels."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settled.start()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages, Left and Right move the focus."""
        match event.key():
            case Qt.Key.Key_PageUp:
                self.turn_to(self._page - 1)
            case Qt.Key.Key_PageDown:
                self.turn_to(self._page + 1)
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

    def _add(self, stream_id: StreamId) -> Tile:
        tile = self.tiles[stream_id] = Tile(self)
        tile.set_bare(self._is_edge_to_edge)
        tile.shape_changed.connect(self._shaped.start)
        self._wishes.serve(stream_id, tile)
        return tile

    def _remove(self, stream_id: StreamId) -> None:
        tile = self.tiles.pop(stream_id)
        self.removed.emit(stream_id)
        self._sizes.pop(stream_id, None)
        self._wishes.forget(tile)
        tile.hide()
        tile.deleteLater()
