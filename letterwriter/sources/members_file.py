"""A Parliament written as the tables of members and offices that ``sources/members.py`` reads."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from letterwriter.domain.parliament import Member, Parliament, Seat
from letterwriter.sources.members import OFFICE_HEADER, SEAT_HEADER

MPS: Final = "mps.csv"
OFFICES: Final = "offices.csv"


def save_parliament(parliament: Parliament, folder: Path) -> None:
    """Write ``mps.csv`` and ``offices.csv``, by the constituencies' names; raises OSError."""
    seats = sorted(parliament, key=lambda seat: seat.constituency.name)
    _write(folder / MPS, SEAT_HEADER, map(_seat_row, seats))
    members = [seat.member for seat in seats if seat.member]
    _write(folder / OFFICES, OFFICE_HEADER, (row for each in members for row in _office_rows(each)))


def _seat_row(seat: Seat) -> list[str]:
    place, member = seat.constituency, seat.member
    sitting = (
        [member.member_id, member.name, member.full_title, member.party, member.email]
        if member
        else [""] * 5
    )
    return [
        place.code,
        place.name,
        place.welsh_name,
        place.country.value,
        *sitting,
        "; ".join(place.councils),
        seat.as_of.isoformat(),
        seat.source,
    ]


def _office_rows(member: Member) -> Iterable[list[str]]:
    for office in member.offices:
        as_of = office.as_of.isoformat()
        holder = [member.member_id, member.name]
        yield [*holder, office.title, office.role.value, as_of, office.source]


def _write(path: Path, header: str, rows: Iterable[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{header}\n")
        csv.writer(file, lineterminator="\n").writerows(rows)
