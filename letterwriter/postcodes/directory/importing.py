"""The rows of a directory of postcodes, whatever its columns are called and its files are."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.postcodes.directory.files import BytesRead, DirectoryPart
from letterwriter.postcodes.directory.headings import Columns, columns
from letterwriter.postcodes.directory.rows import DirectoryRow

_DELIMITERS: Final = (",", ";", "\t", "|")
_ROUND: Final = b'" \t\r\n'  # what may stand round a value and is no part of it
_NOT_A_ROW: Final = (b"", b"", b"")  # is counted as one without a postcode
_NAMED: Final = 3  # of many files, enough to know them by


@dataclass(frozen=True, slots=True)
class PostcodeSheet:
    """A CSV file with postcodes and constituencies, and where they stand in it."""

    part: DirectoryPart
    delimiter: str
    columns: Columns

    def rows(self, progress: BytesRead) -> Iterator[DirectoryRow]:
        """A postcode, when it ended and a constituency's code, for each line below the first."""
        postcode, code, ended = self.columns.postcode, self.columns.code, self.columns.ended
        last = max(postcode, code, ended or 0) + 1
        delimiter, between = self.delimiter.encode(), self.columns.count - 1
        lines = self.part.lines(progress)
        next(lines, b"")
        for line in lines:
            # Without regard to quotes where that gives as many cells as there are
            # headings: in a third of the time, which is much for millions of lines.
            whole = line.count(delimiter) == between
            cells = line.split(delimiter, last) if whole else self._quoted(line)
            if len(cells) >= last:
                doterm = b"" if ended is None else cells[ended].strip(_ROUND)
                yield cells[postcode].strip(_ROUND), doterm, cells[code].strip(_ROUND)
            elif line.strip():
                yield _NOT_A_ROW

    def _quoted(self, line: bytes) -> list[bytes]:
        try:
            cells = next(csv.reader([line.decode("latin-1")], delimiter=self.delimiter), [])
        except csv.Error:
            return []
        return [cell.encode("latin-1") for cell in cells]


def postcode_sheets(name: str, parts: Sequence[DirectoryPart]) -> list[PostcodeSheet]:
    """The file of all postcodes among these, or those of all areas; raises FaultyFiles.

    ``name`` is what the parts came in.
    """
    found = [sheet for part in parts if (sheet := _sheet(part))]
    whole = [sheet for sheet in found if not sheet.part.by_area]
    if len(whole) > 1:
        names = ", ".join(sheet.part.name for sheet in whole[:_NAMED])
        what = f"holds {len(whole)} files with postcodes ({names}): give the one to read"
        raise FaultyFiles([Fault(name, "", what)])
    if not found:
        what = (
            "holds no CSV file with a column of postcodes (pcds, pcd7 or postcode) and one of "
            "constituencies' codes (pcon24cd, pcon or constituency) under headings in its first "
            "line: take the ONS Postcode Directory"
        )
        raise FaultyFiles([Fault(name, "", what)])
    return whole or found


def _sheet(part: DirectoryPart) -> PostcodeSheet | None:
    first = next(part.lines(lambda _: None), b"").decode("utf-8-sig", "replace")
    for delimiter in _DELIMITERS:
        if at := columns(next(csv.reader([first], delimiter=delimiter), [])):
            return PostcodeSheet(part, delimiter, at)
    return None
