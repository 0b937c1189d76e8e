"""How much one room server takes on, and how long it waits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds and times of the signalling; the defaults suit a test room on one machine.

    *grace_s*: a lost link may be taken up again that long. *entry_s*: a connection that joins
    nothing is closed. *overlap_s*: a replaced stream address lives on that long, so that players
    can swap without a gap. *key_s*: how long a stream key opens the relay; it is looked at when
    connecting only. *warning_s*: notice before a token runs out.
    """

    grace_s: float = 15.0
    entry_s: float = 10.0
    overlap_s: float = 5.0
    key_s: float = 3600.0
    warning_s: float = 30.0
    connections: int = 2000
    rooms: int = 500
    members: int = 300
    publishers: int = 50
    requests_per_s: float = 50.0
    request_burst: int = 200
    name_chars: int = 64
    message_bytes: int = 8192
    own_info_bytes: int = 1024
    room_info_bytes: int = 8192
    missed_messages: int = 50
