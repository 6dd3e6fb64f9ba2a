"""Postcodes: look-ups a second and bytes on disk, against SQLite with a row for each postcode."""

import random
import sqlite3
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.rows import Row
from letterwriter.paths import DATA
from letterwriter.postcodes.postcode import Postcode, parse_postcode
from letterwriter.postcodes.sector_table import PostcodeTable

_FILE = DATA / "postcodes_constituencies.csv"
_LOOKUPS = 20_000
_ROUNDS = 15
_SQLITE = "SQLite, one row a postcode"

# WITHOUT ROWID, because it is the better SQLite: half the file and a fifth
# faster than with row numbers, as the postcode is the key of the only B-tree.
_SCHEMA = "CREATE TABLE postcodes (postcode TEXT PRIMARY KEY, code TEXT NOT NULL) WITHOUT ROWID"
_QUERY = "SELECT code FROM postcodes WHERE postcode = ?"


def rows() -> list[Row]:
    """Both figures from one database in a temporary folder."""
    table = PostcodeTable.load(_FILE)  # first, in a process as fresh as the site's own
    with TemporaryDirectory() as folder:
        path = Path(folder) / "postcodes.sqlite"
        typed = _build(path, table)
        faster = _faster(typed, path, table)
        smaller = path.stat().st_size / _FILE.stat().st_size
    return [
        Row("look-ups a second, from text", _SQLITE, faster, 4, "times"),
        Row("bytes on disk, fewer by", _SQLITE, smaller, 10, "times"),
    ]


def _build(path: Path, table: PostcodeTable) -> list[str]:
    """Fill the database in order of its key, and pick the postcodes to ask for."""
    everything = sorted((str(postcode), code) for postcode, code in table)
    database = sqlite3.connect(path)
    with database:
        database.execute(_SCHEMA)
        database.executemany("INSERT INTO postcodes VALUES (?, ?)", everything)
    database.execute("VACUUM")
    database.close()
    picked = random.Random(1).sample(everything, _LOOKUPS)  # noqa: S311  # repeats, and is no secret
    # Joined and split, so that they lie together in memory, as a request's text would.
    return "\n".join(postcode for postcode, _ in picked).split("\n")


def _faster(typed: list[str], path: Path, table: PostcodeTable) -> float:
    """The median over rounds of SQLite's time by ours; turn about, so that both share the noise."""
    database = sqlite3.connect(path)
    ours, theirs = _ours(table), _theirs(database)
    if ours(typed) != theirs(typed):
        raise RuntimeError("the table and the database disagree")
    ratios = [_seconds(theirs, typed) / _seconds(ours, typed) for _ in range(_ROUNDS)]
    database.close()
    return statistics.median(ratios)


def _ours(table: PostcodeTable) -> Callable[[list[str]], list[str | None]]:
    def find(typed: list[str]) -> list[str | None]:
        return [
            table.find(postcode)
            for text in typed
            if isinstance(postcode := parse_postcode(text), Postcode)
        ]

    return find


def _theirs(database: sqlite3.Connection) -> Callable[[list[str]], list[str | None]]:
    execute = database.execute

    def find(typed: list[str]) -> list[str | None]:
        return [
            execute(_QUERY, (str(postcode),)).fetchone()[0]
            for text in typed
            if isinstance(postcode := parse_postcode(text), Postcode)
        ]

    return find


def _seconds(find: Callable[[list[str]], list[str | None]], typed: list[str]) -> float:
    start = time.perf_counter()
    find(typed)
    return time.perf_counter() - start
