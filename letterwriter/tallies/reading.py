"""Tallies read from files and from pasted text: one a line, as JSON or as a code's digits.

Everything is checked, since anybody may have written it: what is no tally of a version that
is known here counts for nothing.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from letterwriter.files.strict_json import NotJson, read_json
from letterwriter.tallies.code import DamagedCode, NewerCode, digits_in, line_in
from letterwriter.tallies.tally import (
    FORMAT,
    LONGEST_STALL,
    MARK,
    MOST_AT_ONCE,
    Counts,
    Door,
    LetterTally,
    TallyKind,
)
from letterwriter.text.clean_text import CleanText
from letterwriter.text.cleaning import clean_line

LARGEST_FILE: Final = 4 * 1024 * 1024  # bytes: some hundred tablets' whole year
_ID: Final = re.compile(r"[0-9a-f]{16}", re.ASCII)
_DAY: Final = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)
_MOST_PARTS: Final = 99
_FIELDS: Final = {MARK, "id", "kind", "stall", "part", "days"}


class TallyFault(StrEnum):
    """Why a line does not count; a key of templates/words/tallies.toml."""

    NO_TALLY = "no-tally"
    NEWER = "newer"
    DAMAGED = "damaged"
    PLACE = "unknown-place"
    DAY = "wrong-day"
    COUNT = "wrong-count"


class NotATally(ValueError):
    """A line that cannot be counted."""

    def __init__(self, why: TallyFault) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(slots=True)
class ReadTallies:
    """What was found: tallies, and the numbers of lines that are none with the reason."""

    tallies: list[LetterTally] = field(default_factory=list)
    wrong: list[tuple[int, TallyFault]] = field(default_factory=list)


def read_tallies(text: str, codes: Container[str]) -> ReadTallies:
    """All tallies of a text; ``codes`` are the constituencies that there are."""
    reading = ReadTallies()
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        try:
            reading.tallies.append(read_tally(line.strip(), codes))
        except NotATally as fault:
            reading.wrong.append((number, fault.why))
    return reading


def read_tally(line: str, codes: Container[str]) -> LetterTally:
    """The tally of one line. Raises `NotATally`."""
    fields = _fields(line)
    version = fields.get(MARK)
    if not _is_whole(version, 1, 10**9):
        raise NotATally(TallyFault.NO_TALLY)
    if version != FORMAT:
        raise NotATally(TallyFault.NEWER)
    id_, stall = fields.get("id"), fields.get("stall", "")
    if fields.keys() - _FIELDS or not (isinstance(id_, str) and _ID.fullmatch(id_)):
        raise NotATally(TallyFault.DAMAGED)
    if not isinstance(stall, str) or fields.get("kind") not in [*TallyKind]:
        raise NotATally(TallyFault.DAMAGED)
    name = CleanText(clean_line(stall)[:LONGEST_STALL].strip())
    part = _part(fields.get("part", [1, 1]))
    return LetterTally(id_, TallyKind(fields["kind"]), _rows(fields.get("days"), codes), name, part)


def _fields(line: str) -> dict[str, Any]:
    try:
        digits = digits_in(line)
        found = read_json((line_in(digits) if digits else line).encode())
    except NewerCode:
        raise NotATally(TallyFault.NEWER) from None
    except DamagedCode:
        raise NotATally(TallyFault.DAMAGED) from None
    except (NotJson, UnicodeEncodeError):
        raise NotATally(TallyFault.NO_TALLY) from None
    if not isinstance(found, dict):
        raise NotATally(TallyFault.NO_TALLY)
    return found


def _part(found: object) -> tuple[int, int]:
    if isinstance(found, list) and len(found) == 2 and _is_whole(found[1], 1, _MOST_PARTS):
        number, of = found
        if _is_whole(number, 1, of):
            return number, of
    raise NotATally(TallyFault.DAMAGED)


def _rows(days: object, codes: Container[str]) -> dict[tuple[date, str], Counts]:
    return {
        (_day(day), _code(code, codes)): _counts(numbers)
        for day, places in _pairs(days)
        for code, numbers in _pairs(places)
    }


def _pairs(found: object) -> Iterable[tuple[str, object]]:
    if not isinstance(found, dict):
        raise NotATally(TallyFault.DAMAGED)
    return found.items()


def _day(written: str) -> date:
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    raise NotATally(TallyFault.DAY)


def _code(written: str, codes: Container[str]) -> str:
    if written not in codes:
        raise NotATally(TallyFault.PLACE)
    return written


def _counts(found: object) -> Counts:
    """Every letter left by a door, and by none of them more than once."""
    if isinstance(found, list) and len(found) == 1 + len(Door):
        letters, *doors = found
        whole = all(_is_whole(number, 0, MOST_AT_ONCE) for number in found)
        if whole and max(doors) <= letters <= sum(doors):
            return Counts(letters, tuple(doors))
    raise NotATally(TallyFault.COUNT)


def _is_whole(found: object, least: int, most: int) -> bool:
    return isinstance(found, int) and not isinstance(found, bool) and least <= found <= most
