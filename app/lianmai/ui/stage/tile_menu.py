"""What can be done with one stream, as a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from lianmai.core.messages import StreamId
from lianmai.ui.icons import icon
from lianmai.ui.stage.look import Feed, TileAct
from lianmai.ui.stage.sounds import Sound, set_volume, toggle_mute
from lianmai.ui.words import translate

VOLUMES_PERCENT = (100, 75, 50, 25)
MUTE_KEY = "Space"
SNAPSHOT_KEYS = ("S", "Ctrl+S")
KEYS = {
    TileAct.SNAPSHOT: SNAPSHOT_KEYS[0],
    TileAct.PIN: "T",
    TileAct.ALONE: "O",
    TileAct.FULL_SCREEN: "F",
}
VIEWS = (TileAct.FLOAT, TileAct.FULL_SCREEN, TileAct.FULL_SCREEN_RIGHT, TileAct.FULL_SCREEN_LEFT)


def tile_menu(
    stream_id: StreamId,
    feed: Feed,
    changed: Callable[[], None],
    want: Callable[[TileAct], None],
    parent: QWidget,
    of_stage: Sequence[QAction] = (),
) -> QMenu:
    """Return the menu of *feed*; *changed* follows every touch of the sound, *want* does the rest.

    What *feed* can do by itself is done at once; *of_stage* is what the whole stage can do.
    """
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    if feed.sound is not None:
        _add_sound(menu, feed.sound, changed)
    if feed.retry is not None and feed.look.phase in ("retrying", "failed"):
        _add(menu, "retry", translate("TileMenu", "Try again"), feed.retry)
    for act in feed.acts:
        _add_act(menu, act, want)
    menu.addSeparator()
    _add_act(menu, TileAct.PIN, want).setChecked(feed.look.mark == "pinned")
    _add_act(menu, TileAct.ALONE, want).setChecked(feed.look.mark == "alone")
    menu.addSeparator()
    for act in VIEWS:
        _add_act(menu, act, want)
    menu.addSeparator()
    _add_act(menu, TileAct.SNAPSHOT, want)
    _add_act(menu, TileAct.SCREENSHOT, want)
    _add_act(menu, TileAct.INSPECT, want)
    if stream_id.uid:
        _add(menu, "copy", translate("TileMenu", "Copy user id"), lambda: _copy(stream_id.uid))
    menu.addSeparator()
    menu.addActions(list(of_stage))
    return menu


def act_title(act: TileAct) -> str:
    """Return what *act* is called."""
    return {
        TileAct.PLAY: translate("TileMenu", "Play"),
        TileAct.STOP: translate("TileMenu", "Stop"),
        TileAct.PAUSE: translate("TileMenu", "Pause"),
        TileAct.RESUME: translate("TileMenu", "Resume"),
        TileAct.PIN: translate("TileMenu", "Pin as the large picture"),
        TileAct.ALONE: translate("TileMenu", "Show alone"),
        TileAct.SNAPSHOT: translate("TileMenu", "Save a snapshot"),
        TileAct.SCREENSHOT: translate("TileMenu", "Save the picture as it is shown"),
        TileAct.FLOAT: translate("TileMenu", "Float above other windows"),
        TileAct.FULL_SCREEN: translate("TileMenu", "Full screen"),
        TileAct.FULL_SCREEN_RIGHT: translate("TileMenu", "Full screen, turned right (90)"),
        TileAct.FULL_SCREEN_LEFT: translate("TileMenu", "Full screen, turned left (-90)"),
        TileAct.INSPECT: translate("TileMenu", "Show the component"),
    }[act]


def _add_act(menu: QMenu, act: TileAct, want: Callable[[TileAct], None]) -> QAction:
    text = _with_keys(act_title(act), KEYS.get(act, ""))
    action = _add(menu, act.value, text, partial(want, act))
    action.setCheckable(act in (TileAct.PIN, TileAct.ALONE))
    return action


def _with_keys(text: str, keys: str) -> str:
    """Return *text* with *keys* in the column of shortcuts; the tile answers to them."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text}\t{native}" if keys else text


def _add_sound(menu: QMenu, sound: Sound, changed: Callable[[], None]) -> None:
    def toggle() -> None:
        toggle_mute(sound)
        changed()

    def choose(percent: int) -> None:
        set_volume(sound, percent / 100)
        changed()

    text = (
        translate("TileMenu", "Unmute here") if sound.muted else translate("TileMenu", "Mute here")
    )
    name = "volume" if sound.muted else "volume-off"
    _add(menu, name, _with_keys(text, MUTE_KEY), toggle)
    choices = menu.addMenu(icon("volume"), translate("TileMenu", "Volume"))
    group = QActionGroup(choices)
    for percent in VOLUMES_PERCENT:
        action = _add(choices, "", f"{percent} %", partial(choose, percent))
        action.setCheckable(True)
        action.setChecked(round(sound.volume * 100) == percent)
        group.addAction(action)
    menu.addSeparator()


def _add(menu: QMenu, name: str, text: str, do: Callable[[], None]) -> QAction:
    action = QAction(icon(name), text, menu) if name else QAction(text, menu)
    action.triggered.connect(lambda: do())
    menu.addAction(action)
    return action


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
