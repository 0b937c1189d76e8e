"""Situations of a phone and what it does then, in words."""

from __future__ import annotations

from lianmai.core.components.personality import Personality, Situation, Step
from lianmai.ui.words import translate


def situation_titles() -> dict[Situation, str]:
    """Return the situations in the order of their buttons."""
    return {
        "background": translate("Situations", "Background"),
        "phone_call": translate("Situations", "Phone call"),
        "camera_refused": translate("Situations", "Camera refused"),
        "microphone_refused": translate("Situations", "Microphone refused"),
        "camera_taken": translate("Situations", "Camera taken away"),
        "float": translate("Situations", "Float"),
        "kill": translate("Situations", "Kill"),
    }


def phone_titles() -> dict[Personality, str]:
    """Return the kinds of phones."""
    return {
        "ios": translate("Situations", "iOS"),
        "android": translate("Situations", "Android"),
    }


def step_words(step: Step) -> str:
    """Return what happens in *step*."""
    if step.action == "report":
        return _report_words(step)
    return {
        "freeze_picture": translate("Situations", "The picture stands still"),
        "black_picture": translate("Situations", "Black is sent instead of the picture"),
        "waiting_image": translate("Situations", "The waiting image is sent"),
        "remove_picture": translate("Situations", "No picture is sent any more"),
        "silence": translate("Situations", "Silence is sent instead of sound"),
        "stop_push": translate("Situations", "Publishing stops"),
        "leave": translate("Situations", "The room is left"),
        "kill": translate("Situations", "Everything ends without a goodbye"),
    }[step.action]


def _report_words(step: Step) -> str:
    words = {
        "suspended": translate("Situations", "The page hears that it is suspended"),
        "interrupted": translate("Situations", "The page hears of an interruption"),
        "permission_refused": translate("Situations", "The page hears of the refusal"),
        "source_lost": translate("Situations", "The page hears that the camera is gone"),
        "picture_in_picture": translate("Situations", "The page hears of the floating window"),
    }
    return words.get(step.fact) or translate("Situations", "The page is told: {fact}").format(
        fact=step.fact
    )
