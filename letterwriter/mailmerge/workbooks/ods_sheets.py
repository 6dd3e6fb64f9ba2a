"""The sheets and rows of an .ods file: how much they hold; what is hidden, filtered, merged."""

from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.grid import Grid
from letterwriter.mailmerge.workbooks.limits import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Allowance,
    claimed,
)
from letterwriter.mailmerge.workbooks.markup import Attributes

_CELLS = ("table-cell", "covered-table-cell")
_OF_TABLES = ("table", "table-row", *_CELLS)
# What a cell may hold without any text in it.
_VALUES = (
    "office:value",
    "office:boolean-value",
    "office:date-value",
    "office:string-value",
    "office:time-value",
    "table:formula",
)
_LONGEST_ERROR = 20  # characters
_PASSED_OVER = ("tracked-changes", "shapes")  # what cells were once, and drawings


class SheetsReader:
    """Fills ``grids``. Tables in anything but a spreadsheet are refused."""

    def __init__(self, allowance: Allowance) -> None:
        self.grids: list[Grid] = []
        self._allowance = allowance
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._in_spreadsheet = False
        self._passing = 0  # how deep within something passed over
        self._grid: Grid | None = None
        self._row: _Row | None = None
        self._top = self._next_column = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        """A sheet, a column, a row, a cell, or something within a cell."""
        if self._passing or tag in _PASSED_OVER:
            if tag in _OF_TABLES:
                raise Unreadable(Defect.UNSAFE)
            self._passing += 1
        elif self._row:
            self._row.start(tag, attributes)
        elif self._grid:
            self._part(self._grid, tag, attributes)
        else:
            self._before(tag, attributes)

    def end(self, tag: str) -> None:
        """The end of any of them."""
        if self._passing:
            self._passing -= 1
        elif self._row and tag == "table-row":
            self._row.finish()
            self._top += self._row.down
            self._row = None
        elif self._row:
            self._row.end(tag)
        elif self._grid and tag == "table":
            self._grid.finish()
            self._grid = None

    def text(self, words: str) -> None:
        """Some of the text of a cell."""
        if self._row:
            self._row.text(words)

    def _before(self, tag: str, attributes: Attributes) -> None:
        """What stands outside the sheets: styles, and where a sheet begins."""
        if tag == "spreadsheet":
            self._in_spreadsheet = True
        elif tag == "style":
            self._style = attributes.get("style:name", "")
        elif tag == "table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif tag == "table":
            self._sheet(attributes)

    def _sheet(self, attributes: Attributes) -> None:
        name = attributes.get("table:name", "")
        if not self._in_spreadsheet:  # a text with a table in it
            raise Unreadable(Defect.NOT_A_LIST)
        if any(name == grid.name for grid in self.grids):
            raise Unreadable(Defect.UNSAFE)
        visible = attributes.get("table:style-name", "") not in self._hidden_styles
        self._grid = Grid(name, self._allowance, visible=visible)
        self.grids.append(self._grid)
        self._top = self._next_column = 0

    def _part(self, grid: Grid, tag: str, attributes: Attributes) -> None:
        seen = attributes.get("table:visibility", "visible")
        if tag == "table-column":
            first = self._next_column
            self._next_column += _repeated(attributes, "columns-repeated", MOST_COLUMNS)
            if seen != "visible":
                grid.hidden_columns.append((first, self._next_column))
        elif tag == "table-row":
            self._row = _Row(grid, self._allowance, self._top, attributes)
            rows = (self._top, self._top + self._row.down)
            if seen != "visible":
                grid.hidden_rows.append(rows)
            if seen == "filter":
                grid.filters.append(rows)
        elif tag in _OF_TABLES:
            raise Unreadable(Defect.UNSAFE)


class _Row:
    """One row, or ``down`` of them, and the length of all text in each of its cells."""

    def __init__(self, grid: Grid, allowance: Allowance, top: int, attributes: Attributes) -> None:
        self.down = _repeated(attributes, "rows-repeated", MOST_ROWS)
        self._grid, self._allowance, self._top = grid, allowance, top
        self._column = self._across = self._length = self._paragraphs = 0
        self._in_cell = self._error = False
        self._said = ""

    def start(self, tag: str, attributes: Attributes) -> None:
        """A cell, or something in one."""
        if tag in _OF_TABLES and (self._in_cell or tag not in _CELLS):
            raise Unreadable(Defect.UNSAFE)
        if tag == "s":
            self._length += claimed(attributes.get("text:c", "1"), LONGEST_CELL)
        elif tag == "p":
            self._length += self._paragraphs > 0  # a new line
            self._paragraphs += 1
        elif tag in _CELLS:
            self._in_cell = True
            self._across = _repeated(attributes, "columns-repeated", MOST_COLUMNS)
            self._length = sum(len(attributes.get(name, "")) for name in _VALUES)
            self._paragraphs = 0
            self._error = attributes.get("calcext:value-type") == "error"
            self._said = ""
            down = _repeated(attributes, "rows-spanned", MOST_ROWS)
            across = _repeated(attributes, "columns-spanned", MOST_COLUMNS)
            rows = (self._top, self._top + down)
            self._grid.merge(rows, (self._column, self._column + across))

    def end(self, tag: str) -> None:
        """A cell is whole once it ends."""
        if self._in_cell and tag in _CELLS:
            self._in_cell = False
            if self._length:
                place = self._top, self._column
                self._grid.put(place, self._length, down=self.down, across=self._across)
            if self._said:
                self._grid.put_error((self._top, self._column), self._said)
            self._column += self._across

    def text(self, words: str) -> None:
        """Some text in a cell, notes pinned to it included."""
        if self._in_cell:
            self._length += len(words)
            if self._error and len(self._said) < _LONGEST_ERROR:
                self._said += words

    def finish(self) -> None:
        """The library writes out what stands before the last cell, even if all is empty."""
        self._allowance.pass_over(self._column - self._across)


def _repeated(attributes: Attributes, what: str, most: int) -> int:
    """How often something stands there, or how far it reaches: once at least."""
    return max(1, claimed(attributes.get(f"table:number-{what}", "1"), most))
