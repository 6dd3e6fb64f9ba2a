"""How a member's offices are reached, as Parliament publishes it. Never where a member will be."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from letterwriter.parliament.names.proper_names import Shape
from letterwriter.text.email import is_plain_email

MOST_OFFICE_LINES: Final = 5  # of an address, without its postcode: as many as the service has
MOST_CONTACTS: Final = 6  # of one member; most have two, some an office in each of their towns

_LINE: Final = Shape("'’‘.,-–&()/#+:0123456789", 100, digits_first=True)
_POSTCODE: Final = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}", re.ASCII)
_PHONE: Final = re.compile(r"(?:0|\+44 ?)[1-9](?: ?\d){8,9}", re.ASCII)

# When somebody is there. "The Old Surgery" and "12 Friday Street" are addresses.
_DAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_TELLS_WHEN: Final = re.compile(
    r"\b\d{1,2}([.:]\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\bo['’]clock\b"
    rf"|\b{_DAY}s\b|\b(every|each|first|second|third|fourth|last|next|this|on) {_DAY}\b"
    r"|\bsurgeries\b|\b(advice|drop-in|mp['’]?s?) surgery\b"
    r"|\bsurgery (times?|dates?|held|is|at|in|on|by|every)\b|\bappointments?\b|\bopening hours\b",
    re.IGNORECASE,
)


class OfficeKind(StrEnum):
    """Where an office is."""

    PARLIAMENTARY = "parliamentary"  # at Westminster
    CONSTITUENCY = "constituency"


@dataclass(frozen=True, slots=True)
class Contact:
    """One office; what is not published is empty. ``lines`` are those above the postcode."""

    kind: OfficeKind
    lines: tuple[str, ...]
    postcode: str
    phone: str
    email: str
    as_of: date

    @property
    def says_something(self) -> bool:
        """Whether anybody can be reached by it."""
        return bool(self.lines or self.phone or self.email)


def line_problem(text: str) -> str:
    """What is wrong with a line of an address, to stand after "it"; else empty."""
    if _TELLS_WHEN.search(text):
        return "tells when somebody is there, which is no part of an address"
    return _LINE.problem_with(text)


def postcode_problem(text: str) -> str:
    """What is wrong with a postcode as it is written on an envelope; else empty."""
    return "" if _POSTCODE.fullmatch(text) else "is no postcode such as SW1A 0AA"


def phone_problem(text: str) -> str:
    """What is wrong with a number to dial in the United Kingdom; else empty."""
    return "" if _PHONE.fullmatch(text) else "is no phone number such as 0161 496 0000"


def email_problem(text: str) -> str:
    """What is wrong with an address for email; else empty."""
    return "" if is_plain_email(text) else "is no plain address for email"
