"""Without Node nobody is held up, and nobody is left to think that scripts were read."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.packaging.installs import CHECKOUT

_OLD_NODE = "#!/bin/sh\nexit 1\n"  # the script asks whether the version suits; an old one says no


def _run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    for name in ("sh", "dirname"):
        (folder / name).symlink_to(str(shutil.which(name)))
    command = ["/bin/sh", str(CHECKOUT / "tools" / "run-linters"), *options]
    return subprocess.run(
        command, env={"PATH": str(folder)}, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("options", "code"), [((), 1), (("--where-node-is",), 0)])
def test_without_node_they_are_left_out_in_so_many_words(
    tmp_path: Path, options: tuple[str, ...], code: int
) -> None:
    run = _run(tmp_path, *options)

    assert run.returncode == code
    assert run.stderr.startswith("Left out: JavaScript and CSS were not read")
    assert "Node 18 or newer" in run.stderr


def test_a_node_that_is_too_old_counts_for_none(tmp_path: Path) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(_OLD_NODE, encoding="utf-8")
        (tmp_path / name).chmod(0o755)

    assert _run(tmp_path).stderr.startswith("Left out:")
