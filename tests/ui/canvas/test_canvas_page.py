"""The editor shows live tiles, says what is wrong, and loses nothing."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from lianmai.core.messages import StreamId
from lianmai.core.stage.canvas import Canvas
from lianmai.core.stage.devices import screen_named
from lianmai.core.stage.geometry import Rect
from lianmai.ui.canvas.canvas_tile import CanvasTile
from lianmai.ui.stage.look import OWN
from tests.ui.canvas.bench import TASK, Bench
from tests.ui.pictures import BLUE, RED, feeds_of, picture, until

U0 = StreamId("u0")


def _tile(bench: Bench, uid: str) -> CanvasTile:
    return bench.page.board.tiles[uid, 0]


def _press(bench: Bench, text: str) -> None:
    buttons = bench.page.question.findChildren(QPushButton)
    next(it for it in buttons if it.text() == text and not it.isHidden()).click()


def _color(bench: Bench, spot: QPoint) -> str:
    return QColor(bench.page.board.grab().toImage().pixelColor(spot)).name()


# --- live tiles ------------------------------------------------------------------------------


def test_tiles_show_what_the_stage_plays_without_playing_it_twice(bench: Bench) -> None:
    bench.page.open(bench.file())
    bench.known[U0].box.put(picture(RED, RED, 640, 360))
    bench.stage.take_pictures()
    tile = _tile(bench, "u0")
    assert tile.has_picture
    assert tile.stream_id == U0
    assert tile.geometry().width() == pytest.approx(640 * bench.page.board.scale, abs=1)


def test_players_are_told_the_size_on_the_canvas_once_it_has_settled(bench: Bench) -> None:
    bench.page.open(bench.file())
    tile, ratio = _tile(bench, "u0"), bench.page.devicePixelRatioF()

    def size() -> tuple[int, int]:
        return round(tile.width() * ratio), round(tile.height() * ratio)

    until(lambda: bench.known[U0].size_px == size())
    bench.page.board.choose(("users", 1))
    told, start = bench.known[U0].size_px, bench.spot(("users", 1), 1, 1)
    QTest.mousePress(bench.page.board, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 20):
        bench.move(bench.page.board, start - QPoint(step, step), Qt.KeyboardModifier.NoModifier)
    assert bench.known[U0].size_px == told != size()
    QTest.mouseRelease(bench.page.board, Qt.MouseButton.LeftButton, pos=start)
    until(lambda: bench.known[U0].size_px == size())


def test_an_editor_that_is_left_asks_for_no_pictures(bench: Bench) -> None:
    bench.page.open(bench.file())
    until(lambda: bench.known[U0].size_px not in (None, (0, 0)))
    bench.page.hide()
    until(lambda: bench.known[U0].size_px == (0, 0))


def test_a_uid_that_is_not_there_has_a_named_place_until_it_comes(bench: Bench) -> None:
    bench.page.open(bench.file())
    assert "100" in _tile(bench, "100").accessibleName()
    assert _tile(bench, "100").stream_id is None
    bench.known[StreamId("100")] = bench.known[StreamId("u2")]
    bench.stage.show_feeds(feeds_of(bench.known))
    bench.page.refresh()
    assert _tile(bench, "100").stream_id == StreamId("100")
    bench.known.pop(StreamId("100"))
    bench.stage.show_feeds(feeds_of(bench.known))
    assert _tile(bench, "100").stream_id is None
    assert "100" in _tile(bench, "100").accessibleName()


def test_the_own_tile_is_found_by_the_own_uid_and_not_mirrored(bench: Bench) -> None:
    bench.page.document.begin(Canvas(640, 360))
    bench.known[OWN].look = bench.known[OWN].look.__class__("Lin (you)", is_mirrored=True)
    bench.stage.show_feeds(feeds_of(bench.known))
    bench.page.add_user("lin")
    bench.known[OWN].box.put(picture(RED, BLUE, 320, 180))
    bench.stage.take_pictures()
    assert _color(bench, bench.spot(("users", 0), 0.2, 0.5)) == RED


def test_the_upper_tile_covers_the_lower_one(bench: Bench) -> None:
    for stream_id, color in ((U0, RED), (StreamId("u1"), BLUE)):
        bench.known[stream_id].box.put(picture(color, color, 320, 180))
    bench.page.document.begin(Canvas(640, 360))
    bench.page.add_user("u0")
    bench.page.add_user("u1")
    bench.page.board.choose(None)
    bench.stage.take_pictures()
    spot = bench.spot(("users", 0), 0.5, 0.3)
    assert _color(bench, spot) == BLUE
    bench.page.board.choose(("users", 0))
    bench.page.board.setFocus()
    QTest.keyClick(bench.page.board, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    bench.page.board.choose(None)
    assert _color(bench, spot) == RED


def test_whose_picture_does_not_go_out_is_not_seen(bench: Bench) -> None:
    bench.page.document.begin(Canvas(640, 360))
    bench.page.add_user("u0")
    bench.known[U0].box.put(picture(RED, RED, 320, 180))
    bench.stage.take_pictures()
    bench.page.panel.user_form.push_video.click()
    assert not _tile(bench, "u0").has_picture


# --- pictures --------------------------------------------------------------------------------


def test_a_picture_beside_the_file_lies_below_the_tiles(bench: Bench) -> None:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(QColor(BLUE))
    assert image.save(str(bench.folder / "ground.png"))
    whole = {"x": 0, "y": 0, "width": 640, "height": 360}
    task = {"canvas": {"width": 640, "height": 360}, "images": [{"url": "ground.png", **whole}]}
    bench.page.open(bench.file(task))
    assert _color(bench, bench.spot(("images", 0), 0.9, 0.9)) == BLUE


@pytest.mark.parametrize(("name", "why"), [("text.png", "is no picture"), ("no.png", "no file")])
def test_a_file_that_is_no_picture_is_named(bench: Bench, name: str, why: str) -> None:
    (bench.folder / "text.png").write_text("no picture")
    whole = {"x": 0, "y": 0, "width": 64, "height": 36}
    task = {"canvas": {"width": 640, "height": 360}, "images": [{"url": name, **whole}]}
    bench.page.open(bench.file(task))
    rows = bench.page.panel.problems
    assert [why in rows.item(at).text() for at in range(rows.count())] == [True]
    assert rows.item(0).text().startswith("images[0], url")


# --- problems --------------------------------------------------------------------------------


def _problems(bench: Bench) -> list[str]:
    rows = bench.page.panel.problems
    return [rows.item(at).text() for at in range(rows.count())]


def test_problems_name_their_item_and_choose_it(bench: Bench) -> None:
    bench.page.open(bench.file())
    assert _problems(bench) == [
        "line 1: users[0] (uid 100), uid: nobody in the room has it: the tile stays empty."
    ]
    bench.page.board.choose(("users", 2))
    boxes = bench.page.panel.user_form.rect_boxes.boxes
    boxes["x"].setValue(1200)
    until(lambda: any("leaves the canvas" in it for it in _problems(bench)))
    boxes["x"].setValue(100)
    boxes["width"].setValue(0)
    until(lambda: any("shows nothing" in it for it in _problems(bench)))
    boxes["width"].setValue(100)
    until(lambda: any("covers" in it or "hides" in it for it in _problems(bench)))
    bench.page.add_user("u0")
    until(lambda: any("has it already" in it for it in _problems(bench)))
    rows = bench.page.panel.problems
    at = next(at for at, text in enumerate(_problems(bench)) if "has it already" in text)
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(rows.item(at)).center()
    )
    assert bench.page.board.item == ("users", 3)


def test_a_text_that_is_no_canvas_is_explained_and_nothing_is_lost(bench: Bench) -> None:
    path = bench.file()
    bench.page.open(path)
    bench.page.add_user("u2")
    before = bench.page.document.canvas
    bench.page.open(bench.file('{"canvas": {"width": 1280,\n "height": }}', "broken.json"))
    told = bench.page.question.accessibleName()
    assert "broken.json" in told
    assert "line 2" in told
    assert "height" in told
    assert bench.page.document.canvas == before
    assert bench.page.document.path == path
    assert bench.page.document.is_dirty


def test_a_file_of_a_windows_editor_opens(bench: Bench) -> None:
    path = bench.file()
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    bench.page.open(path)
    assert len(bench.page.document.canvas.users) == len(TASK["users"])


def test_a_huge_file_and_one_that_is_no_text_are_refused(bench: Bench) -> None:
    bench.page.open(bench.file('{"canvas": ' + " " * 1_000_001, "huge.json"))
    assert "1000000 characters" in bench.page.question.accessibleName()
    (bench.folder / "binary.json").write_bytes(b"\xff\xd8\xff")
    bench.page.open(bench.folder / "binary.json")
    assert "it is no text" in bench.page.question.accessibleName()


def test_a_picture_can_be_added_and_replaced(bench: Bench) -> None:
    path = bench.file({"canvas": {"width": 640, "height": 360}})
    bench.page.open(path)
    bench.page.add_image("logo.png")
    assert bench.page.board.item == ("images", 0)
    bench.page.panel.image_form.set_url("other.jpg")
    bench.page.files.save()
    whole = {"x": 0, "y": 0, "width": 640, "height": 360, "adaption": 1}
    assert bench.saved(path)["images"] == [{"url": "other.jpg", **whole}]


def test_a_stream_that_fails_says_so_and_has_nothing_to_press(bench: Bench) -> None:
    bench.page.open(bench.file())
    bench.known[U0].look = bench.known[U0].look.__class__("Anna", phase="failed", problem="Gone.")
    bench.stage.show_feeds(feeds_of(bench.known))
    tile = _tile(bench, "u0")
    assert "Gone." in tile.accessibleDescription()
    assert not [it for it in tile.findChildren(QPushButton) if it.isVisible()]


def test_a_value_that_is_no_good_is_named_and_kept(bench: Bench) -> None:
    task = {"canvas": {"width": 640, "height": 360}, "users": [{"uid": "u0", "x": "left"}, 7]}
    path = bench.file(task)
    bench.page.open(path)
    assert any("users[0] (uid u0), x: 'left' is not a number" in it for it in _problems(bench))
    bench.page.files.save()
    saved = bench.saved(path)["users"]
    assert saved[0]["x"] == "left"
    assert saved[1] == 7


# --- leaving ---------------------------------------------------------------------------------


def test_leaving_with_changes_asks_first(bench: Bench) -> None:
    left: list[str] = []
    path = bench.file()
    bench.page.open(path)
    assert bench.page.files.leave_safely(lambda: left.append("unchanged"))
    bench.page.add_user("u2")
    assert not bench.page.files.leave_safely(lambda: left.append("cancelled"))
    _press(bench, "Cancel")
    bench.page.files.leave_safely(lambda: left.append("saved"))
    _press(bench, "Save")
    assert len(bench.saved(path)["users"]) == len(TASK["users"]) + 1
    bench.page.add_user("again")
    bench.page.files.leave_safely(lambda: left.append("given up"))
    _press(bench, "Do not save")
    assert left == ["unchanged", "saved", "given up"]


def test_a_place_that_cannot_be_written_is_named_and_the_canvas_stays(bench: Bench) -> None:
    bench.page.open(bench.file())
    bench.page.document.path = bench.folder / "no" / "such" / "folder.json"
    bench.page.add_user("u2")
    bench.page.files.save()
    assert "Cannot write" in bench.page.question.accessibleName()
    assert bench.page.document.is_dirty
    assert sorted(it.name for it in bench.folder.iterdir()) == ["layout.json"]


# --- the stage as a canvas -------------------------------------------------------------------


def test_the_stage_becomes_a_canvas_of_the_same_rectangles(bench: Bench) -> None:
    bench.stage.set_layout_name("one_to_one")
    bench.page.take_stage()
    canvas = bench.page.document.canvas
    size = bench.stage.size()
    assert (canvas.width_px, canvas.height_px) == (size.width(), size.height())
    tiles = {"lin": bench.stage.tiles[OWN]} | {
        it.uid: tile for it, tile in bench.stage.tiles.items() if it.uid and not tile.isHidden()
    }
    assert {user.uid for user in canvas.users} == set(tiles)
    for user in canvas.users:
        tile = tiles[user.uid]
        assert user.rect == Rect(tile.x(), tile.y(), tile.width(), tile.height())
    assert canvas.users[canvas.stacked()[-1]].uid == "lin"


def test_a_stage_on_a_phone_becomes_a_canvas_of_its_logical_size(bench: Bench) -> None:
    bench.page._frame.show_screen(screen_named("iphone-15"))
    bench.page.take_stage()
    canvas = bench.page.document.canvas
    assert (canvas.width_px, canvas.height_px) == (393, 852)
    assert all(canvas.whole.contains(user.rect) for user in canvas.users)


# --- for everybody ---------------------------------------------------------------------------


def test_everything_has_a_name_and_can_be_reached_by_keyboard(bench: Bench) -> None:
    bench.page.open(bench.file())
    for item in (None, ("users", 0)):
        bench.page.board.choose(item)
        for button in bench.page.findChildren(QAbstractButton):
            if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert button.accessibleName() or button.text(), button


def test_the_editors_keys_are_not_the_calls(bench: Bench) -> None:
    bench.page.open(bench.file())
    board = bench.page.board
    for key, is_own in ((Qt.Key.Key_S, True), (Qt.Key.Key_L, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(board, event)
        assert event.isAccepted() == is_own


@pytest.mark.parametrize("size", [(1400, 900), (420, 700), (700, 360)])
def test_small_windows_keep_canvas_and_numbers_in_sight(
    bench: Bench, size: tuple[int, int]
) -> None:
    bench.page.open(bench.file())
    bench.page.resize(*size)
    board = bench.page.board
    whole = board.on_screen(bench.page.document.canvas.whole)
    assert whole.width >= 180
    assert board.rect().contains(whole.x, whole.y)
    assert board.rect().contains(whole.right - 1, whole.bottom - 1)
    assert bench.page.panel.width() >= 150


def test_one_to_one_a_pixel_of_the_canvas_is_one_of_the_window(bench: Bench) -> None:
    bench.page.open(bench.file())
    bench.page.actions_.true_size.trigger()
    assert bench.page.board.scale == 1
    assert _tile(bench, "u0").size().toTuple() == (640, 360)


def test_a_canvas_shown_alone_has_no_marks(bench: Bench) -> None:
    bench.page.open(bench.file())
    bench.page.board.choose(("users", 1))
    marked = _color(bench, bench.spot(("users", 1), 0, 0.25))
    bench.page.set_clean(True)
    assert _color(bench, bench.spot(("users", 1), 0, 0.25)) != marked
    assert bench.page.panel.isHidden()
