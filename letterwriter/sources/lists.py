"""A list of people, as a CSV or Excel file, to rows; all in memory, nothing written anywhere."""

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import StringIO
from itertools import islice

from letterwriter.domain.cleaning import clean
from letterwriter.domain.guarded_csv import unguarded, written
from letterwriter.domain.rows import Row
from letterwriter.paths import TEMPLATES
from letterwriter.sources.unreadable import Fault, Unreadable

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 2_000
_HEADINGS_WITHIN = 10  # rows: some lists begin with a title
_NEEDED = ("name", "address", "postcode")
_SEPARATORS = ",;\t"
_MOST_LINES = 20_000  # empty ones too: a small file can hold millions

Table = list[list[str]]


@dataclass(frozen=True, slots=True)
class People:
    """A list as it was read; ``ignored`` are the headings that mean nothing to us."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    ignored: tuple[str, ...]
    table: Table

    @property
    def as_csv(self) -> str:
        """The whole list once more, every row on its own line number, for `read_list`."""
        return written(self.table)


def read_list(content: bytes) -> People:
    """Read a CSV file (UTF-8, UTF-16 or Windows-1252) or an .xlsx file. Raises `Unreadable`."""
    if len(content) > MOST_BYTES:
        raise Unreadable(Fault.TOO_LARGE, megabytes=str(MOST_BYTES // 1024**2))
    if content.startswith(b"PK\x03\x04"):
        from letterwriter.sources.spreadsheets import read_xlsx  # noqa: PLC0415  # few need it

        return people(read_xlsx(content))
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(Fault.OLD_EXCEL)
    return read_text(_decoded(content))


def read_text(text: str) -> People:
    """Read the text of a CSV file. Raises `Unreadable`."""
    if not text.strip():
        raise Unreadable(Fault.EMPTY)
    return people(_parsed(text))


def people(table: Table) -> People:
    """The people in a table of texts. Raises `Unreadable`."""
    start, fields = _headings_row(table)
    if missing := [headings()[name][0] for name in _NEEDED if name not in fields]:
        raise Unreadable(Fault.MISSING_HEADINGS, missing=", ".join(missing))
    numbered = enumerate(table[start + 1 :], start + 2)
    filled = ((line, cells) for line, cells in numbered if any(map(str.strip, cells)))
    rows = tuple(_row(line, cells, fields) for line, cells in filled)
    if not rows:
        raise Unreadable(Fault.NO_ROWS)
    if len(rows) > MOST_ROWS:
        raise Unreadable(Fault.TOO_MANY_ROWS, rows=f"{MOST_ROWS:,}")
    found = People(
        headings=tuple(table[start]),
        rows=rows,
        ignored=tuple(h for h, f in zip(table[start], fields, strict=True) if not f and h.strip()),
        table=table,
    )
    if len(found.as_csv.encode(errors="replace")) > MOST_BYTES:
        raise Unreadable(Fault.TOO_LARGE, megabytes=str(MOST_BYTES // 1024**2))
    return found


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    for order in ("utf-16-le", "utf-16-be"):  # without a mark, every other byte is 0
        zeros = content[1::2] if order == "utf-16-le" else content[::2]
        if content[:4].count(0) == 2 and zeros[:2] == b"\0\0":
            return content.decode(order, "replace")
    if b"\0" in content[:4096] or content.startswith((b"%PDF", b"{\\rtf", b"<")):
        raise Unreadable(Fault.NOT_A_LIST)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")  # what Excel on Windows calls CSV


def _parsed(text: str) -> Table:
    """The table by the separator under which most headings are known."""
    text = text.removeprefix("\ufeff")
    told = re.match(r"sep=(.)\r?\n", text)  # Excel's own way of telling
    if told:
        return [[], *_split(text[told.end() :], told[1])]
    start = text[:4096]
    return _split(text, max(_SEPARATORS, key=lambda separator: _known_in(start, separator)))


def _known_in(start: str, separator: str) -> int:
    rows = csv.reader(StringIO(start, newline=""), delimiter=separator)
    try:
        first = [cells for _, cells in zip(range(_HEADINGS_WITHIN), rows, strict=False)]
    except csv.Error:
        return 0
    return max((sum(map(bool, _fields(cells))) for cells in first), default=0)


def _split(text: str, separator: str) -> Table:
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        rows = list(islice(reader, _MOST_LINES + 1))
    except csv.Error:
        raise Unreadable(Fault.QUOTES) from None
    if len(rows) > _MOST_LINES:
        raise Unreadable(Fault.TOO_MANY_ROWS, rows=f"{MOST_ROWS:,}")
    return [[unguarded(cell) for cell in row] for row in rows]


def _headings_row(table: Table) -> tuple[int, list[str]]:
    """Where the headings stand, and the field of each column, empty where none is meant."""
    found = [_fields(cells) for cells in table[:_HEADINGS_WITHIN]]
    start, fields = max(enumerate(found), key=lambda row: len(set(row[1]) - {""}), default=(0, []))
    if len(set(fields) - {""}) < 2:  # one word such as "Name" may stand in a title
        raise Unreadable(Fault.NO_HEADINGS)
    return start, fields


def _row(line: int, cells: list[str], fields: list[str]) -> Row:
    """A row's values by field. Missing cells are empty ones."""
    values: dict[str, list[str]] = {}
    for field, cell in zip(fields, cells, strict=False):
        if field and (text := clean(cell)):
            values.setdefault(field, []).append(text)
    parts = {"name": " ", "address": "\n", "story": "\n\n", "concerns": "; "}
    joined = {f: parts[f].join(v) if f in parts else v[0] for f, v in values.items()}
    ragged = any(map(str.strip, cells[len(fields) :]))
    return Row(line, tuple(cells), ragged=ragged, **joined)


def _fields(cells: list[str]) -> list[str]:
    return [_known().get(_folded(cell), "") for cell in cells]


def _folded(heading: str) -> str:
    """A heading without case, spaces, marks, brackets and the number of an address line."""
    plain = re.sub(r"\(.*?\)|\[.*?\]", "", heading.casefold())
    return re.sub(r"\d+$", "", "".join(filter(str.isalnum, plain)))


@cache
def _known() -> Mapping[str, str]:
    return {_folded(heading): field for field, called in headings().items() for heading in called}


@cache
def headings() -> Mapping[str, list[str]]:
    """What the column of each field of a `Row` may be called; the first is our own name for it."""
    return tomllib.loads((TEMPLATES / "words" / "list_headings.toml").read_text("utf-8"))
