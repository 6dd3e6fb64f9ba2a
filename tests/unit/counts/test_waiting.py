"""Databases that are away, hang, are locked or full: nobody waits, and nothing is lost unsaid."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest
from sqlalchemy import event

from letterwriter.counts import waiting as module
from letterwriter.counts.counted import CountedUnder
from letterwriter.counts.database import CountsDatabase
from letterwriter.counts.waiting import WaitingCounts
from tests.postgres_server import PostgresServer
from tests.unit.counts.test_database import GORTON, RUSHOLME, under

NOWHERE = "postgresql://writer:hunter2@127.0.0.1:1/counts"
LONG = 20.0


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSE", 0.02)


@pytest.fixture
def waiting(database: CountsDatabase) -> Iterator[WaitingCounts]:
    waiting = WaitingCounts(database, rest=0.05)
    yield waiting
    waiting.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "counts.sqlite"


def of_file(file: Path) -> WaitingCounts:
    return WaitingCounts(CountsDatabase(f"sqlite:///{file}"), rest=0.05)


def numbers_in(address: str) -> dict[CountedUnder, int]:
    """Those of a database, which is new where nothing was counted."""
    database = CountsDatabase(address)
    try:
        return dict(database.numbers())
    finally:
        database.close()


def wait_until_failing(waiting: WaitingCounts) -> None:
    end = monotonic() + LONG
    while not waiting.seconds_failing():
        assert monotonic() < end, "it never said that the database fails"


def test_what_is_added_is_soon_in_the_database(
    waiting: WaitingCounts, database: CountsDatabase
) -> None:
    for _ in range(50):
        waiting.add(under())
    assert waiting.settle(LONG)
    assert dict(database.numbers()) == {under(): 50}
    assert (waiting.waiting, waiting.lost, waiting.seconds_failing()) == (0, 0, 0)


def test_what_waits_as_the_server_stops_is_written(address: str) -> None:
    waiting = WaitingCounts(CountsDatabase(address))
    numbers_in(address)
    for _ in range(5):
        waiting.add(under())
    waiting.close()
    assert numbers_in(address) == {under(): 5}


def test_nobody_waits_for_a_database_that_is_away_and_what_is_lost_is_said(
    caplog: pytest.LogCaptureFixture,
) -> None:
    waiting = WaitingCounts(CountsDatabase(NOWHERE), most_rows=1, rest=0.05)
    started = monotonic()
    for _ in range(1000):
        waiting.add(under())
    assert monotonic() - started < 5.0
    wait_until_failing(waiting)
    for _ in range(3):
        waiting.add(under(GORTON))
    waiting.close()
    assert (waiting.waiting, waiting.lost) == (1000, 3)
    told = [record.getMessage() for record in caplog.records]
    assert "LETTERWRITER_COUNTS cannot be reached: letters go on" in told[0]
    assert any("counts are lost from now on" in line for line in told)
    assert "1000 letters are not counted" in told[-1]
    for word in ("hunter2", "127.0.0.1", RUSHOLME, GORTON):
        assert word not in caplog.text


def test_a_file_that_another_program_locks_is_written_when_it_is_free(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    waiting = of_file(file)
    numbers_in(f"sqlite:///{file}")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("begin exclusive")
    waiting.add(under())
    wait_until_failing(waiting)
    assert waiting.waiting == 1
    other.execute("rollback")
    other.close()
    assert waiting.settle(LONG)
    waiting.close()
    assert "is locked by another program" in caplog.text
    assert "is back" in caplog.text
    assert numbers_in(f"sqlite:///{file}") == {under(): 1}


def test_a_full_database_takes_what_waited_once_there_is_room(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    database = CountsDatabase(f"sqlite:///{file}")
    database.prepare()
    room = {"pages": 5}

    @event.listens_for(database._engine, "begin")
    def limit(connection: object) -> None:
        connection.exec_driver_sql(f"pragma max_page_count = {room['pages']}")  # type: ignore[attr-defined]

    waiting = WaitingCounts(database, rest=0.05)
    for n in range(1, 900):
        waiting.add(under(f"E1400{n:04}"))
    wait_until_failing(waiting)
    assert "is full" in caplog.text
    room["pages"] = 10_000
    assert waiting.settle(LONG)
    assert len(dict(database.numbers())) == 899
    waiting.close()


def test_a_postgresql_that_hangs_keeps_nobody_and_counts_once_when_it_goes_on(
    postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_FEW", 1)
    address = postgres.create("hanging")
    waiting = WaitingCounts(CountsDatabase(address), rest=0.05)
    waiting.add(under())
    assert waiting.settle(LONG)
    postgres.hang()
    try:
        waiting.add(under())
        wait_until_failing(waiting)
        assert waiting.waiting == 1
    finally:
        postgres.go_on()
    assert waiting.settle(LONG)
    waiting.close()
    assert numbers_in(address) == {under(): 2}


def test_a_postgresql_that_starts_anew_loses_none(postgres: PostgresServer) -> None:
    address = postgres.create("restarted")
    waiting = WaitingCounts(CountsDatabase(address), rest=0.05)
    waiting.add(under())
    assert waiting.settle(LONG)
    postgres.stop()
    waiting.add(under())
    wait_until_failing(waiting)
    postgres.start()
    assert waiting.settle(LONG)
    waiting.close()
    assert numbers_in(address) == {under(): 2}


def test_a_machine_without_room_for_a_thread_stops_no_letter(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise RuntimeError

    waiting = of_file(file)
    with monkeypatch.context() as patched:
        patched.setattr(Thread, "start", full)
        waiting.add(under())
    waiting.add(under())
    assert waiting.settle(LONG)
    waiting.close()
    assert numbers_in(f"sqlite:///{file}") == {under(): 2}
