"""A table of texts to people, by its headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from letterwriter.mailmerge.cells.judging import judged
from letterwriter.mailmerge.columns.cells import row_of
from letterwriter.mailmerge.columns.choices import folded_label
from letterwriter.mailmerge.columns.columns import Column, columns_of, family, missing_columns
from letterwriter.mailmerge.columns.meanings import meant_by
from letterwriter.mailmerge.columns.words import OURS, Meaning
from letterwriter.mailmerge.rows import Row
from letterwriter.mailmerge.tables.list_table import ListTable, ListTables
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.workbook import Cells

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
        return next(filled, 0)


def _told_apart(cells: Sequence[str], choices: Choices) -> int:
    """How many different things these headings name."""
    chosen = (choices.get(folded_label(cell)) for cell in cells)
    named = {family(one) if one else _field(cell) for cell, one in zip(cells, chosen, strict=True)}
    return len(named - {""})


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _columns(table: ListTable, start: int, lines: Cells, choices: Choices) -> TableColumns:
    headings = table.rows[start] if table.rows else []
    first: dict[int, str] = {}
    for cells in lines:
        for place, cell in enumerate(cells[: len(headings)]):
            if place not in first and cell.strip():
                first[place] = " ".join(cell.split())[:_SAMPLE]
    columns = columns_of(headings, first.keys(), choices)
    return TableColumns(
        table.sheet, columns, tuple(first.get(column.place, "") for column in columns)
    )


def _row(line: int, cells: list[str], columns: Sequence[Column], width: int) -> Row:
    return judged(row_of(line, cells, columns, ragged=any(map(str.strip, cells[width:]))))
