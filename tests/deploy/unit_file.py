"""What our systemd unit says, and the site started by its own command line."""

import os
import re
import shlex
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import click

from tests.serving import port_of

DEPLOY = Path(__file__).resolve().parents[2] / "docs" / "deploy"
NOBODY = 65534


@dataclass(frozen=True, slots=True)
class Unit:
    """The lines of a unit file, with an operator's own folders in place of ours."""

    lines: tuple[tuple[str, str], ...]

    def values(self, key: str) -> list[str]:
        return [value for name, value in self.lines if name == key]

    def command(self, key: str = "ExecStart") -> list[str]:
        return shlex.split(self.values(key)[0])

    @property
    def environ(self) -> dict[str, str]:
        """All that systemd gives to such a service."""
        given = dict(line.split("=", 1) for line in self.values("Environment"))
        return {"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"} | given


def read_unit(name: str, home: str = "/srv/letterwriter") -> Unit:
    """A unit of ours, for a site whose home is this folder."""
    text = (DEPLOY / name).read_text("utf-8").replace("/srv/letterwriter", home)
    pairs = (line.split("=", 1) for line in text.splitlines() if re.match(r"[A-Za-z]+=", line))
    return Unit(tuple((key, value) for key, value in pairs))


@cache
def python_for_all() -> str:
    """A Python of this version that the user whom nothing belongs to can run, "" for none.

    It has to come to the packages of this environment as well, which the site's links lead to.
    """
    look = "import os, sys; sys.exit(not os.access(sys.argv[1], os.R_OK))"
    packages = str(Path(click.__file__))
    version = f"python3.{sys.version_info.minor}"
    for python in (sys.executable, f"/usr/bin/{version}", f"/usr/local/bin/{version}"):
        with suppress(OSError):
            seen = subprocess.run(
                [python, "-c", look, packages], check=False, user=NOBODY, group=NOBODY, cwd="/"
            )
            if seen.returncode == 0:
                return python
    return ""


def without_rights() -> dict[str, Any]:
    """For a process: that user, where the test may become it and it can do anything at all."""
    if os.geteuid() == 0 and python_for_all():
        return {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    return {}


@contextmanager
def notified(folder: Path) -> Iterator[socket.socket]:
    """What systemd listens on, with Type=notify."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        path = folder / "notify"
        with suppress(FileNotFoundError):
            path.unlink()
        listening.bind(str(path))
        path.chmod(0o777)
        listening.settimeout(60)
        yield listening


@contextmanager
def started(unit: Unit, **environ: str) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The port of the site, and its process."""
    with subprocess.Popen(
        unit.command(),
        cwd=unit.values("WorkingDirectory")[0],
        env=unit.environ | environ,
        umask=int(unit.values("UMask")[0], 8),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **without_rights(),
    ) as process:
        try:
            yield port_of(process), process
        finally:
            process.terminate()
            process.wait(60)
