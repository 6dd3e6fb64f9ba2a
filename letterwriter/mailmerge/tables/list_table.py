"""What a file holds that may be a list of people: tables of texts, and notes on their reading."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from letterwriter.files.messages import message
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.workbook import Cells

_LINES_NAMED: Final = 20  # in a note
_MOST_HEADINGS: Final = 1_000  # of a line: each takes a look-up
MOST_LIST_LINES: Final = 20_000  # of a table, empty ones too: a small file can hold millions

# The field that each cell of a row of headings names, empty where it names none.
HeadingFields = Callable[[list[str]], list[str]]


@dataclass(frozen=True, slots=True)
class ListTable:
    """One table: a sheet, a part of one, or a CSV file.

    The first of ``rows`` is line ``first`` of the file. What is hidden in a spreadsheet is empty
    here; ``hidden`` counts the rows among them that held anything.
    """

    rows: Cells
    sheet: str = ""  # its name, empty for a CSV file
    first: int = 1
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class ListTables:
    """All tables of a file, and sentences on what was not read as it stands there, and why."""

    tables: tuple[ListTable, ...]
    notes: tuple[str, ...] = ()

    @property
    def carried(self) -> str:
        """All of it as JSON, for `carried_tables`."""
        each = [[table.sheet, table.first, table.hidden, table.rows] for table in self.tables]
        return json.dumps([each, self.notes], ensure_ascii=False, separators=(",", ":"))

    def noting(self, *notes: str) -> "ListTables":
        """The same with further notes."""
        return replace(self, notes=self.notes + notes)


def carried_tables(text: str) -> ListTables:
    """What `ListTables.carried` wrote. Raises `Unreadable` for anything else."""
    try:
        tables, notes = json.loads(text)
        found = ListTables(
            tuple(
                ListTable(
                    [[*map(_text, cells)] for cells in rows], _text(sheet), int(first), int(hidden)
                )
                for sheet, first, hidden, rows in tables
            ),
            tuple(map(_text, notes)),
        )
    except (ValueError, TypeError, RecursionError):
        raise Unreadable(Defect.BROKEN) from None
    if not found.tables or any(len(table.rows) > MOST_LIST_LINES for table in found.tables):
        raise Unreadable(Defect.BROKEN)
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def headings_line(rows: Cells, fields: HeadingFields, within: int) -> tuple[int, list[str]]:
    """Where most headings are understood in the first rows, and their fields; (0, []) if none."""
    found = [fields(cells[:_MOST_HEADINGS]) for cells in rows[:within]]
    return max(enumerate(found), key=lambda row: len({*row[1]} - {""}), default=(0, []))


def lines_named(lines: Sequence[int]) -> str:
    """The lines by number, so many as one reads."""
    more = message("stack", "and-more") if len(lines) > _LINES_NAMED else ""
    return ", ".join(map(str, lines[:_LINES_NAMED])) + more
