"""A newcomer with the wrong Python reads a sentence, not a traceback."""

import subprocess
import sys
from pathlib import Path

from tests.packaging.installs import CHECKOUT

_OLD = "#!/bin/sh\nexit 1\n"  # the script asks whether the version suits; an old one says no
_WITHOUT_VENV = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n'


def _find(folder: Path, *preferred: str) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(CHECKOUT / "tools" / "find-python"), *preferred]
    return subprocess.run(
        command, env={"PATH": str(folder)}, capture_output=True, text=True, check=False
    )


def _put(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)


def test_a_suitable_python_is_found_behind_an_old_one(tmp_path: Path) -> None:
    _put(tmp_path, "python3", _OLD)
    (tmp_path / "python3.12").symlink_to(sys.executable)

    assert _find(tmp_path).stdout == "python3.12\n"


def test_no_suitable_python_is_said_with_the_versions(tmp_path: Path) -> None:
    _put(tmp_path, "python3", _OLD)

    found = _find(tmp_path)

    assert found.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13" in found.stderr


def test_a_python_without_venv_is_said_with_the_package_to_install(tmp_path: Path) -> None:
    _put(tmp_path, "python3", _WITHOUT_VENV)

    found = _find(tmp_path)

    assert found.returncode == 1
    assert "python3-venv" in found.stderr


def test_a_named_python_that_does_not_run_is_named(tmp_path: Path) -> None:
    found = _find(tmp_path, "/no/such/python3.12")

    assert found.returncode == 1
    assert found.stderr.startswith("/no/such/python3.12 is no working Python")
