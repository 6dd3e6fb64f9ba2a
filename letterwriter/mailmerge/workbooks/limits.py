"""How much a workbook may hold, whatever its format. A list of people needs a small part of it."""

from letterwriter.mailmerge.unreadable import Defect, Unreadable

LONGEST_CELL = 32_767  # characters: Excel's own limit
MOST_CELLS = 1_000_000  # of the rectangles that hold all that is written
MOST_TEXT = 10 * 1024 * 1024  # characters in all cells, a text used twice counted twice
MOST_STEPS = 1_000_000  # elements of XML or records of .xls, in all sheets together
MOST_SHEETS = 255
MOST_MERGED = 10_000  # in a sheet
MOST_ERRORS = 10_000  # cells of a sheet whose formula failed
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # a sheet's size in Excel; others have no larger ones
LONGEST_NAME = 255  # characters: what a sheet is called; Excel takes 31


class Allowance:
    """What is left to one file of the limits. Each method raises `Unreadable` once it is spent."""

    def __init__(self) -> None:
        self._cells, self._text, self._steps = MOST_CELLS, MOST_TEXT, MOST_STEPS
        self._sheets, self._passed = MOST_SHEETS, MOST_CELLS

    def step(self) -> None:
        """One element or record more is looked at."""
        self._steps -= 1
        if self._steps < 0:
            raise Unreadable(Defect.TOO_SPREAD)

    def take_sheet(self, name: str) -> None:
        """One sheet more."""
        self._sheets -= 1
        if self._sheets < 0 or len(name) > LONGEST_NAME:
            raise Unreadable(Defect.UNSAFE)

    def take_text(self, length: int, times: int) -> None:
        """A text of ``length`` characters stands in ``times`` cells more."""
        if length > LONGEST_CELL:
            raise Unreadable(Defect.CELL_TOO_LONG, longest=f"{LONGEST_CELL:,}")
        self._text -= length * times
        if self._text < 0:
            raise Unreadable(Defect.TOO_MUCH_TEXT, millions=str(MOST_TEXT // 1024**2))

    def fits(self, height: int, width: int) -> None:
        """Whether a sheet may be so large, after those that were finished."""
        if height * width > self._cells:
            raise Unreadable(Defect.TOO_SPREAD)

    def pass_over(self, cells: int) -> None:
        """So many cells of a row are written out, though they may all be empty."""
        self._passed -= cells
        if self._passed < 0:
            raise Unreadable(Defect.TOO_SPREAD)

    def finish(self, height: int, width: int) -> None:
        """A sheet is done, and keeps its cells."""
        self.fits(height, width)
        self._cells -= height * width


def claimed(text: str, most: int) -> int:
    """A whole number that a file claims, from 0 to ``most``. Raises `Unreadable` for any other."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 20):
        raise Unreadable(Defect.BROKEN)
    if int(text) > most:
        raise Unreadable(Defect.UNSAFE)
    return int(text)
