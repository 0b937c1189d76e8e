"""Servers to stream through, each on free ports of the loopback for the length of a block."""

from __future__ import annotations

import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.peers import NODE_FOLDER, has_nginx, has_node_media_server
from tests.processes import RunningProcess, lianmai_process, running

START_S = 15.0
_HOST = "127.0.0.1"

_NGINX = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/log error;
load_module modules/ngx_rtmp_module.so; worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
rtmp {{ server {{ listen {host}:{port}; chunk_size 4096; application live {{ live on; }} }} }}
"""
_NODE = """
const Server = require("node-media-server");
new Server({{
  bind: "{host}",
  rtmp: {{ port: {port} }},
  http: {{ port: {http_port} }},
  auth: {{ play: false, publish: false, secret: "" }},
  webadmin: {{ enable: false }},
  record: {{ auto: false, path: "{folder}/record" }},
  store: {{ path: "{folder}/store" }},
  notify: {{ url: "" }},
}}).run();
"""


@dataclass(frozen=True)
class MediaServer:
    """A server at work: *rtmp* and *http* are where streams live, *ws* where rooms do."""

    name: str
    process: RunningProcess
    rtmp: str
    http: str = ""
    ws: str = ""

    def push_urls(self, count: int, prefix: str = "s") -> list[str]:
        """Return *count* addresses to push to."""
        return [f"{self.rtmp}/{prefix}{number}" for number in range(1, count + 1)]

    def pull_urls(self, count: int, prefix: str = "s") -> list[str]:
        """Return where the same streams are pulled: by HTTP-FLV if the server offers it."""
        if not self.http:
            return self.push_urls(count, prefix)
        return [f"{self.http}/{prefix}{number}.flv" for number in range(1, count + 1)]


@contextmanager
def lianmai_server() -> Iterator[MediaServer]:
    """Run ``lianmai serve``."""
    ports = ("--port", "0", "--rtmp-port", "0", "--http-port", "0")
    with lianmai_process("serve", *ports) as process:
        ready = process.next_where("ready", timeout_s=START_S)
        yield MediaServer("lianmai", process, ready["rtmp"], ready["http"], ready["ws"])


@contextmanager
def nginx_server() -> Iterator[MediaServer]:
    """Run nginx with its RTMP module, one worker."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="lianmai-bench-") as folder:
        config = Path(folder) / "nginx.conf"
        config.write_text(_NGINX.format(folder=folder, host=_HOST, port=port))
        with running(
            "nginx", "-e", f"{folder}/log", "-p", "/usr/share/nginx", "-c", str(config)
        ) as process:
            _await_port(process, port)
            yield MediaServer("nginx-rtmp", process, f"rtmp://{_HOST}:{port}/live")


@contextmanager
def node_server() -> Iterator[MediaServer]:
    """Run node-media-server."""
    port, http_port = free_port(), free_port()
    with tempfile.TemporaryDirectory(prefix="lianmai-bench-") as folder:
        script = Path(folder) / "serve.js"
        script.write_text(_NODE.format(folder=folder, host=_HOST, port=port, http_port=http_port))
        modules = {"NODE_PATH": str((NODE_FOLDER / "node_modules").resolve())}
        with running("node", str(script), env=modules) as process:
            _await_port(process, port)
            yield MediaServer("node-media-server", process, f"rtmp://{_HOST}:{port}/live")


def relays() -> dict[str, Callable[[], AbstractContextManager[MediaServer]]]:
    """Return the relays to compare, of those installed."""
    found: dict[str, Callable[[], AbstractContextManager[MediaServer]]] = {
        "lianmai": lianmai_server
    }
    if has_nginx():
        found["nginx-rtmp"] = nginx_server
    if has_node_media_server():
        found["node-media-server"] = node_server
    return found


@contextmanager
def fed(
    urls: list[str], size: str, *, kbps: int = 0, recorded: bool = False
) -> Iterator[RunningProcess]:
    """Publish the test picture of *size* to all *urls* for the length of the block."""
    options = ["--size", size, "--kbps", str(kbps)] + (["--recorded"] if recorded else [])
    with running(sys.executable, "-m", "tests.bench.feed", *options, *urls) as feed:
        feed.next_where("ready", timeout_s=START_S)
        yield feed


def free_port() -> int:
    """Return a port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def _await_port(process: RunningProcess, port: int) -> None:
    deadline = time.monotonic() + START_S
    while True:
        try:
            socket.create_connection((_HOST, port), 1.0).close()
            return
        except OSError:
            if not process.is_running or time.monotonic() > deadline:
                raise OSError(
                    f"No server came up at port {port}: {process.stderr[-400:]}"
                ) from None
            time.sleep(0.05)
