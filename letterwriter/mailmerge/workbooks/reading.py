"""A workbook's bytes to a `Workbook`, whichever format they are in."""

from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.mailmerge.workbooks.ods import CONTENT, read_ods
from letterwriter.mailmerge.workbooks.parts import Parts
from letterwriter.mailmerge.workbooks.workbook import Workbook
from letterwriter.mailmerge.workbooks.xls import SIGNATURE, read_xls
from letterwriter.mailmerge.workbooks.xlsx import read_xlsx

_ZIP = b"PK\x03\x04"


def is_workbook(content: bytes) -> bool:
    """Whether this is for `read_workbook`, by its first bytes."""
    return content.startswith((_ZIP, SIGNATURE))


def read_workbook(content: bytes) -> Workbook:
    """Read an .xlsx, .xls or .ods file. Raises `Unreadable`, and nothing else.

    A broken file can trip the reading anywhere, in ways too many to name, and
    a full memory counts as one.
    """
    try:
        if content.startswith(SIGNATURE):
            return read_xls(content)
        parts = Parts(content)
        return read_ods(parts) if CONTENT in parts else read_xlsx(parts)
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001  # see above: each means that nobody could read it
        raise Unreadable(Defect.BROKEN) from None
