"""Numbers in a real SQLite and a real PostgreSQL."""

import subprocess
import sys
from datetime import date

import pytest
from sqlalchemy import inspect, text

from letterwriter.counts.connecting import engine_for
from letterwriter.counts.counted import COUNT_FIELDS, CountedDoor, CountedUnder, LettersSoFar
from letterwriter.counts.database import CountsDatabase
from letterwriter.counts.database_faults import lasting_fault
from letterwriter.counts.schema import NEWEST_SCHEMA, WrongSchema
from letterwriter.counts.tables import LETTERS_TABLE

DAY = date(2026, 11, 22)
RUSHOLME, GORTON = "E14001353", "E14001250"


def under(
    constituency: str = RUSHOLME,
    day: date = DAY,
    door: str = CountedDoor.PRINTED,
    campaign: str = "ours",
) -> CountedUnder:
    return CountedUnder(day, constituency, door, campaign)


def test_numbers_add_up_under_what_they_are_counted_by(database: CountsDatabase) -> None:
    database.add({under(): 1, under(GORTON): 2})
    database.add({under(): 1, under(door=CountedDoor.EMAILED): 1, under(campaign="other"): 1})
    assert dict(database.numbers()) == {
        under(): 2,
        under(GORTON): 2,
        under(door=CountedDoor.EMAILED): 1,
        under(campaign="other"): 1,
    }


def test_more_rows_than_a_statement_takes_are_added(database: CountsDatabase) -> None:
    rows = {under(f"E1400{n:04}"): n for n in range(1, 450)}
    database.add(rows)
    assert dict(database.numbers()) == rows


def test_up_to_a_day_and_up_to_an_earlier_one(database: CountsDatabase) -> None:
    earlier, later = date(2026, 11, 15), date(2026, 11, 23)
    database.add({under(): 3, under(day=earlier): 4, under(day=later): 50})
    database.add({under(campaign="other"): 60, under(door=CountedDoor.PLAIN): 5})
    assert database.so_far("ours", DAY, earlier) == {RUSHOLME: LettersSoFar(12, 4)}


def test_what_is_put_takes_the_place_of_what_was_there(database: CountsDatabase) -> None:
    database.add({under(): 3, under(GORTON): 1})
    for _ in range(2):
        database.put({under(): 7})
    assert dict(database.numbers()) == {under(): 7, under(GORTON): 1}


def test_pruning_takes_days_before_a_day(database: CountsDatabase) -> None:
    database.add({under(day=date(2026, 11, 20)): 1, under(day=date(2026, 11, 21)): 1, under(): 1})
    assert database.prune(DAY) == 2
    assert dict(database.numbers()) == {under(): 1}


def test_the_table_holds_these_columns_and_no_other(database: CountsDatabase, address: str) -> None:
    database.add({under(): 1})
    engine = engine_for(address)
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        columns = inspect(connection).get_columns("letters")
    engine.dispose()
    assert set(tables) == {"letters", "alembic_version"}
    assert tuple(column["name"] for column in columns) == COUNT_FIELDS
    assert {type(column["type"]).__name__ for column in columns} == {"DATE", "VARCHAR", "BIGINT"}


def test_migrations_make_the_table_that_the_code_uses(
    database: CountsDatabase, address: str
) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    database.prepare()
    engine = engine_for(address)
    with engine.connect() as connection:
        assert (
            compare_metadata(MigrationContext.configure(connection), LETTERS_TABLE.metadata) == []
        )
        found = connection.execute(text("select version_num from alembic_version")).scalar()
    engine.dispose()
    assert found == NEWEST_SCHEMA


def test_a_database_of_a_newer_program_is_refused(database: CountsDatabase, address: str) -> None:
    database.prepare()
    engine = engine_for(address)
    with engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    engine.dispose()
    newer = CountsDatabase(address)
    with pytest.raises(WrongSchema) as refused:
        newer.prepare()
    newer.close()
    assert "newer version of this program" in lasting_fault(refused.value)


_ADDING = """
import sys
from datetime import date
from letterwriter.counts.counted import CountedUnder
from letterwriter.counts.database import CountsDatabase
from letterwriter.counts import waiting as module
from letterwriter.counts.waiting import WaitingCounts
module.PAUSE = 0.005
waiting = WaitingCounts(CountsDatabase(sys.argv[1]), rest=0.1)
for n in range(500):
    waiting.add(CountedUnder(date(2026, 11, 22), "E1400135%d" % (n % 3), "printed", "ours"))
    if n % 20 == 0:
        assert waiting.settle(60), waiting.waiting
assert waiting.settle(60), waiting.waiting
waiting.close()
"""


def test_four_processes_that_start_a_new_database_at_once_lose_none(
    database: CountsDatabase, address: str
) -> None:
    command = [sys.executable, "-c", _ADDING, address]
    adding = [subprocess.Popen(command) for _ in range(4)]
    assert [process.wait(120) for process in adding] == [0] * 4
    numbers = dict(database.numbers())
    assert sum(numbers.values()) == 2000
    assert len(numbers) == 3
