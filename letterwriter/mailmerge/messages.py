"""What is wrong with a list or with a row of it, in sentences."""

from letterwriter.files.messages import message
from letterwriter.mailmerge.rows import BadRow, Remark, Row
from letterwriter.mailmerge.unreadable import Unreadable
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.messages import lookup_message


def row_place(row: Row) -> str:
    """Where a row stands, as a spreadsheet shows it."""
    if row.sheet:
        return message("stack", "line-of-sheet", line=str(row.line), sheet=row.sheet)
    return str(row.line)


def reason(bad: BadRow, parliament: Parliament) -> str:
    """Why a row makes no letter, and how to fix it."""
    if bad.lookup:
        return lookup_message(bad.lookup, parliament)
    return message("stack", bad.trouble, **bad.slots)


def remark_words(remark: Remark) -> str:
    """What is said of a row that is printed."""
    return message("stack", f"note-{remark.what}", **remark.slots)


def explanation(unreadable: Unreadable) -> str:
    """Why a file cannot be read, and what to do."""
    return message("stack", unreadable.fault, **unreadable.slots)
