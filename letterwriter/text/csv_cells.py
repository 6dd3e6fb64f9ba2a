"""CSV that a spreadsheet opens with every cell as text, and that reads back as it was."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

# What spreadsheets take for a formula, in ordinary and in wide characters. Source: OWASP,
# "CSV Injection".
_BEGINNINGS = tuple("=+-@＝＋－＠")


def as_csv(table: Iterable[Sequence[str]]) -> str:
    """The table as CSV, a ``'`` before each cell that looks like a formula."""
    out = StringIO(newline="")
    # All quoted, since a program that splits cells at semicolons would else make new ones.
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in table)
    return out.getvalue()


def guarded(cell: str) -> str:
    """A cell with ``'`` before it if it looks like a formula, guarded or not."""
    return f"'{cell}" if _is_formula(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _is_formula(cell) else cell


def _is_formula(cell: str) -> bool:
    """Whether it looks like one behind its guards and spaces."""
    return cell.lstrip("'").lstrip().startswith(_BEGINNINGS)
