"""What a call is started with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from lianmai.core.components.attributes import PlayerAttributes, PusherAttributes
from lianmai.core.encoding import Encoding
from lianmai.core.source import Source


@dataclass(frozen=True)
class CallSettings:
    """Where to go, as whom, and what to send.

    *source* of ``none`` publishes nothing, *play* of ``False`` subscribes to nobody. *pull*
    chooses the protocol where the server offers both: HTTP-FLV shows a picture sooner.

    *pusher* and *player* are the attributes of the phone's components; *encoding* counts only
    without *pusher*, and without *player* everything is played with as little delay as can be.
    *like* is the phone to behave like: its way to try again, and what its situations do.
    """

    server: str = ""
    room: str = ""
    uid: str = ""
    name: str = ""
    token: str = field(default="", repr=False)
    source: Source = field(default_factory=Source)
    encoding: Encoding = field(default_factory=Encoding)
    stamp: bool = False
    play: bool = True
    pull: Literal["flv", "rtmp"] = "flv"
    pusher: PusherAttributes | None = None
    player: PlayerAttributes | None = None
    like: Literal["ios", "android"] | None = None
