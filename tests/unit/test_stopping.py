"""What ends a program, tried on programs of their own."""

import subprocess
import sys

import pytest

INTERRUPTED_WHILE_IMPORTING = """
import os, signal, sys

def interrupt_at_import(event, arguments):
    if event == "import" and arguments[0] == {module!r}:
        os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.addaudithook(interrupt_at_import)
from lianmai.__main__ import main
sys.argv = ["lianmai", {command!r}, "--seconds", "1"]
sys.exit(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill interrupts nobody on Windows")
@pytest.mark.parametrize("command", ["open", "demo"])
@pytest.mark.parametrize("module", ["PySide6.QtCore", "shibokensupport.signature.loader"])
def test_an_interrupt_while_the_window_is_loading_ends_it_quietly(
    command: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    code = INTERRUPTED_WHILE_IMPORTING.format(module=module, command=command)

    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False
    )

    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")


INTERRUPT_SWALLOWED = """
import os, signal, sys
from lianmai import commands
from lianmai.__main__ import main

def swallowing(parsed):
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except BaseException:
        pass
    print("went on")
    return 0

signal.signal(signal.SIGINT, signal.default_int_handler)
commands.devices_command = swallowing
sys.argv = ["lianmai", "devices"]
sys.exit(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill interrupts nobody on Windows")
def test_an_interrupt_is_not_lost_where_exceptions_are_ignored() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPT_SWALLOWED],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")
