"""What kinds of phones do when something happens to them: a course of steps for each case."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from lianmai.core.journal import Value
from lianmai.core.resources import resource

Personality: TypeAlias = Literal["ios", "android"]
Situation: TypeAlias = Literal[
    "background",
    "phone_call",
    "camera_refused",
    "microphone_refused",
    "camera_taken",
    "float",
    "kill",
]
Action: TypeAlias = Literal[
    "report",  # the fact, to every component
    "freeze_picture",  # the last picture is sent again and again
    "black_picture",
    "waiting_image",
    "remove_picture",  # nothing is sent in its place
    "silence",  # the track of the sound stays
    "stop_push",  # stay in the room, stop publishing
    "leave",  # leave the room
    "kill",  # be gone without a goodbye
]


class Step(Struct, frozen=True):
    """Something to do *at_s* seconds after the situation began; *fact* belongs to "report"."""

    at_s: float
    action: Action
    fact: str = ""
    fields: dict[str, Value] = {}


class Case(Struct, frozen=True):
    """One kind of phone in one situation: what it does, in whose words, known from where.

    With a waiting image that picture takes the place of the frozen or black one, for
    *waiting_image_s*; 0 stands for a situation in which the phone does not show it. *back* is
    what it says afterwards.
    """

    personality: Personality
    situation: Situation
    steps: tuple[Step, ...]
    wording: str
    source: str
    origin: Literal["component_doc", "community", "inferred"]
    waiting_image_s: float = 0.0
    back: tuple[Step, ...] = ()


@cache
def cases() -> dict[tuple[Personality, Situation], Case]:
    """Return everything known of both kinds of phones."""
    path = resource("components/personalities.json")
    rows = msgspec.json.decode(path.read_bytes(), type=tuple[Case, ...])
    return {(case.personality, case.situation): case for case in rows}


def course(
    personality: Personality, situation: Situation, *, has_waiting_image: bool = False
) -> tuple[Step, ...]:
    """Return what to do, in order of time, until the situation is over.

    Tencent has the waiting image shown for about three minutes, its SDK for up to five; newer
    accounts then go on with the sound alone.
    """
    case = cases()[personality, situation]
    if not (has_waiting_image and case.waiting_image_s):
        return case.steps
    others = tuple(step for step in case.steps if step.at_s == 0 and not _hides_picture(step))
    image = Step(0, "waiting_image"), Step(case.waiting_image_s, "remove_picture")
    return others + image


def return_course(personality: Personality, situation: Situation) -> tuple[Step, ...]:
    """Return what to say when it is over, besides undoing the steps."""
    return cases()[personality, situation].back


def _hides_picture(step: Step) -> bool:
    return step.action in ("freeze_picture", "black_picture")
