"""The commands of README, as printed, in a folder where nothing is yet."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.places import ROOT

PROGRAM = ".venv/bin/letterwriter"
AGED = ("check", "facts", "refresh members --check")  # end with 1 once something is out of date
LINES = re.findall(r"^    (.+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.slow
def test_every_command_of_the_readme_does_what_it_says(tmp_path: Path) -> None:
    here = {name: value for name, value in os.environ.items() if "LETTERWRITER" not in name}
    here["LETTERWRITER_INSTANCE"] = str(tmp_path / "instance")
    program = f"{shlex.quote(sys.executable)} -m letterwriter.cli"
    commands = [line for line in LINES if not line.startswith("make ")]
    assert sum(PROGRAM in line for line in commands) > 5
    for line in commands:
        ran = subprocess.run(
            line.replace(PROGRAM, program),
            shell=True,
            cwd=tmp_path,
            env=here | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        fine = (0, 1) if line.removeprefix(f"{PROGRAM} ") in AGED else (0,)
        assert ran.returncode in fine, f"{line}\n{ran.stdout}{ran.stderr}"
        for name in re.findall(r"(?:--out|>) (\S+)", line):
            assert (tmp_path / name).stat().st_size
