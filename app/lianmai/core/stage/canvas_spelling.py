"""The two forms a canvas is written in: NERTC's ``layout``, and our own.

``resources/layouts/canvas.md`` describes both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lianmai.core.stage.request import Fit

FORMAT = "lianmai-canvas"
Form: TypeAlias = Literal["nertc", "own"]


@dataclass(frozen=True)
class Spelling:
    """What a form calls things."""

    users: str
    uid: str
    z_order: str
    fit: str
    fits: Mapping[str | int, Fit]
    push_video: str
    push_audio: str
    images: str
    url: str


NERTC = Spelling(
    "users",
    "uid",
    "zOrder",
    "adaption",
    {0: "contain", 1: "cover"},
    "pushVideo",
    "pushAudio",
    "images",
    "url",
)
OWN = Spelling(
    "tiles",
    "peer",
    "z",
    "fit",
    {"contain": "contain", "cover": "cover"},
    "picture",
    "sound",
    "images",
    "file",
)
MORE = "more"
"""Where our own form keeps what it does not know, so that no name means two things."""


def spelling_of(form: Form) -> Spelling:
    """Return what *form* calls things."""
    return OWN if form == "own" else NERTC
