"""A list of people, as CSV or a spreadsheet, to rows; all in memory, nothing written anywhere."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import StringIO
from itertools import islice

from letterwriter.files.messages import word_lists
from letterwriter.mailmerge.rows import Row
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.reading import is_workbook, read_workbook
from letterwriter.mailmerge.workbooks.workbook import Cells
from letterwriter.text.clean_text import CleanText
from letterwriter.text.cleaning import clean
from letterwriter.text.csv_cells import as_csv, unguarded

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 2_000
_HEADINGS_WITHIN = 10  # rows: some lists begin with a title
_NEEDED = ("name", "address", "postcode")
_SEPARATORS = ",;\t"
_MOST_COLUMNS = 1_000  # each is looked up among the headings
_MOST_LINES = 20_000  # empty ones too: a small file can hold millions


@dataclass(frozen=True, slots=True)
class People:
    """A list as it was read; ``ignored`` are the headings that mean nothing to us.

    ``hidden`` is how many of the rows are out of sight in their spreadsheet.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    ignored: tuple[str, ...]
    table: Cells
    hidden: int = 0

    @property
    def as_csv(self) -> str:
        """The whole list once more, every row on its own line number, for `read_list`."""
        return as_csv(self.table)


def read_list(content: bytes) -> People:
    """Read a CSV file (UTF-8, UTF-16 or Windows-1252), .xlsx, .xls or .ods. Raises `Unreadable`.

    Of a workbook, the first sheet that holds anything is read, those in sight first.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable(Defect.TOO_LARGE, megabytes=str(MOST_BYTES // 1024**2))
    if is_workbook(content):
        sheet = read_workbook(content).first_filled
        if not sheet:
            raise Unreadable(Defect.EMPTY)
        return people([list(row) for row in sheet.rows], sheet.hidden_rows)
    return read_text(_decoded(content))


def read_text(text: str) -> People:
    """Read the text of a CSV file. Raises `Unreadable`."""
    if not text.strip():
        raise Unreadable(Defect.EMPTY)
    return people(_parsed(text))


def people(table: Cells, hidden: frozenset[int] = frozenset()) -> People:
    """The people in a table of texts, some of whose lines are hidden. Raises `Unreadable`."""
    if max(map(len, table), default=0) > _MOST_COLUMNS:
        raise Unreadable(Defect.TOO_SPREAD)
    start, fields = _headings_row(table)
    if missing := [headings()[name][0] for name in _NEEDED if name not in fields]:
        raise Unreadable(Defect.MISSING_HEADINGS, missing=", ".join(missing))
    numbered = enumerate(table[start + 1 :], start + 2)
    filled = ((line, cells) for line, cells in numbered if any(map(str.strip, cells)))
    rows = tuple(_row(line, cells, fields) for line, cells in islice(filled, MOST_ROWS + 1))
    if not rows:
        raise Unreadable(Defect.NO_ROWS)
    if len(rows) > MOST_ROWS:
        raise Unreadable(Defect.TOO_MANY_ROWS, rows=f"{MOST_ROWS:,}")
    found = People(
        headings=tuple(table[start]),
        rows=rows,
        ignored=tuple(h for h, f in zip(table[start], fields, strict=True) if not f and h.strip()),
        table=table,
        hidden=sum(row.line in hidden for row in rows),
    )
    if len(found.as_csv.encode(errors="replace")) > MOST_BYTES:
        raise Unreadable(Defect.TOO_LARGE, megabytes=str(MOST_BYTES // 1024**2))
    return found


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    for order in ("utf-16-le", "utf-16-be"):  # without a mark, every other byte is 0
        zeros = content[1::2] if order == "utf-16-le" else content[::2]
        if content[:4].count(0) == 2 and zeros[:2] == b"\0\0":
            return content.decode(order, "replace")
    if b"\0" in content[:4096] or content.startswith((b"%PDF", b"{\\rtf", b"<")):
        raise Unreadable(Defect.NOT_A_LIST)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")  # what Excel on Windows calls CSV


def _parsed(text: str) -> Cells:
    """The table by the separator under which most headings are known."""
    text = text.removeprefix("\ufeff")
    declared = re.match(r"sep=(.)\r?\n", text)  # Excel's own way of naming its separator
    if declared:
        return [[], *_split(text[declared.end() :], declared[1])]
    start = text[:4096]
    return _split(text, max(_SEPARATORS, key=lambda separator: _known_in(start, separator)))


def _known_in(start: str, separator: str) -> int:
    rows = csv.reader(StringIO(start, newline=""), delimiter=separator)
    try:
        first = [cells for _, cells in zip(range(_HEADINGS_WITHIN), rows, strict=False)]
    except csv.Error:
        return 0
    return max((sum(map(bool, _fields(cells))) for cells in first), default=0)


def _split(text: str, separator: str) -> Cells:
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        rows = list(islice(reader, _MOST_LINES + 1))
    except csv.Error:
        raise Unreadable(Defect.QUOTES) from None
    if len(rows) > _MOST_LINES:
        raise Unreadable(Defect.TOO_MANY_ROWS, rows=f"{MOST_ROWS:,}")
    return [[unguarded(cell) for cell in row] for row in rows]


def _headings_row(table: Cells) -> tuple[int, list[str]]:
    """Where the headings stand, and the field of each column, empty where none is meant."""
    found = [_fields(cells) for cells in table[:_HEADINGS_WITHIN]]
    start, fields = max(enumerate(found), key=lambda row: len(set(row[1]) - {""}), default=(0, []))
    if len(set(fields) - {""}) < 2:  # one word such as "Name" may stand in a title
        raise Unreadable(Defect.NO_HEADINGS)
    return start, fields


def _row(line: int, cells: list[str], fields: list[str]) -> Row:
    """A row's values by field. Missing cells are empty ones."""
    values: dict[str, list[CleanText]] = {}
    for field, cell in zip(fields, cells, strict=False):
        if field and (text := clean(cell)):
            values.setdefault(field, []).append(text)
    parts = {"name": " ", "address": "\n", "story": "\n\n", "concerns": "; ", "why": " "}
    joined = {f: CleanText(parts[f].join(v)) if f in parts else v[0] for f, v in values.items()}
    ragged = any(map(str.strip, cells[len(fields) :]))
    return Row(line, tuple(cells), ragged=ragged, **joined)


def _fields(cells: list[str]) -> list[str]:
    return [_known().get(_folded(cell), "") for cell in cells]


def _folded(heading: str) -> str:
    """A heading without case, spaces, marks, brackets and the number of an address line."""
    lines = heading.casefold().split("\n")
    plain = "".join(filter(str.isalnum, "".join(map(_without_brackets, lines))))
    end = len(plain)
    while end and plain[end - 1].isdecimal():
        end -= 1
    return plain[:end]


def _without_brackets(line: str) -> str:
    """A line without what stands in round or square brackets. Those that nothing closes stay.

    Looking for the last closing ones first keeps a line of opening ones from being read for each.
    """
    last = {"(": (")", line.rfind(")")), "[": ("]", line.rfind("]"))}
    kept, at = [], 0
    while at < len(line):
        closing, end = last.get(line[at], ("", -1))
        if at < end:
            at = line.index(closing, at)
        else:
            kept.append(line[at])
        at += 1
    return "".join(kept)


@cache
def _known() -> Mapping[str, str]:
    return {_folded(heading): field for field, called in headings().items() for heading in called}


def headings() -> Mapping[str, list[str]]:
    """What the column of each field of a `Row` may be called; the first is our own name for it."""
    return word_lists("list_headings")
