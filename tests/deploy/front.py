"""An nginx that runs with our settings, as visitors and as its disk see it."""

import json
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPSConnection
from pathlib import Path
from typing import Any

_SETTINGS = Path(__file__).resolve().parents[2] / "docs" / "deploy" / "nginx.conf"
_MAIN = """
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/main.log;
events {{ worker_connections 512; }}
http {{
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/letterwriter.conf;
}}
"""
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    headers: Message
    text: str


@dataclass(frozen=True, slots=True)
class Front:
    """Where it is, the folder of its files, and its first process."""

    port: int
    folder: Path
    pid: int

    def connection(self) -> HTTPSConnection:
        trusted = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))
        return HTTPSConnection("localhost", self.port, timeout=60, context=trusted)

    def line(self) -> ssl.SSLSocket:
        """A connection for bytes that are no request."""
        trusted = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        return trusted.wrap_socket(plain, server_hostname="localhost")

    def ask(
        self, method: str, path: str, body: str | bytes = b"", headers: dict[str, str] | None = None
    ) -> Reply:
        """The whole answer."""
        with closing(self.connection()) as connection:
            connection.request(method, path, body, FORM | (headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read().decode(errors="replace"))

    def begin(self, path: str, length: int) -> HTTPSConnection:
        """A connection on which a body of this length is to come."""
        connection = self.connection()
        connection.putrequest("POST", path)
        connection.putheader("Content-Length", str(length))
        connection.endheaders()
        return connection

    def told(self, **headers: str) -> dict[str, Any]:
        """What an app behind it is told of a request with these headers."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        told: dict[str, Any] = json.loads(self.ask("POST", "/", "x", named).text)
        return told

    def temporary(self) -> list[str]:
        """What was ever put into its folders for bodies and answers, and what it has open there.

        Files go again at once, but the folders that nginx makes for them stay.
        """
        folders = [self.folder / f"nginx-letterwriter-{kind}" for kind in ("body", "answers")]
        assert all(each.is_dir() for each in folders), "nginx makes them when it starts"
        return [str(found) for each in folders for found in each.rglob("*")]

    def logged(self) -> str:
        """All that it wrote about itself."""
        return (self.folder / "main.log").read_text()


@contextmanager
def front(nginx: str, *behind: int) -> Iterator[Front]:
    """An nginx before the site at this port, or before several at these."""
    folder = Path(tempfile.mkdtemp(prefix="letterwriter-nginx-"))
    folder.chmod(0o755)  # nginx's own user has to get in
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    certify(folder)
    (folder / "letterwriter.conf").write_text(_filled_in(folder, port, behind))
    (folder / "main.conf").write_text(_MAIN.format(folder=folder))
    command = [nginx, "-p", str(folder), "-c", str(folder / "main.conf")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            wait_for(port, process)
            yield Front(port, folder, process.pid)
        finally:
            process.terminate()
            process.wait()
            shutil.rmtree(folder)


def _filled_in(folder: Path, port: int, behind: tuple[int, ...]) -> str:
    """Our settings, with an operator's own ports, name and paths: nothing else is changed."""
    settings = _SETTINGS.read_text()
    servers = "\n    ".join(f"server 127.0.0.1:{each};" for each in behind)
    for theirs, ours in (
        ("listen 443 ", f"listen 127.0.0.1:{port} "),
        ("server 127.0.0.1:5000;", servers),
        ("letters.example.org;", "localhost;"),
        ("/etc/letsencrypt/live/letters.example.org/", f"{folder}/"),
        ("/run/", f"{folder}/"),
    ):
        assert theirs in settings
        settings = settings.replace(theirs, ours)
    return settings


def certify(folder: Path) -> None:
    """A certificate for localhost, and its key."""
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    paths = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    names = ["-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*made, *names, *paths], check=True, capture_output=True)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until it listens, or says why it does not."""
    for _ in range(200):
        if process.poll() is not None:
            assert process.stderr is not None
            raise AssertionError(process.stderr.read().decode())
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the proxy does not listen")
