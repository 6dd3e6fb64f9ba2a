"""The tables of members and of offices, read into a Parliament."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Final

from letterwriter.domain.fault import Fault, FaultyFiles
from letterwriter.domain.parliament import (
    Constituency,
    Country,
    Member,
    Office,
    Parliament,
    Role,
    Seat,
)

SEAT_HEADER: Final = (
    "constituency_code,constituency,constituency_cy,country,"
    "member_id,name,full_title,party,email,councils,as_of,source"
)
OFFICE_HEADER: Final = "member_id,name,office,kind,as_of,source"
_KINDS: Final = {  # offices that change what can be asked; the rest of Role is no office
    role.value: role for role in Role if role not in (Role.ABSTENTIONIST, Role.VACANT)
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that knows where it stands; what is wrong with it is noted in ``faults``."""

    file: str
    line: int
    values: Mapping[str, str]
    faults: list[Fault]

    def text(self, column: str) -> str:
        return self.values[column]

    def needed(self, column: str) -> str:
        if not self.values[column]:
            self.wrong(column, "is empty; fill it in")
        return self.values[column]

    def day(self, column: str) -> date:
        try:
            return date.fromisoformat(self.values[column])
        except ValueError:
            self.wrong(column, "should be a date such as 2026-06-27")
            return date.min

    def wrong(self, column: str, what: str) -> None:
        self.faults.append(Fault(self.file, f"line {self.line}, column {column}", what))


@dataclass(frozen=True, slots=True)
class _Offices:
    """Offices by the member's id, and by name for members who have none yet."""

    by_id: dict[str, list[Office]] = field(default_factory=dict)
    by_name: dict[str, list[Office]] = field(default_factory=dict)

    def of(self, member_id: str, name: str) -> tuple[Office, ...]:
        mine = self.by_id.get(member_id, []) if member_id else []
        return (*mine, *self.by_name.get(name, ()))


def load_parliament(mps_csv: Path, offices_csv: Path) -> Parliament:
    """Read both tables; raises FaultyFiles. A row without a name is a vacant seat."""
    faults: list[Fault] = []
    offices = _offices(_rows(offices_csv, OFFICE_HEADER, faults))
    seats: dict[str, Seat] = {}
    for row in _rows(mps_csv, SEAT_HEADER, faults):
        code = row.needed("constituency_code")
        if code in seats:
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
    councils = (council.strip() for council in row.text("councils").split(";"))
    constituency = Constituency(
        code=row.text("constituency_code"),
        name=row.needed("constituency"),
        welsh_name=row.text("constituency_cy"),
        country=_country(row),
        councils=tuple(council for council in councils if council),
    )
    member = _member(row, offices) if row.text("name") else None
    return Seat(constituency, member, row.day("as_of"), row.text("source"))


def _member(row: _Row, offices: _Offices) -> Member:
    member_id, name = row.text("member_id"), row.text("name")
    return Member(
        member_id=member_id,
        name=name,
        full_title=row.needed("full_title"),
        party=row.needed("party"),
        email=row.text("email"),
        offices=offices.of(member_id, name),
    )


def _country(row: _Row) -> Country:
    try:
        return Country(row.text("country"))
    except ValueError:
        row.wrong("country", f"should be one of {', '.join(Country)}")
        return Country.ENGLAND


def _offices(rows: Iterator[_Row]) -> _Offices:
    offices = _Offices()
    for row in rows:
        kind = _KINDS.get(row.text("kind"))
        if kind is None:
            row.wrong("kind", f"is not an office that is known here: {', '.join(_KINDS)}")
            continue
        office = Office(row.needed("office"), kind, row.day("as_of"), row.text("source"))
        member_id = row.text("member_id")
        holder = offices.by_id if member_id else offices.by_name
        holder.setdefault(member_id or row.needed("name"), []).append(office)
    return offices


def _rows(path: Path, header: str, faults: list[Fault]) -> Iterator[_Row]:
    """The rows of a CSV file, their values without spaces round them."""
    text = _text(path, faults)
    if text is None:
        return
    columns = header.split(",")
    reader = csv.reader(StringIO(text, newline=""))
    if next(reader, []) != columns:
        faults.append(Fault(path.name, "line 1", f"should be {header}"))
        return
    for cells in reader:
        if len(cells) != len(columns):
            what = f"has {len(cells)} columns, not {len(columns)}; quote texts that hold commas"
            faults.append(Fault(path.name, f"line {reader.line_num}", what))
            continue
        values = dict(zip(columns, map(str.strip, cells), strict=True))
        yield _Row(path.name, reader.line_num, values, faults)


def _text(path: Path, faults: list[Fault]) -> str | None:
    try:
        return path.read_text("utf-8-sig")  # spreadsheets put a mark before the first column
    except OSError as error:
        faults.append(Fault(path.name, "", f"cannot be read: {error.strerror}"))
    except UnicodeDecodeError:
        faults.append(Fault(path.name, "", "is not in UTF-8; save it as a CSV file in UTF-8"))
    return None
