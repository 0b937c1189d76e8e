"""What is given up when the network is too slow."""

from hypothesis import given
from hypothesis import strategies as st

from lianmai.media.publishing.send_queue import (
    CAUGHT_UP_S,
    SOUND_LIMIT_S,
    VIDEO_LIMIT_S,
    Parcel,
    SendQueue,
)


def picture(name: str, *, key: bool = False) -> Parcel[str]:
    return Parcel(name, is_video=True, is_key=key)


def sound(name: str) -> Parcel[str]:
    return Parcel(name, is_video=False)


def names(queue: SendQueue[str], now_s: float) -> list[str]:
    taken = []
    while (parcel := queue.take(now_s)) is not None:
        taken.append(parcel.payload)
    return taken


def test_a_fast_network_gets_everything_in_order() -> None:
    queue = SendQueue[str]()
    for name in "abc":
        queue.put(picture(name), 0.0)
    assert names(queue, 0.69) == ["a", "b", "c"]
    assert (queue.dropped_video, queue.needs_key) == (0, False)


def test_beyond_the_limit_all_waiting_pictures_go_and_sound_stays() -> None:
    queue = SendQueue[str]()
    queue.put(picture("key", key=True), 0.0)
    queue.put(sound("s1"), 0.1)
    queue.put(picture("p1"), 0.2)
    assert names(queue, VIDEO_LIMIT_S + 0.01) == ["s1"]
    assert (queue.dropped_video, queue.dropped_sound, queue.needs_key) == (2, 0, True)


def test_sound_goes_only_when_it_is_older_still() -> None:
    queue = SendQueue[str]()
    queue.put(sound("old"), 0.0)
    queue.put(sound("young"), 0.5)
    assert names(queue, SOUND_LIMIT_S + 0.01) == ["young"]
    assert (queue.dropped_sound, queue.needs_key) == (1, False)


def test_after_a_drop_pictures_are_refused_until_a_key_frame_that_has_a_chance() -> None:
    queue = SendQueue[str]()
    queue.put(picture("p1"), 0.0)
    queue.put(sound("s1"), 0.5)
    queue.put(picture("p2"), 0.8)  # p1 is too old now: both go
    assert queue.dropped_video == 2
    assert not queue.takes_video(0.8)  # s1 has waited 0.3 s: the network is still behind
    queue.put(picture("k1", key=True), 0.8)
    assert queue.dropped_video == 3
    assert names(queue, 0.9) == ["s1"]
    assert queue.takes_video(0.9)
    queue.put(picture("p3"), 0.9)
    assert names(queue, 0.9) == []
    queue.put(picture("k2", key=True), 0.9)
    queue.put(picture("p4"), 0.9)
    assert names(queue, 0.9) == ["k2", "p4"]
    assert queue.dropped_video == 4


def test_pictures_not_even_encoded_are_counted() -> None:
    queue = SendQueue[str]()
    queue.refuse_video()
    assert queue.dropped_video == 1


def test_the_queue_tells_its_age_and_its_pictures() -> None:
    queue = SendQueue[str]()
    assert (queue.age_s(5.0), queue.video_count) == (0.0, 0)
    queue.put(picture("p"), 5.0)
    queue.put(sound("s"), 5.0)
    assert (queue.age_s(5.25), queue.video_count, len(queue)) == (0.25, 1, 2)


STEPS = st.lists(
    st.tuples(st.sampled_from(["video", "key", "sound", "take"]), st.floats(0, 0.4)), max_size=200
)


@given(STEPS)
def test_nothing_ever_leaves_late_and_no_picture_leaves_without_its_key(
    steps: list[tuple[str, float]],
) -> None:
    queue = SendQueue[float]()
    now_s, put, kept, lost, sent_key = 0.0, 0, 0, False, False
    for action, wait_s in steps:
        now_s += wait_s
        if action == "take":
            if (parcel := queue.take(now_s)) is not None:
                kept += 1
                limit_s = VIDEO_LIMIT_S if parcel.is_video else SOUND_LIMIT_S
                assert now_s - parcel.payload <= limit_s
                sent_key = parcel.is_key or sent_key
                assert not parcel.is_video or parcel.is_key or not lost
                lost = lost and not parcel.is_key
        else:
            put += 1
            queue.put(Parcel(now_s, action != "sound", action == "key"), now_s)
        lost = lost or queue.needs_key
        assert queue.age_s(now_s) <= SOUND_LIMIT_S
    assert put == kept + len(queue) + queue.dropped_video + queue.dropped_sound


def test_the_limits_are_those_of_the_documentation() -> None:
    assert (VIDEO_LIMIT_S, SOUND_LIMIT_S) == (0.7, 0.9)
    assert CAUGHT_UP_S < VIDEO_LIMIT_S
