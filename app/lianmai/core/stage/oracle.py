"""Whether a picture of a stage shows what its canvas says.

Places are compared by the pictures' own edges, so that a tile with borders and one that is cut
are judged alike. A stamp that cannot be seen even when all is right is said to be unchecked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from lianmai.core.sentences import sentence
from lianmai.core.stage.canvas import Canvas, CanvasUser
from lianmai.core.stage.found import FoundPart, FoundTile, covers
from lianmai.core.stage.geometry import Area, Rect, picture_area, rect_between
from lianmai.core.stamp import sender_of

TOLERANCE_PX = 2.0
ASPECTS = (16 / 9, 9 / 16, 4 / 3, 3 / 4, 1.0)
"""The shapes pictures usually have, width / height."""
_STRIP_SHARE = 1 / 30
_EVEN_PX = 2.0
_UNREADABLE_SHARE = 1 / 16
"""Without more than four cells at an end a stamp cannot be read."""

What: TypeAlias = Literal["missing", "extra", "moved", "order"]


@dataclass(frozen=True)
class Difference:
    """One thing that is not as told; the numbers are px, of a tile that is *moved*."""

    what: What
    uid: str
    sentence: str
    dx: float = 0.0
    dy: float = 0.0
    dw: float = 0.0
    dh: float = 0.0


@dataclass(frozen=True)
class Agreement:
    """A tile found where it should be, within the tolerance; numbers as in `Difference`.

    *note* says what could not be seen of it.
    """

    uid: str
    dx: float
    dy: float
    dw: float
    dh: float
    note: str = ""


@dataclass(frozen=True)
class OracleReport:
    """What a picture says about a canvas; *unchecked* are sentences about what it cannot say."""

    agreed: tuple[Agreement, ...] = ()
    differences: tuple[Difference, ...] = ()
    unchecked: tuple[str, ...] = ()

    @property
    def is_as_told(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


def compare(
    found: Sequence[FoundTile],
    canvas: Canvas,
    parts: Mapping[str, FoundPart] | None = None,
    tolerance_px: float = TOLERANCE_PX,
    aspects: Sequence[float] = ASPECTS,
) -> OracleReport:
    """Return how *found*, in px of *canvas*, differ from it.

    *parts* are stamps seen in part, by uid; *aspects* the shapes of the pictures sent.
    """
    comparison = _Comparison(canvas, tolerance_px, aspects)
    comparison.match(found)
    comparison.look_at_parts(parts or {})
    comparison.order()
    return comparison.report()


@dataclass
class _Comparison:
    canvas: Canvas
    tolerance_px: float
    aspects: Sequence[float]
    matched: dict[int, FoundTile] = field(default_factory=dict)
    agreed: list[Agreement] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)

    def report(self) -> OracleReport:
        return OracleReport(tuple(self.agreed), tuple(self.differences), tuple(self.unchecked))

    def match(self, found: Sequence[FoundTile]) -> None:
        """Give every tile that was found to the nearest user it can belong to."""
        pairs = sorted(
            (max(map(abs, _deviation(user, tile))), index, number)
            for index, user in self._expected()
            for number, tile in enumerate(found)
            if tile.sender == sender_of(user.uid)
        )
        taken: set[int] = set()
        for _, index, number in pairs:
            if index not in self.matched and number not in taken:
                self.matched[index] = found[number]
                taken.add(number)
        for index, tile in sorted(self.matched.items()):
            self._judge(self.canvas.users[index], *_deviation(self.canvas.users[index], tile))
        for number, tile in enumerate(found):
            if number not in taken:
                self._say_extra(tile)

    def look_at_parts(self, parts: Mapping[str, FoundPart]) -> None:
        """Judge users who were not found by what is seen of their stamps, if anything."""
        for index, user in self._expected():
            if index in self.matched:
                continue
            part = parts.get(user.uid)
            if part is not None:
                area = self._area_of(part, user)
                note = _part_words(part)
                self._judge(user, part.x - area.x, 0.0, part.width - area.width, 0.0, note)
            elif reason := self._why_unseen(index):
                self.unchecked.append(
                    sentence("uid {uid} cannot be checked: {reason}.", uid=user.uid, reason=reason)
                )
            else:
                self._say_missing(index)

    def order(self) -> None:
        """Say where two tiles lie the wrong way round."""
        for lower, upper in self._stacked_pairs():
            if lower not in self.matched or upper not in self.matched:
                continue
            if covers(self.matched[upper], self.matched[lower]) is False:
                self._say_order(lower, upper)

    def _expected(self) -> Iterator[tuple[int, CanvasUser]]:
        return ((at, user) for at, user in enumerate(self.canvas.users) if user.push_video)

    def _stacked_pairs(self) -> Iterator[tuple[int, int]]:
        order = self.canvas.stacked()
        return ((low, high) for at, low in enumerate(order) for high in order[at + 1 :])

    def _area_of(self, part: FoundPart, user: CanvasUser) -> Area:
        """Return where *part* has been looked for."""
        areas = [picture_area(aspect, user.rect, covers=True) for aspect in self.aspects]
        return min(areas, key=lambda area: abs(area.width - part.width))

    def _judge(
        self, user: CanvasUser, dx: float, dy: float, dw: float, dh: float, note: str = ""
    ) -> None:
        # What is cut away may be a little too much: scalers make even sizes.
        most_px = self.tolerance_px + (_EVEN_PX if user.fit == "cover" else 0)
        is_near = max(abs(dx), abs(dy), -dw, -dh) <= self.tolerance_px and max(dw, dh) <= most_px
        dx, dy, dw, dh = (round(it, 1) + 0.0 for it in (dx, dy, dw, dh))  # no -0.0
        if is_near:
            self.agreed.append(Agreement(user.uid, dx, dy, dw, dh, note))
            return
        said = _in_words(user.uid, dx, dy, dw, dh)
        self.differences.append(Difference("moved", user.uid, said, dx, dy, dw, dh))

    def _why_unseen(self, index: int) -> str:
        """Return why nobody could see the stamp of the user at *index*; empty when one could."""
        user = self.canvas.users[index]
        if not (readable := [it for it in self.aspects if _is_readable(user, it)]):
            return sentence("cut to its tile, its picture loses the stamp")
        strips = [_strip(user, aspect) for aspect in readable]
        for lower, upper in self._stacked_pairs():
            over = self.canvas.users[upper]
            hides = over.push_video and all(_is_hidden(strip, over.rect) for strip in strips)
            if lower == index and hides:
                return sentence("its stamp lies under uid {uid}", uid=over.uid)
        return ""

    def _say_missing(self, index: int) -> None:
        user = self.canvas.users[index]
        strip = _strip(user, self.aspects[0])
        for lower, upper in self._stacked_pairs():
            tile = self.matched.get(lower)
            if upper == index and tile is not None and _is_hidden(strip, tile.rect):
                self._say_order(lower, upper)
                return
        is_sure = all(_is_readable(user, aspect) for aspect in self.aspects)
        said = _missing_words(user.uid, is_sure=is_sure)
        self.differences.append(Difference("missing", user.uid, said))

    def _say_order(self, lower: int, upper: int) -> None:
        below, above = self.canvas.users[lower].uid, self.canvas.users[upper].uid
        said = sentence(
            "uid {below} lies over uid {above}, but should lie under it.", below=below, above=above
        )
        self.differences.append(Difference("order", below, said))

    def _say_extra(self, tile: FoundTile) -> None:
        uids = [user.uid for _, user in self._expected() if sender_of(user.uid) == tile.sender]
        uid = uids[0] if uids else ""
        self.differences.append(Difference("extra", uid, _extra_words(tile, uid)))


def _deviation(user: CanvasUser, tile: FoundTile) -> tuple[float, float, float, float]:
    """Return by how much *tile* differs from where *user* should be, in the shape it fits best."""
    best: tuple[float, float, float, float] | None = None
    for aspect in tile.aspects:
        area = picture_area(aspect, user.rect, covers=user.fit == "cover")
        height = tile.width / aspect
        deviation = (
            tile.x - area.x,
            tile.y - area.y,
            tile.width - area.width,
            height - area.height,
        )
        if best is None or max(map(abs, deviation)) < max(map(abs, best)):
            best = deviation
    assert best is not None, "a tile has at least one shape"
    return best


def _is_readable(user: CanvasUser, aspect: float) -> bool:
    """Tell whether enough of the stamp of a picture is left in the tile to be read."""
    area, place = picture_area(aspect, user.rect, covers=user.fit == "cover"), user.rect
    lost = max(place.x - area.x, 0) / area.width
    return lost <= _UNREADABLE_SHARE and place.y - area.y < area.height * _STRIP_SHARE / 2


def _strip(user: CanvasUser, aspect: float) -> Rect:
    """Return where the cells of the stamp of *user* are that say something."""
    area: Area = picture_area(aspect, user.rect, covers=user.fit == "cover")
    end = area.width * _UNREADABLE_SHARE
    left, right = area.x + end, area.x + area.width - end
    return rect_between(left, area.y, right, area.y + max(3, area.height * _STRIP_SHARE))


def _is_hidden(strip: Rect, by: Rect) -> bool:
    """Tell whether *by* takes whole cells of a stamp away, from top to end."""
    common = strip.common(by)
    return common.width > 0 and common.height >= strip.height * 0.6


def _in_words(uid: str, dx: float, dy: float, dw: float, dh: float) -> str:
    moves = {"uid": uid, "dx": dx, "dy": dy}
    sizes = {"uid": uid, "dw": dw, "dh": dh}
    if not (dw or dh):
        return sentence(
            "uid {uid} is off its place by {dx:+g} px across and {dy:+g} px down.", **moves
        )
    if not (dx or dy):
        return sentence(
            "uid {uid} differs in size by {dw:+g} px in width and {dh:+g} px in height.", **sizes
        )
    return sentence(
        "uid {uid} is off its place by {dx:+g} px across and {dy:+g} px down and differs in size "
        "by {dw:+g} px in width and {dh:+g} px in height.",
        **moves | sizes,
    )


def _part_words(part: FoundPart) -> str:
    cells = {"first": part.first, "last": part.last}
    if part.names:
        return sentence("Cells {first} to {last} of its stamp are seen.", **cells)
    return sentence("Cells {first} to {last} of its stamp are seen, not who sent it.", **cells)


def _missing_words(uid: str, *, is_sure: bool) -> str:
    sender = sender_of(uid)
    if is_sure:
        return sentence(
            "uid {uid} is missing: no stamp of sender {sender} is there.", uid=uid, sender=sender
        )
    return sentence(
        "uid {uid} is missing: no stamp of sender {sender} is there, though a picture of another "
        "shape, cut to this tile, would lose it.",
        uid=uid,
        sender=sender,
    )


def _extra_words(tile: FoundTile, uid: str) -> str:
    rect = tile.rect
    who = (
        sentence("A second tile of uid {uid}", uid=uid)
        if uid
        else sentence("A tile of sender {sender}", sender=tile.sender)
    )
    return sentence(
        "{who} is shown, {width}x{height} at {x}, {y}, but the layout has none.",
        who=who,
        width=rect.width,
        height=rect.height,
        x=rect.x,
        y=rect.y,
    )
