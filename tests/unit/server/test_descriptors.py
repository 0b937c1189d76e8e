import resource
import subprocess
import sys


def test_a_server_may_hold_more_sockets_than_a_desktop_program() -> None:
    script = (
        "import resource\n"
        "from lianmai.server.descriptors import allow_many_sockets\n"
        "hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))\n"
        "allow_many_sockets()\n"
        "print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])\n"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=20
    ).stdout
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    assert int(printed) == (65_536 if hard == resource.RLIM_INFINITY else min(65_536, hard))
