"""A file that somebody brought to the people in it; all in memory, nothing written anywhere."""

from dataclasses import replace
from typing import Final

from letterwriter.files.messages import message
from letterwriter.mailmerge.people import MOST_ROWS, People, heading_fields, people
from letterwriter.mailmerge.tables.list_table import ListTable, ListTables, carried_tables
from letterwriter.mailmerge.tables.list_tables import list_tables_in
from letterwriter.mailmerge.tables.together import Together
from letterwriter.mailmerge.unreadable import Defect, Unreadable

MOST_BYTES: Final = 5 * 1024 * 1024
# What a table that is no list of people comes to. Where no table is one, the last of these that
# was met tells most.
_TELLING: Final = (
    Defect.NO_HEADINGS,
    Defect.MISSING_HEADINGS,
    Defect.NO_ROWS,
    Defect.ALL_HIDDEN,
)


def read_list(content: bytes) -> People:
    """Read a CSV file, .xlsx, .xls or .ods: all sheets that hold people. Raises `Unreadable`."""
    if len(content) > MOST_BYTES:
        raise Unreadable(Defect.TOO_LARGE, megabytes=str(MOST_BYTES // 1024**2))
    found = people_in(list_tables_in(content, heading_fields, MOST_ROWS))
    if len(found.brought.carried.encode(errors="replace")) > MOST_BYTES:
        raise Unreadable(Defect.TOO_LARGE, megabytes=str(MOST_BYTES // 1024**2))
    return found


def read_carried(text: str) -> People:
    """Read a list once more, from what `ListTables.carried` made. Raises `Unreadable`."""
    return people_in(carried_tables(text))


def people_in(brought: ListTables) -> People:
    """The people of all tables that hold any. Raises `Unreadable` where none does."""
    found: list[tuple[ListTable, People]] = []
    faults: list[tuple[ListTable, Unreadable]] = []
    for table in brought.tables:
        try:
            found.append((table, people(table)))
        except Unreadable as unreadable:
            faults.append((table, unreadable))
            if unreadable.fault not in _TELLING:
                raise
    if not found:
        raise max((fault for _, fault in faults), key=lambda each: _TELLING.index(each.fault))
    said = [note for table, fault in faults if (note := _left_out(table, fault))]
    if len(brought.tables) > 1:
        said += [_was_read(table, each) for table, each in found]
    return _joined([each for _, each in found], brought.noting(*said))


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
    if len(lists) == 1:
        return replace(lists[0], brought=brought)
    several = len({each.sheet for each in lists}) > 1
    together = Together([each.headings for each in lists])
    rows = (
        replace(
            row,
            cells=together.laid_out(each.headings, row.cells),
            sheet=each.sheet if several else "",
        )
        for each in lists
        for row in each.rows
    )
    return People(
        headings=tuple(together.headings),
        rows=tuple(rows),
        ignored=tuple(dict.fromkeys(heading for each in lists for heading in each.ignored)),
        brought=brought,
        hidden=sum(each.hidden for each in lists),
    )
