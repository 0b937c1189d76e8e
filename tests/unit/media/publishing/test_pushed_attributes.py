"""A pusher's attributes as the other end of a real stream sees them."""

import asyncio
import functools
from itertools import pairwise

import av
import numpy as np
import pytest

from lianmai.core.components.attributes import PusherAttributes
from lianmai.core.components.sei import messages_in
from lianmai.core.errors import StreamError
from lianmai.core.stamp import latency_ms
from lianmai.media.publishing.encoding_loop import MESSAGES_LIMIT
from lianmai.media.worker import Stop, run_in_thread
from tests.unit.media.receiving import (
    Received,
    Relay,
    needs_free_interpreter,
    publishing,
    receive,
    run,
    seconds,
    until,
)

pytestmark = needs_free_interpreter
UP = [(320, 180)]
attributes = functools.partial(PusherAttributes, video_width=320, video_height=180)


def mean_picture(received: Received) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.mean([seen.luma for seen in received.pictures], axis=0)


@pytest.mark.slow
def test_mirror_and_whiteness_arrive_and_the_stamps_stay_readable(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern", stamp_sender=7, attributes=attributes()) as push:
            plain = await receive(push.flv, seconds(1.2))
            push.capture.set_attributes(attributes(mirror=True, whiteness=9, beauty=5))
            await asyncio.sleep(2.1)  # the relay begins with the key frame before
            changed = await receive(push.flv, seconds(1.2))
        before, after = (mean_picture(it)[10:160] for it in (plain, changed))
        assert after.mean() > before.mean() + 20
        square = before[105:145, 22:62].mean() - before[105:145, 258:298].mean()
        mirrored = after[105:145, 22:62].mean() - after[105:145, 258:298].mean()
        assert square * mirrored < 0
        newest = changed.pictures[-1]
        assert all(seen.stamp is not None for seen in changed.pictures)
        assert newest.stamp is not None
        assert 0 <= latency_ms(newest.stamp, newest.unix_ms) < 1000

    run(scenario())


@pytest.mark.slow
def test_without_its_camera_a_stream_begins_with_sound_alone(relay: Relay) -> None:
    async def scenario() -> None:
        silent = attributes(enable_camera=False)
        async with publishing(relay, "pattern", attributes=silent) as push:
            received = await receive(push.flv, seconds(0.5))
            assert (received.pictures, len(received.sounds) > 10) == ([], True)
            push.capture.set_attributes(attributes())
            with pytest.raises(StreamError, match="start again to carry a picture") as caught:
                await push.pushing
            assert caught.value.cause == "replaced"

    run(scenario())


@pytest.mark.slow
def test_a_camera_taken_back_leaves_the_track_and_returns_with_a_key_frame(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern", attributes=attributes()) as push:
            receiving = asyncio.create_task(
                receive(push.flv, lambda it: bool(it.pictures) and it.pictures[-1].time_s > 4)
            )
            await until(lambda: push.publisher.stats().fps > 5)
            push.capture.set_attributes(attributes(enable_camera=False))
            await asyncio.sleep(1.5)
            push.capture.set_attributes(attributes())
            pictures = (await receiving).pictures
            assert not push.pushing.done()
        gaps = [after for before, after in pairwise(pictures) if after.time_s - before.time_s > 1.0]
        assert [seen.is_key for seen in gaps] == [True]

    run(scenario())


@pytest.mark.slow
def test_turning_the_picture_while_publishing_keeps_the_connection(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern", stamp_sender=7, attributes=attributes()) as push:
            receiving = asyncio.create_task(
                receive(push.flv, lambda it: [seen.luma.shape for seen in it.pictures[-9:-8]] == UP)
            )
            await until(lambda: push.publisher.stats().fps > 5)
            push.capture.set_attributes(PusherAttributes(video_width=180, video_height=320))
            pictures = (await receiving).pictures
            assert not push.pushing.done()
            assert "push_size_changed" in push.reports.names()
        upright = [seen for seen in pictures if [seen.luma.shape] == UP]
        assert upright[0].is_key
        assert all(seen.stamp is not None for seen in pictures)

    run(scenario())


async def messages_from(flv: str, count: int) -> list[str]:
    """Return the first *count* messages of the stream."""
    found: list[str] = []

    def pull(stop: Stop) -> None:
        with av.open(flv, "r", timeout=(5, 5)) as container:
            for packet in container.demux(video=0):
                found.extend(messages_in(bytes(packet)))
                if stop.is_set() or len(found) >= count:
                    return

    await run_in_thread("receiver", pull)
    return found


def test_messages_travel_in_pictures_in_order(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern", attributes=attributes()) as push:
            await until(lambda: push.publisher.stats().fps > 5)
            sent = ["你好", "zeros \0\0\1", "x" * 2000]
            receiving = asyncio.create_task(messages_from(push.flv, len(sent)))
            for text in sent:
                push.publisher.send_message(text)
            assert await receiving == sent
            told = [fields for name, fields in push.reports.lines if name == "message_sent"]
            assert told == [{"bytes": len(text.encode())} for text in sent]

    run(scenario())


def test_what_cannot_be_sent_is_refused_in_a_sentence(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "none,tone", attributes=attributes()) as push:
            with pytest.raises(StreamError, match=r"Nothing is published now: "):
                push.publisher.send_message("early")
            await until(lambda: "push_begun" in push.reports.names())
            with pytest.raises(StreamError, match=r"Only a picture can carry a message: "):
                push.publisher.send_message("no picture")
            with pytest.raises(StreamError, match=r"has 3000 bytes: send 1 to 2048\."):
                push.publisher.send_message("x" * 3000)

    run(scenario())


def test_messages_that_no_picture_takes_are_limited(relay: Relay) -> None:
    async def scenario() -> None:
        async with publishing(relay, "pattern", attributes=attributes()) as push:
            await until(lambda: "push_begun" in push.reports.names())
            push.capture.stand_in = "none"
            for number in range(MESSAGES_LIMIT):
                push.publisher.send_message(str(number))
            with pytest.raises(StreamError, match="faster than pictures"):
                push.publisher.send_message("one too many")

    run(scenario())
