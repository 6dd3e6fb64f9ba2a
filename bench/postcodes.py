"""Reading a directory of postcodes as large as ONS's: rows a second against csv.DictReader."""

import csv
import resource
import subprocess
import sys
import time
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from bench.rows import Row
from letterwriter.postcodes import current_postcodes
from tests.directory import elsewhere, entries, write_zip

_SAMPLE = 200_000  # rows for DictReader, which would take minutes for all
_COMMAND = ("refresh", "postcodes", "--terminated", "--with-northern-ireland", "--yes")
_MEASURED = """
import sys
from letterwriter.cli import main
main(sys.argv[1:], standalone_mode=False)
from pathlib import Path
status = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


def rows() -> list[Row]:
    """The whole command in a fresh process: its seconds of processor, and its peak of memory.

    Seconds of processor, since others may be busy on the machine too.
    """
    with TemporaryDirectory() as folder:
        directory = Path(folder) / "ONSPD_AUG_2026.zip"
        everywhere = entries(chain(current_postcodes.bundled_table().rows(), elsewhere()))
        write_zip(directory, everywhere)
        before = _children()
        kilobytes, read = _refresh(directory, Path(folder) / "instance")
        seconds = _children() - before
        theirs = _dict_reader(directory)
    print(f"({read:,} rows, {read / seconds:,.0f} a second)")
    what = f"{read / 1e6:.1f} million postcodes"
    return [
        Row(f"{what} brought up to date", "the clock", seconds, 60, "s", at_most=True),
        Row("their rows a second", "csv.DictReader", read / seconds / theirs, 2, "times"),
        Row("peak memory meanwhile", "the machine", kilobytes / 1000, 300, "MB", at_most=True),
    ]


def _refresh(directory: Path, instance: Path) -> tuple[int, int]:
    """The peak in kilobytes, and how many rows the command says it has read."""
    run = subprocess.run(
        [sys.executable, "-c", _MEASURED, *_COMMAND, str(directory)],
        env={"LETTERWRITER_INSTANCE": str(instance), "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )
    first, *_, last = run.stdout.splitlines()
    return int(last), int(first.split()[1].replace(",", ""))


def _dict_reader(directory: Path) -> float:
    """Rows a second of processor, to a dict of postcodes and no further."""
    start = time.process_time()
    with ZipFile(directory) as archive, archive.open("Data/ONSPD_AUG_2026_UK.csv") as raw:
        reader = csv.DictReader(TextIOWrapper(raw, "utf-8", newline=""))
        found = {row["pcds"]: row["pcon24cd"] for row in islice(reader, _SAMPLE)}
    return len(found) / (time.process_time() - start)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
