"""Adding to the numbers in a database, and reading them."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, case, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from letterwriter.counts.connecting import PATIENT, QUICK, changing, engine_for, reading
from letterwriter.counts.counted import COUNT_FIELDS, CountedUnder, LettersSoFar, Numbers
from letterwriter.counts.schema import is_current, migrate
from letterwriter.counts.tables import LETTERS_TABLE

MOST_ROWS_ADDED: Final = 500  # rows to add: some tenths of a second on a slow machine
_IN_STATEMENT: Final = 100  # rows
_KEY: Final = COUNT_FIELDS[:-1]


class CountsDatabase:
    """The numbers at an address. Any method may raise whatever goes wrong with a database."""

    def __init__(self, address: str) -> None:
        self._engine = engine_for(address)
        self._ready = False

    def prepare(self) -> None:
        """Bring the table to its present form, in a database that may be new."""
        if self._ready:
            return
        with reading(self._engine) as connection:
            self._ready = is_current(connection)
        if not self._ready:
            with changing(self._engine, PATIENT) as connection:
                migrate(connection)
            self._ready = True

    def add(self, numbers: Numbers) -> None:
        """Add to each number, all or none, of `MOST_ROWS_ADDED` rows or fewer; over in seconds."""
        self.prepare()
        with changing(self._engine, QUICK) as connection:
            _put(connection, numbers, adds=True)

    def put(self, numbers: Numbers) -> None:
        """Let these numbers take the place of those that are there, all or none."""
        self.prepare()
        with changing(self._engine, PATIENT) as connection:
            _put(connection, numbers, adds=False)

    def numbers(self) -> Iterator[tuple[CountedUnder, int]]:
        """All of them, in order."""
        self.prepare()
        rows = select(LETTERS_TABLE).order_by(*(LETTERS_TABLE.c[name] for name in _KEY))
        with reading(self._engine) as connection:
            for row in connection.execute(rows):
                yield CountedUnder(row.day, row.constituency, row.door, row.campaign), row.letters

    def so_far(self, campaign: str, until: date, before: date) -> Mapping[str, LettersSoFar]:
        """By constituency's code, up to the day ``until`` and up to the day ``before``."""
        self.prepare()
        table = LETTERS_TABLE.c
        earlier = func.sum(case((table.day <= before, table.letters), else_=0))
        rows = (
            select(table.constituency, func.sum(table.letters), earlier)
            .where(table.campaign == campaign, table.day <= until)
            .group_by(table.constituency)
        )
        with reading(self._engine) as connection:
            found = connection.execute(rows).all()
        return {code: LettersSoFar(int(now), int(then)) for code, now, then in found}

    def prune(self, before: date) -> int:
        """Take away what was counted before a day; how many rows that were."""
        self.prepare()
        with changing(self._engine, PATIENT) as connection:
            return connection.execute(
                delete(LETTERS_TABLE).where(LETTERS_TABLE.c.day < before)
            ).rowcount

    def close(self) -> None:
        """Let go of all connections; the next use makes new ones."""
        self._engine.dispose()


def _put(connection: Connection, numbers: Numbers, *, adds: bool) -> None:
    """In one statement for each 100 rows; in order, so that no two wait for each other."""
    dialect: Any = postgresql if connection.dialect.name == "postgresql" else sqlite
    rows = iter(sorted(numbers.items()))
    while some := list(islice(rows, _IN_STATEMENT)):
        values = [dict(zip(COUNT_FIELDS, (*under, number), strict=True)) for under, number in some]
        insert = dialect.insert(LETTERS_TABLE).values(values)
        new = insert.excluded.letters
        number = LETTERS_TABLE.c.letters + new if adds else new
        connection.execute(
            insert.on_conflict_do_update(index_elements=_KEY, set_={"letters": number})
        )
