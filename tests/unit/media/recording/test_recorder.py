import shutil
import time
from itertools import count
from pathlib import Path
from typing import Any

import av
import pytest

from lianmai.core.errors import OutputError
from lianmai.media.flv.reader import AUDIO, VIDEO, Tag
from lianmai.media.recording.naming import safe_label
from lianmai.media.recording.recorder import Recorder
from lianmai.media.recording.tag_queue import TagQueue
from tests.unit.media.scenes import FLV_HEADER, Scene, tag_bytes, tags_of

PICTURES = Scene(colours=("red", "green", "blue"))
BOTH = Scene(colours=("red", "green", "blue"), has_sound=True)
SOUND = Scene(colours=(), each_s=3.0, has_sound=True)
LARGER = Scene(colours=("yellow", "white"), width_px=640, height_px=360, has_sound=True)


def recorded(folder: Path, *tags: Tag, **options: Any) -> Recorder:
    recorder = Recorder(folder, "guest", **options)
    for tag in tags:
        recorder.take(tag)
    recorder.close()
    return recorder


def later(scene: Scene, shift_ms: int) -> list[Tag]:
    return [Tag(tag.kind, tag.time_ms + shift_ms, tag.body) for tag in tags_of(scene)]


def frames(path: Path) -> tuple[list[tuple[float, int]], float]:
    """Return time and width of every picture, and how many seconds of sound there are."""
    pictures, seconds = [], 0.0
    with av.open(str(path)) as container:
        for frame in container.decode():
            if isinstance(frame, av.VideoFrame):
                pictures.append((frame.time, frame.width))
            elif isinstance(frame, av.AudioFrame):
                seconds += frame.samples / frame.sample_rate
    return pictures, seconds


@pytest.mark.parametrize(
    ("scene", "picture_count", "sound_s"), [(PICTURES, 90, 0), (SOUND, 0, 3), (BOTH, 90, 3)]
)
def test_what_comes_is_in_the_file(
    scene: Scene, picture_count: int, sound_s: float, tmp_path: Path
) -> None:
    recorder = recorded(tmp_path, *tags_of(scene))
    [path] = recorder.files
    pictures, seconds = frames(path)
    assert len(pictures) == picture_count
    assert seconds == pytest.approx(sound_s, abs=0.1)
    assert recorder.seconds == pytest.approx(3.0, abs=0.1)


def test_nothing_is_coded_anew(tmp_path: Path) -> None:
    [path] = recorded(tmp_path, *tags_of(PICTURES)).files
    with av.open(str(path)) as container:
        sizes = [packet.size for packet in container.demux(video=0) if packet.size]
    assert sizes == [len(tag.body) - 5 for tag in tags_of(PICTURES) if tag.body[1] == 1]


def test_a_file_that_was_never_closed_can_be_played(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, "guest")
    for tag in tags_of(BOTH):
        recorder.take(tag)
    copy = tmp_path / "as it lies on the disk.mp4"
    shutil.copy(recorder.files[0], copy)
    pictures, seconds = frames(copy)
    recorder.close()
    assert len(pictures) >= 50
    assert seconds > 1.5


def test_times_begin_at_zero_wherever_the_stream_was(tmp_path: Path) -> None:
    [path] = recorded(tmp_path, *later(BOTH, 3_600_000)).files
    pictures, _ = frames(path)
    assert pictures[0][0] == pytest.approx(0.0, abs=0.05)
    assert pictures[-1][0] == pytest.approx(3.0, abs=0.1)


def test_another_size_begins_another_file(tmp_path: Path) -> None:
    recorder = recorded(tmp_path, *tags_of(BOTH), *later(LARGER, 3000))
    widths = [{width for _, width in frames(path)[0]} for path in recorder.files]
    assert widths == [{320}, {640}]
    assert recorder.seconds == pytest.approx(5.0, abs=0.2)


def test_a_stream_joined_between_key_frames_begins_at_the_next(tmp_path: Path) -> None:
    tags = list(tags_of(PICTURES))
    [path] = recorded(tmp_path, tags[0], *tags[12:]).files
    assert len(frames(path)[0]) == 60


def test_a_camera_turned_on_late_begins_a_file_with_both(tmp_path: Path) -> None:
    sound_first = [tag for tag in tags_of(SOUND) if tag.time_ms < 2000]
    recorder = recorded(tmp_path, *sound_first, *later(BOTH, 2000))
    contents = [(bool(frames(path)[0]), frames(path)[1] > 1) for path in recorder.files]
    assert contents == [(False, True), (True, True)]


def test_a_jump_in_time_begins_another_file(tmp_path: Path) -> None:
    recorder = recorded(tmp_path, *tags_of(BOTH), *later(BOTH, 100_000))
    assert [len(frames(path)[0]) for path in recorder.files] == [90, 90]


def test_it_takes_a_stream_in_any_pieces(tmp_path: Path) -> None:
    stream = FLV_HEADER + b"".join(map(tag_bytes, tags_of(BOTH)))
    recorder = Recorder(tmp_path, "guest")
    for start in range(0, len(stream), 777):
        recorder.send(stream[start : start + 777])
    recorder.close()
    assert len(frames(recorder.files[0])[0]) == 90


def test_it_stops_before_the_disk_is_full(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"only .* MB are free"):
        recorded(tmp_path, *tags_of(PICTURES), least_free_bytes=1 << 60)


def test_what_came_before_the_disk_was_full_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    used = shutil.disk_usage(tmp_path)
    rooms = iter([1 << 40, 1 << 20])
    monkeypatch.setattr(shutil, "disk_usage", lambda _: used._replace(free=next(rooms)))
    seconds = count(0, 0.02)
    recorder = Recorder(tmp_path, "guest", clock=lambda: next(seconds))
    with pytest.raises(OutputError, match="only 1 MB"):
        recorder.send(FLV_HEADER + b"".join(map(tag_bytes, tags_of(PICTURES))))
    recorder.close()
    assert 30 < len(frames(recorder.files[0])[0]) < 90


def test_sound_that_is_unknown_costs_the_sound_alone(tmp_path: Path) -> None:
    speex = [Tag(AUDIO, time_ms, b"\xb2speex") for time_ms in range(0, 3000, 20)]
    mixed = sorted([*speex, *tags_of(PICTURES)], key=lambda tag: tag.time_ms)
    [path] = recorded(tmp_path, *mixed).files
    assert (len(frames(path)[0]), frames(path)[1]) == (90, 0)


def test_a_picture_that_is_unknown_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"coded as '9'.*H\.264"):
        recorded(tmp_path, Tag(VIDEO, 0, b"\x19what"))


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"no folder .*missing"):
        recorded(tmp_path / "missing", *tags_of(PICTURES))


def test_streams_of_one_name_and_second_have_files_of_their_own(tmp_path: Path) -> None:
    stopped_clock = time.time()
    recorders = [Recorder(tmp_path, "guest", clock=lambda: stopped_clock) for _ in range(2)]
    for tag in tags_of(PICTURES):
        for recorder in recorders:
            recorder.take(tag)
    for recorder in recorders:
        recorder.close()
    assert [len(frames(path)[0]) for path in tmp_path.iterdir()] == [90, 90]


def test_a_folder_that_takes_no_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="file"):
        recorded(tmp_path / "file", *tags_of(PICTURES))


@pytest.mark.parametrize("uid", ["../../etc/passwd", "..", "", "a/b\\c:d", "\0", "x" * 300])
def test_no_id_leads_out_of_the_folder(uid: str, tmp_path: Path) -> None:
    label = safe_label(uid)
    assert (tmp_path / f"{label}.mp4").resolve().parent == tmp_path.resolve()
    assert 0 < len(label) <= 64


def test_chinese_ids_stay_readable() -> None:
    assert safe_label("小明 的手机") == "小明_的手机"


def test_a_disk_too_slow_costs_pictures_up_to_a_key_frame() -> None:
    tags = [tag for tag in tags_of(PICTURES) if tag.body[1] == 1]
    queue = TagQueue(most_bytes=sum(len(tag.body) for tag in tags[:10]))
    for tag in tags[:40]:
        queue.put(tag)
    assert queue.take(0.0) == tags[:10]
    for tag in tags[40:61]:
        queue.put(tag)
    assert queue.take(0.0) == tags[60:61]
    assert queue.dropped == 50
