import threading
from pathlib import Path

from lianmai.vitals import Vitals


def test_open_files_and_threads_are_counted(tmp_path: Path) -> None:
    vitals = Vitals()
    before = vitals.read()
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    with (tmp_path / "a").open("w"), (tmp_path / "b").open("w"):
        during = vitals.read()
    stop.set()
    thread.join()
    assert during.descriptors == before.descriptors + 2
    assert during.threads == before.threads + 1


def test_memory_in_use_is_told_in_megabytes() -> None:
    vitals = Vitals()
    before = vitals.read().rss_mb
    block = bytearray(b"x" * 50_000_000)
    assert 40 < vitals.read().rss_mb - before < 60
    del block
