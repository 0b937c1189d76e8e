from itertools import pairwise
from typing import get_args

import pytest

from lianmai.core.components.facts import FACTS
from lianmai.core.components.live_player import LivePlayer
from lianmai.core.components.live_pusher import LivePusher
from lianmai.core.components.personality import (
    Personality,
    Situation,
    cases,
    course,
    return_course,
)

PERSONALITIES: tuple[Personality, ...] = get_args(Personality)
SITUATIONS: tuple[Situation, ...] = get_args(Situation)
EVERY_CASE = pytest.mark.parametrize(
    ("like", "situation"), [(like, situation) for like in PERSONALITIES for situation in SITUATIONS]
)


def acts(like: Personality, situation: Situation, **image: bool) -> list[tuple[float, str]]:
    """Return when the phone does what, besides saying so."""
    steps = course(like, situation, **image)
    return [(step.at_s, step.action) for step in steps if step.action != "report"]


def codes(like: Personality, situation: Situation) -> list[int]:
    """Return what the components of a phone say in *situation*."""
    machines = LivePusher(like=like), LivePlayer(like=like)
    for step in course(like, situation):
        for machine in machines:
            machine.hear(step.fact, step.fields, step.at_s)
    return [code for machine in machines for code in machine.codes]


@EVERY_CASE
def test_every_case_is_known_and_says_from_where(like: Personality, situation: Situation) -> None:
    case = cases()[like, situation]
    assert case.steps
    assert case.wording
    assert case.source


@EVERY_CASE
def test_steps_are_in_order_of_time(like: Personality, situation: Situation) -> None:
    for has_image in (False, True):
        steps = course(like, situation, has_waiting_image=has_image)
        assert all(first.at_s <= second.at_s for first, second in pairwise(steps))


@EVERY_CASE
def test_what_is_reported_is_a_fact(like: Personality, situation: Situation) -> None:
    for step in course(like, situation) + return_course(like, situation):
        assert (step.action == "report") == bool(step.fact)
        assert not step.fact or set(step.fields) <= set(FACTS[step.fact])


def test_an_iphone_in_the_background_stands_still_and_then_goes() -> None:
    assert acts("ios", "background") == [(0, "silence"), (0, "freeze_picture"), (36, "stop_push")]


def test_an_android_phone_in_the_background_is_black_and_heard() -> None:
    assert acts("android", "background") == [(0, "black_picture")]


def test_a_waiting_image_stays_three_minutes() -> None:
    image = (0, "waiting_image"), (180, "remove_picture")
    assert acts("android", "background", has_waiting_image=True) == [*image]
    assert acts("ios", "background", has_waiting_image=True) == [(0, "silence"), *image]


def test_a_waiting_image_is_no_help_without_a_camera() -> None:
    assert acts("ios", "camera_refused", has_waiting_image=True) == [(0, "black_picture")]


@pytest.mark.parametrize(
    ("like", "situation", "said"),
    [
        ("ios", "background", [6000]),
        ("android", "background", []),
        ("ios", "float", [5000, 6000]),
        ("android", "float", []),
        ("ios", "phone_call", [5001]),
        ("android", "phone_call", [5001]),
        ("ios", "camera_refused", [-1301, 10001]),
        ("android", "microphone_refused", [-1302, 10002]),
        ("ios", "camera_taken", [-1301]),
        ("ios", "kill", []),
        ("android", "kill", [5001]),
    ],
)
def test_each_phone_says_its_own_codes(
    like: Personality, situation: Situation, said: list[int]
) -> None:
    assert codes(like, situation) == said


def test_leaving_the_floating_window_is_said() -> None:
    (step,) = return_course("android", "float")
    assert (step.fact, step.fields) == ("picture_in_picture", {"on": False})
