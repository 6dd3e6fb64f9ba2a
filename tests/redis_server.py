"""A real redis-server of the test's own: on a free port and a socket file, stopped at will."""

import os
import signal
import socket
import subprocess
from pathlib import Path
from time import sleep
from typing import Self

import pytest

_PATIENCE = 30.0  # seconds for it to come up: a busy machine is no failure
_STEP = 0.05


class RedisServer:
    """Keeps nothing on the disk; ``options`` are more words for its command line."""

    def __init__(self, folder: Path, *options: str) -> None:
        self._program = _program()
        self._folder = folder
        self._options = options
        self._process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        self.socket = folder / "redis.sock"

    @property
    def address(self) -> str:
        """What to set LETTERWRITER_LIMITS_STORAGE to."""
        return f"redis://127.0.0.1:{self.port}/0"

    @property
    def unix_address(self) -> str:
        """The same by its socket file."""
        return f"redis+unix://{self.socket}"

    def start(self) -> Self:
        """Start it, and wait until it answers."""
        place = ["--port", str(self.port), "--bind", "127.0.0.1", "--unixsocket", str(self.socket)]
        nothing_kept = ["--save", "", "--appendonly", "no", "--dir", str(self._folder)]
        self._process = subprocess.Popen(
            [self._program, *place, *nothing_kept, *self._options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(int(_PATIENCE / _STEP)):
            if self._answers():
                return self
            sleep(_STEP)
        self.stop()
        raise AssertionError("redis-server did not come up")

    def stop(self) -> None:
        """Kill it, as if its machine had gone."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def hang(self) -> None:
        """Let it take connections and answer nothing."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it answer again."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        assert self._process
        os.kill(self._process.pid, number)

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as connection:
                connection.sendall(b"PING\r\n")
                return bool(connection.recv(64))
        except OSError:
            return False


def _program() -> str:
    path = os.environ.get("LETTERWRITER_REDIS_SERVER", "")
    if not path:
        pytest.fail(
            "The tests of shared limits need a redis-server, and LETTERWRITER_REDIS_SERVER names "
            "none: run them with `make test`, which finds or installs one.",
            pytrace=False,
        )
    return path


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
