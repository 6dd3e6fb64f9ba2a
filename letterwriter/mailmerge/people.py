"""A table of texts to people, by its headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from letterwriter.mailmerge.cells.judging import judged
from letterwriter.mailmerge.columns.cells import row_of
from letterwriter.mailmerge.columns.choices import folded_label
from letterwriter.mailmerge.columns.columns import (
    Column,
    columns_of,
    family,
    label_without_heading,
    missing_columns,
)
from letterwriter.mailmerge.columns.contents import ENOUGH_TEXTS, is_whole_postcode
from letterwriter.mailmerge.columns.meanings import meant_by
from letterwriter.mailmerge.columns.words import OURS, Meaning
from letterwriter.mailmerge.rows import Row
from letterwriter.mailmerge.tables.list_table import ListTable, ListTables
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.workbook import Cells
from letterwriter.text.email import is_email

MOST_ROWS = 2_000
_HEADINGS_WITHIN = 10  # rows: some lists begin with a title
_MOST_COLUMNS = 1_000  # each is looked up among the headings
_ENOUGH_TO_ASK = 3  # columns: a text that is no list has fewer
_SAMPLE = 60  # characters

Choices = Mapping[str, Meaning]  # what a person said that columns hold, by their folded labels


@dataclass(frozen=True, slots=True)
class TableColumns:
    """The columns of one table, each with the first text in it; ``sheet`` is empty for CSV."""

    sheet: str
    columns: tuple[Column, ...]
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """A list as it was read.

    ``hidden`` is how many rows are out of sight in their spreadsheet, and so not among ``rows``.
    ``brought`` is what they were read from, with notes for the volunteer. ``lacking`` is what a
    list needs and no column of this one seems to hold: then there are no rows, and a person
    should say which columns those are.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    brought: ListTables
    hidden: int = 0
    sheet: str = ""  # whose rows these are; empty where they are of several, or of a CSV file
    tables: tuple[TableColumns, ...] = ()
    lacking: tuple[Meaning, ...] = ()
    on_sheets: tuple[str, ...] = ()  # sentences on which sheets were read, and which were not

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences on what was not read as it stands in the file, and why."""
        return self.brought.notes + self.on_sheets

    @property
    def columns(self) -> tuple[tuple[Column, str], ...]:
        """The columns of all tables with a sample of each, those with one label once."""
        found: dict[str, tuple[Column, str]] = {}
        for table in self.tables:
            for column, sample in zip(table.columns, table.samples, strict=True):
                found.setdefault(folded_label(column.label), (column, sample))
        return tuple(found.values())

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headings of the columns that are not used."""
        return tuple(column.label for column, _ in self.columns if column.unused)


def people(table: ListTable, choices: Choices) -> People:
    """The people in one table. Raises `Unreadable`."""
    if max(map(len, table.rows), default=0) > _MOST_COLUMNS:
        raise Unreadable(Defect.TOO_SPREAD)
    start = _headings_row(table.rows, choices)
    numbered = enumerate(table.rows[start + 1 :], table.first + start + 1)
    filled = ((line, cells) for line, cells in numbered if any(map(str.strip, cells)))
    lines = list(islice(filled, MOST_ROWS + 1))
    columns = _columns(table, start, [cells for _, cells in lines], choices)
    if missing := missing_columns(columns.columns):
        called = ", ".join(meaning.called for meaning in missing)
        raise Unreadable(Defect.MISSING_HEADINGS, missing=called)
    if not lines:
        raise Unreadable(Defect.ALL_HIDDEN if table.hidden else Defect.NO_ROWS)
    if len(lines) > MOST_ROWS:
        raise Unreadable(Defect.TOO_MANY_ROWS, rows=f"{MOST_ROWS:,}")
    headings = table.rows[start]
    return People(
        headings=tuple(headings),
        rows=tuple(_row(line, cells, columns.columns, len(headings)) for line, cells in lines),
        brought=ListTables((table,)),
        hidden=table.hidden,
        sheet=table.sheet,
        tables=(columns,),
    )


def to_ask_about(brought: ListTables, choices: Choices) -> People | None:
    """A list whose columns a person should tell apart; None where nothing looks like one."""
    found: list[People] = []
    for table in brought.tables:
        start = _likeliest_headings(table.rows, choices)
        lines = [cells for cells in table.rows[start + 1 :] if any(map(str.strip, cells))]
        columns = _columns(table, start, lines[:MOST_ROWS], choices)
        if lines and len(columns.columns) >= _ENOUGH_TO_ASK:
            missing = missing_columns(columns.columns)
            found.append(People((), (), brought, tables=(columns,), lacking=missing))
    return min(found, key=lambda each: len(each.lacking), default=None)


def with_headings(brought: ListTables) -> ListTables:
    """The same, with an empty line for headings above a list that begins with its first person."""
    return replace(brought, tables=tuple(map(_with_headings, brought.tables)))


def _with_headings(table: ListTable) -> ListTable:
    start = next((at for at, cells in enumerate(table.rows) if _filled(cells)), 0)
    first = table.rows[start] if table.rows else []
    known = any(_told_apart(cells, {}) > 1 for cells in table.rows[:_HEADINGS_WITHIN])
    if known or not _is_person(first):
        return table
    rows = [[""] * max(map(len, table.rows)), *table.rows[start:]]
    return replace(table, rows=rows, first=table.first + start - 1)


def _is_person(cells: Sequence[str]) -> bool:
    """Whether these are no headings: a postcode or an email address is among them."""
    return any(is_whole_postcode(cell) or is_email(cell.strip()) for cell in cells)


def heading_fields(cells: Sequence[str]) -> list[str]:
    """The field that each of these headings feeds, empty where it names none."""
    return [_field(cell) for cell in cells]


def our_headings() -> list[str]:
    """What our template calls its columns."""
    return [meaning.called for meaning in OURS]


@lru_cache(maxsize=4_096)  # of one list: each is read in a process of its own, which then ends
def _field(heading: str) -> str:
    return family(meant_by(heading).meaning)


def _headings_row(table: Cells, choices: Choices) -> int:
    """Where the headings stand. Raises `Unreadable`."""
    found = [_told_apart(cells, choices) for cells in table[:_HEADINGS_WITHIN]]
    best = max(range(len(found)), key=lambda at: found[at], default=0)
    if not found or found[best] < 2:  # one word such as "Name" may stand in a title
        raise Unreadable(Defect.NO_HEADINGS)
    return best


def _likeliest_headings(table: Cells, choices: Choices) -> int:
    """Where the headings stand, or else the first line with as many cells as a list has."""
    try:
        return _headings_row(table, choices)
    except Unreadable:
        filled = (at for at, cells in enumerate(table) if _filled(cells) >= _ENOUGH_TO_ASK)
        first = next(filled, 0)
        return first - 1 if first and _is_person(table[first]) else first


def _told_apart(cells: Sequence[str], choices: Choices) -> int:
    """How many different things these headings name."""
    labels = (cell.strip() or label_without_heading(place) for place, cell in enumerate(cells))
    chosen = (choices.get(folded_label(label)) for label in labels)
    named = {family(one) if one else _field(cell) for cell, one in zip(cells, chosen, strict=True)}
    return len(named - {""})


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _columns(table: ListTable, start: int, lines: Cells, choices: Choices) -> TableColumns:
    headings = table.rows[start] if table.rows else []
    first: dict[int, list[str]] = {}
    for cells in lines:
        for place, cell in enumerate(cells[: len(headings)]):
            if cell.strip() and len(first.get(place, ())) < ENOUGH_TEXTS:
                first.setdefault(place, []).append(" ".join(cell.split())[:_SAMPLE])
    columns = columns_of(headings, first, choices)
    samples = (first.get(column.place, [""])[0] for column in columns)
    return TableColumns(table.sheet, columns, tuple(samples))


def _row(line: int, cells: list[str], columns: Sequence[Column], width: int) -> Row:
    return judged(row_of(line, cells, columns, ragged=any(map(str.strip, cells[width:]))))
