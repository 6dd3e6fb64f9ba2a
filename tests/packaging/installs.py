"""Environments to try an installation in: real, empty but for what is declared, and offline."""

import os
import subprocess
import sys
import venv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[2]

_CLI = "import sys; from letterwriter.cli import main; main(prog_name='letterwriter')"


@dataclass(frozen=True, slots=True)
class Install:
    """One way to have Letterwriter: a Python, where to start it, and whence the package comes."""

    python: Path
    flags: tuple[str, ...]  # -I keeps the folder it is started in out of the imports
    folder: Path  # to start it in
    home: Path  # the folder that must hold the imported package

    def run(self, code: str, *args: str) -> str:
        """Run Python code there and return what it prints."""
        return run([str(self.python), *self.flags, "-c", code, *args], self.folder)

    def letterwriter(self, *args: str) -> str:
        """Run the command line there: by its script where there is one."""
        script = self.python.with_name("letterwriter")
        if script.exists():
            return run([str(script), *args], self.folder)
        return self.run(_CLI, *args)


def run(command: list[str], folder: Path) -> str:
    """Run a program without our Python settings; its output, or an error with all it said."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=folder, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command} failed:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def declared(requirements: Iterable[str]) -> set[str]:
    """The names of these requirements and of all that they require in turn."""
    found: set[str] = set()
    waiting = [Requirement(each) for each in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        waiting += map(Requirement, distribution(name).requires or ())
    return found


def empty_environment(folder: Path, requirements: Iterable[str], python: str = "") -> Path:
    """A virtual environment with these requirements alone; the path of its Python.

    They are linked from the environment that runs the tests, so nothing is
    fetched, and what is not required (Flask's own needs are, pytest is not)
    cannot be imported there. Another ``python`` than this one has to be of the same version.
    """
    if python:
        run([python, "-m", "venv", "--symlinks", "--without-pip", str(folder)], CHECKOUT)
    else:
        venv.create(folder, symlinks=True, with_pip=False)
    packages = next(folder.glob("lib/python*/site-packages"))
    for name in declared(requirements):
        for source in _top_level(distribution(name)):
            target = packages / source.name
            if not target.exists():
                target.symlink_to(source)
    return folder / "bin" / "python"


def pip_install(python: Path, *args: str) -> None:
    """Install into another environment with this one's pip, from this machine alone."""
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    run([*command, "--no-index", "--no-deps", "--disable-pip-version-check", *args], CHECKOUT)


def _top_level(dist: Distribution) -> Iterator[Path]:
    names = {file.parts[0] for file in dist.files or ()} - {"..", "__pycache__"}
    return (Path(str(dist.locate_file(name))) for name in sorted(names))
