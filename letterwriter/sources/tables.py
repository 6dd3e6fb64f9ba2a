"""The tables now: the newest valid ones of those that come with the program and the operator's."""

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from letterwriter.domain.fault import FaultyFiles
from letterwriter.domain.member_changes import check_members
from letterwriter.domain.parliament import Parliament
from letterwriter.sources import postcode_tables, shipped
from letterwriter.sources.instance import instance_folder
from letterwriter.sources.instance import tables as folders
from letterwriter.sources.members import load_parliament
from letterwriter.sources.members_file import MPS, OFFICES
from letterwriter.sources.postcodes import PostcodeTable

MEMBERS: Final = "members"  # the room in the instance folder

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Members:
    """A table of members, and the folder it is from: None for the one of the program."""

    parliament: Parliament
    folder: Path | None = None


def parliament() -> Parliament:
    """The newest valid table of members, for the command line; raises FaultyFiles."""
    return members(instance_folder()).parliament


def postcodes(parliament: Parliament) -> PostcodeTable:
    """The newest valid table of postcodes, for the command line; raises FaultyFiles."""
    return postcode_tables.postcodes(instance_folder(), parliament).table


def members(instance: Path | None) -> Members:
    """The newest valid table of members; newer ones that cannot be used are logged and left.

    Raises FaultyFiles where the program's own table is faulty.
    """
    ours = Members(shipped.parliament())
    for folder in folders(instance / MEMBERS) if instance else ():
        try:
            return newer_of(ours, load_members(folder, ours.parliament))
        except FaultyFiles as faulty:
            _log.warning("the table of members in %s is not used: %s", folder, faulty)
    return ours


def newest_members(instance: Path) -> Members:
    """The table that stands first now, for a site that has another one already.

    Raises FaultyFiles where it cannot be used: better to keep what one has than to go further back.
    """
    ours = Members(shipped.parliament())
    newest = folders(instance / MEMBERS)[:1]
    return newer_of(ours, load_members(newest[0], ours.parliament)) if newest else ours


def load_members(folder: Path, known: Parliament) -> Members:
    """The table in one folder, checked whole against the constituencies of ``known``.

    Raises FaultyFiles.
    """
    found = load_parliament(folder / MPS, folder / OFFICES)
    if faults := list(check_members(found, known)):
        raise FaultyFiles(faults)
    return Members(found, folder)


def newer_of(ours: Members, theirs: Members) -> Members:
    """The one that knows the later event; the operator's where both know of the same day."""
    return ours if newest_day(ours.parliament) > newest_day(theirs.parliament) else theirs


def newest_day(parliament: Parliament) -> date:
    """The day of the table's newest row."""
    return max(seat.as_of for seat in parliament)


def oldest_day(parliament: Parliament) -> date:
    """The day of the table's oldest row: no older than that is anything in it."""
    return min(seat.as_of for seat in parliament)
