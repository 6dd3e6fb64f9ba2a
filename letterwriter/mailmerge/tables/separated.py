"""The text of a CSV file to its cells, whatever separates them."""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from typing import Final

from letterwriter.mailmerge.tables.list_table import MOST_LIST_LINES, HeadingFields
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.workbook import Cells
from letterwriter.text.csv_cells import unguarded

_SEPARATORS: Final = ",;\t|"
_DECLARED: Final = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)  # Excel's own way of naming it
_SAMPLE: Final = 8_192  # characters
_SAMPLE_LINES: Final = 30


@dataclass(frozen=True, slots=True)
class SeparatedRows:
    """The rows of a CSV file. ``mended`` are the lines that had quotation marks of their own."""

    rows: Cells
    mended: tuple[int, ...] = ()


def cells_of(text: str, fields: HeadingFields, most_rows: int) -> SeparatedRows:
    """The rows of a CSV file, at their lines. Raises `Unreadable`."""
    text = text.removeprefix("\ufeff")
    if declared := _DECLARED.match(text):
        found = _split(text[declared.end() :], declared[1], most_rows)
        return SeparatedRows([[], *found.rows], tuple(line + 1 for line in found.mended))
    start = text[:_SAMPLE]
    separator = max(_SEPARATORS, key=lambda each: _likelihood(start, each, fields))
    return _split(text, separator, most_rows)


def _likelihood(start: str, separator: str, fields: HeadingFields) -> tuple[int, int]:
    """How many headings are understood, and how many lines have the same number of cells."""
    reader = csv.reader(StringIO(start, newline=""), delimiter=separator)
    try:
        rows = list(islice(reader, _SAMPLE_LINES))
    except csv.Error:
        return 0, 0
    known = max((len({*fields(cells)} - {""}) for cells in rows), default=0)
    widths = Counter(len(cells) for cells in rows if len(cells) > 1)
    return known, max(widths.values(), default=0)


def _split(text: str, separator: str, most_rows: int) -> SeparatedRows:
    lines = list(StringIO(text, newline=""))
    reader = csv.reader(iter(lines), delimiter=separator, strict=True)
    rows: Cells = []
    mended: list[int] = []
    while len(rows) <= MOST_LIST_LINES:
        before = reader.line_num
        try:
            row = next(reader, None)
        except csv.Error as error:
            # Over several lines, the mark may have been opened in one person's row and closed in
            # the next one's.
            if reader.line_num - before > 1 or "end of data" in str(error):
                raise Unreadable(Defect.QUOTES, line=f"{len(rows) + 1:,}") from None
            row = _mended(lines[before], separator)
            mended.append(len(rows) + 1)
        if row is None:
            return SeparatedRows(rows, tuple(mended))
        rows.append([unguarded(cell) for cell in row])
    raise Unreadable(Defect.TOO_MANY_ROWS, rows=f"{most_rows:,}")


def _mended(line: str, separator: str) -> list[str]:
    """The cells of a line in which quotation marks stand within quoted cells: "12 "The Elms"".

    Only one before a separator or the line's end closes a cell. Where that is wrong too, the row
    has more cells than there are headings, and is held back for it.
    """
    cells: list[str] = []
    rest, further = line.rstrip("\r\n"), separator
    while further:
        if rest.startswith('"'):
            value, further, rest = rest[1:].partition(f'"{separator}')
            value = (value if further else value.removesuffix('"')).replace('""', '"')
        else:
            value, further, rest = rest.partition(separator)
        cells.append(value)
    return cells
