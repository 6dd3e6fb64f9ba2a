"""The tables now: the newest valid ones of those that come with the program and the operator's."""

import logging
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from letterwriter.files.faults import FaultyFiles
from letterwriter.files.instance import instance_folder, load_table, table_folders, usable_tables
from letterwriter.files.table_messages import not_used
from letterwriter.parliament.api.changes import check_members
from letterwriter.parliament.contacts_file import CONTACTS
from letterwriter.parliament.dissolution import Dissolution, later_of
from letterwriter.parliament.dissolution_file import PARLIAMENT, load_dissolution
from letterwriter.parliament.house import house_on, with_dissolution
from letterwriter.parliament.members import Parliament
from letterwriter.parliament.members_file import MPS, OFFICES, load_parliament
from letterwriter.paths import DATA

MEMBERS_FOLDER: Final = "members"  # its folder in the instance folder

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CurrentMembers:
    """A table of members, and the folder it is from: None for the one of the program.

    ``passed_over`` says that a newer one is there and cannot be used.
    """

    parliament: Parliament
    folder: Path | None = None
    passed_over: bool = False


def bundled_parliament() -> Parliament:
    """Constituencies, members and offices that come with the program; raises FaultyFiles."""
    return _loaded(DATA)


def current_parliament(today: date, given: Dissolution | None = None) -> Parliament:
    """The newest valid table of members as it stands today, for the command line.

    ``given`` is a dissolution by the settings. Raises FaultyFiles.
    """
    return house_on(current_members(instance_folder(), given).parliament, today)


def current_members(instance: Path | None, given: Dissolution | None = None) -> CurrentMembers:
    """The newest valid table of members; newer ones that cannot be used are logged and left.

    ``given`` is a dissolution by the settings. Raises FaultyFiles where the program's own
    table is faulty.
    """
    ours = CurrentMembers(bundled_parliament())
    if instance is None:
        return _knowing(ours, ours, given)
    bad: list[tuple[Path, FaultyFiles]] = []
    good = usable_tables(
        instance / MEMBERS_FOLDER,
        lambda folder: load_members(folder, ours.parliament),
        lambda folder, faulty: bad.append((folder, faulty)),
    )
    used = newer_of(ours, next(good, ours))
    for folder, faulty in bad:
        _log.warning("%s", not_used(MEMBERS_FOLDER, folder, faulty, newest_day(used.parliament)))
    return replace(_knowing(used, ours, given), passed_over=bool(bad))


def newest_members(instance: Path, given: Dissolution | None = None) -> CurrentMembers:
    """The table that stands first now, for a site that has another one already.

    Raises FaultyFiles where it cannot be used: better to keep what one has than to go further back.
    """
    ours = CurrentMembers(bundled_parliament())
    newest = table_folders(instance / MEMBERS_FOLDER)[:1]
    found = [
        load_table(folder, lambda each: load_members(each, ours.parliament)) for folder in newest
    ]
    return _knowing(newer_of(ours, found[0]) if found else ours, ours, given)


def _knowing(
    used: CurrentMembers, ours: CurrentMembers, given: Dissolution | None
) -> CurrentMembers:
    """The table with the last dissolution that any of them, or the settings, know of."""
    last = later_of(given, ours.parliament.dissolution)
    return replace(used, parliament=with_dissolution(used.parliament, last))


def _loaded(folder: Path) -> Parliament:
    found = load_parliament(folder / MPS, folder / OFFICES, folder / CONTACTS)
    return with_dissolution(found, load_dissolution(folder / PARLIAMENT))


def load_members(folder: Path, known: Parliament) -> CurrentMembers:
    """The table in one folder, checked whole against the constituencies of ``known``.

    Raises FaultyFiles.
    """
    found = _loaded(folder)
    if faults := list(check_members(found, known)):
        raise FaultyFiles(faults)
    return CurrentMembers(found, folder)


def newer_of(ours: CurrentMembers, theirs: CurrentMembers) -> CurrentMembers:
    """The one that knows the later event; the operator's where both know of the same day."""
    return ours if newest_day(ours.parliament) > newest_day(theirs.parliament) else theirs


def newest_day(parliament: Parliament) -> date:
    """The day of the table's newest row."""
    return max(seat.as_of for seat in parliament)


def oldest_day(parliament: Parliament) -> date:
    """The day of the table's oldest row: no older than that is anything in it."""
    return min(seat.as_of for seat in parliament)
