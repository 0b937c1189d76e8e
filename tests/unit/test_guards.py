"""Each guard catches what it is for: the test that leaks is the one that fails."""

import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.guards import open_descriptors

ROOT = Path(__file__).parents[2]

LEAKS = {
    "thread": (
        "threading.Thread(target=threading.Event().wait, name='stays', daemon=True).start()",
        r"left threads behind: stays \(daemon\)",
    ),
    "task": (
        """
    async def main():
        global task
        task = asyncio.create_task(asyncio.sleep(60), name='forgotten')
    asyncio.run(main())""",
        "left tasks behind: <Task pending name='forgotten'",
    ),
    "task on the Qt loop": (
        """
    async def main():
        global qt_task
        qt_task = asyncio.create_task(asyncio.sleep(60), name='overlooked')
    app = QtCore.QCoreApplication.instance() or QtCore.QCoreApplication([])
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(main())""",
        "left tasks behind: <Task pending name='overlooked'",
    ),
    "process": (
        "global child; child = subprocess.Popen(['sleep', '60'])",
        r"left processes behind: \d+ \(sleep 60\)",
    ),
    "orphan": (
        "subprocess.run(['sh', '-c', 'sleep 60 >/dev/null 2>&1 &'], check=True)",
        r"left processes behind: \d+ \(sleep 60\)",
    ),
    "socket": (
        "socket.socket()",
        "ResourceWarning: unclosed <socket",
    ),
    "socket in a cycle": (
        "cycle = [socket.socket()]; cycle.append(cycle)",
        "ResourceWarning: unclosed <socket",
    ),
    "coroutine": (
        "asyncio.sleep(0)",
        "RuntimeWarning: coroutine 'sleep' was never awaited",
    ),
    "exception in a thread": (
        "thread = threading.Thread(target=lambda: 1 / 0); thread.start(); thread.join()",
        "ZeroDivisionError: division by zero",
    ),
    "warning": (
        "warnings.warn('old habit', DeprecationWarning)",
        "DeprecationWarning: old habit",
    ),
    "message of Qt": (
        "QtCore.qWarning('something is off')",
        "QtWarningMsg: something is off",
    ),
}


TIDY = {
    "thread that ends": "threading.Thread(target=time.sleep, args=(0.2,)).start()",
    "process waited for": "subprocess.run(['true'], check=True)",
    "orphan that ends": "subprocess.run(['sh', '-c', 'sleep 0.2 >/dev/null 2>&1 &'], check=True)",
    "task told to end": """
    async def main():
        asyncio.create_task(asyncio.sleep(60)).cancel()
    asyncio.run(main())""",
}


PREAMBLE = """
import asyncio, socket, subprocess, threading, time, warnings
from PySide6 import QtCore
from qasync import QEventLoop
import tests.guards
tests.guards.GRACE_S = 0.4
"""


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what pytest says of each leak, of an innocent test after it, and of each tidy habit.

    It runs under this project's rules, in a process of its own.
    """
    suite = tmp_path_factory.mktemp("suite")
    bodies = [body for leak, _ in LEAKS.values() for body in (leak, "pass")] + [*TIDY.values()]
    tests = [f"def test_{number}():\n    {body}" for number, body in enumerate(bodies)]
    (suite / "test_suite.py").write_text("\n".join([PREAMBLE, *tests]), "utf-8")
    shutil.copy(ROOT / "tests" / "conftest.py", suite)
    rules = ["-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *rules, "--junitxml=report.xml", "test_suite.py"]
    subprocess.run(command, cwd=suite, timeout=60, capture_output=True, check=False)
    cases = ElementTree.parse(suite / "report.xml").iter("testcase")
    texts = ["\n".join(text for part in case for text in part.itertext()) for case in cases]
    return dict(zip(names(), texts, strict=True))


def names() -> list[str]:
    """Return what to call the tests of the suite, in its order."""
    return [*(name for leak in LEAKS for name in (leak, f"after {leak}")), *TIDY]


@pytest.mark.parametrize("leak", LEAKS)
def test_what_a_test_leaves_behind_fails_it(leak: str, complaints: dict[str, str]) -> None:
    assert re.search(LEAKS[leak][1], complaints[leak])


@pytest.mark.parametrize("leak", LEAKS)
def test_the_test_after_a_leak_is_not_blamed(leak: str, complaints: dict[str, str]) -> None:
    assert complaints[f"after {leak}"] == ""


@pytest.mark.parametrize("habit", TIDY)
def test_what_is_on_its_way_out_may_finish(habit: str, complaints: dict[str, str]) -> None:
    assert complaints[habit] == ""


def test_an_open_socket_shows_among_the_descriptors_until_it_is_closed() -> None:
    before = open_descriptors()
    with socket.socket() as opened:
        assert open_descriptors()[opened.fileno()].startswith("socket:[")
    assert open_descriptors() == before
