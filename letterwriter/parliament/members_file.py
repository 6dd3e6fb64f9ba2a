"""The tables of members, their offices and contacts: read into a Parliament, and written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from letterwriter.files.csv_tables import read_csv, write_csv
from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.table_rows import TableRow
from letterwriter.parliament.contacts_file import Contacts, load_contacts, save_contacts
from letterwriter.parliament.members import (
    Constituency,
    Country,
    Member,
    Office,
    Parliament,
    Role,
    Seat,
)
from letterwriter.parliament.names.proper_names import (
    NAME,
    OFFICE,
    PARTY,
    PLACE,
    Shape,
    member_id_problem,
    note_problem,
)
from letterwriter.parliament.offices import rank_of
from letterwriter.text.email import is_plain_email

MPS: Final = "mps.csv"
OFFICES: Final = "offices.csv"
_LARGEST: Final = 4 * 1024 * 1024  # bytes: a table of all seats has a twentieth
_CODE: Final = re.compile(r"[ENSW]\d{8}\Z", re.ASCII)
SEAT_HEADER: Final = (
    "constituency_code,constituency,constituency_cy,country,"
    "member_id,name,full_title,party,email,councils,as_of,source"
)
OFFICE_HEADER: Final = "member_id,name,office,kind,as_of,source"
_COUNTRIES: Final = f"should be one of {', '.join(Country)}"
_KINDS: Final = {  # offices that change what can be asked; the rest of Role is no office
    role.value: role for role in Role if role not in (Role.ABSTENTIONIST, Role.VACANT)
}


@dataclass(frozen=True, slots=True)
class _Offices:
    """Offices by the member's id, and by name for members who have none yet."""

    by_id: dict[str, list[Office]] = field(default_factory=dict)
    by_name: dict[str, list[Office]] = field(default_factory=dict)

    def of(self, member_id: str, name: str) -> tuple[Office, ...]:
        """Each once, whatever the order of rows: the one that limits most first."""
        mine = self.by_id.get(member_id, []) if member_id else []
        by_title = {office.title: office for office in (*self.by_name.get(name, ()), *mine)}
        return tuple(sorted(by_title.values(), key=_rank))


def load_parliament(
    mps_csv: Path, offices_csv: Path, contacts_csv: Path | None = None
) -> Parliament:
    """Read the tables; raises FaultyFiles. A row without a name is a vacant seat."""
    faults: list[Fault] = []
    offices = _offices(_rows(offices_csv, OFFICE_HEADER, faults))
    contacts = load_contacts(contacts_csv, faults) if contacts_csv else {}
    seats: dict[str, Seat] = {}
    for row in _rows(mps_csv, SEAT_HEADER, faults):
        code = row.needed("constituency_code")
        if code and not _CODE.match(code):
            row.wrong("constituency_code", "should be a code such as E14001353")
        elif code in seats:
            row.wrong("constituency_code", f"{code} has a row already; keep one of them")
        seats[code] = _seat(row, offices, contacts)
    if not seats and not faults:
        faults.append(
            Fault(mps_csv.name, "", "holds no constituencies: take the whole table again")
        )
    if faults:
        raise FaultyFiles(faults)
    return Parliament(seats.values())


def _seat(row: TableRow, offices: _Offices, contacts: Contacts) -> Seat:
    row.needed("constituency")
    constituency = Constituency(
        code=row.raw("constituency_code"),
        name=_named(row, "constituency", PLACE),
        welsh_name=_named(row, "constituency_cy", PLACE),
        country=row.parsed("country", Country, _COUNTRIES, Country.ENGLAND),
        councils=tuple(_councils(row)),
    )
    member = _member(row, offices, contacts) if row.raw("name") else None
    return Seat(constituency, member, row.day("as_of"), _source(row))


def _councils(row: TableRow) -> Iterator[str]:
    for council in map(str.strip, row.raw("councils").split(";")):
        if council:
            if why := PLACE.problem_with(council):
                row.wrong("councils", why)
            yield council


def _member(row: TableRow, offices: _Offices, contacts: Contacts) -> Member:
    member_id, name, email = _member_id(row), _named(row, "name", NAME), row.raw("email")
    for column in ("full_title", "party"):
        row.needed(column)
    if email and not is_plain_email(email):
        row.wrong("email", "is no plain address for email; put it right, or leave it empty")
    return Member(
        member_id=member_id,
        name=name,
        full_title=_named(row, "full_title", NAME),
        party=_named(row, "party", PARTY),
        email=email,
        offices=offices.of(member_id, name),
        contacts=contacts.get(member_id, ()),
    )


def _named(row: TableRow, column: str, shape: Shape) -> str:
    return row.checked(column, shape.problem_with)


def _source(row: TableRow) -> str:
    return row.checked("source", note_problem)


def _member_id(row: TableRow) -> str:
    return row.checked("member_id", member_id_problem)


def _rank(office: Office) -> tuple[int, str]:
    return rank_of(office.role), office.title


def _offices(rows: Iterator[TableRow]) -> _Offices:
    offices = _Offices()
    for row in rows:
        kind = _KINDS.get(row.raw("kind"))
        if kind is None:
            row.wrong("kind", f"is not an office that is known here: {', '.join(_KINDS)}")
            continue
        row.needed("office")
        office = Office(_named(row, "office", OFFICE), kind, row.day("as_of"), _source(row))
        member_id, name = _member_id(row), _named(row, "name", NAME)
        holder = offices.by_id if member_id else offices.by_name
        holder.setdefault(member_id or name or row.needed("name"), []).append(office)
    return offices


def _rows(path: Path, header: str, faults: list[Fault]) -> Iterator[TableRow]:
    for line, values in read_csv(path, header, _LARGEST, faults):
        yield TableRow(path.name, line, values, faults)


def save_parliament(parliament: Parliament, folder: Path) -> None:
    """Write ``mps.csv`` and ``offices.csv``, by the constituencies' names, and any contacts.

    Raises OSError.
    """
    seats = sorted(parliament, key=lambda seat: seat.constituency.name)
    write_csv(folder / MPS, SEAT_HEADER, map(_seat_row, seats))
    members = [seat.member for seat in seats if seat.member]
    offices = (row for each in members for row in _office_rows(each))
    write_csv(folder / OFFICES, OFFICE_HEADER, offices)
    save_contacts(members, folder)


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
