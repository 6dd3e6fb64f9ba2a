"""A sheet while it is looked at: each cell is counted where it stands, and marks are noted."""

from collections.abc import Iterable

from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.limits import MOST_ERRORS, MOST_MERGED, Allowance
from letterwriter.mailmerge.workbooks.workbook import Cells, Merged, Sheet

_LONGEST_ERROR = 20  # characters
Span = tuple[int, int]  # the first, counted from 0, and the one after the last


class Grid:
    """Takes cells and marks in any order. Rows and columns count from 0 here."""

    def __init__(self, name: str, allowance: Allowance, *, visible: bool = True) -> None:
        allowance.take_sheet(name)
        self.name, self.visible = name, visible
        self.hidden_rows: list[Span] = []
        self.filters: list[Span] = []  # rows on which a filter works: those hidden are filtered
        self.hidden_columns: list[Span] = []
        self._merged: list[Merged] = []
        self._errors: dict[tuple[int, int], str] = {}
        self._allowance = allowance
        self._height = self._width = 0

    def put(self, at: tuple[int, int], length: int, *, down: int = 1, across: int = 1) -> None:
        """Count a text in a cell, or in ``down`` times ``across`` cells from there."""
        row, column = at
        if row + down > self._height or column + across > self._width:
            self._height = max(self._height, row + down)
            self._width = max(self._width, column + across)
            self._allowance.fits(self._height, self._width)
        self._allowance.take_text(length, down * across)

    def put_error(self, at: tuple[int, int], error: str) -> None:
        """Note what a cell shows whose formula failed, as #REF!: the library gives nothing."""
        if len(self._errors) == MOST_ERRORS:
            raise Unreadable(Defect.TOO_SPREAD)
        self._errors[at] = error[:_LONGEST_ERROR]

    def merge(self, rows: Span, columns: Span) -> None:
        """Note that these cells are shown as one."""
        if len(self._merged) == MOST_MERGED:
            raise Unreadable(Defect.TOO_SPREAD)
        if rows[1] - rows[0] > 1 or columns[1] - columns[0] > 1:
            self._merged.append(Merged(rows[0] + 1, columns[0] + 1, rows[1], columns[1]))

    def finish(self) -> None:
        """No cell comes any more."""
        self._allowance.finish(self._height, self._width)

    def sheet(self, table: Cells) -> Sheet:
        """The marks with the texts, up to the last row and column that hold any."""
        for (row, column), error in self._errors.items():
            table += [[] for _ in range(row + 1 - len(table))]
            table[row] += [""] * (column + 1 - len(table[row]))
            table[row][column] = table[row][column] or error
        height = max((row for row, cells in enumerate(table, 1) if any(cells)), default=0)
        width = max((n for cells in table for n, text in enumerate(cells, 1) if text), default=0)
        hidden = _numbers(self.hidden_rows, height)
        return Sheet(
            name=self.name,
            rows=tuple((*row[:width], *[""] * (width - len(row))) for row in table[:height]),
            visible=self.visible,
            hidden_rows=hidden,
            filtered_rows=hidden & _numbers(self.filters, height),
            hidden_columns=_numbers(self.hidden_columns, width),
            merged=tuple(
                each for each in self._merged if each.top <= height and each.left <= width
            ),
        )


def _numbers(spans: Iterable[Span], most: int) -> frozenset[int]:
    """What the spans cover up to ``most``, counted from 1. Takes no longer if they overlap."""
    found: set[int] = set()
    done = 0
    for start, end in sorted(spans):
        found.update(range(max(start, done) + 1, min(end, most) + 1))
        done = max(done, end)
    return frozenset(found)
