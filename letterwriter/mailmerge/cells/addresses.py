"""What stands under an address that nobody can post a letter to."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from letterwriter.mailmerge.cells.fillers import lines_of
from letterwriter.postcodes.postcode import NotAPostcode, Postcode
from letterwriter.postcodes.typed.reading import read_postcodes
from letterwriter.text.email import is_email

_MONTH: Final = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_TIME: Final = r"(?:[ T]\d\d:\d\d(?::\d\d)?)?"
_DAY_MONTH: Final = re.compile(rf"(\d\d?)-{_MONTH}(?:-\d{{2,4}})?{_TIME}(?= |$)", re.IGNORECASE)
_MONTH_YEAR: Final = re.compile(rf"{_MONTH}-(\d\d)(?= |$)", re.IGNORECASE)
_IN_DIGITS: Final = re.compile(rf"(\d\d?)([/.-])(\d\d?)\2(?:19|20)?\d\d{_TIME}(?= |$)")
_YEAR_FIRST: Final = re.compile(rf"(?:19|20)\d\d-(\d\d)-(\d\d){_TIME}(?= |$)")
# 2009 to 2036 in days, as a cell shows them that lost its format; no street is so long.
_SERIAL: Final = re.compile(r"4\d{4}(?= |$)")
_DAY_0: Final = date(1899, 12, 30)
_OF_A_HOME: Final = frozenset(["flat", "apartment", "apt", "unit", "room", "number", "no", "floor"])
_FEWEST_LETTERS: Final = 3


def date_in(address: str) -> tuple[str, str]:
    """A date that a spreadsheet made of a house's number, and that number; empty if there is none.

    Day and month are taken as in the UK: of 2/1 it makes 2 January.
    """
    for line in lines_of(address):
        if found := _DAY_MONTH.match(line):
            return found[0], f"{int(found[1])}/{_number(found[2])}"
        if found := _MONTH_YEAR.match(line):
            return found[0], f"{_number(found[1])}/{int(found[2])}"
        if found := _IN_DIGITS.match(line):
            return found[0], f"{int(found[1])}/{int(found[3])}"
        if found := _YEAR_FIRST.match(line):
            return found[0], f"{int(found[2])}/{int(found[1])}"
        if found := _SERIAL.match(line):
            return found[0], _of_serial(int(found[0]))
    return "", ""


def _of_serial(serial: int) -> str:
    """Day and month of a date that a spreadsheet shows as the days since 1900."""
    day = _DAY_0 + timedelta(days=serial)
    return f"{day.day}/{day.month}"


def _number(month: str) -> int:
    return _MONTH.strip("()").split("|").index(month.casefold()) + 1


def is_whole(lines: Iterable[str]) -> bool:
    """Whether an address without its postcode says more than a number: “12” and “Flat 2” do not."""
    found = list(lines)
    if any(map(is_email, found)):
        return False
    words = re.findall(r"[^\W\d_]+", "\n".join(found))
    rest = "".join(word for word in words if word.casefold() not in _OF_A_HOME)
    return len(rest) >= _FEWEST_LETTERS or not rest.isascii()


def postcodes_in(postcode: str, address: str) -> list[Postcode]:
    """The different postcodes of a person: of an address, only those that stand there as such."""
    letters = "".join(filter(str.isalnum, address)).upper()
    there = [one for one in _read(address) if f"{one.outward}{one.inward}" in letters]
    return list(dict.fromkeys([*_read(postcode), *there]))


def _read(text: str) -> list[Postcode]:
    try:
        return [place for place in read_postcodes(text) if isinstance(place, Postcode)]
    except NotAPostcode:
        return []
