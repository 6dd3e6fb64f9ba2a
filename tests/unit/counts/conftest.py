"""A database of each kind, with nothing in it."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from letterwriter.counts.database import CountsDatabase
from tests.postgres_server import PostgresServer

_NUMBERS = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    server = PostgresServer()
    try:
        yield server.start()
    finally:
        server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of a new database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/counts.sqlite"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.create(f"counts_{next(_NUMBERS)}")


@pytest.fixture
def database(address: str) -> Iterator[CountsDatabase]:
    database = CountsDatabase(address)
    yield database
    database.close()
