"""What is wrong with a list or with a row of it, in sentences."""

from letterwriter.files.messages import message, messages
from letterwriter.mailmerge.rows import BadRow, Remark, Row, RowDoubt
from letterwriter.mailmerge.unreadable import Unreadable
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.lookup import Lookup
from letterwriter.postcodes.messages import lookup_message, lookup_slots


def row_place(row: Row) -> str:
    """Where a row stands, as a spreadsheet shows it."""
    if row.sheet:
        return message("stack", "line-of-sheet", line=str(row.line), sheet=row.sheet)
    return str(row.line)


def reason(bad: BadRow, parliament: Parliament) -> str:
    """Why a row makes no letter, and how to fix it."""
    if bad.lookup:
        return _of_postcode(bad.lookup, parliament)
    return message("stack", bad.trouble, **bad.slots)


def remark_words(remark: Remark) -> str:
    """A doubt about a row, or what is said of one that is printed."""
    kind = "doubt" if isinstance(remark.what, RowDoubt) else "note"
    return message("stack", f"{kind}-{remark.what}", **remark.slots)


def _of_postcode(lookup: Lookup, parliament: Parliament) -> str:
    """What is wrong with a postcode, to whoever has the list: it is not their own."""
    key = f"postcode-{lookup.reason}"
    if key not in messages("stack"):
        return lookup_message(lookup, parliament)
    return message("stack", key, **lookup_slots(lookup))


def explanation(unreadable: Unreadable) -> str:
    """Why a file cannot be read, and what to do."""
    return message("stack", unreadable.fault, **unreadable.slots)
