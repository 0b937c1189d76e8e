"""The thread of one mix: composes at each tick, encodes picture and sound, feeds the outputs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import ceil

import av

from lianmai.core.components.sei import message_unit
from lianmai.core.encoding import Encoding
from lianmai.core.errors import StreamError
from lianmai.core.mix.task import MixSettings
from lianmai.core.sentences import sentence
from lianmai.core.source import Size
from lianmai.media.capturing.feed import capture_clock
from lianmai.media.capturing.picture_line import Shot
from lianmai.media.mixing.branch import Branch
from lianmai.media.mixing.composer import Composer
from lianmai.media.mixing.mix_sound import MixSound
from lianmai.media.mixing.workload import Workload
from lianmai.media.publishing.encoder import Encoded, VideoEncoder
from lianmai.media.sound.mixer import Mixer
from lianmai.media.worker import LONGEST_LOOK_S, Stop

PictureOf = Callable[[str, float], av.VideoFrame | None]
"""Gives what a member shows at a time of the capture clock, if anything."""


@dataclass(frozen=True)
class Plan:
    """What to draw and how to encode it; *message* goes along inside every key frame."""

    composer: Composer
    encoding: Encoding
    settings: MixSettings
    message: str = ""


class MixLoop:
    """Runs from the first plan to the end of the task, whatever is connected meanwhile.

    Times count from its beginning, so they go on over new plans and new connections. Any thread
    may set *plan*, *add* and *remove* branches; nothing is drawn while there are none.
    """

    def __init__(self, plan: Plan, mixer: Mixer, picture_of: PictureOf) -> None:
        self.plan = plan
        self.workload = Workload()
        self._mixer, self._picture_of = mixer, picture_of
        self._branches: tuple[Branch, ...] = ()
        self._lock = threading.Lock()

    def add(self, branch: Branch) -> None:
        """Feed *branch* from now on."""
        with self._lock:
            self._branches = (*self._branches, branch)

    def remove(self, branch: Branch) -> None:
        """Feed *branch* no longer."""
        with self._lock:
            self._branches = tuple(other for other in self._branches if other is not branch)

    def run(self, stop: Stop) -> None:
        """Mix until *stop* is set.

        Raises:
            StreamError: If there is no encoder for what the plan asks for.
        """
        try:
            self._run(stop)
        except av.FFmpegError as error:
            reason = sentence(
                "The mix cannot be encoded ({reason}): change its config.", reason=error.strerror
            )
            raise StreamError(reason, "format") from error

    def _run(self, stop: Stop) -> None:
        course = _Course(self.plan, self._mixer)
        while not stop.wait(course.rest_s()):
            if self.plan is not course.plan:
                course.follow(self.plan)
            self._send(course.sound.packets(capture_clock()))
            if (at_s := course.tick(self.workload)) is not None and self._branches:
                self._send(self._picture(course, at_s))

    def _picture(self, course: _Course, at_s: float) -> Iterable[Encoded]:
        admitting = [it for it in self._branches if it.outbox.admits_picture()]
        if not admitting:
            return []
        with self.workload.composing():
            frame = course.plan.composer.compose(lambda uid: self._picture_of(uid, at_s))
        with self.workload.encoding():
            return course.encode(frame, at_s, key=any(it.needs_key for it in admitting))

    def _send(self, packets: Iterable[Encoded]) -> None:
        for packet in packets:
            for branch in self._branches:
                branch.put(packet)


class _Course:
    """The clock and the encoders of a loop; belongs to its thread."""

    def __init__(self, plan: Plan, mixer: Mixer) -> None:
        self.plan = plan
        self._mixer = mixer
        self._epoch_s = capture_clock()
        self._video = VideoEncoder(plan.encoding, self._epoch_s)
        self.sound = MixSound(mixer, plan.settings, self._epoch_s, self._epoch_s)
        self._tick = ceil(self._epoch_s * self._fps)

    @property
    def _fps(self) -> int:
        return self.plan.encoding.size.fps

    def rest_s(self) -> float:
        """Return how long nothing is due."""
        due_s = min(self._tick / self._fps, self.sound.due_s)
        return min(max(0.0, due_s - capture_clock()), LONGEST_LOOK_S)

    def follow(self, plan: Plan) -> None:
        """Go on as *plan* says, with new encoders only where it asks for others."""
        old, self.plan = self.plan, plan
        if _picture_of(plan.encoding) != _picture_of(old.encoding):
            self._video = VideoEncoder(plan.encoding, self._epoch_s)
            self._tick = ceil(capture_clock() * self._fps)
        if _sound_of(plan.settings) != _sound_of(old.settings):
            begin_s = self.sound.position_s
            self.sound = MixSound(self._mixer, plan.settings, self._epoch_s, begin_s)

    def tick(self, workload: Workload) -> float | None:
        """Return the time of the picture that is due, ``None`` before it is; count missed ones."""
        now_s = capture_clock()
        if now_s < self._tick / self._fps:
            return None
        newest = max(self._tick, int(now_s * self._fps))
        workload.late += newest - self._tick
        self._tick = newest + 1
        return newest / self._fps

    def encode(self, frame: av.VideoFrame, at_s: float, *, key: bool) -> list[Encoded]:
        """Return the packet of *frame*."""
        packets = self._video.encode(Shot(frame, at_s, 0), key=key)
        if not self.plan.message:
            return packets
        unit = message_unit(self.plan.message)
        return [replace(it, data=unit + it.data) if it.is_key else it for it in packets]


def _picture_of(encoding: Encoding) -> tuple[Size, int, float]:
    return encoding.size, encoding.target_kbps, encoding.key_frame_interval_s


def _sound_of(settings: MixSettings) -> tuple[int, int, int]:
    return settings.audio_kbps, settings.sample_rate_hz, settings.channels
