"""The canvas on the screen: ground, pictures, live tiles, and what is chosen."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from lianmai.core.stage.canvas import Canvas, CanvasImage, Item
from lianmai.core.stage.canvas_edits import rect_of
from lianmai.core.stage.canvas_problems import CanvasProblem
from lianmai.core.stage.devices import Seat, seat
from lianmai.core.stage.dragging import Guides
from lianmai.core.stage.geometry import Rect, picture_area
from lianmai.core.stage.handles import items_in_turn
from lianmai.ui import theme
from lianmai.ui.canvas.canvas_tile import CanvasTile
from lianmai.ui.canvas.document import CanvasDocument
from lianmai.ui.canvas.guests import Guests
from lianmai.ui.canvas.marks import Marked, Marks
from lianmai.ui.canvas.pictures import Pictures
from lianmai.ui.frames.figures import figures
from lianmai.ui.theme import GAP, MARGIN
from lianmai.ui.widgets.timers import delayed

_SETTLE_MS = 150
"""How long geometry lasts before players are told: not at every step of dragging."""
_NO_LINES = Guides()
Key: TypeAlias = tuple[str, int]
"""A uid, and how many users before have it too."""


class Board(QWidget):
    """Draws *document* fitted into the window or 1:1; tells `chosen` when another item is."""

    chosen = Signal(object)
    scaled = Signal()

    def __init__(
        self, document: CanvasDocument, guests: Guests, pictures: Pictures, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.document = document
        self.tiles: dict[Key, CanvasTile] = {}
        self._guests, self._pictures = guests, pictures
        self._item: Item | None = None
        self.lines = _NO_LINES
        self._bad: frozenset[Item] = frozenset()
        self._is_true_size = self._is_bare = False
        self._seat = Seat(Rect(0, 0, 1, 1), 1.0)
        self._marks = Marks(self)
        self._settled = delayed(self, _SETTLE_MS, guests.tell_sizes)
        document.changed.connect(self.show_canvas)

    # --- what to show ---------------------------------------------------------------------

    @property
    def item(self) -> Item | None:
        """What is chosen."""
        return self._item

    @property
    def scale(self) -> float:
        """How much larger than it is the canvas is drawn."""
        return self._seat.scale

    def choose(self, item: Item | None) -> None:
        """Choose *item*, the canvas itself when it is ``None``."""
        if item != self._item:
            self._item = item
            self._mark()
            self.setAccessibleDescription(self.sentence)
            self.chosen.emit(item)

    def show_lines(self, lines: Guides) -> None:
        """Show the lines that what is dragged has snapped to."""
        self.lines = lines
        self._mark()

    def show_problems(self, problems: list[CanvasProblem]) -> None:
        """Frame what cannot be drawn as told."""
        self._bad = frozenset(it.where for it in problems if it.blocks and it.where is not None)
        self._mark()

    def set_true_size(self, on: bool) -> None:
        """Draw the canvas 1:1, or fit it in."""
        self._is_true_size = on
        self.show_canvas()

    def set_bare(self, bare: bool) -> None:
        """Show the canvas alone, as in a presentation."""
        self._is_bare = bare
        self._marks.setHidden(bare)
        self._place()

    @property
    def sentence(self) -> str:
        """What is chosen, in words for screen readers."""
        canvas = self.document.canvas
        if self._item is None:
            size = f"{canvas.width_px} × {canvas.height_px}"
            return self.tr("Canvas {size}, {n} tiles").format(size=size, n=len(canvas.users))
        kind, index = self._item
        name = canvas.users[index].uid if kind == "users" else canvas.images[index].url
        rect = rect_of(canvas, self._item)
        place = f"x {rect.x}, y {rect.y}, {rect.width} × {rect.height}"
        return f"{name}, {place}"

    @Slot()
    def show_canvas(self) -> None:
        """Follow the document."""
        canvas = self.document.canvas
        if self._item is not None and self._item not in items_in_turn(canvas):
            self.choose(None)
        self._set_least(canvas)
        self._keep_tiles(canvas)
        self._place()
        self.setAccessibleName(self.tr("Canvas"))
        self.setAccessibleDescription(self.sentence)

    # --- geometry -------------------------------------------------------------------------

    def on_screen(self, rect: Rect) -> Rect:
        """Return where *rect* of the canvas is in this widget."""
        corner = self._seat.rect
        return rect.scaled(self.scale, self.scale).moved(corner.x, corner.y)

    def on_canvas(self, spot: QPoint) -> QPoint:
        """Return which pixel of the canvas is at *spot* of this widget."""
        corner = self._seat.rect
        x, y = (spot.x() - corner.x) / self.scale, (spot.y() - corner.y) / self.scale
        return QPoint(int(x // 1), int(y // 1))

    def _set_least(self, canvas: Canvas) -> None:
        least = QSize(0, 0)
        if self._is_true_size:
            least = QSize(canvas.width_px, canvas.height_px) + QSize(2 * MARGIN, 2 * MARGIN)
        self.setMinimumSize(least)

    def _place(self) -> None:
        """Put everything where the canvas and the window want it."""
        canvas = self.document.canvas
        margin = 0 if self._is_bare else MARGIN + GAP
        free = self.rect().adjusted(margin, margin, -margin, -margin)
        room = Rect(free.x(), free.y(), max(1, free.width()), max(1, free.height()))
        whole = Rect(0, 0, max(1, canvas.width_px), max(1, canvas.height_px))
        before, self._seat = self._seat, seat(whole, room, true_size=self._is_true_size)
        for index, key in _keyed(canvas):
            if (tile := self.tiles.get(key)) is None:
                continue
            rect = self.on_screen(canvas.users[index].rect)
            tile.setVisible(rect.area > 0)
            tile.setGeometry(rect.x, rect.y, max(1, rect.width), max(1, rect.height))
        self._marks.setGeometry(self.rect())
        self._mark()
        self._settled.start()
        self.update()
        if before.scale != self.scale:
            self.scaled.emit()

    def _keep_tiles(self, canvas: Canvas) -> None:
        """Have a tile for each user while the board is seen, and keep those there are."""
        before, self.tiles = self.tiles, {}
        for index, key in _keyed(canvas) if self.isVisible() else []:
            tile = self.tiles[key] = before.pop(key) if key in before else CanvasTile(self)
            tile.show_user(canvas.users[index])
            self._guests.feed(tile, canvas.users[index].uid)
        self._guests.forget(before.values())
        for tile in before.values():
            tile.hide()
            tile.deleteLater()
        self._stack(canvas)

    def _stack(self, canvas: Canvas) -> None:
        """Let tiles lie on each other as the canvas says; painting starts anew when one moves."""
        by_index = {index: self.tiles.get(key) for index, key in _keyed(canvas)}
        wanted = [tile for it in canvas.stacked() if (tile := by_index.get(it)) is not None]
        children = [it for it in self.children() if isinstance(it, CanvasTile)]
        if [it for it in children if it in set(wanted)] != wanted:
            for tile in wanted:
                tile.raise_()
        self._marks.raise_()

    def _mark(self) -> None:
        canvas = self.document.canvas
        items = [it for it in items_in_turn(canvas) if rect_of(canvas, it).area > 0]
        chosen = self.on_screen(rect_of(canvas, self._item)) if self._item else None
        x, y = self._seat.rect.x, self._seat.rect.y
        self._marks.show_marked(
            Marked(
                tuple(self.on_screen(rect_of(canvas, it)) for it in items),
                tuple(self.on_screen(rect_of(canvas, it)) for it in items if it in self._bad),
                chosen,
                tuple(x + round(it * self.scale) for it in self.lines.across),
                tuple(y + round(it * self.scale) for it in self.lines.down),
                _label(rect_of(canvas, self._item)) if self._item else "",
                self.hasFocus(),
            )
        )

    # --- Qt -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what no tile covers."""
        canvas = self.document.canvas
        painter = QPainter(self)
        ground = theme.colors().plate if self._is_bare else theme.colors().stage
        painter.fillRect(event.rect(), QColor(ground))
        place = _qrect(self._seat.rect)
        painter.fillRect(place, QColor.fromRgb(canvas.color & 0xFFFFFF))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for image in canvas.images:
            self._paint_image(painter, image)
        if not self._is_bare:
            painter.setPen(QColor(theme.colors().quiet))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    def _paint_image(self, painter: QPainter, image: CanvasImage) -> None:
        place = self.on_screen(image.rect)
        picture = self._pictures.image(image.url)
        if picture is None or place.area == 0:
            painter.fillRect(_qrect(place), QColor(128, 128, 128, 60))
            painter.setPen(QColor(theme.colors().quiet))
            name = image.url.rpartition("/")[2]
            painter.drawText(_qrect(place), Qt.AlignmentFlag.AlignCenter, name)
            return
        aspect = picture.width() / picture.height()
        area = picture_area(aspect, place, covers=image.fit == "cover")
        painter.save()
        painter.setClipRect(_qrect(place), Qt.ClipOperation.IntersectClip)
        painter.drawImage(QRectF(area.x, area.y, area.width, area.height), picture)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the canvas in the new size."""
        self._place()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for pictures."""
        super().showEvent(event)
        self.show_canvas()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for none."""
        self._keep_tiles(self.document.canvas)
        super().hideEvent(event)


def _keyed(canvas: Canvas) -> list[tuple[int, Key]]:
    """Return the indices of users that are drawn, with the names of their tiles.

    What was no object in the file is not drawn. Who is there twice has two tiles.
    """
    seen = Counter[str]()
    keyed: list[tuple[int, Key]] = []
    for index, user in enumerate(canvas.users):
        if user.unread is None:
            keyed.append((index, (user.uid, seen[user.uid])))
            seen[user.uid] += 1
    return keyed


def _label(rect: Rect) -> str:
    return figures(f"{rect.x}, {rect.y}  ·  {rect.width} × {rect.height}")


def _qrect(rect: Rect) -> QRect:
    return QRect(rect.x, rect.y, rect.width, rect.height)
