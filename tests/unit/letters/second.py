"""The second letters of tests/golden/second: made of the real tables and words."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

from letterwriter.letters.answers import OWN_LINE, Answers, FirstLetter, Sender, Story
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Letter
from letterwriter.parliament.addressee import addressee
from letterwriter.parliament.members import Seat
from letterwriter.text.cleaning import clean
from tests.cleaned import lines
from tests.unit.letters.golden import GOLDEN, campaign, changed_seat, parliament

SECOND: Final = GOLDEN / "second"
WRITTEN: Final = date(2026, 12, 9)
_SENDER: Final = Sender(clean("Amina Yusuf"), lines("1 High Street"), clean("M14 5TP"))


@dataclass(frozen=True, slots=True)
class SecondCase:
    """One letter: its file's name and everything that its writer chose."""

    file: str
    seat: Seat
    first: FirstLetter
    answers: Answers
    seed: int

    @property
    def path(self) -> Path:
        """Where the letter stands."""
        return SECOND / f"{self.file}.txt"

    @property
    def letter(self) -> Letter:
        """The letter that these choices make."""
        to = addressee(self.seat, parliament())
        assert to is not None
        made = Composer(campaign(), to, WRITTEN, self.first)
        return made.assemble(self.answers, Random(self.seed))


@cache
def second_cases() -> tuple[SecondCase, ...]:
    """All of them, in the order of cases.toml."""
    tables = tomllib.loads((SECOND / "cases.toml").read_text("utf-8"))["letter"]
    return tuple(map(_case, tables))


def _case(table: dict[str, Any]) -> SecondCase:
    seat = parliament().named(table["constituency"])
    assert seat, table["constituency"]
    first = FirstLetter(table["case"], clean("25 November 2026"), clean(table["ask"]))
    own = (Story(OWN_LINE, clean(table["own"])),) if table["own"] else ()
    seat = changed_seat(seat, table.get("seat", ""))
    return SecondCase(table["file"], seat, first, Answers(_SENDER, own), table["seed"])
