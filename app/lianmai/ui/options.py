"""How the window starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from lianmai.core.components.attributes import PlayerAttributes, PusherAttributes
from lianmai.core.encoding import Encoding
from lianmai.core.source import Source
from lianmai.core.stage.registry import USUAL_LAYOUT


@dataclass(frozen=True)
class OpenOptions:
    """How the window starts.

    An empty *server* stands for the one used last, and with *join* for the built-in one;
    *source* of ``None`` for the one used last. *user* is the uid, *name* what others see.
    """

    server: str = ""
    room: str = ""
    user: str = ""
    name: str = ""
    token: str = field(default="", repr=False)
    join: bool = False
    source: Source | None = None
    encoding: Encoding = field(default_factory=Encoding)
    stamp: bool = False
    pull: Literal["flv", "rtmp"] = "flv"
    pusher: PusherAttributes | None = None
    player: PlayerAttributes | None = None
    like: Literal["ios", "android"] | None = None
    layout: str = USUAL_LAYOUT
    device: str = ""
    canvas: str = ""
    clean: bool = False
    names: bool = True
    geometry: str = ""
