"""The commands that docs/ prints, in a folder with what the text beside them says is there."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from letterwriter.paths import DATA
from letterwriter.postcodes.sector_file import write_sectors
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.tallies.tally import Counts, LetterTally, TallyKind, as_line
from tests.directory import elsewhere, entries, few, write_zip
from tests.docs.places import DOCUMENTS, ROOT
from tests.parliament_api.server import serving

RUSHOLME = "E14001353"
COMMAND = re.compile(r"^    letterwriter (.+)$", re.MULTILINE)
FOUND = [
    (document.name, command)
    for document in DOCUMENTS
    for command in COMMAND.findall(document.read_text("utf-8"))
]

# The pause between two questions spares Parliament's service; the one played here needs none.
AT_ONCE = """
from letterwriter.cli import main
from letterwriter.parliament.api.retries import RetryPolicy
main(obj=RetryPolicy(pause=0))
"""


def tallied(number: int) -> str:
    """A day's paper tally of some letters to one MP."""
    counts = Counts(number, (number, 0, 0, 0))
    rows = {(date(2026, 11, 22 + number), RUSHOLME): counts}
    return as_line(LetterTally(f"{number:016x}", TallyKind.PAPER, rows))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An operator's folder: a table of few postcodes, a directory of a later date, two tallies."""
    rows = few(PostcodeTable.load(DATA / "postcodes_constituencies.csv").rows())
    table = tmp_path / "instance" / "postcodes" / "2026-05-31"
    write_sectors(rows, table / "postcodes_constituencies.csv")
    about = '{"as_of": "2026-05-31", "source": "ONSPD_MAY_2026.zip"}'
    (table / "edition.json").write_text(about, encoding="utf-8")
    for number, name in enumerate(("monday", "tuesday"), 1):
        (tmp_path / f"{name}.jsonl").write_text(f"{tallied(number)}\n", encoding="utf-8")
    write_zip(tmp_path / "ONSPD_AUG_2026.zip", [*entries(rows), *entries(few(elsewhere()))])
    return tmp_path


@pytest.fixture
def environment(folder: Path) -> Iterator[dict[str, str]]:
    """With Parliament's service played on this machine."""
    usual = {name: value for name, value in os.environ.items() if "LETTERWRITER" not in name}
    with serving() as api:
        yield usual | {
            "LETTERWRITER_INSTANCE": str(folder / "instance"),
            "LETTERWRITER_MEMBERS_API": api.address,
            "LETTERWRITER_TODAY": "2026-11-24",
            "NO_PROXY": "127.0.0.1",
            "PYTHONPATH": str(ROOT),
        }


@pytest.mark.slow
def test_the_commands_do_what_the_documents_say_in_the_order_printed(
    folder: Path, environment: dict[str, str]
) -> None:
    assert len(FOUND) >= 4
    for document, command in FOUND:
        ran = subprocess.run(
            [sys.executable, "-c", AT_ONCE, *shlex.split(command)],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, f"{document}: {command}\n{ran.stdout}{ran.stderr}"
        for name in re.findall(r"--out (\S+)", command):
            assert (folder / name).stat().st_size
