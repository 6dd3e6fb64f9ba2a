"""The bytes of a file to the tables in it: the one way in for whatever people bring."""

from dataclasses import replace

from letterwriter.files.messages import message
from letterwriter.mailmerge.tables.blocks import parted
from letterwriter.mailmerge.tables.encodings import Decoded, decoded
from letterwriter.mailmerge.tables.list_table import HeadingFields, ListTable, ListTables
from letterwriter.mailmerge.tables.restoring import restored
from letterwriter.mailmerge.tables.separated import cells_of
from letterwriter.mailmerge.tables.sheets import tables_of
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.reading import is_workbook, read_workbook

_LINES_NAMED = 20  # of those that were put right


def list_tables_in(content: bytes, fields: HeadingFields, most_rows: int) -> ListTables:
    """All that may be lists in a CSV file or workbook. Raises `Unreadable`."""
    if is_workbook(content):
        found = tables_of(read_workbook(content), fields)
    else:
        read = decoded(content)
        if read is None:
            raise Unreadable(Defect.NOT_A_LIST)
        found = _of_text(read, fields, most_rows)
    return parted(_put_right(found), fields)


def _of_text(read: Decoded, fields: HeadingFields, most_rows: int) -> ListTables:
    if not read.text.strip("\ufeff \t\r\n"):
        raise Unreadable(Defect.EMPTY)
    found = ListTables((ListTable(cells_of(read.text, fields, most_rows)),))
    if not read.guessed:
        return found
    cells = (cell.strip() for table in found.tables for row in table.rows for cell in row)
    sample = next((cell for cell in cells if not cell.isascii()), "")
    return found.noting(message("stack", f"encoding-{read.guessed}", sample=sample[:60]))


def _put_right(brought: ListTables) -> ListTables:
    """Garbled cells restored, and a note of where they stood."""
    notes, tables = [], []
    for table in brought.tables:
        rows = [[restored(cell) for cell in cells] for cells in table.rows]
        pairs = enumerate(zip(rows, table.rows, strict=True), table.first)
        lines = [str(line) for line, (after, before) in pairs if after != before]
        tables.append(replace(table, rows=rows))
        if lines:
            more = message("stack", "and-more") if len(lines) > _LINES_NAMED else ""
            named = ", ".join(lines[:_LINES_NAMED]) + more
            notes.append(message("stack", "restored", lines=named))
    return replace(brought, tables=tuple(tables)).noting(*notes)
