"""One sheet of an .xlsx file: how much its cells hold, and what is hidden, filtered and merged."""

import re
from collections.abc import Sequence

from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.grid import Grid, Span
from letterwriter.mailmerge.workbooks.limits import MOST_COLUMNS, MOST_ROWS, claimed
from letterwriter.mailmerge.workbooks.markup import Attributes

_MOST_STRINGS = 2**32 - 1
_LONGEST_ERROR = 20  # characters
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


class Filter:
    """Tells a grid on which rows a filter works, if it has conditions."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._rows: Span = (0, 0)

    def start(self, tag: str, attributes: Attributes) -> None:
        """Note the filter's range and conditions."""
        if tag == "autoFilter":
            self._rows = _range(attributes.get("ref", ""))[0]
        elif tag == "filterColumn":
            self._grid.filters.append(self._rows)

    def end(self, tag: str) -> None:
        """Nothing ends here."""

    def text(self, words: str) -> None:
        """Nothing here is text."""


class SheetReader:
    """Counts the cells of a sheet into a grid, at the places where calamine will put them."""

    def __init__(self, grid: Grid, strings: Sequence[int]) -> None:
        self.has_tables = False
        self._grid, self._strings, self._filter = grid, strings, Filter(grid)
        self._row = self._column = 0  # where a cell stands that does not say
        self._cell: _Cell | None = None

    def start(self, tag: str, attributes: Attributes) -> None:
        """A row, a cell, a value, or a mark on any of them."""
        if self._cell:
            self._cell.start(tag)
        elif tag == "c":
            self._begin(attributes)
        elif tag == "row":
            self._row = claimed(attributes.get("r", str(self._row + 1)), MOST_ROWS) - 1
            if _hidden(attributes, "ht"):
                self._grid.hidden_rows.append((self._row, self._row + 1))
        else:
            self._mark(tag, attributes)

    def end(self, tag: str) -> None:
        """A cell is whole once it ends."""
        if tag == "c" and self._cell:
            if self._cell.values:
                self._grid.put(self._cell.at, self._cell.longest(self._strings))
            if self._cell.error:
                self._grid.put_error(self._cell.at, self._cell.error)
            self._cell = None
            self._column += 1
        elif self._cell:
            self._cell.end(tag)
        elif tag == "row":
            self._row += 1
            self._column = 0

    def text(self, words: str) -> None:
        """Some of a value."""
        if self._cell:
            self._cell.text(words)

    def _begin(self, attributes: Attributes) -> None:
        """A cell says where it stands, or comes next."""
        row, reference = self._row, attributes.get("r")
        if reference is not None:
            row, self._column = _place(reference)
        if not (0 <= row < MOST_ROWS and 0 <= self._column < MOST_COLUMNS):
            raise Unreadable(Defect.BROKEN)
        self._cell = _Cell((row, self._column), attributes.get("t", "n"))

    def _mark(self, tag: str, attributes: Attributes) -> None:
        if tag == "col" and _hidden(attributes, "width"):
            first = claimed(attributes.get("min", "1"), MOST_COLUMNS) - 1
            last = claimed(attributes.get("max", "1"), MOST_COLUMNS)
            self._grid.hidden_columns.append((first, last))
        elif tag == "mergeCell":
            self._grid.merge(*_range(attributes.get("ref", "")))
        elif tag == "tablePart":
            self.has_tables = True
        else:
            self._filter.start(tag, attributes)


def _hidden(attributes: Attributes, size: str) -> bool:
    return attributes.get("hidden") in ("1", "true") or attributes.get(size) == "0"


def _place(reference: str) -> tuple[int, int]:
    """The row and the column of a reference such as AB12, counted from 0."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise Unreadable(Defect.BROKEN)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _range(reference: str) -> tuple[Span, Span]:
    """The rows and the columns of a reference such as A1:C3."""
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    return (top, bottom + 1), (left, right + 1)


class _Cell:
    """All text within a cell, formulas included; ``at`` is its row and column."""

    def __init__(self, at: tuple[int, int], kind: str) -> None:
        self.at = at
        self.values = 0
        self.error = ""
        self._shared, self._is_error = kind == "s", kind == "e"
        self._in_value = False
        self._length = 0
        self._numbers: list[str] = []

    def start(self, tag: str) -> None:
        """A value begins."""
        if tag in ("c", "row"):  # where would this one end?
            raise Unreadable(Defect.BROKEN)
        if tag in ("v", "is"):
            self.values += 1
            self._in_value = tag == "v"

    def end(self, tag: str) -> None:
        """A value ends."""
        if tag == "v":
            self._in_value = False

    def text(self, words: str) -> None:
        """Some of it; after a comment or a mark such as &lt; it comes as another piece."""
        if self._shared and self._in_value:
            self._numbers.append(words)
        else:
            self._length += len(words)
            if self._is_error and self._in_value and len(self.error) < _LONGEST_ERROR:
                self.error += words

    def longest(self, strings: Sequence[int]) -> int:
        """The length of its text, at most. Raises `Unreadable` if two numbers could be meant."""
        if self._numbers and self.values == len(self._numbers) == 1:
            return self._length + strings[claimed(self._numbers[0], _MOST_STRINGS)]
        if self._numbers or (self._shared and self.values > 1):
            raise Unreadable(Defect.BROKEN)
        return self._length
