"""Who may publish and play: the relay asks, somebody else decides."""

from typing import Literal, Protocol

from lianmai.core.errors import StreamError


class AccessDenied(StreamError):
    """The key is wrong, missing or expired; the text is the reason given to the client."""


class Gate(Protocol):
    """Checks keys."""

    def check(self, action: Literal["publish", "play"], name: str, key: str | None) -> None:
        """Return if the bearer of *key* may *action* the stream *name* now.

        Raises:
            AccessDenied: If not.
        """


class OpenGate:
    """Admits everybody."""

    def check(self, action: Literal["publish", "play"], name: str, key: str | None) -> None:
        """Return."""
