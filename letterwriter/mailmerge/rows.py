"""One row of a list of people who asked for a letter, and what can be wrong with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from letterwriter.letters.answers import LONGEST_STORY, LONGEST_WHY, Sender
from letterwriter.mailmerge.cells.addresses import is_whole
from letterwriter.postcodes.lookup import Lookup
from letterwriter.postcodes.postcode import NotAPostcode, Postcode, parse_postcode
from letterwriter.text.clean_text import NO_TEXT, CleanText, in_one_line, squeezed

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
    WHY_TOO_LONG = "why-too-long"
    WHY_OF_NOTHING = "why-of-nothing"
    RAGGED = "ragged"
    TWO_VALUES = "two-values"
    SAID_NO = "said-no"
    SAID_STOP = "said-stop"
    AS_ABOVE = "as-above"
    DATE_IN_ADDRESS = "date-in-address"
    NOT_AN_ADDRESS = "not-an-address"
    TWO_POSTCODES = "two-postcodes"
    DAMAGED = "damaged"
    FORMULA_ERROR = "formula-error"


class RowDoubt(StrEnum):
    """Why a row is held back until somebody says that it is right; words in the same file."""

    GUESS = "guess"  # the MP is likely, not certain
    ELSEWHERE = "elsewhere"  # the postcode is in another constituency than the row names
    TWICE = "twice"
    NO_ANSWER = "no-answer"  # to whether there should be a letter
    UNCLEAR_ANSWER = "unclear-answer"
    COMMA_IN_NAME = "comma-in-name"


class Note(StrEnum):
    """What is said of a row that is printed all the same; words in the same file."""

    JOINT = "joint"  # two people's names
    READ_AS = "read-as"  # a postcode with other letters than those that were typed
    NO_EMAIL = "no-email"
    FIRST_EMAIL = "first-email"
    NO_PHONE = "no-phone"
    FIRST_PHONE = "first-phone"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said of a row, with the words that its sentence needs."""

    what: Trouble | RowDoubt | Note
    slots: Mapping[str, str]


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
    name: CleanText = NO_TEXT
    address: CleanText = NO_TEXT  # lines, or one line separated by commas
    postcode: CleanText = NO_TEXT
    constituency: CleanText = NO_TEXT
    concerns: CleanText = NO_TEXT
    why: CleanText = NO_TEXT  # the first concern matters to the writer
    ask: CleanText = NO_TEXT
    story: CleanText = NO_TEXT
    email: CleanText = NO_TEXT
    phone: CleanText = NO_TEXT
    ragged: bool = False  # more cells than headings
    sheet: str = ""  # its sheet's name, where people of several were read
    number: int = 0  # among the rows of its list
    remarks: tuple[Remark, ...] = ()  # what its columns gave reason to say


_HOUSE_NUMBER = re.compile(r"\d+[a-zA-Z]?(?:[-/]\d+[a-zA-Z]?)?")


def sender(row: Row) -> Sender:
    """Who writes, with the postcode as it should be written. Raises `BadRow`.

    A postcode at the end of the address counts where its own column is empty,
    and is not printed twice where both have it.
    """
    if row.ragged:
        raise BadRow(Trouble.RAGGED)
    name, email, phone = map(squeezed, (row.name, row.email, row.phone))
    lines, at_the_end = _address(row.address)
    postcode = in_one_line(row.postcode) or at_the_end
    if not name:
        raise BadRow(Trouble.NO_NAME)
    if not lines:
        raise BadRow(Trouble.NO_ADDRESS)
    if not is_whole(lines):
        raise BadRow(Trouble.NOT_AN_ADDRESS, found=", ".join(lines))
    if not postcode:
        raise BadRow(Trouble.NO_POSTCODE)
    _short(name, LONGEST_NAME, Trouble.NAME_TOO_LONG)
    _short("\n".join(lines), LONGEST_ADDRESS, Trouble.ADDRESS_TOO_LONG)
    return Sender(name, lines, postcode, email, phone, reply_by_email=bool(email))


def story(row: Row) -> CleanText:
    """The writer's own words. Raises `BadRow`."""
    _short(row.story, LONGEST_STORY, Trouble.STORY_TOO_LONG)
    return row.story


def why(row: Row) -> CleanText:
    """Why the row's first concern matters to the writer, in one line. Raises `BadRow`.

    A concern that was drawn for a row that names none may be another than the one meant.
    """
    said = squeezed(row.why)
    _short(said, LONGEST_WHY, Trouble.WHY_TOO_LONG)
    if said and not row.concerns.strip(" \n,;|"):
        raise BadRow(Trouble.WHY_OF_NOTHING)
    return said


def _short(text: str, longest: int, trouble: Trouble) -> None:
    if len(text) > longest:
        raise BadRow(trouble, longest=f"{longest:,}")


def named(cell: CleanText, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The ids that a cell names, by id or label, each once, in the cell's order.

    They are separated by semicolons or line ends, or by commas where no label
    with a comma is meant. Raises KeyError with the words that name nothing.
    """
    known = {_folded(id_): id_ for id_ in labels}
    known |= {_folded(label): id_ for id_, label in labels.items()}
    found: list[str] = []
    for part in re.split(r"[;|\n]", cell):
        pieces = [part] if _folded(part) in known else part.split(",")
        for piece in filter(None, map(str.strip, pieces)):
            if _folded(piece) not in known:
                raise KeyError(piece)
            found.append(known[_folded(piece)])
    return tuple(dict.fromkeys(found))


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _address(text: CleanText) -> tuple[tuple[CleanText, ...], CleanText]:
    """The lines of an address without its postcode, and the postcode if it ended with one."""
    parts = (part.strip() for part in re.split(r"[,\n]", text))
    lines = list(_with_their_street(part for part in parts if part))
    if not lines:
        return (), NO_TEXT
    rest, found = _without_postcode(lines[-1])
    return tuple([*lines[:-1], rest] if rest else lines[:-1]), found


def _with_their_street(parts: Iterable[str]) -> Iterable[CleanText]:
    """The parts with a house's number joined to what follows: "14", "High Street"."""
    number = ""
    for part in parts:
        if _HOUSE_NUMBER.fullmatch(part) and not number:
            number = part
        else:
            yield CleanText(f"{number} {part}".strip())
            number = ""
    if number:
        yield CleanText(number)


def _without_postcode(line: CleanText) -> tuple[CleanText, CleanText]:
    words = line.split()
    for count in (2, 1):  # "M14 5TP" or "M145TP"
        try:
            found = parse_postcode("".join(words[-count:]))
        except NotAPostcode:
            continue
        if isinstance(found, Postcode):
            return CleanText(" ".join(words[:-count])), CleanText(str(found))
    return line, NO_TEXT
