"""The one table, as the code uses it; ``migrations/`` has how it came to be so."""

from typing import Final

from sqlalchemy import BigInteger, CheckConstraint, Column, Date, MetaData, String, Table

METADATA: Final = MetaData()
# By its key alone: a row number of SQLite's own would tell in which order rows came.
LETTERS_TABLE: Final = Table(
    "letters",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("constituency", String(9), primary_key=True),
    Column("door", String(16), primary_key=True),
    Column("campaign", String(100), primary_key=True),
    Column("letters", BigInteger, nullable=False),
    CheckConstraint("letters > 0", name="letters_counted"),
    sqlite_with_rowid=False,
)
