"""`packaging/setup/find-python` on machines with Pythons of many kinds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FIND_PYTHON = Path(__file__).parents[2] / "packaging" / "setup" / "find-python"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")


class Machine:
    """A directory of programs before the real ones on PATH, and a pyenv."""

    def __init__(self, root: Path) -> None:
        self.bin = root / "bin"
        self.versions = root / "pyenv" / "versions"
        self.script(self.bin / "pyenv", f"#!/bin/sh\necho {root / 'pyenv'}\n")

    def script(self, path: Path, text: str) -> Path:
        """Put a program there."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        path.chmod(0o755)
        return path

    def python(self, path: Path, minor: int, also: str = "") -> Path:
        """Put a Python 3.*minor* there: this one in disguise, with *also* executed first."""
        text = f"""#!{sys.executable}
import importlib.util, sys, sysconfig
sys.version_info = (3, {minor}, 0)
{also}
code, sys.argv[:] = sys.argv[2], sys.argv[2:]
exec(code)
"""
        return self.script(path, text)

    def find(self, wanted: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run the script, with *wanted* as PYTHON."""
        path = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        env = {**os.environ, "PATH": path, "PYTHON": str(wanted or "")}
        return subprocess.run(
            [FIND_PYTHON], env=env, capture_output=True, text=True, timeout=20, check=False
        )

    def found(self) -> Path:
        """Return the Python the script settles on."""
        return Path(self.find().stdout.strip())


NO_ENSUREPIP = "importlib.util.find_spec = lambda name: None"
FREE_THREADED = "sysconfig.get_config_var = lambda name: int(name == 'Py_GIL_DISABLED')"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_newest_python_wins_wherever_it_is(machine: Machine) -> None:
    machine.python(machine.bin / "python3.12", 12)
    newest = machine.python(machine.versions / "3.14.0" / "bin" / "python", 14)
    assert machine.found() == newest


def test_versions_are_told_by_running_not_by_name(machine: Machine) -> None:
    newest = machine.python(machine.bin / "python3", 14)
    machine.python(machine.bin / "python3.14", 12)
    assert machine.found() == newest


def test_a_shim_that_refuses_to_run_is_passed_over(machine: Machine) -> None:
    machine.script(machine.bin / "python3.14", "#!/bin/sh\necho not selected >&2\nexit 127\n")
    real = machine.python(machine.versions / "3.14.0" / "bin" / "python", 14)
    assert machine.found() == real


@pytest.mark.parametrize("flaw", [NO_ENSUREPIP, FREE_THREADED])
def test_one_that_cannot_be_used_is_passed_over(machine: Machine, flaw: str) -> None:
    machine.python(machine.bin / "python3.14", 14, flaw)
    whole = machine.python(machine.versions / "3.14.1" / "bin" / "python", 14)
    assert machine.found() == whole


def test_one_younger_than_the_packages_know_is_the_last_resort(machine: Machine) -> None:
    young = machine.python(machine.bin / "python3", 99)
    known = machine.python(machine.bin / "python3.14", 14)
    assert machine.found() == known
    assert machine.find(wanted=young).stdout.strip() == str(young)


def test_the_python_asked_for_is_taken_though_a_newer_one_is_there(machine: Machine) -> None:
    machine.python(machine.bin / "python3.14", 14)
    wanted = machine.python(machine.bin / "mine", 11)
    assert machine.find(wanted).stdout.strip() == str(wanted)


def test_nothing_from_the_floor_up_is_said_in_one_sentence(machine: Machine) -> None:
    result = machine.find(wanted=machine.python(machine.bin / "old", 10))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("Lianmai needs Python 3.11 or newer; install one")
    assert result.stderr.count("\n") == 1


def test_missing_means_to_make_environments_have_a_code_of_their_own(machine: Machine) -> None:
    result = machine.find(wanted=machine.python(machine.bin / "bare", 11, NO_ENSUREPIP))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.endswith("on Debian install python3-venv.\n")
