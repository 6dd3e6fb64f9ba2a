"""Connections to the database of counts, with limits on how long anything may take."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text

from letterwriter.counts.address import sqlite_file

QUICK: Final = 0.2  # seconds for adding to numbers
_HANGING: Final = 2.0  # seconds more after which a server that keeps no limit itself hangs
PATIENT: Final = 5.0  # seconds for reading them all, and for changing the table's form
_CONNECTING: Final = 2  # seconds, the least that PostgreSQL's client takes
_OLDEST: Final = (15,)  # PostgreSQL's version

_SECONDS: Final = "seconds"  # the execution option that says how long this transaction may take
_READS: Final = "reads"  # the one of a transaction that changes nothing


class TooOld(Exception):
    """A PostgreSQL before version 15."""


def engine_for(address: str) -> Engine:
    """An engine that connects when it is first used, in the process that uses it."""
    path = sqlite_file(address)
    engine = create_engine(
        f"sqlite:///{path}" if path else address.replace("postgresql:", "postgresql+psycopg:", 1),
        connect_args={"timeout": QUICK} if path else _for_postgresql(),
        pool_size=2,
        max_overflow=0,
        pool_timeout=QUICK,
        hide_parameters=True,  # in errors
    )
    event.listen(engine, "connect", _open_sqlite if path else _open_postgresql)
    event.listen(engine, "begin", _begin_sqlite if path else _begin_postgresql)
    return engine


@contextmanager
def changing(engine: Engine, seconds: float) -> Iterator[Connection]:
    """A transaction that is whole or nothing; what takes longer than ``seconds`` is broken off.

    It is not committed then, whatever the server still does: it finds its client gone.
    """
    with engine.connect().execution_options(**{_SECONDS: seconds}) as connection:
        with _cut_off(connection, seconds + _HANGING):
            connection.begin()
            yield connection
        connection.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads, as long as it takes up to `PATIENT` seconds, and locks nothing."""
    options = {_SECONDS: PATIENT, _READS: True}
    with (
        engine.connect().execution_options(**options) as connection,
        _cut_off(connection, PATIENT + _HANGING),
    ):
        connection.begin()
        yield connection


def _for_postgresql() -> dict[str, Any]:
    return {
        "connect_timeout": _CONNECTING,
        "tcp_user_timeout": _CONNECTING * 1000,  # milliseconds
        "application_name": "letterwriter",
        "options": "-c idle_in_transaction_session_timeout=10000",
    }


def _open_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say
    if connection.execute("pragma journal_mode").fetchone()[0] != "wal":
        connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = normal")
    connection.execute("pragma secure_delete = on")  # what is pruned is gone


def _open_postgresql(connection: Any, _record: object) -> None:
    if connection.info.server_version < _OLDEST[0] * 10_000:
        raise TooOld


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(f"pragma busy_timeout = {_milliseconds(connection)}")
    connection.exec_driver_sql("begin" if options.get(_READS) else "begin immediate")


def _begin_postgresql(connection: Connection) -> None:
    for limit in ("statement_timeout", "lock_timeout"):
        connection.execute(text(f"set local {limit} = {_milliseconds(connection)}"))


def _milliseconds(connection: Connection) -> int:
    return int(1000 * float(connection.get_execution_options().get(_SECONDS, QUICK)))


@contextmanager
def _cut_off(connection: Connection, seconds: float) -> Iterator[None]:
    """Close the line to a server that does not answer, and only before anything is committed.

    The limits that a server holds itself do not help where it hangs.
    """
    if connection.dialect.name != "postgresql":
        yield
        return
    driver: Any = connection.connection.driver_connection
    with socket.socket(fileno=os.dup(driver.fileno())) as line:
        timer = Timer(seconds, line.shutdown, (socket.SHUT_RDWR,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()  # it has cut, or never will
