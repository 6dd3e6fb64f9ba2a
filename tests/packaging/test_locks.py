"""The locks hold what pyproject.toml asks for, with hashes and without any machine's addresses."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.installs import CHECKOUT

_LOCKS = CHECKOUT / "requirements"
_PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; [^\\]+)? \\$", re.MULTILINE)
_LINE = re.compile(r"#.*|[a-z0-9-]+==[^\\/:]+ \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?")


def _pins(lock: str) -> list[tuple[str, str]]:
    text = (_LOCKS / f"{lock}.txt").read_text(encoding="utf-8")
    return [(found["name"], found["version"]) for found in _PIN.finditer(text)]


def _asked(pyproject: dict[str, Any], lock: str) -> list[Requirement]:
    project, groups = pyproject["project"], pyproject["dependency-groups"]
    extras = project["optional-dependencies"]
    run = project["dependencies"] + extras["server"] + extras["cjk"] + groups["build"]
    redis = run + extras["redis"]
    counts = redis + extras["counts"]
    test = counts + groups["test"] + groups["check"]
    asked = {"run": run, "redis": redis, "counts": counts, "test": test}
    asked["bench"] = test + groups["bench"]
    asked["lock"] = groups["lock"]
    return [Requirement(line) for line in asked[lock]]


@pytest.mark.parametrize("lock", ["run", "redis", "counts", "test", "bench", "lock"])
def test_a_lock_meets_what_is_asked(lock: str, pyproject: dict[str, Any]) -> None:
    pins = _pins(lock)

    for requirement in _asked(pyproject, lock):
        versions = [
            version for name, version in pins if name == canonicalize_name(requirement.name)
        ]
        assert versions, f"{requirement.name} is not in requirements/{lock}.txt: run `make lock`"
        for version in versions:
            assert requirement.specifier.contains(version), f"{requirement} but {version}"


@pytest.mark.parametrize("lock", sorted(_LOCKS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_lock_holds_pins_and_hashes_and_nothing_else(lock: Path) -> None:
    odd = [
        line for line in lock.read_text(encoding="utf-8").splitlines() if not _LINE.fullmatch(line)
    ]

    assert odd == []


def test_tests_run_with_the_versions_that_visitors_get() -> None:
    locks = [set(_pins(lock)) for lock in ("run", "redis", "counts", "test", "bench")]
    assert all(one <= next_one for one, next_one in pairwise(locks))


def test_redis_is_in_a_lock_of_its_own_and_not_for_everybody() -> None:
    assert "redis" in dict(_pins("redis"))
    assert "redis" not in dict(_pins("run"))


def test_what_counting_needs_is_in_a_lock_of_its_own_and_not_for_everybody() -> None:
    needed = {"sqlalchemy", "alembic", "psycopg"}
    assert needed <= dict(_pins("counts")).keys()
    assert not needed & dict(_pins("redis")).keys()
