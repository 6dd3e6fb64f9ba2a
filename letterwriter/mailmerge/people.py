"""A table of texts to people, by its headings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from letterwriter.files.messages import word_lists
from letterwriter.mailmerge.cells.judging import judged
from letterwriter.mailmerge.rows import Row
from letterwriter.mailmerge.tables.list_table import ListTable, ListTables
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.workbook import Cells
from letterwriter.text.clean_text import CleanText
from letterwriter.text.cleaning import clean

MOST_ROWS = 2_000
_HEADINGS_WITHIN = 10  # rows: some lists begin with a title
_NEEDED = ("name", "address", "postcode")
_MOST_COLUMNS = 1_000  # each is looked up among the headings


@dataclass(frozen=True, slots=True)
class People:
    """A list as it was read; ``ignored`` are the headings that mean nothing to us.

    ``hidden`` is how many rows are out of sight in their spreadsheet, and so not among ``rows``.
    ``brought`` is what they were read from, with notes for the volunteer.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    ignored: tuple[str, ...]
    brought: ListTables
    hidden: int = 0
    sheet: str = ""  # whose rows these are; empty where they are of several, or of a CSV file

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences on what was not read as it stands in the file, and why."""
        return self.brought.notes


def people(table: ListTable) -> People:
    """The people in one table. Raises `Unreadable`."""
    if max(map(len, table.rows), default=0) > _MOST_COLUMNS:
        raise Unreadable(Defect.TOO_SPREAD)
    start, fields = _headings_row(table.rows)
    if missing := [headings()[name][0] for name in _NEEDED if name not in fields]:
        raise Unreadable(Defect.MISSING_HEADINGS, missing=", ".join(missing))
    numbered = enumerate(table.rows[start + 1 :], table.first + start + 1)
    filled = ((line, cells) for line, cells in numbered if any(map(str.strip, cells)))
    rows = tuple(_row(line, cells, fields) for line, cells in islice(filled, MOST_ROWS + 1))
    if not rows:
        raise Unreadable(Defect.ALL_HIDDEN if table.hidden else Defect.NO_ROWS)
    if len(rows) > MOST_ROWS:
        raise Unreadable(Defect.TOO_MANY_ROWS, rows=f"{MOST_ROWS:,}")
    return People(
        headings=tuple(table.rows[start]),
        rows=rows,
        ignored=tuple(
            h for h, f in zip(table.rows[start], fields, strict=True) if not f and h.strip()
        ),
        brought=ListTables((table,)),
        hidden=table.hidden,
        sheet=table.sheet,
    )


def _headings_row(table: Cells) -> tuple[int, list[str]]:
    """Where the headings stand, and the field of each column, empty where none is meant."""
    found = [heading_fields(cells) for cells in table[:_HEADINGS_WITHIN]]
    start, fields = max(enumerate(found), key=lambda row: len(set(row[1]) - {""}), default=(0, []))
    if len(set(fields) - {""}) < 2:  # one word such as "Name" may stand in a title
        raise Unreadable(Defect.NO_HEADINGS)
    return start, fields


def _row(line: int, cells: list[str], fields: list[str]) -> Row:
    """A row's values by field. Missing cells are empty ones."""
    values: dict[str, list[CleanText]] = {}
    for field, cell in zip(fields, cells, strict=False):
        if field and (text := clean(cell)):
            values.setdefault(field, []).append(text)
    parts = {"name": " ", "address": "\n", "story": "\n\n", "concerns": "; ", "why": " "}
    joined: dict[str, Any] = {
        f: CleanText(parts.get(f, "; ").join(dict.fromkeys(v))) for f, v in values.items()
    }
    ragged = any(map(str.strip, cells[len(fields) :]))
    return judged(Row(line, tuple(cells), ragged=ragged, **joined))


def heading_fields(cells: list[str]) -> list[str]:
    """The field that each of these headings names, empty where it names none."""
    return [_known().get(_folded(cell), "") for cell in cells]


def _folded(heading: str) -> str:
    """A heading without case, spaces, marks, brackets and the number of an address line."""
    lines = heading.casefold().split("\n")
    plain = "".join(filter(str.isalnum, "".join(map(_without_brackets, lines))))
    end = len(plain)
    while end and plain[end - 1].isdecimal():
        end -= 1
    return plain[:end]


def _without_brackets(line: str) -> str:
    """A line without what stands in round or square brackets. Those that nothing closes stay.

    Looking for the last closing ones first keeps a line of opening ones from being read for each.
    """
    last = {"(": (")", line.rfind(")")), "[": ("]", line.rfind("]"))}
    kept, at = [], 0
    while at < len(line):
        closing, end = last.get(line[at], ("", -1))
        if at < end:
            at = line.index(closing, at)
        else:
            kept.append(line[at])
        at += 1
    return "".join(kept)


@cache
def _known() -> Mapping[str, str]:
    return {_folded(heading): field for field, called in headings().items() for heading in called}


def headings() -> Mapping[str, list[str]]:
    """What the column of each field of a `Row` may be called; the first is our own name for it."""
    return word_lists("list_headings")
