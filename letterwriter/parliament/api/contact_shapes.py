"""The JSON of a member's contacts, read into values: ContactInformation of the service.

type "Parliamentary office" or "Constituency office"; others are a website and the like
line1 to line5, postcode, phone, email; each may be null, empty or left out
notes, which are not read: they tell of hours and of surgeries
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from letterwriter.parliament import contacts
from letterwriter.parliament.api.faults import Failure, ServiceFault
from letterwriter.parliament.api.shapes import Json
from letterwriter.parliament.contacts import MOST_CONTACTS, MOST_OFFICE_LINES, Contact, OfficeKind

_KINDS: Final = {  # whose email is taken first
    "parliamentary office": OfficeKind.PARLIAMENTARY,
    "constituency office": OfficeKind.CONSTITUENCY,
}
_BETWEEN_EMAILS: Final = re.compile(r"[\s,;<>]")
_BETWEEN_PHONES: Final = re.compile(r"[,;/|]|\b(?:or|and|ext|extension)\b", re.IGNORECASE)
_BEFORE_A_PHONE: Final = re.compile(r"\s*(?:tel|telephone|phone|t)\b[\s.:]*", re.IGNORECASE)
_IN_NO_PHONE: Final = re.compile(r"\(0\)(?=.*\d)|[().\u2010-\u2013-]")  # between a number's parts
_NO_ADDRESS: Final = re.compile(  # "No constituency office publicised"
    r"\bno (\w+ )?(office|address)\b|\bpublici[sz]ed\b|^please\b|^(n/?a|none|tbc|tba)$",
    re.IGNORECASE,
)

Faults = list[ServiceFault]


@dataclass(frozen=True, slots=True)
class ContactAnswer:
    """A member's email, empty where none is given, their offices, and what of those is odd."""

    email: str
    contacts: tuple[Contact, ...]
    faults: tuple[ServiceFault, ...]  # of an address or a phone number that was left out


def contact_answer(answer: Json, day: date) -> ContactAnswer:
    """What one answer tells, on that day.

    Raises ServiceFault for what has an @ and is no plain address: nobody is to be written to there.
    What is odd in the address or phone number of an office costs that alone.
    """
    address = email(answer)
    faults: Faults = []
    found = dict.fromkeys(_contacts(answer, day, faults))
    offices = sorted(found, key=lambda contact: list(OfficeKind).index(contact.kind))
    return ContactAnswer(address, tuple(offices[:MOST_CONTACTS]), tuple(faults))


def email(answer: Json) -> str:
    """A member's email, that of the office at Westminster first; empty where none is given.

    Raises ServiceFault for what has an @ and is no plain address.
    """
    found: dict[str, str] = {}
    for contact in answer["value"].items():
        kind = contact["type"].text().casefold()
        if address := _first_email(contact):
            found.setdefault(kind, address)
    return next((found[kind] for kind in _KINDS if kind in found), "")


def _contacts(answer: Json, day: date, faults: Faults) -> Iterator[Contact]:
    for given in answer["value"].items():
        kind = _KINDS.get(given["type"].text().casefold())
        if kind is not None:
            contact = _contact(given, kind, day, faults)
            if contact.says_something:
                yield contact


def _contact(given: Json, kind: OfficeKind, day: date, faults: Faults) -> Contact:
    def usable(read: Callable[[Json], tuple[str, ...]]) -> tuple[str, ...]:
        try:
            return read(given)
        except ServiceFault as fault:
            faults.append(fault)
            return ()

    *lines, postcode = usable(_address) or ("",)
    phone = usable(lambda each: (_first_phone(each),)) or ("",)
    return Contact(kind, tuple(lines), postcode, phone[0], _first_email(given), day)


def _address(given: Json) -> tuple[str, ...]:
    """The lines, and the postcode or an empty text; a fault of one leaves none of them."""
    lines = [
        _text(given, f"line{number}").rstrip(" ,") for number in range(1, MOST_OFFICE_LINES + 1)
    ]
    if any(map(_NO_ADDRESS.search, lines)):
        return ()  # a remark in place of one
    for number, line in enumerate(lines, 1):
        _refuse(given, f"line{number}", contacts.line_problem(line) if line else "")
    code = _text(given, "postcode").upper()
    postcode = _spaced(code)
    _refuse(given, "postcode", contacts.postcode_problem(postcode) if postcode else "")
    found = tuple(line for line in lines if line and line.upper() != code)
    return (*found, postcode) if found else ()


def _spaced(code: str) -> str:
    """A postcode with a space before its second half."""
    half = code[-3:]
    return f"{code[:-3].rstrip()} {half}" if len(half) == 3 and " " not in half else code


def _first_phone(given: Json) -> str:
    """The first of several numbers; empty for a remark in place of one."""
    parts = _BETWEEN_PHONES.split(_text(given, "phone"))
    first = next((part for part in parts if any(map(str.isdigit, part))), "")
    before = _BEFORE_A_PHONE.match(first)
    bare = first[before.end() if before else 0 :]
    number = " ".join(_IN_NO_PHONE.sub(" ", bare).split())
    _refuse(given, "phone", contacts.phone_problem(number) if number else "")
    return number


def _first_email(given: Json) -> str:
    """The first of several addresses; empty for a remark in place of one."""
    words = _BETWEEN_EMAILS.split(_text(given, "email"))
    address = next((word for word in words if "@" in word), "")
    _refuse(given, "email", contacts.email_problem(address) if address else "")
    return address


def _text(given: Json, name: str) -> str:
    part = given.get(name)
    if part is None or (isinstance(part.value, str) and not part.value.strip()):
        return ""
    return part.text()


def _refuse(given: Json, name: str, why: str) -> None:
    if why:
        raise ServiceFault(Failure.ODD, given.where, field=given[name].field, whose="", why=why)
