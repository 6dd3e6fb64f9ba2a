"""What is wrong with a database, in words that hold nothing of its address."""

from typing import Final

from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree

from letterwriter.counts.connecting import TooOld
from letterwriter.counts.schema import WrongSchema

OF_DATABASES: Final = (SQLAlchemyError, TooOld, WrongSchema)
_LASTING: Final = {  # by SQLite's name of the error, or a part of PostgreSQL's message
    "SQLITE_CANTOPEN": "the file cannot be opened; let this user write it and its folder",
    "SQLITE_NOTADB": "the file is no SQLite database",
    "SQLITE_PERM": "the file cannot be read; let this user",
    "SQLITE_READONLY": "the file cannot be written; let this user write it and its folder",
    "authentication failed": "PostgreSQL refuses the user or the password in it",
    "no password supplied": "PostgreSQL wants a password",
    "does not exist": "PostgreSQL has no such user or database",
    "permission denied": "PostgreSQL does not let this user make or use the table",
}
_PASSING: Final = {
    "SQLITE_BUSY": "is locked by another program",
    "SQLITE_LOCKED": "is locked by another program",
    "SQLITE_FULL": "is full",
    "SQLITE_IOERR": "cannot be written just now",
    "57014": "does not answer in time",  # by the server's own limit
    "55P03": "is locked by another program",
    "53100": "is full",
    "53300": "has no connection free",
}


def lasting_fault(error: Exception) -> str:
    """What is wrong with the setting itself, empty where the database may just be away."""
    if isinstance(error, TooOld):
        return "PostgreSQL must be version 15 or newer"
    if isinstance(error, WrongSchema):
        return "a newer version of this program has used the database"
    if not isinstance(error, OperationalError | ProgrammingError | DBAPIError):
        return ""
    name, said = _name(error), str(error.orig)
    found = (why for sign, why in _LASTING.items() if name.startswith(sign) or sign in said)
    return next(found, "")


def passing_fault(error: Exception) -> str:
    """Why it takes no counts just now."""
    if why := lasting_fault(error):
        return f"cannot be used, as {why}"
    if isinstance(error, NoneFree):
        return "does not answer in time"
    if isinstance(error, DBAPIError):
        name = _name(error)
        away = "cannot be reached" if isinstance(error, OperationalError) else ""
        known = (why for sign, why in _PASSING.items() if name.startswith(sign))
        return next(known, away) or f"answers with a fault ({type(error.orig).__name__})"
    kind = "fault" if isinstance(error, SQLAlchemyError) else "fault of ours"
    return f"answers with a {kind} ({type(error).__name__})"


def _name(error: DBAPIError) -> str:
    """SQLite's name of the error or PostgreSQL's number, empty where there is neither."""
    known = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None)
    return known or ""
