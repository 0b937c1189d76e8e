"""What the encoder's thread does when a picture or a block of sound cannot be encoded."""

import threading

import pytest

from lianmai.core.encoding import Encoding
from lianmai.core.errors import StreamError
from lianmai.core.source import Size
from lianmai.media.capturing.feed import Samples
from lianmai.media.capturing.picture_line import Shot
from lianmai.media.mailbox import Mailbox
from lianmai.media.picture.planes import blank
from lianmai.media.publishing.encoder import VideoEncoder
from lianmai.media.publishing.encoding_loop import EncodingLoop
from lianmai.media.publishing.outbox import Outbox
from lianmai.media.tap import Taps
from tests.unit.media.watching import Reports

SIZE = Size(320, 180, 15)
ODD = (63, 63)
"""H.264 has no pictures of odd size with half the colours."""


class Script(Mailbox[Shot]):
    """Gives pictures of the sizes written down, then ends the loop."""

    def __init__(self, sizes: list[tuple[int, int]]) -> None:
        super().__init__()
        self.stop = threading.Event()
        self._shots = [Shot(blank(*size), n / 15, 0) for n, size in enumerate(sizes, 1)]
        self._is_first = True

    def take(self, timeout_s: float = 0.0) -> Shot | None:
        if self._is_first:  # what was captured before the connection
            self._is_first = False
            return None
        if not self._shots:
            self.stop.set()
            return None
        return self._shots.pop(0)


class Scripted:
    def __init__(self, sizes: list[tuple[int, int]]) -> None:
        self.shots = Script(sizes)
        self.taps = Taps()

    def read_sound(self, start: int, count: int, now_s: float) -> Samples | None:
        return None

    def refresh(self) -> None:
        pass


def encoded(sizes: list[tuple[int, int]]) -> tuple[Reports, Outbox]:
    captured, outbox, reports = Scripted(sizes), Outbox(), Reports()
    video = VideoEncoder(Encoding(SIZE), 0.0)
    EncodingLoop(captured, outbox, video, None, report=reports).run(captured.shots.stop)
    return reports, outbox


def test_one_picture_that_cannot_be_encoded_is_left_out_and_told() -> None:
    good = (320, 180)
    reports, outbox = encoded([good, ODD, ODD, good, ODD, good])
    failures = [fields for name, fields in reports.lines if name == "encoder_failed"]
    assert failures == [{"part": "picture", "fatal": False}] * 3
    times = []
    while (packet := outbox.take(0.0)) is not None:
        times.append(packet.time_ms)
    assert times == [67, 267, 400]


def test_three_in_a_row_end_the_stream() -> None:
    reports = Reports()
    captured = Scripted([ODD, ODD, ODD])
    loop = EncodingLoop(captured, Outbox(), VideoEncoder(Encoding(SIZE), 0.0), None, report=reports)
    with pytest.raises(StreamError, match=r"^The picture cannot be encoded: ") as caught:
        loop.run(captured.shots.stop)
    assert caught.value.cause == "format"
    assert reports.lines[-1] == ("encoder_failed", {"part": "picture", "fatal": True})


def test_the_start_and_each_new_size_are_told() -> None:
    reports, _ = encoded([(320, 180), (320, 180), (160, 90), (160, 90), (320, 180)])
    assert reports.lines == [
        ("encoder_started", {"width_px": 320, "height_px": 180, "kbps": 800}),
        ("push_size_changed", {"width_px": 160, "height_px": 90}),
        ("push_size_changed", {"width_px": 320, "height_px": 180}),
    ]
