"""What every test rests on: runs that repeat, and no network beyond this machine."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import settings
from jinja2 import FileSystemBytecodeCache

# The same examples on every run, with no memory of earlier runs and no clock:
# a slow machine is no failure, and a failure here is a failure everywhere.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")

pytest_plugins = ["tests.chromium"]  # one browser for all folders that want one
# Tests meet the tables that come with the program, whatever this checkout was refreshed with.
os.environ["LETTERWRITER_INSTANCE"] = "/nowhere"

# Side by side, each process has a folder of its own for what is short-lived: a test that looks
# there for people's words must not meet another test's.
if "PYTEST_XDIST_WORKER" in os.environ:
    _own = tempfile.mkdtemp(prefix=f"letterwriter-{os.environ['PYTEST_XDIST_WORKER']}-")
    os.environ["TMPDIR"] = tempfile.tempdir = _own
    Path(_own).chmod(0o711)  # a server without rights may look for what is its own there
    atexit.register(shutil.rmtree, _own, ignore_errors=True)

# Hundreds of tests make a site of their own; each would compile all templates again.
_compiled = tempfile.mkdtemp(prefix="letterwriter-templates-")
atexit.register(shutil.rmtree, _compiled, ignore_errors=True)
Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": FileSystemBytecodeCache(_compiled)}

_THIS_MACHINE = ("127.", "::1", "localhost", "0.0.0.0")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-golden",
        action="store_true",
        help="write the letters in tests/golden anew, to be read before they are committed",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try again what two busy cores can upset: a frame or a timer missed, a time that is too long.

    The summary lists each that needed it: what is listed more than once is to be fixed.
    """
    for item in items:
        if any(map(item.get_closest_marker, ("browser", "firefox"))):
            item.add_marker(pytest.mark.flaky(reruns=1))
        elif "linear" in item.name:  # work that grows with a square is slow each time
            item.add_marker(pytest.mark.flaky(reruns=2))


def _stay_home(event: str, args: tuple[Any, ...]) -> None:
    """Refuse to reach out: `socket.connect` brings (socket, address), `getaddrinfo` (host, ...)."""
    if event == "socket.connect":
        host = args[1][0] if isinstance(args[1], tuple) else ""  # a path is a local socket
    elif event == "socket.getaddrinfo":
        host = args[0] or ""
    else:
        return
    if host and not str(host).startswith(_THIS_MACHINE):
        raise RuntimeError(f"a test tried to reach {host}; tests use this machine only")


sys.addaudithook(_stay_home)
