"""Letterwriter in the three ways that people have it."""

import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.packaging.installs import CHECKOUT, Install, empty_environment, pip_install, run


@pytest.fixture(scope="session")
def pyproject() -> dict[str, Any]:
    return tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source archive, which so has to be whole as well."""
    out = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), "."], CHECKOUT)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory, pyproject: dict[str, Any]) -> Install:
    folder = tmp_path_factory.mktemp("checkout")
    python = empty_environment(folder / "venv", pyproject["project"]["dependencies"])
    return Install(python, flags=(), folder=CHECKOUT, home=CHECKOUT)


@pytest.fixture(scope="session")
def editable(tmp_path_factory: pytest.TempPathFactory, pyproject: dict[str, Any]) -> Install:
    folder = tmp_path_factory.mktemp("editable")
    needs = pyproject["project"]["dependencies"] + pyproject["build-system"]["requires"]
    python = empty_environment(folder / "venv", needs)
    pip_install(python, "--no-build-isolation", "--editable", str(CHECKOUT))
    return Install(python, flags=("-I",), folder=folder, home=CHECKOUT)


@pytest.fixture(scope="session")
def installed(
    tmp_path_factory: pytest.TempPathFactory, pyproject: dict[str, Any], wheel: Path
) -> Install:
    folder = tmp_path_factory.mktemp("installed")
    python = empty_environment(folder / "venv", pyproject["project"]["dependencies"])
    pip_install(python, str(wheel))
    return Install(python, flags=("-I",), folder=folder, home=folder / "venv")


@pytest.fixture(params=["checkout", "editable", "installed"])
def install(request: pytest.FixtureRequest) -> Install:
    """Each way in turn."""
    chosen: Install = request.getfixturevalue(request.param)
    return chosen
