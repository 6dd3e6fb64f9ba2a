"""A workbook to the tables of its sheets in sight, without what is hidden in them."""

from collections.abc import Iterable
from typing import Final

from letterwriter.files.messages import message
from letterwriter.mailmerge.tables.list_table import (
    HeadingFields,
    ListTable,
    ListTables,
    headings_line,
    lines_named,
)
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.limits import MOST_CELLS, MOST_TEXT
from letterwriter.mailmerge.workbooks.workbook import Cells, Sheet, Workbook

_HEADINGS_WITHIN: Final = 50  # rows: notes stand above some lists
_NAME: Final = "name"


def tables_of(book: Workbook, fields: HeadingFields) -> ListTables:
    """A table for each sheet that is in sight and holds anything. Raises `Unreadable`."""
    filled = [sheet for sheet in book.sheets if sheet.rows]
    if not filled:
        raise Unreadable(Defect.EMPTY)
    in_sight = [sheet for sheet in filled if sheet.visible]
    if not in_sight:
        raise Unreadable(Defect.ALL_HIDDEN)
    hidden = (sheet.name for sheet in filled if not sheet.visible)
    notes = [message("stack", "sheet-hidden", sheet=name) for name in hidden]
    found = []
    for sheet in in_sight:
        table, said = _table(sheet, fields)
        found.append(table)
        notes += said
    return ListTables(tuple(found), tuple(notes))


def _table(sheet: Sheet, fields: HeadingFields) -> tuple[ListTable, list[str]]:
    rows = [list(cells) for cells in sheet.rows]
    start, _ = headings_line(rows, fields, _HEADINGS_WITHIN)
    _head_all(rows[start], sheet, start + 1)
    known = fields(rows[start])
    spread = _spread(rows, sheet, start + 1, known)
    columns = [column for column in sheet.hidden_columns if _filled(rows, column - 1, start)]
    headings = [rows[start][column - 1].strip() or f"{column}" for column in sorted(columns)]
    for cells in rows:
        for column in sheet.hidden_columns:
            cells[column - 1] = ""
    away = [
        line
        for line in sheet.hidden_rows
        if line > start + 1 and any(map(str.strip, rows[line - 1]))
    ]
    for line in sheet.hidden_rows - {start + 1}:
        rows[line - 1] = []
    notes = [
        *_said("column-hidden", sheet, columns=", ".join(headings)),
        *_said("rows-hidden", sheet, lines=lines_named(sorted(away))),
        *_said("merged", sheet, lines=lines_named(spread)),
    ]
    return ListTable(rows, sheet.name, hidden=len(away)), notes


def _head_all(headings: list[str], sheet: Sheet, line: int) -> None:
    """Have a heading that spans several columns stand over each of them."""
    for area in sheet.merged:
        if area.top == line and headings[area.left - 1].strip():
            for column in range(area.left, min(area.right, len(headings))):
                headings[column] = headings[column] or headings[area.left - 1]


def _said(key: str, sheet: Sheet, **found: str) -> Iterable[str]:
    """The note, if anything was found."""
    if all(found.values()):
        yield message("stack", key, sheet=sheet.name, **found)


def _filled(rows: Cells, column: int, start: int) -> bool:
    return any(cells[column].strip() for cells in rows[start:])


def _spread(rows: Cells, sheet: Sheet, below: int, known: list[str]) -> list[int]:
    """Give a merged cell's text to each line that it spans, and tell which lines got any.

    Names are left: two lines of one name are two lines of an address as likely as two people.
    """
    got: set[int] = set()
    filled = [any(map(str.strip, cells)) for cells in rows]
    cells, characters = MOST_CELLS, MOST_TEXT
    for area in sheet.merged:
        text = rows[area.top - 1][area.left - 1]
        named = known[area.left - 1 : area.left] == [_NAME]
        if area.top <= below or named or not text.strip():
            continue
        lines = range(area.top + 1, min(area.bottom, len(rows)) + 1)
        cells, characters = cells - len(lines), characters - len(lines) * len(text)
        if min(cells, characters) < 0:
            raise Unreadable(Defect.TOO_SPREAD)
        for line in lines:
            if filled[line - 1]:
                rows[line - 1][area.left - 1] = text
                got.add(line)
    return sorted(got)
