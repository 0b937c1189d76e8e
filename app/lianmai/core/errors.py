"""What can go wrong, one class for each answer to "what can the user do now?"."""

from typing import Literal, TypeAlias

Cause: TypeAlias = Literal[
    "dns",  # the host has no address
    "refused",  # nobody listens there
    "timeout",  # nobody answers the call
    "handshake",  # somebody answers, in another language or not at all
    "rejected",  # the server said no
    "closed",  # the server hung up
    "io",  # the connection broke while in use
    "no_data",  # the connection stands, and nothing comes or goes
    "format",  # what comes cannot be used
    "ended",  # the publisher said goodbye
    "cancelled",  # nobody wanted it any longer
    "replaced",  # another connection takes over
]
"""Where a stream failed: the steps of a connection, in order, then its ends."""

SourceCause: TypeAlias = Literal["missing", "refused", "busy", "format", "hung", "unknown"]
"""Why a camera, microphone or file cannot be used; "hung" opens, but nothing arrives."""


class LianmaiError(Exception):
    """Base of every error shown to users; its text is one sentence that says what to do next."""


class AddressError(LianmaiError):
    """An address is not one: correct it."""


class AttributeProblem(LianmaiError):
    """An attribute of a component, or its value, is not one: correct it."""


class LinkError(LianmaiError):
    """A server cannot be reached or fell silent: check it, or wait for the next attempt."""


class RoomError(LianmaiError):
    """The room refused a request: change what *code* complains about."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class SourceError(LianmaiError):
    """A camera, microphone, screen or file cannot be used: choose another source."""

    def __init__(self, reason: str, cause: SourceCause = "unknown") -> None:
        super().__init__(reason)
        self.cause: SourceCause = cause


class StreamError(LianmaiError):
    """One stream could not be pushed or pulled; the others go on.

    *cause* is by default that of a server's own errors: it says no.
    """

    def __init__(self, reason: str, cause: Cause = "rejected") -> None:
        super().__init__(reason)
        self.cause: Cause = cause


class OutputError(LianmaiError):
    """A result could not be written or played: choose another place or device."""
