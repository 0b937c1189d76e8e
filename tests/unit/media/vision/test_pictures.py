"""Pictures out of streams."""

import asyncio

import pytest

from lianmai.core.errors import StreamError
from lianmai.media.picture.mean_colour import MeanColour
from lianmai.media.vision.pictures import last_picture, luma_of
from tests.unit.media.flv_station import FlvStation
from tests.unit.media.scenes import Scene, colour_name
from tests.unit.media.watching import plays, run


def test_a_stream_gives_the_picture_it_shows_after_the_time_asked_for() -> None:
    async def scenario() -> None:
        async with FlvStation(plays(Scene(("red", "green", "blue"), each_s=0.25))) as station:
            frame = await last_picture(station.url(), 5.0)
        assert luma_of(frame).shape == (180, 320)
        assert colour_name(MeanColour().of(frame)) == "blue"

    run(scenario())


def test_a_stream_that_cannot_be_had_says_why() -> None:
    with pytest.raises(StreamError, match="Nothing answers at"):
        asyncio.run(last_picture("rtmp://127.0.0.1:9/live/x", 1.0))
