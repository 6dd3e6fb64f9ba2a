"""The operator's own folder: newer tables than those that come with the program.

    instance/members/2026-11-24/      one folder a table, by its date
    instance/members/2026-11-24-002/  the second of that day
    instance/members/.new-...         a draft that is being written
    instance/members/.answers         what was fetched, until the table is whole

A table is written as a draft and gets its name by one rename, so there is never
half of one. Going back is taking the newest folder away.
"""

import os
import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from time import time
from typing import Final

from letterwriter.paths import INSTANCE

_TABLE: Final = re.compile(r"\d{4}-\d\d-\d\d(-\d{3})?")
_DRAFT: Final = ".new-"
DAY: Final = 24 * 60 * 60  # seconds

Marks = tuple[tuple[str, int, int, int], ...]


def instance_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the operator's tables are: ``LETTERWRITER_INSTANCE``, or the usual place."""
    given = environ.get("LETTERWRITER_INSTANCE", "").strip()
    return Path(given) if given else INSTANCE


def tables(room: Path) -> list[Path]:
    """The tables in a room of the instance folder, such as ``instance/members``, newest first."""
    try:
        found = [path for path in room.iterdir() if _TABLE.fullmatch(path.name) and path.is_dir()]
    except OSError:
        return []  # no such folder, or not for us to read: nothing newer than what we have
    return sorted(found, reverse=True)


def marks(room: Path) -> Marks:
    """What tells, for a few microseconds, whether the newest table is the one seen before."""
    newest = tables(room)[:1]
    try:
        stats = [(path.name, path.stat()) for table in newest for path in sorted(table.iterdir())]
    except OSError:
        return ()  # taken away at this moment; the next look sees what is there now
    files = ((name, stat.st_ino, stat.st_size, stat.st_mtime_ns) for name, stat in stats)
    return (*((table.name, 0, 0, 0) for table in newest), *files)


@contextmanager
def draft(room: Path) -> Iterator[Path]:
    """A folder to write a table into; what has not been installed is gone afterwards."""
    room.mkdir(parents=True, exist_ok=True)
    for left in room.glob(f"{_DRAFT}*"):
        if left.stat().st_mtime < time() - DAY:  # by a run that was cut short
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(mkdtemp(prefix=_DRAFT, dir=room))
    folder.chmod(0o755)  # the site may run as another user, who only reads
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def install(folder: Path, day: date, keep: Collection[Path] = ()) -> Path:
    """Turn a draft into the newest table by one rename; of older ones only ``keep`` stays."""
    for path in (*folder.iterdir(), folder):
        _to_disk(path)
    room = folder.parent
    table = _unused(room, day)
    folder.rename(table)
    _to_disk(room)
    for older in tables(room):
        if older != table and older not in keep:
            shutil.rmtree(older, ignore_errors=True)
    return table


def _unused(room: Path, day: date) -> Path:
    """A name that sorts after every other of that day."""
    today = [path.name for path in tables(room) if path.name.startswith(day.isoformat())]
    if not today:
        return room / day.isoformat()
    _, _, number = max(today).removeprefix(day.isoformat()).rpartition("-")
    return room / f"{day.isoformat()}-{int(number or 1) + 1:03}"


def _to_disk(path: Path) -> None:
    """Make sure that a power cut after the rename does not leave an empty file."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
