"""The helper for real processes: what it reads, how it fails, and that everything ends."""

import os
import signal
import sys
from contextlib import AbstractContextManager

import pytest

from tests.processes import RunningProcess, running


def python(code: str) -> AbstractContextManager[RunningProcess]:
    return running(sys.executable, "-u", "-c", code)


ENDLESS = "import signal, threading; threading.Event().wait()"


def test_the_event_asked_for_is_returned_and_others_are_passed_over() -> None:
    lines = ['{"ready": true, "pid": 1}', '{"event": "joined"}', '{"event": "left", "uid": "a"}']
    with python(f"print(*{lines!r}, sep='\\n')") as process:
        assert process.next_where("ready")["pid"] == 1
        assert process.next_event("left")["uid"] == "a"
        assert process.wait() == 0


def test_an_event_that_does_not_come_in_time_is_named() -> None:
    with (
        pytest.raises(AssertionError, match=r"waiting for event='joined': .* no line for 0\.2 s"),
        python(ENDLESS) as process,
    ):
        process.next_event("joined", timeout_s=0.2)


def test_a_process_that_ends_early_fails_with_its_code_and_standard_error() -> None:
    code = "import sys; print('no such room', file=sys.stderr); sys.exit(3)"
    with (
        pytest.raises(AssertionError, match=r"(?s)ended with code 3.*no such room"),
        python(code) as process,
    ):
        process.next_event("joined")


def test_a_line_that_is_no_json_is_shown() -> None:
    with (
        pytest.raises(AssertionError, match="Traceback, or so"),
        python("print('Traceback, or so')") as process,
    ):
        process.next_event("joined")


def test_all_of_standard_error_is_there_after_the_end() -> None:
    with python("import sys; sys.stderr.write('x' * 200_000)") as process:
        assert process.wait() == 0
        assert len(process.stderr) == 200_000


def test_more_lines_than_anyone_reads_do_not_stop_the_process() -> None:
    with python("print('line\\n' * 30_000)") as process:
        assert process.wait() == 0


def test_interrupt_is_what_ctrl_c_sends() -> None:
    ready = "print('{\"ready\": true}')"
    code = f"try:\n  {ready}\n  {ENDLESS}\nexcept KeyboardInterrupt: exit(130)"
    with python(code) as process:
        process.next_where("ready")
        assert process.interrupt() == 130


def test_a_process_that_ignores_the_request_to_end_is_killed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tests.processes.END_S", 0.3)
    code = "import signal; signal.signal(15, signal.SIG_IGN); print('{\"ready\": true}');" + ENDLESS
    with python(code) as process:
        process.next_where("ready")
    assert process.wait() == -signal.SIGKILL


def test_a_child_that_outlives_its_parent_fails_the_test_and_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tests.processes.SURVIVORS_S", 0.3)
    code = "import subprocess; child = subprocess.Popen(['sleep', '60']); print(child.pid)"
    with (
        pytest.raises(AssertionError, match="left processes of its group behind"),
        python(code) as it,
    ):
        child = int(it.next_line())
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_what_fails_while_a_process_runs_is_told_with_its_standard_error() -> None:
    code = "import sys; print('out of ideas', file=sys.stderr)"
    with (
        pytest.raises(AssertionError, match=r"(?s)assert 0 == 1.*out of ideas"),
        python(code) as it,
    ):
        assert it.wait() == 1
