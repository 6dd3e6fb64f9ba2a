"""Where counts are kept: the address of a SQLite file or of a PostgreSQL database."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl

from letterwriter.text.web_address import server_address

_SQLITE: Final = "sqlite:///"
_EXAMPLES: Final = (
    "sqlite:////var/lib/letterwriter/counts.sqlite or "
    "postgresql://user:password@db.example.org:5432/letterwriter"
)
_OPTIONS: Final = {"host", "sslmode", "sslrootcert", "sslcert", "sslkey"}  # no time-outs: ours hold


def counts_address(text: str) -> str:
    """The address of a database that we know how to use.

    Raises ValueError, which says how to write it and nothing of what was written: there may be a
    password in it. Nothing is imported that only counting needs.
    """
    if text.startswith(_SQLITE):
        _look_at_file(text)
    else:
        _look_at_server(text)
    if missing := [
        name for name in ("sqlalchemy", "alembic", "psycopg") if find_spec(name) is None
    ]:
        raise ValueError(
            f"{missing[0]} is not installed: pip install 'letterwriter[counts]', or "
            "pip install --require-hashes --requirement requirements/counts.txt"
        )
    return text


def sqlite_file(address: str) -> Path | None:
    """The file of a SQLite database, None for another's address."""
    return Path(address.removeprefix(_SQLITE)) if address.startswith(_SQLITE) else None


def _look_at_file(text: str) -> None:
    path = text.removeprefix(_SQLITE)
    if not path or re.search(r"[\x00-\x1f\x7f?#]", path) or ":memory:" in path:
        raise ValueError(f"name a file, without ? and #: {_EXAMPLES}")
    if not Path(path).parent.is_dir():
        raise ValueError("the folder of this file is not there: make it first")
    if Path(path).is_dir():
        raise ValueError("that is a folder; name a file in it")


def _look_at_server(text: str) -> None:
    parts = server_address(text, {"postgresql"}, _EXAMPLES)
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if parts.fragment or options.keys() - _OPTIONS:
        raise ValueError(f"after ? there can be {', '.join(sorted(_OPTIONS))} and no more")
    if not (parts.hostname or options.get("host")) or not re.fullmatch(r"/[^/]+", parts.path):
        raise ValueError("write it as postgresql://user@host:5432/database")
