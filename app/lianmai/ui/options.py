"""How the window starts."""

from __future__ import annotations

from dataclasses import dataclass, field

from lianmai.core.call_settings import CallSettings
from lianmai.core.source import Source
from lianmai.core.stage.registry import USUAL_LAYOUT


@dataclass(frozen=True)
class OpenOptions:
    """How the window starts.

    Its calls have the settings *call*, with what is entered on the start page, which shows server,
    room and name of *call* at first. What is empty there stands for the one used last; with
    *join* an empty server stands for the built-in one. *source* is sent, ``None`` stands for
    the one used last.
    """

    call: CallSettings = field(default_factory=CallSettings)
    source: Source | None = None
    join: bool = False
    layout: str = USUAL_LAYOUT
    device: str = ""
    canvas: str = ""
    clean: bool = False
    names: bool = True
    geometry: str = ""
