"""The wheel in an empty environment, set up and started as docs/running-the-site.md says.

It runs as a user without rights, by the unit's own command line, behind a real proxy.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from letterwriter.web.requests.security import HEADERS
from tests.deploy.front import Front, front
from tests.deploy.relay import visitor_of
from tests.deploy.unit_file import (
    NOBODY,
    Unit,
    notified,
    python_for_all,
    read_unit,
    started,
    without_rights,
)
from tests.packaging.installs import CHECKOUT, empty_environment, pip_install, run
from tests.web.walking import STORY, find, short_lettered

pytestmark = pytest.mark.slow

_ANSWERS = {
    "group": "Levenshulme Writes",
    "imprint-name": "Jo Bloggs",
    "imprint-address": "1 High Street, Manchester",
    "contact": "letters@example.org",
    "site": "https://letters.example.org",
    "refresh-members": "systemd",
}


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """What /srv/letterwriter is on a server, where the site's user can come."""
    folder = Path(tempfile.mkdtemp(prefix="letterwriter-home-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def unit(home: Path) -> Unit:
    """The unit of a site that was installed from its wheel and set up by the site's user."""
    project: dict[str, Any] = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    needs = project["project"]["dependencies"]
    needs += project["project"]["optional-dependencies"]["server"]
    python = empty_environment(home / "env-1", needs, python_for_all() if without_rights() else "")
    (home / "venv").symlink_to("env-1")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(home)]
    run([*build, "."], CHECKOUT)
    pip_install(python, str(next(home.glob("*.whl"))))
    instance = home / "instance"
    instance.mkdir()
    if without_rights():
        os.chown(instance, NOBODY, NOBODY)
    unit = read_unit("letterwriter.service", str(home))
    options = [word for name, text in _ANSWERS.items() for word in (f"--{name}", text)]
    _as_the_site(unit, [unit.command()[0], "setup", "--no-input", *options])
    return unit


@dataclass(frozen=True, slots=True)
class Running:
    """The site's port and process, and what systemd heard of it."""

    port: int
    pid: int
    heard: bytes


@pytest.fixture(scope="module")
def running(unit: Unit, home: Path) -> Iterator[Running]:
    """It by its unit's command; limits are low enough for a test to meet."""
    low = {"PORT": "0", "WEB_CONCURRENCY": "1", "LETTERWRITER_PDFS_A_MINUTE": "3"}
    with (
        notified(home) as listening,
        started(unit, NOTIFY_SOCKET=str(home / "notify"), **low) as (port, process),
    ):
        yield Running(port, process.pid, listening.recv(4096))


@pytest.fixture(scope="module")
def site(running: Running, nginx: str) -> Iterator[Front]:
    """It behind nginx."""
    with front(nginx, running.port) as before:
        yield before


def _as_the_site(unit: Unit, command: list[str]) -> str:
    done = subprocess.run(
        command,
        cwd="/",
        env=unit.environ,
        capture_output=True,
        text=True,
        check=False,
        **without_rights(),
    )
    assert done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
    return str(done.stdout)


def test_a_letter_is_written_from_the_postcode_to_the_pdf(site: Front) -> None:
    visitor = visitor_of(site)
    assert "Afzal Khan" in find(visitor).text
    short_lettered(visitor)
    assert any(STORY in paragraph for paragraph in visitor.paragraphs)
    visitor.press("Send or print").press("Print it").press("Save as PDF")
    assert visitor.answer.mimetype == "application/pdf"
    assert visitor.answer.data.startswith(b"%PDF")
    assert visitor.answer.headers["Cache-Control"] == "no-store"


def test_pages_say_who_runs_it_and_have_all_their_headers(site: Front) -> None:
    answer = site.ask("GET", "/")
    assert answer.status == 200
    wanted = {name: value for name, value in HEADERS.items() if name != "X-Robots-Tag"}
    assert {name: answer.headers[name] for name in wanted} == wanted
    assert "Promoted by Jo Bloggs, 1 High Street, Manchester." in answer.text
    assert "mailto:letters@example.org" in answer.text


def test_the_service_worker_is_served_with_all_that_it_keeps(site: Front) -> None:
    worker = site.ask("GET", "/sw.js")
    assert worker.status == 200
    assert worker.headers.get_content_type() == "text/javascript"
    assert site.ask("GET", "/stall/ready").status == 200
    assert site.ask("GET", "/manifest.webmanifest").status == 200


def test_a_visitor_has_a_limit_and_no_way_round_it(site: Front) -> None:
    statuses = [
        site.ask("GET", "/test-sheet.pdf", headers={"X-Forwarded-For": f"198.51.100.{n}"}).status
        for n in range(5)
    ]
    assert statuses[-1] == 429
    assert set(statuses) <= {200, 429}


def test_systemd_hears_when_it_is_ready(running: Running) -> None:
    assert b"READY=1" in running.heard


def test_it_runs_without_rights_where_the_test_may_take_them_away(running: Running) -> None:
    status = Path(f"/proc/{running.pid}/status").read_text("ascii")
    user = NOBODY if without_rights() else os.geteuid()
    assert f"Uid:\t{user}\t{user}\t{user}\t{user}\n" in status


def test_what_runs_beside_it_finds_the_same_folder(unit: Unit, home: Path) -> None:
    """The refresh asks Parliament, so here it only says how old the table is."""
    members = read_unit("letterwriter-members.service", str(home))
    assert members.environ == unit.environ
    assert members.command()[1:] == ["refresh", "members"]
    check = read_unit("letterwriter-check.service", str(home))
    with pytest.raises(AssertionError, match=r"public site: fresh postcodes") as told:
        _as_the_site(check, check.command())
    assert "who runs it" not in str(told.value)
