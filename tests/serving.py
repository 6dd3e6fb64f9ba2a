"""The site, or another app, by gunicorn with our settings: real processes on a free port."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[1]
_ADDRESS = re.compile(r"Letterwriter is at http://127\.0\.0\.1:(\d+)")


@dataclass(frozen=True, slots=True)
class Served:
    """A running server."""

    port: int
    process: subprocess.Popen[str]

    def connection(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> int:
        """The status of the answer."""
        connection = self.connection()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status

    def look_up(self) -> str:
        """What a visitor sees who asks for an MP."""
        connection = self.connection()
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", "/find", "postcode=M14+5TP", form)
        page = connection.getresponse().read().decode()
        connection.close()
        return page

    def raw(self) -> socket.socket:
        """A connection for bytes that are no request, or not yet."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=60)

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(child) for child in children.read_text().split()]

    def said(self) -> str:
        """Stop it; all that it said after it started."""
        self.process.terminate()
        said, _ = self.process.communicate(timeout=60)
        return said


@contextmanager
def served(app: str = "wsgi:app", *options: str, **settings: str) -> Iterator[Served]:
    """Serve until the end of the block."""
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", *options, app]
    place = {"HOST": "127.0.0.1", "PORT": "0", "PYTHONUNBUFFERED": "1"}  # 0: any free port
    with subprocess.Popen(
        command,
        cwd=_CHECKOUT,
        env=os.environ | place | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield Served(port_of(process), process)
        finally:
            process.kill()


def port_of(process: subprocess.Popen[str]) -> int:
    """Where the site that was just started listens, by what it says."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if found := _ADDRESS.search(line):
            return int(found[1])
    raise AssertionError(f"the site stopped without saying where it is:\n{said}")
