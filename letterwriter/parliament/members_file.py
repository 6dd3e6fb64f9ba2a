"""The tables of members and of offices: read into a Parliament, and written from one."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from letterwriter.files.csv_tables import read_csv
from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.files.typed_values import TypedValues
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
    note_problem,
)
from letterwriter.parliament.offices import rank_of
from letterwriter.text.email import is_plain_email

MPS: Final = "mps.csv"
OFFICES: Final = "offices.csv"
_LARGEST: Final = 4 * 1024 * 1024  # bytes: a table of all seats has a twentieth
_CODE: Final = re.compile(r"[ENSW]\d{8}\Z", re.ASCII)
_MEMBER_ID: Final = re.compile(r"\d{1,9}\Z", re.ASCII)
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
class _Row(TypedValues):
    """A row that knows where it stands; what is wrong with it is noted in ``faults``."""

    file: str
    line: int
    values: Mapping[str, str]
    faults: list[Fault]

    def raw(self, name: str) -> str:
        return self.values[name]

    def wrong(self, name: str, what: str) -> None:
        self.faults.append(Fault(self.file, f"line {self.line}, column {name}", what))

    def needed(self, column: str) -> str:
        if not self.values[column]:
            self.wrong(column, "is empty; fill it in")
        return self.values[column]

    def named(self, column: str, shape: Shape) -> str:
        """A text that may be empty, or is of the shape."""
        text = self.values[column]
        if text and (why := shape.problem_with(text)):
            self.wrong(column, why)
        return text

    def source(self) -> str:
        if why := note_problem(self.values["source"]):
            self.wrong("source", why)
        return self.values["source"]

    def member_id(self) -> str:
        text = self.values["member_id"]
        if text and not _MEMBER_ID.match(text):
            self.wrong("member_id", "should be Parliament's number, such as 4671, or empty")
        return text

    def day(self, column: str) -> date:
        what = "should be a date such as 2026-06-27"
        return self.parsed(column, date.fromisoformat, what, date.min)


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


def load_parliament(mps_csv: Path, offices_csv: Path) -> Parliament:
    """Read both tables; raises FaultyFiles. A row without a name is a vacant seat."""
    faults: list[Fault] = []
    offices = _offices(_rows(offices_csv, OFFICE_HEADER, faults))
    seats: dict[str, Seat] = {}
    for row in _rows(mps_csv, SEAT_HEADER, faults):
        code = row.needed("constituency_code")
        if code and not _CODE.match(code):
            row.wrong("constituency_code", "should be a code such as E14001353")
        elif code in seats:
            row.wrong("constituency_code", f"{code} has a row already; keep one of them")
        seats[code] = _seat(row, offices)
    if not seats and not faults:
        faults.append(
            Fault(mps_csv.name, "", "holds no constituencies: take the whole table again")
        )
    if faults:
        raise FaultyFiles(faults)
    return Parliament(seats.values())


def _seat(row: _Row, offices: _Offices) -> Seat:
    row.needed("constituency")
    constituency = Constituency(
        code=row.raw("constituency_code"),
        name=row.named("constituency", PLACE),
        welsh_name=row.named("constituency_cy", PLACE),
        country=row.parsed("country", Country, _COUNTRIES, Country.ENGLAND),
        councils=tuple(_councils(row)),
    )
    member = _member(row, offices) if row.raw("name") else None
    return Seat(constituency, member, row.day("as_of"), row.source())


def _councils(row: _Row) -> Iterator[str]:
    for council in map(str.strip, row.raw("councils").split(";")):
        if council:
            if why := PLACE.problem_with(council):
                row.wrong("councils", why)
            yield council


def _member(row: _Row, offices: _Offices) -> Member:
    member_id, name, email = row.member_id(), row.named("name", NAME), row.raw("email")
    for column in ("full_title", "party"):
        row.needed(column)
    if email and not is_plain_email(email):
        row.wrong("email", "is no plain address for email; put it right, or leave it empty")
    return Member(
        member_id=member_id,
        name=name,
        full_title=row.named("full_title", NAME),
        party=row.named("party", PARTY),
        email=email,
        offices=offices.of(member_id, name),
    )


def _rank(office: Office) -> tuple[int, str]:
    return rank_of(office.role), office.title


def _offices(rows: Iterator[_Row]) -> _Offices:
    offices = _Offices()
    for row in rows:
        kind = _KINDS.get(row.raw("kind"))
        if kind is None:
            row.wrong("kind", f"is not an office that is known here: {', '.join(_KINDS)}")
            continue
        row.needed("office")
        office = Office(row.named("office", OFFICE), kind, row.day("as_of"), row.source())
        member_id, name = row.member_id(), row.named("name", NAME)
        holder = offices.by_id if member_id else offices.by_name
        holder.setdefault(member_id or name or row.needed("name"), []).append(office)
    return offices


def _rows(path: Path, header: str, faults: list[Fault]) -> Iterator[_Row]:
    for line, values in read_csv(path, header, _LARGEST, faults):
        yield _Row(path.name, line, values, faults)


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
