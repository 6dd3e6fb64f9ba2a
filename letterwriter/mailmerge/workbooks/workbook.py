"""What was read from a workbook, and its values as text.

Lines and columns count from 1, as spreadsheets show them.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Value = str | float | date | time | timedelta  # bool, int and datetime are among these
Cells = list[list[str]]


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that are cell_text as one; the text stands in the first. Both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, from its first line and column to the last that hold text; all rows equally long.

    ``hidden_rows`` are all lines out of sight, ``filtered_rows`` those of them
    that a filter took away. Excel's old format says only where a filter may
    work, so there every hidden line in its reach counts as filtered. What is
    hidden beyond the rows and columns is left out.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    filtered_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets in the order of their tabs; charts and macros are left out."""

    sheets: tuple[Sheet, ...]


def cell_text(value: Value) -> str:
    """A value as a list would show it. A time that is longer than a day stays hours."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(value)
