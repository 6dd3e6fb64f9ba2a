"""Tallies added up: in any order, and each of them once, however often it was handed in.

Of two with the same id one is an earlier state of the other, or another of its codes, so for
each day and constituency the larger numbers stand. static/js/tallies/sums.js is the twin.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from letterwriter.files.messages import message
from letterwriter.tallies.tally import NO_LETTERS, Counts, Door, LetterTally, TallyKind
from letterwriter.text.clean_text import CleanText
from letterwriter.text.csv_cells import as_csv

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """What is counted together."""

    day: date
    code: str  # of a constituency
    stall: CleanText  # empty where none was given


@dataclass(frozen=True, slots=True)
class Total:
    """Letters made, by door too; ``ahead`` were printed by packs and lists, and count apart."""

    made: Counts = NO_LETTERS
    ahead: int = 0

    def __add__(self, other: "Total") -> "Total":
        return Total(self.made + other.made, self.ahead + other.ahead)


Sums = Mapping[Group, Total]


def once_each(tallies: Iterable[LetterTally]) -> dict[str, LetterTally]:
    """One tally for each id: the latest of its names and kinds in their order, and all its rows."""
    found: dict[str, LetterTally] = {}
    for tally in tallies:
        found[tally.id] = _both(found[tally.id], tally) if tally.id in found else tally
    return found


def _both(one: LetterTally, other: LetterTally) -> LetterTally:
    rows = dict(one.rows)
    for key, counts in other.rows.items():
        rows[key] = rows.get(key, NO_LETTERS).largest(counts)
    return LetterTally(one.id, max(one.kind, other.kind), rows, max(one.stall, other.stall))


def sums_of(tallies: Iterable[LetterTally]) -> Sums:
    """The sums by day, constituency and stall, in that order."""
    found: dict[Group, Total] = {}
    for tally in once_each(tallies).values():
        for (day, code), counts in tally.rows.items():
            if counts != NO_LETTERS:
                group = Group(day, code, tally.stall)
                found[group] = found.get(group, Total()) + _total(tally.kind, counts)
    return dict(sorted(found.items()))


def _total(kind: TallyKind, counts: Counts) -> Total:
    return Total(ahead=counts.letters) if kind is TallyKind.PRINTED_AHEAD else Total(counts)


def by_constituency(sums: Sums) -> dict[str, Total]:
    """The totals by constituency's code."""
    return _by(sums, lambda group: group.code)


def by_day(sums: Sums) -> dict[date, Total]:
    """The totals by day."""
    return _by(sums, lambda group: group.day)


def by_stall(sums: Sums) -> dict[CleanText, Total]:
    """The totals by stall's name."""
    return _by(sums, lambda group: group.stall)


def in_all(sums: Sums) -> Total:
    """The total."""
    return sum(sums.values(), start=Total())


def csv_table(sums: Sums, name_of: Callable[[str], str]) -> str:
    """A line for each sum: day, code, constituency, stall, letters, each door, printed ahead."""
    columns = ("day", "code", "place", "stall", "letters", *Door, "ahead")
    lines = [
        [
            *(group.day.isoformat(), group.code, name_of(group.code), group.stall),
            *map(str, (total.made.letters, *total.made.doors, total.ahead)),
        ]
        for group, total in sums.items()
    ]
    return as_csv([[message("tallies", f"csv-{column}") for column in columns], *lines])


def missing_parts(tallies: Iterable[LetterTally]) -> dict[str, tuple[int, list[int]]]:
    """Of tallies that came in several codes: of how many, and the numbers that are not here."""
    here: dict[str, set[tuple[int, int]]] = {}
    for tally in tallies:
        here.setdefault(tally.id, set()).add(tally.part)
    # The codes of one state of a tally all say the same number of them; a later state may say more.
    last = {id_: max(of for _, of in parts) for id_, parts in here.items() if (1, 1) not in parts}
    found = {
        id_: (of, [number for number in range(1, of + 1) if (number, of) not in here[id_]])
        for id_, of in last.items()
    }
    return {id_: (of, missing) for id_, (of, missing) in found.items() if missing}


def _by(sums: Sums, key: Callable[[Group], _Key]) -> dict[_Key, Total]:
    found: dict[_Key, Total] = {}
    for group, total in sums.items():
        found[key(group)] = found.get(key(group), Total()) + total
    return found
