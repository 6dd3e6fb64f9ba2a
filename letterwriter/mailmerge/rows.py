"""One row of a list of people who asked for a letter, and what can be wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from letterwriter.letters.answers import LONGEST_STORY, LONGEST_WHY, Sender, sender_of
from letterwriter.mailmerge.cells.addresses import is_whole
from letterwriter.postcodes.lookup import Lookup
from letterwriter.text.clean_text import NO_TEXT, CleanText, squeezed

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


def sender(row: Row) -> Sender:
    """Who writes, by the rule that the pages have. Raises `BadRow`.

    A postcode in the address counts where its own column is empty.
    """
    if row.ragged:
        raise BadRow(Trouble.RAGGED)
    made = sender_of(row.name, row.address, row.postcode, row.email, row.phone)
    if not made.name:
        raise BadRow(Trouble.NO_NAME)
    if not made.address:
        raise BadRow(Trouble.NO_ADDRESS)
    if not is_whole(made.address):
        raise BadRow(Trouble.NOT_AN_ADDRESS, found=", ".join(made.address))
    if not made.postcode:
        raise BadRow(Trouble.NO_POSTCODE)
    _short(made.name, LONGEST_NAME, Trouble.NAME_TOO_LONG)
    _short("\n".join(made.address), LONGEST_ADDRESS, Trouble.ADDRESS_TOO_LONG)
    return replace(made, reply_by_email=bool(made.email))


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
