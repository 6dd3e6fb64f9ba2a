"""The units and the container file, by the usual linters and by what they promise."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.unit_file import DEPLOY, read_unit

ROOT = DEPLOY.parents[1]
UNITS = sorted(path.name for path in DEPLOY.glob("*.service"))
TIMERS = sorted(path.name for path in DEPLOY.glob("*.timer"))
CONTAINER = (DEPLOY / "Containerfile").read_text("utf-8")
_MOST_EXPOSED = 2.0  # of 10, by `systemd-analyze security`, which calls up to 2 "OK"


def lines_of(instruction: str, text: str = CONTAINER) -> list[str]:
    whole = text.replace("\\\n", " ")
    return re.findall(rf"^{instruction} +(.+)$", whole, re.MULTILINE)


@pytest.fixture
def analyze() -> str:
    found = shutil.which("systemd-analyze")
    if not found:
        pytest.skip("there is no systemd-analyze here")
    return found


def test_systemd_understands_every_line_of_the_units(analyze: str, tmp_path: Path) -> None:
    """It wants the programs to be there, which they are on a server alone."""
    for path in (*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")):
        text = path.read_text("utf-8").replace(
            "/srv/letterwriter/venv/bin/letterwriter", "/bin/true"
        )
        (tmp_path / path.name).write_text(text, "utf-8")
    files = [str(path) for path in sorted(tmp_path.iterdir())]
    done = subprocess.run([analyze, "verify", *files], capture_output=True, text=True, check=False)
    ours = [line for line in done.stderr.splitlines() if "letterwriter" in line]
    assert [line for line in ours if "Documentation" not in line] == []


@pytest.mark.parametrize("unit", UNITS)
def test_a_service_may_do_no_more_than_it_must(analyze: str, unit: str) -> None:
    command = [analyze, "security", "--offline=true", "--no-pager", str(DEPLOY / unit)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = re.search(r"exposure level for \S+: ([\d.]+)", told)
    if not found:
        pytest.skip("this systemd-analyze cannot judge a file")
    assert float(found[1]) <= _MOST_EXPOSED


def test_a_process_that_makes_documents_may_still_set_its_limits(analyze: str) -> None:
    """To forbid @resources would be one point less exposed, and end every letter as PDF."""
    refused: set[str] = set()
    for line in read_unit("letterwriter.service").values("SystemCallFilter"):
        if line.startswith("~"):
            groups = line.removeprefix("~").split()
            told = subprocess.run(
                [analyze, "syscall-filter", "--no-pager", *groups],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            refused |= set(told.split())
    assert refused
    assert not refused & {"setrlimit", "prlimit64", "setpriority", "@resources"}


@pytest.mark.parametrize("timer", TIMERS)
def test_a_timer_has_its_service(timer: str) -> None:
    assert timer.replace(".timer", ".service") in UNITS


def test_the_container_file_passes_its_linter() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    if not hadolint.exists():
        pytest.skip("there is no hadolint for this machine")
    done = subprocess.run(
        [str(hadolint), str(DEPLOY / "Containerfile")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_the_container_runs_without_rights_and_says_how_it_is() -> None:
    *_, user = lines_of("USER")
    assert user.split(":")[0].isdecimal()
    assert int(user.split(":")[0]) > 0
    (health,) = lines_of("HEALTHCHECK")
    assert "/healthz" in health
    assert len(lines_of("FROM")) == 2
    assert all(re.search(r":\d+\.\d+", line) for line in lines_of("FROM"))
    assert lines_of("CMD")[-1] == '["letterwriter", "serve"]'


def test_all_that_the_container_is_made_of_is_there_and_let_in() -> None:
    copied = [
        name
        for line in lines_of("COPY")
        if not line.startswith("--from")
        for name in line.split()[:-1]
    ]
    assert copied
    let_in = (ROOT / ".containerignore").read_text("utf-8").splitlines()
    for name in copied:
        assert (ROOT / name).exists(), name
        assert f"!{name}" in let_in, name
    assert (ROOT / ".dockerignore").read_text("utf-8").splitlines() == let_in


def test_the_health_check_is_a_command_that_tells_up_from_down() -> None:
    (health,) = lines_of("HEALTHCHECK")
    command = json.loads(health.partition("CMD ")[2].replace("\\\\", "\\"))
    down = subprocess.run(
        [sys.executable, *command[1:]], env={"PORT": "1"}, capture_output=True, check=False
    )
    assert down.returncode == 1
    assert b"Connection refused" in down.stderr
