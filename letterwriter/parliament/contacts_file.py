"""The table of members' offices and how to reach them, which a folder of tables may have."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from letterwriter.files.csv_tables import read_csv, write_csv
from letterwriter.files.faults import Fault
from letterwriter.files.table_rows import TableRow
from letterwriter.parliament import contacts
from letterwriter.parliament.contacts import MOST_CONTACTS, MOST_OFFICE_LINES, Contact, OfficeKind
from letterwriter.parliament.members import Member
from letterwriter.parliament.names.proper_names import member_id_problem

CONTACTS: Final = "contacts.csv"
CONTACT_HEADER: Final = "member_id,kind,address,postcode,phone,email,as_of"
_LARGEST: Final = 4 * 1024 * 1024  # bytes: two offices of all members have a tenth
_KINDS: Final = f"should be one of {', '.join(OfficeKind)}"

Contacts = Mapping[str, tuple[Contact, ...]]  # by the member's id


def load_contacts(path: Path, faults: list[Fault]) -> Contacts:
    """What the table holds, nothing where it is not there; notes what is wrong in ``faults``."""
    found: dict[str, tuple[Contact, ...]] = {}
    if not os.path.lexists(path):  # a link to nowhere is there, and cannot be read
        return found
    for line, values in read_csv(path, CONTACT_HEADER, _LARGEST, faults):
        row = TableRow(path.name, line, values, faults)
        row.needed("member_id")
        member_id = row.checked("member_id", member_id_problem)
        contact, before = _contact(row), found.get(member_id, ())
        if contact in before:
            row.wrong("member_id", f"{member_id} has this office already; keep one of them")
        elif len(before) == MOST_CONTACTS:
            row.wrong("member_id", f"{member_id} has more than {MOST_CONTACTS} offices")
        else:
            found[member_id] = (*before, contact)
    return found


def _contact(row: TableRow) -> Contact:
    contact = Contact(
        kind=row.parsed("kind", OfficeKind, _KINDS, OfficeKind.PARLIAMENTARY),
        lines=tuple(_lines(row)),
        postcode=row.checked("postcode", contacts.postcode_problem),
        phone=row.checked("phone", contacts.phone_problem),
        email=row.checked("email", contacts.email_problem),
        as_of=row.day("as_of"),
    )
    if len(contact.lines) > MOST_OFFICE_LINES:
        row.wrong("address", f"has more than {MOST_OFFICE_LINES} lines")
    if not contact.says_something:
        row.wrong("address", "is empty, and so are phone and email; leave the row out")
    return contact


def _lines(row: TableRow) -> Iterator[str]:
    for line in map(str.strip, row.raw("address").split(";")):
        if line:
            if why := contacts.line_problem(line):
                row.wrong("address", why)
            yield line


def save_contacts(members: Iterable[Member], folder: Path) -> None:
    """Write the table where any member has a contact; raises OSError."""
    known = (each for each in members if each.member_id)  # by which a row finds its member
    rows = [_row(each.member_id, contact) for each in known for contact in each.contacts]
    if rows:
        write_csv(folder / CONTACTS, CONTACT_HEADER, rows)


def _row(member_id: str, contact: Contact) -> list[str]:
    address = "; ".join(contact.lines)
    reached = [address, contact.postcode, contact.phone, contact.email]
    return [member_id, contact.kind.value, *reached, contact.as_of.isoformat()]
