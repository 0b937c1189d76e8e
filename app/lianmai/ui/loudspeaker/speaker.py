"""The inside of the sound output: lives in its thread and keeps a device playing."""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

from lianmai.core.encoding import SAMPLE_RATE_HZ
from lianmai.ui.loudspeaker import sound_server
from lianmai.ui.loudspeaker.sound_feed import FRAME_BYTES, Feed, Supply

BUFFER_S = 0.04
_CHECK_MS = 1000
_DOUBTFUL_S = 0.5
"""When a device has fetched nothing for so long, its server may be gone: Qt does not tell."""
_DEAD_S = 3.0
"""The same, when a device is taken for dead; a null sink takes 2 s to begin."""


class Speaker(QObject):
    """Keeps one sink playing on the wished device. Every slot runs in the sound thread.

    While there is no device nobody fetches samples, and pictures wait for no sound.
    """

    failed = Signal(str)
    playing = Signal(str)
    devices_seen = Signal(list)
    _is_cut_off = False  # of the class: Qt has one contact to its sound server for all

    def __init__(self, mixer: Supply) -> None:
        super().__init__()
        self._mixer = mixer
        self._wished_id = ""
        self._playing_id = self._playing_name = ""
        self._problem = ""
        self._sink: QAudioSink | None = None
        self._feed: Feed | None = None
        self._watch: QMediaDevices | None = None
        self._upkeep = QTimer(self, interval=_CHECK_MS)
        self._upkeep.timeout.connect(self._check)

    @Slot(str)
    def open(self, device_id: str) -> None:
        """Play on *device_id*, or on the default when it is empty."""
        self._wished_id = device_id
        self._problem = ""
        self._attempt()
        self._upkeep.start()

    @Slot()
    def end(self) -> None:
        """Release everything and end the thread."""
        self._close()
        self._upkeep.stop()
        self._watch = None
        self._mixer.output_latency_s = 0.0
        self.thread().quit()

    @Slot()
    def _attempt(self) -> None:
        self._close()
        if self._is_cut_off:
            self._fail(self.tr("The sound server has ended: start it, then this program again."))
            return
        if not sound_server.is_reachable():
            self._fail(self.tr("No sound server is running: the call goes on without sound."))
            return
        self._look_for_devices()
        device = self._wished_device()
        if device.isNull():
            self._fail(self.tr("No sound output found: connect one, and it will be used."))
        else:
            self._play_on(device)

    def _look_for_devices(self) -> None:
        """From the first contact on, Qt itself tells about every change."""
        if self._watch is None:
            # Else Qt names its FFmpeg's version on standard error.
            QLoggingCategory.setFilterRules("qt.multimedia.ffmpeg.info=false")
            self._watch = QMediaDevices(self)
            self._watch.audioOutputsChanged.connect(self._devices_changed)
            self._tell_devices()

    @Slot()
    def _devices_changed(self) -> None:
        Speaker._is_cut_off = False
        self._tell_devices()
        if self._is_doubtful() or _id_of(self._wished_device()) != self._playing_id:
            self._attempt()

    @Slot()
    def _check(self) -> None:
        """Try for a first contact; afterwards only watch, as Qt itself tells what is new."""
        if self._watch is None:
            self._attempt()
        elif self._is_doubtful() and not sound_server.is_reachable():
            # Qt connects again once, and tells. When that comes too early, every further use of
            # its sound aborts the process in libpulse (seen with 6.12).
            Speaker._is_cut_off = True
            self._attempt()
        elif self._feed is not None:
            self._watch_over(self._feed)

    def _watch_over(self, feed: Feed) -> None:
        """Notice a device that takes nothing, and one that takes something again.

        It is not opened anew: Qt may still list a device that has gone, and fails without a word.
        """
        if feed.idle_s > _DEAD_S:
            self._fail(self.tr("The sound output takes no sound: choose another."))
        elif self._problem:
            self._succeed()

    def _is_doubtful(self) -> bool:
        return self._feed is None or self._feed.idle_s > _DOUBTFUL_S

    def _tell_devices(self) -> None:
        outputs = QMediaDevices.audioOutputs()
        self.devices_seen.emit([(_id_of(it), it.description()) for it in outputs])

    def _wished_device(self) -> QAudioDevice:
        """Return the wished device, else the default: sound elsewhere is better than none."""
        outputs = QMediaDevices.audioOutputs()
        default = QMediaDevices.defaultAudioOutput()
        return next((it for it in outputs if _id_of(it) == self._wished_id), default)

    def _play_on(self, device: QAudioDevice) -> None:
        self._sink = QAudioSink(device, _format(), self)
        self._sink.setBufferSize(round(BUFFER_S * SAMPLE_RATE_HZ) * FRAME_BYTES)
        self._feed = Feed(self._mixer, self._sink)
        self._playing_id, self._playing_name = _id_of(device), device.description()
        self._sink.stateChanged.connect(self._state_changed)
        self._sink.start(self._feed)
        if self._sink is not None and not _has_failed(self._sink):
            self._succeed()

    def _succeed(self) -> None:
        self._problem = ""
        self.playing.emit(self._playing_name)

    @Slot()
    def _state_changed(self) -> None:
        if self._sink is not None and _has_failed(self._sink):
            # Not from here: the sink is still on the stack.
            QTimer.singleShot(0, self, self._lost)

    @Slot()
    def _lost(self) -> None:
        self._close()
        self._fail(
            self.tr("The sound output stopped working: choose another, or plug it in again.")
        )

    def _fail(self, problem: str) -> None:
        """Say *problem* once; a later check may find a device."""
        self._mixer.output_latency_s = 0.0
        if problem != self._problem:
            self._problem = problem
            self.failed.emit(problem)

    def _close(self) -> None:
        sink, self._sink, self._playing_id = self._sink, None, ""
        self._feed = None
        if sink is not None:
            sink.stop()
            sink.deleteLater()


def _format() -> QAudioFormat:
    wanted = QAudioFormat()
    wanted.setSampleRate(SAMPLE_RATE_HZ)
    wanted.setChannelCount(2)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted


def _has_failed(sink: QAudioSink) -> bool:
    """Tell whether *sink* gave up; lacking samples for a moment is not that.

    By name: PySide 6.12 declares these enumerations twice, and the two never compare equal.
    """
    return sink.state().name == "StoppedState" and sink.error().name != "NoError"


def _id_of(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
