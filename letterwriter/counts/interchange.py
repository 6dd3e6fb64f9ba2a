"""Numbers as CSV: to keep, to move to another database, and to add up those of several sites."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Final

from letterwriter.counts.counted import COUNT_FIELDS, CountedDoor, CountedUnder, Numbers
from letterwriter.files.csv_tables import read_csv
from letterwriter.files.faults import Fault, FaultyFiles

_LARGEST: Final = 200_000_000  # bytes: some ten years of every constituency
_MOST: Final = 10**9  # letters in a row
_HEADER: Final = ",".join(COUNT_FIELDS)


def as_lines(numbers: Iterable[tuple[CountedUnder, int]]) -> Iterator[str]:
    """The lines of a CSV file, with its header."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    rows = ((under.day.isoformat(), *under[1:], number) for under, number in numbers)
    for row in (COUNT_FIELDS, *rows):
        writer.writerow(row)
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def read_numbers(path: Path) -> Numbers:
    """The numbers of such a file; raises FaultyFiles with every line that is wrong."""
    faults: list[Fault] = []
    found: dict[CountedUnder, int] = {}
    for line, row in read_csv(path, _HEADER, _LARGEST, faults):
        try:
            under, number = _read(row)
        except ValueError as error:
            faults.append(Fault(path.name, f"line {line}", str(error)))
            continue
        if under in found:
            faults.append(Fault(path.name, f"line {line}", "repeats an earlier line's key"))
        found[under] = number
    if faults:
        raise FaultyFiles(faults)
    return found


def merged_numbers(paths: Iterable[Path]) -> Numbers:
    """The sums of several sites' files; a file that is given twice counts once.

    Raises FaultyFiles.
    """
    sums: Counter[CountedUnder] = Counter()
    for path in {sha256(path.read_bytes()).digest(): path for path in paths}.values():
        sums.update(read_numbers(path))
    return dict(sorted(sums.items()))


def _read(row: Mapping[str, str]) -> tuple[CountedUnder, int]:
    """Raises ValueError, in words."""
    try:
        day = date.fromisoformat(row["day"])
    except ValueError:
        raise ValueError("day should be as 2026-11-22") from None
    if not re.fullmatch(r"[A-Z][0-9]{8}", row["constituency"]):
        raise ValueError("constituency should be a code such as E14001353")
    if row["door"] not in set(CountedDoor):
        raise ValueError(f"door can be {', '.join(CountedDoor)}")
    if not re.fullmatch(r"[a-z0-9-]{1,100}", row["campaign"]):
        raise ValueError("campaign should be the name of a campaign's folder")
    if not re.fullmatch(r"[0-9]{1,10}", row["letters"]) or not 0 < int(row["letters"]) <= _MOST:
        raise ValueError(f"letters should be a number from 1 to {_MOST}")
    under = CountedUnder(day, row["constituency"], row["door"], row["campaign"])
    return under, int(row["letters"])
