"""The site, freshly started by the command of `make run`, and what it says and takes."""

import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import IO

from bench.pages import free_port

_ROOT = Path(__file__).resolve().parent.parent
_COMMAND = f"{shlex.quote(sys.executable)} -m gunicorn --config gunicorn.conf.py wsgi:app"
_STARTS_WITHIN = 30.0  # seconds
_RESIDENT = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Site:
    """A running site at a port of this machine."""

    port: int
    process: subprocess.Popen[bytes]
    log: IO[bytes]

    def said(self) -> str:
        """All that it has written so far, but the line that says where it is."""
        self.log.seek(0)
        lines = self.log.read().decode(errors="replace").splitlines()
        return "\n".join(line for line in lines if not line.startswith("Letterwriter is at"))

    def megabytes(self) -> float:
        """Memory of all its processes, what they share counted once; 0 where nothing tells it."""
        return sum(_kilobytes(pid) for pid in _family(self.process.pid)) / 1000

    def answers(self) -> bool:
        """Whether it says that it is well."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


@contextmanager
def served() -> Iterator[Site]:
    """A site of our own. ATTACK_SERVER names another server's command, with {port} in it."""
    port = free_port()
    command = os.environ.get("ATTACK_SERVER", _COMMAND).format(port=port)
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            shlex.split(command),
            cwd=_ROOT,
            env=os.environ | {"HOST": "127.0.0.1", "PORT": str(port)},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        site = Site(port, process, log)
        try:
            _wait_for(site)
            yield site
        finally:
            _end(process)


def _wait_for(site: Site) -> None:
    end = time.monotonic() + _STARTS_WITHIN
    while not site.answers():
        if time.monotonic() > end or site.process.poll() is not None:
            raise RuntimeError(f"the site did not start:\n{site.said()}")
        time.sleep(0.1)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=3)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # the group is the site's own
        process.wait()


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:
            continue
        for child in found:
            yield from _family(int(child))


def _kilobytes(pid: int) -> int:
    try:
        found = _RESIDENT.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0
