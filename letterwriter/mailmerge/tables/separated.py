"""The text of a CSV file to its cells, whatever separates them."""

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice
from typing import Final

from letterwriter.mailmerge.tables.list_table import MOST_LINES, HeadingFields
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.workbook import Cells
from letterwriter.text.csv_cells import unguarded

_SEPARATORS: Final = ",;\t|"
_DECLARED: Final = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)  # Excel's own way of naming it
_SAMPLE: Final = 8_192  # characters
_SAMPLE_LINES: Final = 30


def cells_of(text: str, fields: HeadingFields, most_rows: int) -> Cells:
    """The rows of a CSV file, at their lines. Raises `Unreadable`."""
    text = text.removeprefix("\ufeff")
    if declared := _DECLARED.match(text):
        return [[], *_split(text[declared.end() :], declared[1], most_rows)]
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


def _split(text: str, separator: str, most_rows: int) -> Cells:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: Cells = []
    try:
        rows.extend(islice(reader, MOST_LINES + 1))
    except csv.Error:
        raise Unreadable(Defect.QUOTES, line=f"{len(rows) + 1:,}") from None
    if len(rows) > MOST_LINES:
        raise Unreadable(Defect.TOO_MANY_ROWS, rows=f"{most_rows:,}")
    return [[unguarded(cell) for cell in row] for row in rows]
