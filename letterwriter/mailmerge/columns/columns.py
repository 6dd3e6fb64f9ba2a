"""The columns of one table: what each holds, and which of them count.

A heading that says one thing only goes before one that says more ("Name" before "Name of the
stall"). Of several addresses, home goes before post, and post before work. What a person chose
goes before everything.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from letterwriter.files.messages import message
from letterwriter.mailmerge.columns.choices import folded_label
from letterwriter.mailmerge.columns.contents import meant_by_texts
from letterwriter.mailmerge.columns.meanings import Meant, meant_by
from letterwriter.mailmerge.columns.words import (
    ADDRESS_PARTS,
    ANSWERS,
    NAME_PARTS,
    Meaning,
    account_words,
    folded_heading,
    plain_kind,
)

NAMES: Final = frozenset([Meaning.NAME, Meaning.FIRST, Meaning.LAST])
WHERE: Final = frozenset([Meaning.ADDRESS, Meaning.STREET, Meaning.HOUSE])  # without it, no address
_ADDRESS: Final = frozenset([Meaning.POSTCODE, *ADDRESS_PARTS])
_CHOSEN_KIND: Final = -1  # goes before every kind of address


class Unused(StrEnum):
    """Why a column is not used; the words for each are in ``templates/words/stack.toml``."""

    NOT_UNDERSTOOD = "not-understood"
    NOT_NEEDED = "not-needed"
    LESS_SURE = "less-sure"  # another heading says the same, and nothing else
    OTHER_ADDRESS = "other-address"
    ACCOUNT = "account"  # of whoever filled in the form
    EMPTY = "empty"  # a question that nobody has answered


@dataclass(frozen=True, slots=True)
class Column:
    """A column, with what it holds and why it is not used, if it is not.

    ``place`` counts from 0. ``label`` is its heading, unlike all others of the table.
    ``number`` is that of a line of an address; ``same`` is shared by columns whose headings are
    spelt alike.
    """

    place: int
    label: str
    same: str
    meaning: Meaning | None = None
    number: int = 0
    unused: Unused | None = None

    @property
    def used(self) -> Meaning | None:
        """What it holds, if that counts."""
        return None if self.unused else self.meaning

    @property
    def asked(self) -> bool:
        """Whether a person should say what it holds."""
        return self.unused in (Unused.NOT_UNDERSTOOD, Unused.LESS_SURE)


_Read = tuple[Column, Meant]


def columns_of(
    headings: Sequence[str], filled: Mapping[int, Sequence[str]], choices: Mapping[str, Meaning]
) -> tuple[Column, ...]:
    """What the columns hold under these headings.

    ``filled`` has the first texts of those with anything in them, by place: others stand in
    nobody's way, and are not asked about. ``choices`` are what a person said, by folded label.
    """
    read = [
        (column, _meant(column, filled.get(column.place, ()), choices))
        for column in _labelled(headings, filled.keys())
    ]
    read = _without_accounts(read)
    surest = {meant.meaning for column, meant in read if meant.sure and column.place in filled}
    kind = _kind_of_address([(column, meant) for column, meant in read if column.place in filled])
    held = {meant.meaning for column, meant in read if meant.kind == kind and not column.unused}
    found: list[Column] = []
    for column, meant in read:
        why = column.unused or _unused(meant, surest, kind, held)
        if meant.meaning in ANSWERS and column.place not in filled:
            why = Unused.EMPTY
        found.append(replace(column, meaning=meant.meaning, number=meant.number, unused=why))
    return tuple(column for column in found if column.place in filled or not column.asked)


def family(meaning: Meaning | None) -> str:
    """The field of a row that a column feeds: all parts of a name make the name."""
    if meaning in NAME_PARTS:
        return Meaning.NAME.value
    if meaning in ADDRESS_PARTS:
        return Meaning.ADDRESS.value
    return meaning.value if meaning else ""


def missing_columns(columns: Sequence[Column]) -> tuple[Meaning, ...]:
    """What a list needs and these columns have not; postcodes may stand in the address."""
    used = {column.used for column in columns}
    needs = {Meaning.NAME: NAMES, Meaning.ADDRESS: WHERE}
    return tuple(meaning for meaning, any_of in needs.items() if used.isdisjoint(any_of))


def _labelled(headings: Sequence[str], filled: Collection[int]) -> list[Column]:
    width = max([len(headings), *(place + 1 for place in filled)])
    found: list[Column] = []
    taken: set[str] = set()
    for place in range(width):
        heading = " ".join(headings[place].split()) if place < len(headings) else ""
        if not heading and place not in filled:
            continue
        label = heading or label_without_heading(place)
        if label.casefold() in taken:
            label = message("stack", "column-again", heading=heading, column=_letter(place))
        taken.add(label.casefold())
        found.append(Column(place, label, folded_heading(heading)))
    return found


def label_without_heading(place: int) -> str:
    """What a column is called that has no heading, counted from 0."""
    return message("stack", "column-without-heading", column=_letter(place))


def _letter(place: int) -> str:
    """A column's letters, as spreadsheets show them."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _meant(column: Column, texts: Sequence[str], choices: Mapping[str, Meaning]) -> Meant:
    meant = meant_by(column.label) if column.same else Meant(None, kind=plain_kind())
    chosen = choices.get(folded_label(column.label))
    if chosen:
        return Meant(chosen, sure=True, number=meant.number, kind=_CHOSEN_KIND)
    return meant if meant.meaning else replace(meant, meaning=meant_by_texts(texts))


def _without_accounts(read: list[_Read]) -> list[_Read]:
    """Those about an account left out, where the form asked for the same."""
    marks, about = account_words()
    if not marks <= {column.same for column, _ in read}:
        return read
    asked = {family(meant.meaning) for column, meant in read if column.same not in about}
    return [
        (replace(column, unused=Unused.ACCOUNT), meant)
        if column.same in about and family(meant.meaning) in asked and meant.kind != _CHOSEN_KIND
        else (column, meant)
        for column, meant in read
    ]


def _kind_of_address(read: list[_Read]) -> int:
    """Which address counts, of those that say where somebody lives."""
    kinds = [meant.kind for _, meant in read if meant.meaning in WHERE]
    return min((kind for kind in kinds if kind != _CHOSEN_KIND), default=plain_kind())


def _unused(
    meant: Meant, surest: set[Meaning | None], kind: int, held: set[Meaning | None]
) -> Unused | None:
    if meant.meaning is None:
        return Unused.NOT_UNDERSTOOD
    if meant.meaning in (Meaning.IGNORE, Meaning.COUNTRY):
        return Unused.NOT_NEEDED
    if meant.kind == _CHOSEN_KIND or meant.meaning in ANSWERS:
        return None
    another = meant.kind != plain_kind() or meant.meaning in held
    if meant.meaning in _ADDRESS and meant.kind != kind and another:
        return Unused.OTHER_ADDRESS
    if not meant.sure and meant.meaning in surest:
        return Unused.LESS_SURE
    return None
