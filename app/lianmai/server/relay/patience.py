"""How long the relay waits for one peer."""

from enum import Enum, auto

from lianmai.server.relay.limits import RelayLimits


class Stage(Enum):
    """What a connection is at."""

    SETUP = auto()  # has not published, played or asked yet
    LISTENING = auto()  # publishes, or waits for a publisher: the peer has to show life
    PLAYING = auto()  # is watched by its audience
    CLOSING = auto()  # has its last bytes to read


class Verdict(Enum):
    """What to do with a connection now."""

    KEEP = auto()
    PING = auto()
    END = auto()


class Patience:
    """Fed with facts and a clock, says when a peer has used up its time."""

    def __init__(self, limits: RelayLimits) -> None:
        self.stage = Stage.SETUP
        self.has_heard = False
        self._limits = limits
        self._since_s: float | None = None
        self._has_pinged = False

    def enter(self, stage: Stage) -> None:
        """Start *stage* with a fresh clock, unless it lasts already."""
        if stage is not self.stage:
            self.stage = stage
            self._since_s = None

    def verdict(self, now_s: float) -> Verdict:
        """Judge by *now_s*, in seconds of a steady clock."""
        if self._since_s is None or (self.has_heard and self.stage is Stage.LISTENING):
            self._since_s = now_s
            self._has_pinged = False
        self.has_heard = False
        waited_s = now_s - self._since_s
        if waited_s > self._allowed_s():
            return Verdict.END
        is_quiet = self.stage is Stage.LISTENING and waited_s > self._limits.idle_s / 2
        if is_quiet and not self._has_pinged:
            self._has_pinged = True
            return Verdict.PING
        return Verdict.KEEP

    def _allowed_s(self) -> float:
        match self.stage:
            case Stage.SETUP:
                return self._limits.setup_s
            case Stage.LISTENING:
                return self._limits.idle_s
            case Stage.PLAYING:
                return float("inf")
            case Stage.CLOSING:
                return self._limits.close_s
