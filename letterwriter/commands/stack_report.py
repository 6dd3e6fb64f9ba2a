"""What ``letterwriter stack`` says of a list before anything is printed."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from letterwriter.files.messages import message
from letterwriter.mailmerge.columns.choices import names_of_meanings
from letterwriter.mailmerge.columns.columns import Column
from letterwriter.mailmerge.jobs import Checked
from letterwriter.mailmerge.letterheads import Letterhead
from letterwriter.mailmerge.messages import row_place
from letterwriter.mailmerge.people import People, TableColumns
from letterwriter.mailmerge.rows import Row

_LEFT_HALF = 40  # characters, of the recipient's lines beside the sender's


def stack_report(found: Checked) -> Iterator[str]:
    """The lines: what was read, how letters begin, letters by MP, and every doubt by line."""
    people, made = found.people, found.stack
    counts = {"count": f"{made.count:,}", "piles": str(len(made.by_member))}
    yield message("stack", "terminal-read", rows=f"{len(people.rows):,}", **counts)
    if people.hidden:
        yield message("stack", "terminal-hidden", hidden=f"{people.hidden:,}")
    yield from people.notes
    yield from columns_report(people)
    if found.heads:
        yield message("stack", "terminal-letterheads")
    for head in found.heads:
        yield from _head(head)
    for batch in made.by_member:
        slots = {"mp": batch.to.member.name, "constituency": batch.to.constituency.name}
        yield message("stack", "terminal-pile", **slots, count=str(len(batch.requests)))
    if made.office_unknown:
        yield message("volunteers", "office-unknown-many")
    yield from _rows(found)


def columns_report(people: People) -> Iterator[str]:
    """Which columns were read as what, and which were not."""
    several = len({table.sheet for table in people.tables}) > 1
    for table in people.tables:
        used = ", ".join(_column(column) for column in table.columns if column.used)
        if several:
            yield message("stack", "terminal-columns-of-sheet", sheet=table.sheet, columns=used)
        else:
            yield message("stack", "terminal-columns", columns=used)
        yield from _unused(table)
    asked = [column.label for column, _ in people.columns if column.asked]
    if asked or people.lacking:
        labels = [*asked, *(column.label for column, _ in people.columns)]
        meanings = ", ".join(names_of_meanings())
        yield message("stack", "terminal-which", heading=labels[0], meanings=meanings)


def _column(column: Column) -> str:
    called = column.used.called if column.used else ""
    if called.casefold() == column.label.casefold():
        return column.label
    return message("stack", "terminal-column", heading=column.label, meaning=called)


def _unused(table: TableColumns) -> Iterator[str]:
    columns = [
        message(
            "stack",
            "terminal-unused-column",
            heading=column.label,
            why=message("stack", f"unused-{column.unused}"),
        )
        for column in table.columns
        if column.unused
    ]
    if columns:
        yield message("stack", "terminal-unused", columns=", ".join(columns))


def _head(head: Letterhead) -> Iterator[str]:
    """The top of a letter as on paper: the sender and the date at the right."""
    yield ""
    for left, right in zip_longest(head.recipient, (*head.sender, head.date), fillvalue=""):
        yield f"    {left:{_LEFT_HALF}}{right}".rstrip()
    yield f"    {head.salutation},"
    yield ""


def _rows(found: Checked) -> Iterator[str]:
    for key, rows in (
        ("terminal-note-count", found.noted),
        ("terminal-doubt-count", found.doubtful),
        ("terminal-bad-count", found.bad),
    ):
        yield from _counted(key, rows)


def _counted(key: str, rows: Sequence[tuple[Row, str]]) -> Iterator[str]:
    if rows:
        yield message("stack", key, count=f"{len(rows):,}")
    for row, why in rows:
        name = f", {row.name}" if row.name else ""
        yield message("stack", "terminal-bad", line=f"{row_place(row)}{name}", reason=why)
