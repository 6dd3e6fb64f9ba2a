"""The letters of tests/golden: made of the real tables and words, as site and command line do."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from letterwriter.domain.addressee import Addressee, addressee
from letterwriter.domain.answers import Answers, Sender, Story
from letterwriter.domain.campaign import Campaign
from letterwriter.domain.composition import Composer
from letterwriter.domain.letter import Letter
from letterwriter.domain.lookup import look_up
from letterwriter.domain.parliament import Office, Parliament, Role, Seat
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.sources.campaigns import load_campaign
from letterwriter.sources.members import load_parliament
from letterwriter.sources.postcodes import PostcodeTable

GOLDEN = Path(__file__).parents[1] / "golden"
TODAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Case:
    """One letter: its file's name and everything that its writer chose."""

    file: str
    answers: Answers
    constituency: str  # by name, where the postcode does not decide
    seat: str  # "vacant", or an office to put upon the member; usually empty
    seed: int

    @property
    def path(self) -> Path:
        """Where the letter stands."""
        return GOLDEN / f"{self.file}.txt"

    @property
    def from_seat(self) -> Seat:
        """The writer's constituency, and who sits for it."""
        seat = parliament().named(self.constituency) or parliament()[self._code]
        return _changed(seat, self.seat)

    @property
    def addressee(self) -> Addressee:
        """To whom it goes."""
        to = addressee(self.from_seat, parliament())
        assert to is not None
        return to

    @property
    def letter(self) -> Letter:
        """The letter that these choices make."""
        return Composer(campaign(), self.addressee).assemble(self.answers, TODAY, Random(self.seed))

    @property
    def _code(self) -> str:
        code = look_up(self.answers.sender.postcode, _postcodes(), parliament()).constituency
        assert code, f"{self.answers.sender.postcode} decides no constituency"
        return code


@cache
def cases() -> tuple[Case, ...]:
    """All letters, in the order of cases.toml."""
    tables = tomllib.loads((GOLDEN / "cases.toml").read_text("utf-8"))["letter"]
    return tuple(_case(table) for table in tables)


@cache
def campaign() -> Campaign:
    """The campaign that all of them belong to."""
    return load_campaign(CAMPAIGNS / "restoring-order-and-control")


@cache
def parliament() -> Parliament:
    """Everyone who sits in the House, and who does not."""
    return load_parliament(DATA / "mps.csv", DATA / "offices.csv")


@cache
def _postcodes() -> PostcodeTable:
    return PostcodeTable.load(DATA / "postcodes_constituencies.csv")


def _case(table: dict[str, Any]) -> Case:
    sender = Sender(
        name=table["name"],
        address=tuple(table["address"]),
        postcode=table["postcode"],
        email=table.get("email", ""),
        phone=table.get("phone", ""),
        reply_by_email=table.get("reply_by_email", False),
    )
    stories = tuple(
        Story(prompt, text, lead_in=bool(rest)) for prompt, text, *rest in table["stories"]
    )
    answers = Answers(sender, stories, tuple(table["concerns"]), table["ask"])
    constituency, seat = table.get("constituency", ""), table.get("seat", "")
    return Case(table["file"], answers, constituency, seat, table["seed"])


def _changed(seat: Seat, how: str) -> Seat:
    if not how or seat.member is None:
        return seat
    if how == "vacant":
        return replace(seat, member=None)
    office = Office(how.capitalize(), Role(how), TODAY, "for this letter only")
    return replace(seat, member=replace(seat.member, offices=(office,)))
