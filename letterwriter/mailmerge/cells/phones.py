"""Phone numbers as spreadsheets leave them, made readable, unless digits are lost."""

import re
from dataclasses import dataclass
from typing import Final

from letterwriter.text.clean_text import NO_TEXT, CleanText, squeezed

_LABEL: Final = re.compile(r"(?:tel|phone|telephone|mobile|mob)\.?:? ?(?=[+\d(])", re.IGNORECASE)
_WRAPPING: Final = "=\"'‘’` "  # by which a number is kept from a spreadsheet
_DATE: Final = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{1,4}")
_SHORTENED: Final = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")  # 7.70090E+09
_WITH_FRACTION: Final = re.compile(r"(\d{7,15})[.,]0+")
_IN_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3}){2,4}")
_WITHOUT_ITS_0: Final = re.compile(r"[1-37]\d{8,9}")
_ABROAD: Final = re.compile(r"(?:00)?(44)(\d{9,10})")
_BETWEEN: Final = re.compile(r"[/;,|\n]| or | and |&", re.IGNORECASE)
_FEWEST, _MOST = 7, 15  # digits; the most by ITU-T E.164


@dataclass(frozen=True, slots=True)
class PhoneRead:
    """A number as it is printed. ``left`` is what is not printed of the cell, if anything."""

    number: CleanText
    left: str = ""


def read_phone(cell: CleanText) -> PhoneRead:
    """The first number of a cell; none where digits are missing or it holds something else."""
    text = CleanText(_LABEL.sub("", squeezed(cell).strip(_WRAPPING)))
    if not text:
        return PhoneRead(NO_TEXT, cell.strip())
    if _IN_THOUSANDS.fullmatch(text):
        text = CleanText(text.replace(",", ""))
    if whole := _whole(text):
        return PhoneRead(_readable(whole))
    if _SHORTENED.fullmatch(text) or _DATE.fullmatch(text):
        return PhoneRead(NO_TEXT, text)
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    numbers = [part for part in parts if _FEWEST <= sum(map(str.isdecimal, part)) <= _MOST]
    if not numbers:
        return PhoneRead(NO_TEXT, text)
    left = ", ".join(part for part in parts if part != numbers[0])
    return PhoneRead(_readable(numbers[0]), left) if left else PhoneRead(_readable(text))


def _whole(text: str) -> str:
    """The digits of a number that was written with a fraction or a power of ten, if all are there.

    A spreadsheet that shows 7.70090E+09 has saved six digits of ten.
    """
    if found := _WITH_FRACTION.fullmatch(text):
        return found[1]
    found = _SHORTENED.fullmatch(text)
    if not found:
        return ""
    digits = found[1] + (found[2] or "")
    return digits if len(digits) == int(found[3]) + 1 else ""


def _readable(text: str) -> CleanText:
    """With the 0 or the + before it that a spreadsheet took away."""
    if _WITHOUT_ITS_0.fullmatch(text):
        return CleanText(f"0{text}")
    if found := _ABROAD.fullmatch(text):
        return CleanText(f"+{found[1]}{found[2]}")
    return CleanText(text)
