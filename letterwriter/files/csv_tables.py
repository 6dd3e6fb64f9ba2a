"""CSV files of ours or an operator's, with one header and everything else a fault."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.whole_files import read_whole

if TYPE_CHECKING:
    from _csv import Reader as CsvReader


def read_csv(
    path: Path, header: str, largest: int, faults: list[Fault]
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each row's line number and its values by column, in NFC and without spaces round them.

    ``largest`` is in bytes. What cannot be read is noted in ``faults`` and left out.
    """
    text = _text(path, largest, faults)
    if text is None:
        return
    columns = header.split(",")
    reader = csv.reader(StringIO(unicodedata.normalize("NFC", text), newline=""), strict=True)
    lines = _cells(path.name, reader, faults)
    if next(lines, []) != columns:
        faults.append(Fault(path.name, "line 1", f"should be {header}"))
        return
    for cells in lines:
        if len(cells) != len(columns):
            what = f"has {len(cells)} columns, not {len(columns)}; quote texts that hold commas"
            faults.append(Fault(path.name, f"line {reader.line_num}", what))
            continue
        yield reader.line_num, dict(zip(columns, map(str.strip, cells), strict=True))


def write_csv(path: Path, header: str, rows: Iterable[list[str]]) -> None:
    """Write a table with LF line ends; raises OSError."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{header}\n")
        csv.writer(file, lineterminator="\n").writerows(rows)


def _cells(file: str, reader: "CsvReader", faults: list[Fault]) -> Iterator[list[str]]:
    """The cells of each line; a line that is no CSV is a fault, and the last that is read."""
    try:
        yield from reader
    except csv.Error as error:  # a quote that has no end, a field of more than 131,072 characters
        faults.append(Fault(file, f"line {reader.line_num}", f"is no CSV: {error}"))


def _text(path: Path, largest: int, faults: list[Fault]) -> str | None:
    try:
        # Spreadsheets put a mark before the first column.
        return read_whole(path, largest).decode("utf-8-sig")
    except FaultyFiles as faulty:
        faults += faulty.faults
    except UnicodeDecodeError:
        faults.append(Fault(path.name, "", "is not in UTF-8; save it as a CSV file in UTF-8"))
    return None
