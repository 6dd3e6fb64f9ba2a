"""Several lists on one sheet, beside or below one another, each as a table of its own."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from letterwriter.files.messages import message
from letterwriter.mailmerge.tables.list_table import (
    HeadingFields,
    ListTable,
    ListTables,
    headings_line,
)
from letterwriter.mailmerge.workbooks.workbook import Cells

_HEADINGS_WITHIN: Final = 50  # rows: notes stand above some lists
_ENOUGH: Final = 2  # different fields: one word such as "Name" may stand in a title
_MOST_LISTS: Final = 50  # of one sheet, below one another

Span = tuple[int, int]  # columns: the first, counted from 0, and the one after the last


def parted(brought: ListTables, fields: HeadingFields) -> ListTables:
    """The same with each list as a table, from its headings on."""
    tables, notes = [], list(brought.notes)
    for table in brought.tables:
        lists = [*_lists(table, fields)]
        tables += lists
        if len(lists) > 1:
            notes.append(
                message("stack", "several-lists", count=str(len(lists)), place=table_place(table))
            )
        if lists[0].first > table.first and any(_filled(table.rows, lists[0].first - table.first)):
            last = str(lists[0].first - 1)
            notes.append(message("stack", "above-headings", last=last, place=table_place(table)))
    return ListTables(tuple(tables), tuple(notes))


def table_place(table: ListTable) -> str:
    """Where a note is about, as the beginning of its sentence."""
    return (
        message("stack", "on-sheet", sheet=table.sheet)
        if table.sheet
        else message("stack", "in-file")
    )


def _filled(rows: Cells, end: int) -> Iterator[bool]:
    return (bool(cell.strip()) for cells in rows[:end] for cell in cells)


def _lists(table: ListTable, fields: HeadingFields) -> Iterator[ListTable]:
    """Those below one another, and of each of these those beside one another."""
    start, known = headings_line(table.rows, fields, _HEADINGS_WITHIN)
    if len({*known} - {""}) < _ENOUGH:
        yield table
        return
    tops = [start, *_further_headings(table.rows, start, fields)]
    for top, end in pairwise([*tops, len(table.rows)]):
        part = replace(table, rows=table.rows[top:end], first=table.first + top)
        for number, (left, right) in enumerate(_columns(part.rows, fields(part.rows[0]))):
            rows = [cells[left:right] for cells in part.rows]
            counted = table.hidden if top == start and number == 0 else 0
            yield replace(part, rows=rows, hidden=counted)


def _further_headings(rows: Cells, start: int, fields: HeadingFields) -> list[int]:
    """Where headings stand again, of the same list or of another one."""
    first = {cell.strip().casefold() for cell in rows[start]}
    found = []
    for number, cells in enumerate(rows[start + 1 :], start + 1):
        texts = [cell.strip() for cell in cells if cell.strip()]
        again = len(texts) >= _ENOUGH and all(text.casefold() in first for text in texts)
        if again or (len(texts) > _ENOUGH and all(fields(texts[:1])) and all(fields(texts))):
            found.append(number)
    return found[:_MOST_LISTS]


def _columns(rows: Cells, known: list[str]) -> list[Span]:
    """The columns of each list: all, or those between empty ones or from the same heading on."""
    width = max(map(len, rows))
    starts = [0, *_after_gaps(rows, width)]
    if len(starts) == 1:
        starts = _repeats(rows[0])
    spans = [*pairwise([*starts, width])]
    if len(spans) > 1 and all(len({*known[a:b]} - {""}) > _ENOUGH for a, b in spans):
        return spans
    return [(0, width)]


def _after_gaps(rows: Cells, width: int) -> list[int]:
    """The first column after each empty one, if anything stands there and before it."""
    filled = [
        any(column < len(cells) and cells[column].strip() for cells in rows)
        for column in range(width)
    ]
    return [n for n in range(1, width) if filled[n] and not filled[n - 1] and any(filled[:n])]


def _repeats(headings: list[str]) -> list[int]:
    """Where the first heading comes again, if all others do so too, in the same order."""
    texts = [cell.strip().casefold() for cell in headings]
    period = next((n for n in range(1, len(texts)) if texts[n] and texts[n] == texts[0]), 0)
    if not period or len(texts) % period or texts != texts[:period] * (len(texts) // period):
        return [0]
    return [*range(0, len(texts), period)]
