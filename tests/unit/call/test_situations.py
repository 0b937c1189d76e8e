"""What a situation does to a capture, and what is said about it."""

import asyncio
from collections.abc import Mapping
from typing import get_args

import pytest

from lianmai.call.situations import Deeds, Situations
from lianmai.core.components.personality import Personality, Situation, Step
from lianmai.core.encoding import Encoding
from lianmai.core.journal import Value
from lianmai.core.source import Size, parse_source
from lianmai.media.capturing.capture import Capture
from tests.unit.call.visiting import until

EVERY_CASE = [(it, one) for it in get_args(Personality) for one in get_args(Situation)]


class Doings:
    """What a situation did to a call, in order."""

    def __init__(self) -> None:
        self.done: list[tuple[str, object]] = []
        self.capture = Capture(parse_source("pattern"), Encoding(Size(160, 120, 15)))
        deeds = Deeds(
            self._report,
            lambda may: self.done.append(("push", may)),
            lambda: self.done.append(("leave", True)),
            lambda: self.done.append(("vanish", True)),
        )
        self.situations = Situations(self.capture, deeds)

    @property
    def sent(self) -> tuple[str, bool]:
        """What is sent instead of pictures, and whether sound is silenced."""
        return self.capture.stand_in, self.capture.silenced

    def _report(self, name: str, fields: Mapping[str, Value]) -> None:
        self.done.append((name, dict(fields)))


def test_a_floating_window_is_left_again() -> None:
    async def scenario() -> None:
        doings = Doings()
        doings.situations.meet("float", "android", has_waiting_image=False)
        assert doings.sent == ("black", False)
        doings.situations.recover()
        assert doings.sent == ("", False)
        floats = [fields for name, fields in doings.done if name == "picture_in_picture"]
        assert floats == [{"on": True}, {"on": False}]

    asyncio.run(scenario())


def test_a_waiting_image_gives_way_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Step(0, "waiting_image"), Step(0.05, "remove_picture")
    monkeypatch.setattr("lianmai.call.situations.course", lambda *args, **options: steps)

    async def scenario() -> None:
        doings = Doings()
        doings.situations.meet("background", "android", has_waiting_image=True)
        assert doings.sent == ("waiting_image", False)
        await until(lambda: doings.sent == ("none", False))
        doings.situations.recover()
        assert doings.sent == ("", False)

    asyncio.run(scenario())


@pytest.mark.parametrize(("like", "situation"), EVERY_CASE)
def test_every_situation_ends_as_if_it_had_not_been(
    like: Personality, situation: Situation
) -> None:
    async def scenario() -> None:
        doings = Doings()
        doings.situations.meet(situation, like, has_waiting_image=False)
        assert doings.done or doings.sent != ("", False)
        doings.situations.recover()
        assert doings.sent == ("", False)
        assert doings.situations.current is None

    asyncio.run(scenario())
