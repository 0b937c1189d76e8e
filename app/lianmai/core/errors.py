"""What can go wrong, one class for each answer to "what can the user do now?"."""


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


class StreamError(LianmaiError):
    """One stream could not be pushed or pulled; the others go on."""


class OutputError(LianmaiError):
    """A result could not be written or played: choose another place or device."""
