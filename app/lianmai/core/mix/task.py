"""A mix task as it is wished for: where to, what it shows, how it is encoded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lianmai.core.encoding import Encoding
from lianmai.core.mix.problems import MixProblem
from lianmai.core.source import Size
from lianmai.core.stage.canvas import Canvas

MOST_TASKS = 6
"""The vendor's limit for one room."""


@dataclass(frozen=True)
class MixSettings:
    """How the mixed stream is encoded; *video_kbps* of 0 stands for what suits the size."""

    fps: int = 30
    video_kbps: int = 0
    key_frame_interval_s: float = 2.0
    audio_kbps: int = 64
    sample_rate_hz: int = 48_000
    channels: int = 2


@dataclass(frozen=True)
class MixTask:
    """One mixed stream.

    *url* is where it is pushed; with an empty one it is only recorded. *inputs* has the URLs of
    members that do not come from the room. *extra_info* goes along inside every key frame.
    *problems* are those that cost an item or a setting and not the task.
    """

    task_id: str
    canvas: Canvas
    url: str = field(default="", repr=False)
    settings: MixSettings = MixSettings()
    inputs: Mapping[str, str] = field(default_factory=dict, repr=False)
    record: bool = False
    extra_info: str = ""
    problems: tuple[MixProblem, ...] = ()

    @property
    def encoding(self) -> Encoding:
        """How the picture is encoded.

        Raises:
            SourceError: If the canvas is too small or too large for it.
        """
        canvas, settings = self.canvas, self.settings
        return Encoding(
            Size(canvas.width_px // 2 * 2, canvas.height_px // 2 * 2, settings.fps),
            settings.video_kbps,
            settings.audio_kbps,
            sound_rate_hz=settings.sample_rate_hz,
            key_frame_interval_s=settings.key_frame_interval_s,
        )
