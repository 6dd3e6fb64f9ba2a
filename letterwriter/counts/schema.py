"""Bringing a database to the present form of the table, by Alembic's migrations."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

NEWEST_SCHEMA: Final = "0001"  # the last of migrations/versions
_MIGRATIONS: Final = Path(__file__).with_name("migrations")
_LOCK: Final = 7_461_720_001  # any number: ours among the advisory locks of a database
_VERSIONS: Final = "alembic_version"


class WrongSchema(Exception):
    """A database that a newer program made, which this one does not know how to use."""


def is_current(connection: Connection) -> bool:
    """Whether there is nothing to migrate; raises WrongSchema."""
    found = _version(connection)
    if found > NEWEST_SCHEMA:
        raise WrongSchema
    return found == NEWEST_SCHEMA


def migrate(connection: Connection) -> None:
    """Bring it to the present form within the connection's transaction; raises WrongSchema.

    Of several processes that start at once one does it and the others find it done.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:ours)"), {"ours": _LOCK})
    if is_current(connection):
        return
    from alembic import command  # noqa: PLC0415  # needed once in a database's life
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, NEWEST_SCHEMA)


def _version(connection: Connection) -> str:
    """The migration that the database is at, empty for a new one."""
    if not inspect(connection).has_table(_VERSIONS):
        return ""
    return connection.execute(text(f"select version_num from {_VERSIONS}")).scalar() or ""  # noqa: S608  # our own name
