"""The bytes of a file to the tables in it: the one way in for whatever people bring."""

from dataclasses import replace

from letterwriter.files.messages import message
from letterwriter.mailmerge.tables.blocks import parted, table_place
from letterwriter.mailmerge.tables.encodings import Decoded, decoded
from letterwriter.mailmerge.tables.list_table import (
    HeadingFields,
    ListTable,
    ListTables,
    lines_named,
)
from letterwriter.mailmerge.tables.restoring import restored
from letterwriter.mailmerge.tables.separated import cells_of
from letterwriter.mailmerge.tables.sheets import tables_of
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.reading import is_workbook, read_workbook

_LONGEST_SAMPLE = 60  # characters


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
    found = cells_of(read.text, fields, most_rows)
    notes = []
    if found.mended:
        notes.append(message("stack", "quotes-within", lines=lines_named(found.mended)))
    if read.guessed:
        cells = (cell.strip() for row in found.rows for cell in row)
        sample = next((cell for cell in cells if not cell.isascii()), "")[:_LONGEST_SAMPLE]
        notes.append(message("stack", f"encoding-{read.guessed}", sample=sample))
    return ListTables((ListTable(found.rows),), tuple(notes))


def _put_right(brought: ListTables) -> ListTables:
    """Garbled cells restored, and a note of where they stood."""
    notes, tables = [], []
    for table in brought.tables:
        rows = [[restored(cell) for cell in cells] for cells in table.rows]
        pairs = enumerate(zip(rows, table.rows, strict=True), table.first)
        lines = [line for line, (after, before) in pairs if after != before]
        tables.append(replace(table, rows=rows))
        if lines:
            place = table_place(table)
            notes.append(message("stack", "restored", place=place, lines=lines_named(lines)))
    return replace(brought, tables=tuple(tables)).noting(*notes)
