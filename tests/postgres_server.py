"""A real PostgreSQL of the test's own: on a free port, keeping nothing, stopped at will."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from pathlib import Path
from time import sleep
from typing import Final, Self

import pytest

PASSWORD: Final = "a:secret/of?ours@home"
WRITTEN: Final = "a%3Asecret%2Fof%3Fours%40home"
_PATIENCE: Final = 30.0  # seconds for it to come up: a busy machine is no failure
_STEP: Final = 0.05
_USERS: Final = ("postgres", "nobody")  # whom it runs as where tests run as root, whom it refuses
_FAST: Final = ("fsync=off", "full_page_writes=off", "max_connections=60")


class PostgresServer:
    """Its one user is "writer", who wants a `PASSWORD`."""

    def __init__(self) -> None:
        self._postgres = _program()
        self._as = _as_another()
        self._folder = Path(tempfile.mkdtemp(prefix="letterwriter-postgres-"))
        self._process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        if self._as:
            self._folder.chmod(0o755)
            shutil.chown(self._folder, self._as[0], pwd.getpwnam(self._as[0]).pw_gid)
        self._make()

    def address(self, database: str = "postgres", password: str = WRITTEN) -> str:
        """What to set LETTERWRITER_COUNTS to."""
        return f"postgresql://writer:{password}@127.0.0.1:{self.port}/{database}"

    def start(self) -> Self:
        """Start it, and wait until it takes connections."""
        place = ["-D", str(self._data), "-p", str(self.port), "-h", "127.0.0.1", "-k", ""]
        quick = [word for each in _FAST for word in ("-c", each)]
        self._process = subprocess.Popen(
            self._words("postgres", *place, *quick),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        ready = [str(self._postgres.with_name("pg_isready")), "-q", "-h", "127.0.0.1"]
        for _ in range(int(_PATIENCE / _STEP)):
            if subprocess.run([*ready, "-p", str(self.port)], check=False).returncode == 0:
                return self
            sleep(_STEP)
        self.stop()
        raise AssertionError("postgres did not come up")

    def create(self, database: str) -> str:
        """Make a database, and give its address."""
        import psycopg

        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f"create database {database}".encode())
        return self.address(database)

    def stop(self) -> None:
        """Stop it at once, dropping whoever is connected."""
        if self._process:
            self.go_on()
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(60)
            self._process = None

    def remove(self) -> None:
        """Stop it, and leave nothing."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def hang(self) -> None:
        """Let it take connections and answer nothing, nor whoever is connected."""
        for each in self._processes():
            os.kill(each, signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it answer again."""
        for each in self._processes():
            os.kill(each, signal.SIGCONT)

    def _processes(self) -> list[int]:
        assert self._process
        one = self._process.pid
        return [one, *map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())]

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _make(self) -> None:
        secret = self._folder / "password"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        plain = ["--no-sync", "--encoding=UTF8", "--no-locale", "--auth=scram-sha-256"]
        who = ["--username=writer", f"--pwfile={secret}"]
        made = self._words("initdb", "-D", str(self._data), *plain, *who)
        subprocess.run(made, check=True, capture_output=True, cwd="/")

    def _words(self, program: str, *words: str) -> list[str]:
        return [*self._as[1:], str(self._postgres.with_name(program)), *words]


def _program() -> Path:
    """The one that `make test` names, else an installed one, as tools/find-postgres finds it."""
    named = os.environ.get("LETTERWRITER_POSTGRES", "")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    path = named or shutil.which("postgres") or (str(installed[-1]) if installed else "")
    if not path:
        pytest.fail(
            "The tests of counts need PostgreSQL, and LETTERWRITER_POSTGRES names none: run them "
            "with `make test`, which finds or installs one.",
            pytrace=False,
        )
    return Path(path).resolve()


def _as_another() -> list[str]:
    """A user, and the words before a command that run it as that user; none but for root."""
    if os.geteuid() != 0:
        return []
    known = {each.pw_name for each in pwd.getpwall()}
    user = next((name for name in _USERS if name in known), "")
    setpriv = shutil.which("setpriv")
    if not user or not setpriv:
        pytest.skip("PostgreSQL refuses to run as root, and there is no other user to run it as")
    group = pwd.getpwnam(user).pw_gid
    return [user, setpriv, f"--reuid={user}", f"--regid={group}", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
