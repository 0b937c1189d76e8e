"""A player under observation: what it showed, and what it reported."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from lianmai.core.journal import Value
from lianmai.media.playing.player import Player
from tests.unit.media.flv_station import Listener
from tests.unit.media.scenes import Scene, paint_stamp, picture_colour, tags_of

TILE = 160, 90


class Reports:
    """Reports in order of arrival."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, Value]]] = []

    def __call__(self, name: str, fields: Mapping[str, Value]) -> None:
        self.lines.append((name, dict(fields)))

    def names(self) -> list[str]:
        return [name for name, _ in self.lines]

    def fields(self, name: str) -> dict[str, Value]:
        return next(fields for line, fields in self.lines if line == name)


def run(scenario: Coroutine[Any, Any, None]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(20):
            await scenario

    asyncio.run(bounded())


def plays(scene: Scene, *, is_live: bool = True) -> Callable[[Listener], Coroutine[Any, Any, None]]:
    async def script(listener: Listener) -> None:
        await listener.begin()
        await listener.play(tags_of(scene), is_live=is_live)

    return script


def taking(player: Player, seen: list[str]) -> Callable[[], None]:
    """Return a wake that notes the colour of each picture it finds."""

    def take() -> None:
        if (picture := player.pictures.take()) is not None:
            seen.append(picture_colour(picture))

    return take


def watched(**options: Any) -> tuple[Player, list[str]]:
    """Return a player of tile size and the colours it shows, in order."""
    seen: list[str] = []
    player = Player(wake=lambda: taking(player, seen)(), **options)
    player.set_picture_size(*TILE)
    return player, seen


def in_order(seen: list[str]) -> list[str]:
    """Return *seen* without repetitions of the one before."""
    return [name for name, before in zip(seen, ["", *seen], strict=False) if name != before]


async def play_stamped(
    listener: Listener, scene: Scene, sender: int, late_s: float = 0.0, **options: Any
) -> None:
    """Send *scene* with stamps as if it were taken *late_s* before it is sent."""
    start_s = time.time() + max(0.5, scene.seconds / 3)  # encoding takes its time
    tags = await asyncio.to_thread(
        tags_of, scene, lambda frame, s: paint_stamp(frame, sender, round((start_s + s) * 1000))
    )
    await asyncio.sleep(start_s + late_s - time.time())
    await listener.begin()
    await listener.play(tags, **options)
