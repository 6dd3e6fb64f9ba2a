"""The letters of tests/golden: made of the real tables and words, as site and command line do."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.loading import load_campaign
from letterwriter.letters.answers import Answers, Story, sender_of
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Letter
from letterwriter.parliament.addressee import Addressee, addressee
from letterwriter.parliament.members import Office, Parliament, Role, Seat
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import CAMPAIGNS, DATA
from letterwriter.postcodes.lookup import look_up
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.text.cleaning import clean

GOLDEN = Path(__file__).parents[2] / "golden"
TODAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Case:
    """One letter: its file's name and everything that its writer chose."""

    file: str
    answers: Answers
    constituency: str  # by name, where the postcode does not decide
    seat: str  # "vacant", or an office to put upon the member; usually empty
    seed: int
    today: date = TODAY

    @property
    def path(self) -> Path:
        """Where the letter stands."""
        return GOLDEN / f"{self.file}.txt"

    @property
    def from_seat(self) -> Seat:
        """The writer's constituency, and who sits for it."""
        seat = parliament().named(self.constituency) or parliament()[self._code]
        return changed_seat(seat, self.seat)

    @property
    def addressee(self) -> Addressee:
        """To whom it goes."""
        to = addressee(self.from_seat, parliament())
        assert to is not None
        return to

    @property
    def letter(self) -> Letter:
        """The letter that these choices make."""
        return Composer(campaign(), self.addressee, self.today).assemble(
            self.answers, Random(self.seed)
        )

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


def untold(campaign: Campaign, letters: Sequence[Case]) -> list[str]:
    """What to add to cases.toml, or to take out, so that letters have each prompt and concern."""
    told = [(case, {story.prompt_id for story in case.answers.stories}) for case in letters]
    worried = [(case, set(case.answers.concern_ids)) for case in letters]
    prompts = [prompt.id for prompt in campaign.prompts]
    concerns = [concern.id for concern in campaign.concerns]
    return [
        *_missing(prompts, told, "answers the prompt", 'stories = [["{}", "..."]]'),
        *_missing(concerns, worried, "has the concern", 'concerns = ["{}"]'),
        *_gone(prompts, told),
        *_gone(concerns, worried),
    ]


def _missing(
    ids: Sequence[str], chosen: Sequence[tuple[Case, set[str]]], lacks: str, line: str
) -> Iterator[str]:
    for id_ in ids:
        if not any(id_ in those for _, those in chosen):
            yield (
                f'No letter {lacks} "{id_}": add a [[letter]] to tests/golden/cases.toml '
                f"with {line.format(id_)}, run `make golden`, and read the new file."
            )


def _gone(ids: Sequence[str], chosen: Sequence[tuple[Case, set[str]]]) -> Iterator[str]:
    for id_ in sorted({id_ for _, those in chosen for id_ in those} - set(ids)):
        files = ", ".join(case.file for case, those in chosen if id_ in those)
        yield f'No campaign has "{id_}" any more: take it out of {files} in tests/golden/cases.toml'


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
    sender = sender_of(
        table["name"],
        clean("\n".join(table["address"])),
        table["postcode"],
        table.get("email", ""),
        table.get("phone", ""),
        reply_by_email=table.get("reply_by_email", False),
    )
    stories = tuple(
        Story(prompt, text, lead_in=bool(rest)) for prompt, text, *rest in table["stories"]
    )
    whys = {id_: clean(why) for id_, why in table.get("whys", {}).items()}
    answers = Answers(sender, stories, tuple(table["concerns"]), table["ask"], whys)
    constituency, seat = table.get("constituency", ""), table.get("seat", "")
    day = table.get("date", TODAY)
    return Case(table["file"], answers, constituency, seat, table["seed"], day)


def changed_seat(seat: Seat, how: str) -> Seat:
    """The seat with its member gone ("vacant"), or in an office ("whip")."""
    if not how or seat.member is None:
        return seat
    if how == "vacant":
        return replace(seat, member=None)
    office = Office(how.capitalize(), Role(how), TODAY, "for this letter only")
    return replace(seat, member=replace(seat.member, offices=(office,)))
