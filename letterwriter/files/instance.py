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
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from time import time
from typing import Final, TypeVar

from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.paths import INSTANCE

_TABLE: Final = re.compile(r"\d{4}-\d\d-\d\d(-\d{3})?")
_DRAFT: Final = ".new-"
DAY: Final = 24 * 60 * 60  # seconds

_T = TypeVar("_T")
_Skip = Callable[[Path, FaultyFiles], None]
TableStamp = tuple[tuple[str, int, int, int], ...]


def instance_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the operator's tables are: ``LETTERWRITER_INSTANCE``, or the usual place."""
    given = environ.get("LETTERWRITER_INSTANCE", "").strip()
    return Path(given) if given else INSTANCE


def tables_in(parent: Path) -> list[Path]:
    """The tables of one kind in the instance folder, such as ``instance/members``, newest first.

    Raises OSError where the folder is there and cannot be read.
    """
    try:
        found = [path for path in parent.iterdir() if _TABLE.fullmatch(path.name) and path.is_dir()]
    except FileNotFoundError:
        return []  # nobody has put a newer table there yet
    return sorted(found, reverse=True)


def table_stamp(parent: Path) -> TableStamp:
    """What shows, in a few microseconds, whether the newest table is the one seen before."""
    try:
        newest = tables_in(parent)[:1]
        stats = [(path.name, path.stat()) for table in newest for path in sorted(table.iterdir())]
    except OSError:
        return ()  # not to be read, or taken away at this moment; the next look sees what is there
    files = ((name, stat.st_ino, stat.st_size, stat.st_mtime_ns) for name, stat in stats)
    return (*((table.name, 0, 0, 0) for table in newest), *files)


@contextmanager
def draft(parent: Path) -> Iterator[Path]:
    """A folder to write a table into; what has not been installed is gone afterwards."""
    parent.mkdir(parents=True, exist_ok=True)
    for left in parent.glob(f"{_DRAFT}*"):
        if left.stat().st_mtime < time() - DAY:  # by a run that was cut short
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(mkdtemp(prefix=_DRAFT, dir=parent))
    folder.chmod(0o755)  # the site may run as another user, who only reads
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def install(folder: Path, day: date, keep: Collection[Path] = ()) -> Path:
    """Turn a draft into the newest table by one rename; of older ones only ``keep`` stays."""
    for path in (*folder.iterdir(), folder):
        _to_disk(path)
    parent = folder.parent
    table = _unused(parent, day)
    folder.rename(table)
    _to_disk(parent)
    for older in tables_in(parent):
        if older != table and older not in keep:
            shutil.rmtree(older, ignore_errors=True)
    return table


def _unused(parent: Path, day: date) -> Path:
    """A name that sorts after every other of that day."""
    today = [path.name for path in tables_in(parent) if path.name.startswith(day.isoformat())]
    if not today:
        return parent / day.isoformat()
    _, _, number = max(today).removeprefix(day.isoformat()).rpartition("-")
    return parent / f"{day.isoformat()}-{int(number or 1) + 1:03}"


def _to_disk(path: Path) -> None:
    """Make sure that a power cut after the rename does not leave an empty file."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def usable_tables(parent: Path, load: Callable[[Path], _T], skip: _Skip) -> Iterator[_T]:
    """Those that can be loaded, the newest first; ``skip`` is called for each that cannot.

    ``skip`` is called for the whole folder where that cannot be looked into.
    """
    try:
        folders = table_folders(parent)
    except FaultyFiles as faulty:
        skip(parent, faulty)
        return
    for folder in folders:
        try:
            found = load_table(folder, load)
        except FaultyFiles as faulty:
            skip(folder, faulty)
        else:
            yield found


def table_folders(parent: Path) -> list[Path]:
    """`tables_in`; raises FaultyFiles where the folder cannot be looked into."""
    try:
        return tables_in(parent)
    except OSError as error:
        raise FaultyFiles.unreadable(parent, error) from None


def load_table(folder: Path, load: Callable[[Path], _T]) -> _T:
    """What ``load`` makes of a folder; raises FaultyFiles, and nothing else."""
    try:
        return load(folder)
    except FaultyFiles:
        raise
    except OSError as error:
        raise FaultyFiles.unreadable(folder, error) from None
    except Exception as error:  # no file of anybody's may keep the site from starting
        what = f"cannot be used ({type(error).__name__}): take the whole table again"
        raise FaultyFiles([Fault(folder.name, "", what)]) from error
