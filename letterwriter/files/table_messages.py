"""What is said of tables that are not as they should be: ``templates/words/tables.toml``."""

from datetime import date
from pathlib import Path

from letterwriter.files.faults import FaultyFiles
from letterwriter.files.messages import message

_MOST_FAULTS = 5  # of a file that is wrong in every line: a log is to be read


def _why(faulty: FaultyFiles) -> str:
    """The first faults on one line, and how many more there are."""
    shown = [str(fault) for fault in faulty.faults[:_MOST_FAULTS]]
    if more := len(faulty.faults) - len(shown):
        shown.append(message("tables", "more", count=str(more)))
    return "; ".join(shown)


def not_used(table: str, folder: Path, faulty: FaultyFiles, used: date) -> str:
    """That a table is passed over, and the date of the one in use instead."""
    slots = {"table": table, "folder": str(folder), "used": used.isoformat()}
    return message("tables", "not-used", why=_why(faulty), **slots)


def stays(table: str, faulty: FaultyFiles, used: date) -> str:
    """The same while the site runs, which keeps what it has."""
    return message("tables", "stays", table=table, why=_why(faulty), used=used.isoformat())
