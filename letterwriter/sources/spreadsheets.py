"""Excel files (.xlsx) to rows of texts, in memory, and nothing in them obeyed.

Formulas are never worked out: a cell that has one gives the value that was
saved with it. Before the library sees a file, its parts are unpacked here
within limits and packed again as they are, so that neither a small file that
unpacks to gigabytes, nor XML that multiplies itself, nor one cell in the last
corner of a sheet can take the memory of everybody else.
"""

import re
from datetime import date, datetime, time
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from letterwriter.sources.unreadable import Fault, Unreadable

MOST_UNPACKED = 40 * 1024 * 1024  # bytes: 2,000 rows with long stories, many times over
MOST_PARTS = 500  # a spreadsheet has about twelve
MOST_CELLS = 1_000_000  # of the rectangle that holds all that is written

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# What is left unopened: pictures, fonts, macros, caches. The library needs none of them.
_NEEDED = re.compile(r"(?:\[Content_Types\]|_rels/.*|xl/.*)\.(?:xml|rels)", re.IGNORECASE)


def read_xlsx(content: bytes) -> list[list[str]]:
    """The rows of the first sheet that has any, from its first row on. Raises `Unreadable`."""
    repacked = _repacked(content)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(repacked)) as workbook:
            for index in range(len(workbook.sheet_names)):
                sheet = workbook.get_sheet_by_index(index)
                rows = sheet.to_python(skip_empty_area=False)
                if any(cell != "" for row in rows for cell in row):
                    return [[_text(cell) for cell in row] for row in rows]
    except CalamineError:
        raise Unreadable(Fault.BROKEN) from None
    raise Unreadable(Fault.EMPTY)


def _repacked(content: bytes) -> bytes:
    """The parts that matter, each looked at, packed without compression."""
    packed = BytesIO()
    left = MOST_UNPACKED
    try:
        with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w") as new:
            parts = old.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Unreadable(Fault.UNSAFE)
            if "xl/workbook.xml" not in old.namelist():
                raise Unreadable(Fault.NOT_A_LIST)
            for part in filter(lambda part: _NEEDED.fullmatch(part.filename), parts):
                if part.flag_bits & 1:  # encrypted
                    raise Unreadable(Fault.OLD_EXCEL)
                with old.open(part) as stream:
                    words = stream.read(left + 1)  # whatever size the file itself claims
                left -= len(words)
                if left < 0:
                    raise Unreadable(Fault.UNSAFE)
                _look_at(words)
                new.writestr(part.filename, words)
    except (BadZipFile, NotImplementedError, EOFError, OSError, ValueError, expat.ExpatError):
        raise Unreadable(Fault.BROKEN) from None
    return packed.getvalue()


def _look_at(words: bytes) -> None:
    """Refuse XML that defines anything, and sheets that are spread too far."""
    corner = _Corner()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = corner.see
    parser.Parse(words, True)  # noqa: FBT003  # C takes no names


def _refuse(*_: object) -> None:
    raise Unreadable(Fault.UNSAFE)


class _Corner:
    """How far down and to the right the cells that hold something go."""

    def __init__(self) -> None:
        self.row = self.column = self._rows = self._columns = 0

    def see(self, name: str, attributes: dict[str, str]) -> None:
        """Note an element of a sheet: its rows and cells say where they stand, or come next."""
        tag = name.rpartition(" ")[2]
        if tag == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
        elif tag == "c":
            found = _REFERENCE.fullmatch(attributes.get("r", ""))
            if attributes.get("r") and not found:
                raise Unreadable(Fault.BROKEN)
            self.column = _number(found[1]) if found else self.column + 1
            self.row = int(found[2]) if found else self.row
        elif tag in ("v", "is", "f"):
            self._rows, self._columns = max(self._rows, self.row), max(self._columns, self.column)
            if self._rows * self._columns > MOST_CELLS:
                raise Unreadable(Fault.TOO_SPREAD)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _text(cell: object) -> str:
    """A cell as the list would show it: whole numbers without a point, days as in Britain."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return str(cell)
