"""A file that somebody brought to the people in it; all in memory, nothing written anywhere."""

from dataclasses import replace
from itertools import count
from typing import Final

from letterwriter.files.messages import message
from letterwriter.mailmerge.people import (
    MOST_ROWS,
    Choices,
    People,
    heading_fields,
    people,
    to_ask_about,
    with_headings,
)
from letterwriter.mailmerge.tables.list_table import ListTable, ListTables, carried_tables
from letterwriter.mailmerge.tables.list_tables import list_tables_in
from letterwriter.mailmerge.tables.together import Together
from letterwriter.mailmerge.unreadable import Defect, Unreadable

MOST_BYTES: Final = 5 * 1024 * 1024
NO_CHOICES: Final[Choices] = {}
# What a table that is no list of people comes to. Where no table is one, the last of these that
# was met tells most.
_TELLING: Final = (
    Defect.NO_HEADINGS,
    Defect.MISSING_HEADINGS,
    Defect.NO_ROWS,
    Defect.ALL_HIDDEN,
)


def read_list(content: bytes, choices: Choices = NO_CHOICES) -> People:
    """Read a CSV file, .xlsx, .xls or .ods: all sheets that hold people. Raises `Unreadable`.

    Where no column seems to hold names or addresses, the answer says so, and has no rows.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(Defect.TOO_LARGE, megabytes=str(MOST_BYTES // 1024**2))
    brought = with_headings(list_tables_in(content, heading_fields, MOST_ROWS))
    found = people_in(brought, choices)
    if len(found.brought.carried.encode(errors="replace")) > MOST_BYTES:
        raise Unreadable(Defect.TOO_LARGE, megabytes=str(MOST_BYTES // 1024**2))
    return found


def read_carried(text: str, choices: Choices = NO_CHOICES) -> People:
    """Read a list once more, from what `ListTables.carried` made. Raises `Unreadable`."""
    return people_in(carried_tables(text), choices)


def people_in(brought: ListTables, choices: Choices) -> People:
    """The people of all tables that hold any. Raises `Unreadable` where none does."""
    found: list[tuple[ListTable, People]] = []
    faults: list[tuple[ListTable, Unreadable]] = []
    for table in brought.tables:
        try:
            found.append((table, people(table, choices)))
        except Unreadable as unreadable:
            faults.append((table, unreadable))
            if unreadable.fault not in _TELLING:
                raise
    if not found:
        if asking := to_ask_about(brought, choices):
            return asking
        raise max((fault for _, fault in faults), key=lambda each: _TELLING.index(each.fault))
    said = [note for table, fault in faults if (note := _left_out(table, fault))]
    if len(brought.tables) > 1:
        said += [note for table, each in found if (note := _was_read(table, each))]
    return replace(_joined([each for _, each in found], brought), on_sheets=tuple(said))


def _left_out(table: ListTable, unreadable: Unreadable) -> str:
    """Why a sheet is not read."""
    if not table.sheet:
        return ""
    return message("stack", f"sheet-{unreadable.fault}", sheet=table.sheet, **unreadable.slots)


def _was_read(table: ListTable, found: People) -> str:
    rows = f"{len(found.rows):,}"
    return message("stack", "sheet-read", sheet=table.sheet, rows=rows) if table.sheet else ""


def _joined(lists: list[People], brought: ListTables) -> People:
    """Several lists as one, each row with the name of its sheet where there are several."""
    if sum(len(each.rows) for each in lists) > MOST_ROWS:
        raise Unreadable(Defect.TOO_MANY_ROWS, rows=f"{MOST_ROWS:,}")
    numbers = count(1)
    if len(lists) == 1:
        numbered = tuple(replace(row, number=next(numbers)) for row in lists[0].rows)
        return replace(lists[0], rows=numbered, brought=brought)
    several = len({each.sheet for each in lists}) > 1
    together = Together([each.headings for each in lists])
    rows = (
        replace(
            row,
            cells=together.laid_out(each.headings, row.cells),
            sheet=each.sheet if several else "",
            number=next(numbers),
        )
        for each in lists
        for row in each.rows
    )
    return People(
        headings=tuple(together.headings),
        rows=tuple(rows),
        brought=brought,
        hidden=sum(each.hidden for each in lists),
        tables=tuple(table for each in lists for table in each.tables),
    )
