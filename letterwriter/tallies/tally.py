"""A tally: how many letters were made, by day, constituency and door. Counts and nothing else.

A letter counts once among the letters, and once at each door by which it left; so doors may
add up to more than letters. static/js/tallies/tally.js is the twin; docs/tallies.md has the format.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from letterwriter.text.clean_text import NO_TEXT, CleanText

FORMAT: Final = 1  # the version that is written, and the newest that is read
MARK: Final = "letterwriter-tally"  # the field that holds it
MOST_AT_ONCE: Final = 100_000  # letters in one row: more is a mistake
LONGEST_STALL: Final = 80  # characters


class Door(StrEnum):
    """How a letter left, in the order in which files and tables have them."""

    PRINTED = "printed"
    TAKEN = "taken"  # along, on a phone
    EMAILED = "emailed"
    PLAIN = "plain"  # as plain text


class TallyKind(StrEnum):
    """What was counted."""

    PAPER = "paper"  # strokes on a stall's paper tally: letters signed
    PRINTED_AHEAD = "printed-ahead"  # by a pack or a list, and perhaps neither signed nor posted
    TABLET = "tablet"


@dataclass(frozen=True, slots=True)
class Counts:
    """Letters, and how many of them left by each door, in the order of `Door`."""

    letters: int
    doors: tuple[int, ...]

    def __add__(self, other: "Counts") -> "Counts":
        both = zip(self.doors, other.doors, strict=True)
        return Counts(self.letters + other.letters, tuple(a + b for a, b in both))

    def largest(self, other: "Counts") -> "Counts":
        """The larger of each: what a later state of the same tally says."""
        both = zip(self.doors, other.doors, strict=True)
        return Counts(max(self.letters, other.letters), tuple(max(a, b) for a, b in both))


NO_LETTERS: Final = Counts(0, (0,) * len(Door))

Rows = Mapping[tuple[date, str], Counts]  # by day and constituency's code


@dataclass(frozen=True, slots=True)
class LetterTally:
    """One device's, sheet's or pack's; ``id`` is 16 hexadecimal digits by chance.

    ``part`` is (number, of how many) where it came in several codes.
    """

    id: str
    kind: TallyKind
    rows: Rows
    stall: CleanText = NO_TEXT
    part: tuple[int, int] = (1, 1)


def printed_ahead(id_: str, day: date, copies: Mapping[str, int]) -> LetterTally:
    """What a pack or a list printed; ``copies`` goes by constituency's code."""
    counted = {code: Counts(number, (number, 0, 0, 0)) for code, number in copies.items() if number}
    return LetterTally(
        id_, TallyKind.PRINTED_AHEAD, {(day, code): each for code, each in counted.items()}
    )


def as_line(tally: LetterTally) -> str:
    """The tally as one line of JSON in the present format, without the line's end.

    Rows go by day and by code, so that their order tells nothing of who came when.
    """
    days: dict[str, dict[str, list[int]]] = {}
    for (day, code), counts in sorted(tally.rows.items()):
        days.setdefault(day.isoformat(), {})[code] = [counts.letters, *counts.doors]
    fields: dict[str, object] = {MARK: FORMAT, "id": tally.id, "kind": tally.kind.value}
    if tally.stall:
        fields["stall"] = tally.stall
    if tally.part != (1, 1):
        fields["part"] = list(tally.part)
    return json.dumps(fields | {"days": days}, ensure_ascii=False, separators=(",", ":"))
