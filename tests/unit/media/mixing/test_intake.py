import time

import numpy as np

from lianmai.media.mixing.intake import KEPT_S, LONGEST_WAIT_S, Intake
from lianmai.media.picture.planes import blank
from lianmai.media.sound.ring import SoundRing

RATE_HZ = 48_000


def test_a_picture_is_shown_at_once_when_nothing_is_heard() -> None:
    intake, frame = Intake(), blank(16, 16)
    intake.see(frame, 5.0)
    assert intake.picture(time.monotonic()) is frame


def test_a_picture_waits_for_its_sound() -> None:
    intake, early, late = Intake(), blank(16, 16), blank(16, 16)
    intake.ring = SoundRing()
    intake.hear(np.zeros((RATE_HZ // 10, 2), np.float32), 10.0)
    now_s = time.monotonic()
    intake.ring.read(480, now_s)  # the sample of second 10.0 is heard now
    intake.see(early, 10.0)
    intake.see(late, 10.1)
    assert intake.picture(now_s) is early
    assert intake.picture(now_s + 0.09) is late


def test_no_picture_waits_long_for_a_sound_that_does_not_come() -> None:
    intake, frame = Intake(), blank(16, 16)
    intake.ring = SoundRing()
    intake.hear(np.zeros((RATE_HZ // 10, 2), np.float32), 10.0)
    now_s = time.monotonic()
    intake.ring.read(480, now_s)
    intake.see(frame, 10.9)
    assert intake.picture(now_s) is None
    assert intake.picture(now_s + LONGEST_WAIT_S + 0.1) is frame


def test_the_last_picture_stays_for_a_while() -> None:
    intake, frame = Intake(), blank(16, 16)
    intake.see(frame, 0.0)
    now_s = time.monotonic()
    assert intake.picture(now_s + KEPT_S - 0.1) is frame
    assert intake.picture(now_s + KEPT_S + 1.0) is None
