"""How much the relay holds for strangers, and how long it waits for them."""

from dataclasses import dataclass, field

from lianmai.server.rtmp.limits import RtmpLimits

_MIB = 1024 * 1024


@dataclass(frozen=True)
class RelayLimits:
    """Bounds of one relay; the defaults serve a thousand players on one core.

    *setup_s*: from connecting to publishing, playing or asking by HTTP.
    *idle_s*: without a sign of life from a publisher or a waiting player; a publisher that
    comes back after a lost network finds its name taken that long.
    *publisher_wait_s*: how long an HTTP player waits for a stream to start.
    *stuck_s*: how long a player may take no byte at all.
    *close_s*: how long a closing connection may take to read its last bytes.
    *min_backlog_bytes*, *max_backlog_bytes*: a player is behind when more than a second of
    its stream waits for it, but not below or above these.
    *group_bytes*, *group_packets*, *group_ms*: what is kept since the last key frame.
    """

    max_connections: int = 4096
    setup_s: float = 10.0
    idle_s: float = 20.0
    publisher_wait_s: float = 10.0
    stuck_s: float = 10.0
    close_s: float = 1.0
    min_backlog_bytes: int = _MIB // 4
    max_backlog_bytes: int = _MIB
    group_bytes: int = 8 * _MIB
    group_packets: int = 4096
    group_ms: int = 20_000
    rtmp: RtmpLimits = field(default_factory=RtmpLimits)
