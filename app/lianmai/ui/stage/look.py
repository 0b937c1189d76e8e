"""What a tile shows: pictures from a feed, and everything else as a `Look`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal, TypeAlias

from lianmai.core.messages import StreamId
from lianmai.ui.stage.picture import Box
from lianmai.ui.stage.sounds import Sound
from lianmai.ui.words import translate

Phase: TypeAlias = Literal["connecting", "live", "retrying", "failed"]

Mark: TypeAlias = Literal["", "pinned", "alone"]
"""What the user made of a tile: it leads, or nobody else is shown."""

OWN = StreamId("")
"""The own tile's name, also before the server has given a uid."""


class TileAct(Enum):
    """What can be done with a tile besides its sound. Values are names of icons."""

    PLAY = "play"
    STOP = "stop"
    PAUSE = "pause"
    RESUME = "resume"
    SNAPSHOT = "snapshot"
    SCREENSHOT = "stage-shot"
    FLOAT = "float"
    FULL_SCREEN = "fullscreen"
    FULL_SCREEN_RIGHT = "turn-right"
    FULL_SCREEN_LEFT = "turn-left"
    INSPECT = "component"
    PIN = "pin"
    ALONE = "spotlight"


@dataclass(frozen=True)
class Look:
    """Everything on a tile that is not the picture.

    *problem* is a sentence when something is wrong, *attempt* counts how often it was tried again
    since the start; *sound_off* means muted here, for us alone; *turn* is how far the picture is
    turned clockwise, in degrees; *fills* cuts it so that nothing of the tile stays free;
    *numbers* are lines of text and *badge* a short one, empty when they are not asked for. *mark*
    and *page* are where the tile is on the stage, *has_plate* whether its name is shown.
    """

    label: str
    is_mirrored: bool = False
    phase: Phase = "live"
    problem: str = ""
    attempt: int = 0
    has_video: bool = True
    camera_off: bool = False
    microphone_off: bool = False
    sound_off: bool = False
    turn: int = 0
    fills: bool = False
    numbers: tuple[str, ...] = ()
    badge: str = ""
    mark: Mark = ""
    page: str = ""
    has_plate: bool = True

    @property
    def shows_picture(self) -> bool:
        """Whether the newest picture, if any, belongs on the screen."""
        return self.has_video and not self.camera_off

    @property
    def is_notice(self) -> bool:
        """Whether something is wrong but the picture goes on."""
        return bool(self.problem) and self.phase == "live" and self.shows_picture

    def calmed(self) -> Look:
        """Return the look without what is wrong, for an audience."""
        return replace(self, problem="", attempt=0, phase="live")

    def spoken(self) -> str:
        """Return everything that is marked or written on the tile, for screen readers."""
        marks = {
            "": "",
            "pinned": translate("Tile", "Pinned"),
            "alone": translate("Tile", "Shown alone"),
        }
        signs = (
            marks[self.mark],
            translate("Tile", "Microphone off") if self.microphone_off else "",
            translate("Tile", "Muted here") if self.sound_off else "",
            self.badge,
            self.page,
        )
        said = ", ".join(sign for sign in signs if sign)
        return ". ".join(part for part in (said, self.sentence()) if part)

    def sentence(self) -> str:
        """Return the state in words, for the tile itself and for screen readers."""
        if self.problem and self.phase == "retrying" and self.attempt:
            again = translate("Tile", "Trying again, attempt {n}…").format(n=self.attempt)
            return f"{self.problem}\n{again}"
        if self.problem:
            return self.problem
        if self.phase == "connecting":
            return translate("Tile", "Connecting…")
        if self.camera_off:
            return translate("Tile", "Camera off")
        if not self.has_video:
            return translate("Tile", "No picture")
        return ""


@dataclass(frozen=True)
class Feed:
    """One tile's supply.

    *box* gives pictures, *set_size* wants to know how large in px (0, 0: nobody looks), *sound*
    is what the tile may mute, *retry* starts a failed stream again, *acts* are those which this
    stream knows now and others do not.
    """

    look: Look
    box: Box
    set_size: Callable[[int, int], None]
    sound: Sound | None = None
    retry: Callable[[], None] | None = None
    acts: tuple[TileAct, ...] = ()
