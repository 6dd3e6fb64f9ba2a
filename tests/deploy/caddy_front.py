"""A Caddy that runs with our Caddyfile."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.deploy.front import Front, certify, wait_for

_SETTINGS = Path(__file__).resolve().parents[2] / "docs" / "deploy" / "Caddyfile"


@contextmanager
def caddy_front(caddy: str, behind: int) -> Iterator[Front]:
    """A Caddy before the site at this port, with its log in a file."""
    folder = Path(tempfile.mkdtemp(prefix="letterwriter-caddy-"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    certify(folder)
    (folder / "Caddyfile").write_text(_filled_in(folder, port, behind))
    command = [caddy, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    own = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
    with (
        (folder / "main.log").open("wb") as log,
        subprocess.Popen(command, env=os.environ | own, stdout=log, stderr=log) as process,
    ):
        try:
            wait_for(port, process)
            yield Front(port, folder, process.pid)
        finally:
            process.terminate()
            process.wait()
            shutil.rmtree(folder)


def _filled_in(folder: Path, port: int, behind: int) -> str:
    """Our settings, with an operator's own name, port and certificate: nothing else is changed."""
    settings = _SETTINGS.read_text()
    certificate = f"\tbind 127.0.0.1\n\ttls {folder}/fullchain.pem {folder}/privkey.pem\n"
    for theirs, ours in (
        ("{\n\tservers", "{\n\tadmin off\n\tauto_https disable_redirects\n\tservers"),
        (
            "letters.example.org {\n",
            f"https://localhost:{port} {{\n{certificate}",
        ),
        ("127.0.0.1:5000", f"127.0.0.1:{behind}"),
    ):
        assert settings.count(theirs) == 1
        settings = settings.replace(theirs, ours)
    return settings
