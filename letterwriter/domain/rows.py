"""One row of a list of people who asked for a letter, and what can be wrong with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from letterwriter.domain.answers import LONGEST_STORY, Sender
from letterwriter.domain.cleaning import clean, clean_line
from letterwriter.domain.lookup import Lookup
from letterwriter.domain.postcode import NotAPostcode, Postcode, parse

LONGEST_NAME = 120
LONGEST_ADDRESS = 400


class Trouble(StrEnum):
    """Why a row makes no letter; the words for each are in ``templates/words/stack.toml``."""

    NO_NAME = "no-name"
    NAME_TOO_LONG = "name-too-long"
    NO_ADDRESS = "no-address"
    ADDRESS_TOO_LONG = "address-too-long"
    NO_POSTCODE = "no-postcode"
    POSTCODE = "postcode"  # the look-up says what is wrong with it
    CHOOSE = "choose"
    CHOOSE_BY_NAME = "choose-by-name"
    UNKNOWN_CONSTITUENCY = "unknown-constituency"
    OTHER_CONSTITUENCY = "other-constituency"
    NOBODY = "nobody"
    UNKNOWN_CONCERN = "unknown-concern"
    TOO_MANY_CONCERNS = "too-many-concerns"
    UNKNOWN_ASK = "unknown-ask"
    ASK_DOES_NOT_FIT = "ask-does-not-fit"
    STORY_TOO_LONG = "story-too-long"
    EMAIL = "email"
    RAGGED = "ragged"
    TWICE = "twice"


class BadRow(Exception):
    """A row that makes no letter: the trouble, and the words that its sentence needs."""

    def __init__(self, trouble: Trouble, lookup: Lookup | None = None, **slots: str) -> None:
        self.trouble = trouble
        self.lookup = lookup  # for Trouble.POSTCODE
        self.slots: Mapping[str, str] = slots
        super().__init__(trouble.value)


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row; empty text where a cell is empty or there is no such column.

    ``line`` counts as spreadsheets do, the headings' row included. ``cells``
    are all cells as they stood, so that a bad row can be given back as it came.
    """

    line: int
    cells: tuple[str, ...] = ()
    name: str = ""
    address: str = ""  # lines, or one line parted by commas
    postcode: str = ""
    constituency: str = ""
    concerns: str = ""
    ask: str = ""
    story: str = ""
    email: str = ""
    phone: str = ""
    ragged: bool = False  # more cells than headings


_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_HOUSE_NUMBER = re.compile(r"\d+[a-zA-Z]?(?:[-/]\d+[a-zA-Z]?)?")
_SHORN_PHONE = re.compile(r"[1-37]\d{8,9}")  # a spreadsheet takes a number's first 0 away


def sender(row: Row) -> Sender:
    """Who writes, with the postcode as it should be written. Raises `BadRow`.

    A postcode at the end of the address counts where its own column is empty,
    and is not printed twice where both have it.
    """
    if row.ragged:
        raise BadRow(Trouble.RAGGED)
    name, email, phone = (
        " ".join(text.split()) for text in map(clean, (row.name, row.email, row.phone))
    )
    lines, at_the_end = _address(row.address)
    postcode = clean_line(row.postcode) or at_the_end
    if not name:
        raise BadRow(Trouble.NO_NAME)
    if not lines:
        raise BadRow(Trouble.NO_ADDRESS)
    if not postcode:
        raise BadRow(Trouble.NO_POSTCODE)
    _short(name, LONGEST_NAME, Trouble.NAME_TOO_LONG)
    _short("\n".join(lines), LONGEST_ADDRESS, Trouble.ADDRESS_TOO_LONG)
    if email and not _EMAIL.fullmatch(email):
        raise BadRow(Trouble.EMAIL, email=email)
    phone = f"0{phone}" if _SHORN_PHONE.fullmatch(phone) else phone
    return Sender(name, lines, postcode, email, phone, reply_by_email=bool(email))


def story(row: Row) -> str:
    """The writer's own words. Raises `BadRow`."""
    text = clean(row.story)
    _short(text, LONGEST_STORY, Trouble.STORY_TOO_LONG)
    return text


def _short(text: str, longest: int, trouble: Trouble) -> None:
    if len(text) > longest:
        raise BadRow(trouble, longest=f"{longest:,}")


def named(cell: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The ids that a cell names, by id or label, each once, in the cell's order.

    They are parted by semicolons or line ends, or by commas where no label
    with a comma is meant. Raises KeyError with the words that name nothing.
    """
    known = {_folded(id_): id_ for id_ in labels}
    known |= {_folded(label): id_ for id_, label in labels.items()}
    found: list[str] = []
    for part in re.split(r"[;|\n]", clean(cell)):
        pieces = [part] if _folded(part) in known else part.split(",")
        for piece in filter(None, map(str.strip, pieces)):
            if _folded(piece) not in known:
                raise KeyError(piece)
            found.append(known[_folded(piece)])
    return tuple(dict.fromkeys(found))


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _address(text: str) -> tuple[tuple[str, ...], str]:
    """The lines of an address without its postcode, and the postcode if it ended with one."""
    parts = (part.strip() for part in re.split(r"[,\n]", clean(text)))
    lines = list(_with_their_street(part for part in parts if part))
    if not lines:
        return (), ""
    rest, found = _without_postcode(lines[-1])
    return tuple([*lines[:-1], rest] if rest else lines[:-1]), found


def _with_their_street(parts: Iterable[str]) -> Iterable[str]:
    """The parts with a house's number joined to what follows: "14", "High Street"."""
    number = ""
    for part in parts:
        if _HOUSE_NUMBER.fullmatch(part) and not number:
            number = part
        else:
            yield f"{number} {part}".strip()
            number = ""
    if number:
        yield number


def _without_postcode(line: str) -> tuple[str, str]:
    words = line.split()
    for count in (2, 1):  # "M14 5TP" or "M145TP"
        try:
            found = parse("".join(words[-count:]))
        except NotAPostcode:
            continue
        if isinstance(found, Postcode):
            return " ".join(words[:-count]), str(found)
    return line, ""
