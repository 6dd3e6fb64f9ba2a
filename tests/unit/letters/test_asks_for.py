"""What can be asked of one member, in the order in which it is offered."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from letterwriter.campaigns.campaign import Ask
from letterwriter.campaigns.loading import load_campaign
from letterwriter.letters.offered import asks_for
from letterwriter.parliament.addressee import Addressee
from letterwriter.parliament.members import Constituency, Country, Member, Role

TODAY = date(2026, 11, 22)
EXAMPLE = load_campaign(Path(__file__).parents[2] / "example_campaign")
BACK, BOTH = frozenset({Role.BACKBENCHER}), frozenset({Role.BACKBENCHER, Role.MINISTER})
TO = Addressee(
    Member("", "Alex Morgan", "Alex Morgan MP", "", ""),
    Role.BACKBENCHER,
    Constituency("", "Newtown East", "", Country.ENGLAND, ()),
)


def ask(id_: str, roles: frozenset[Role], *concerns: str, whole: bool = True) -> Ask:
    first = replace(EXAMPLE.asks[0], id=id_, roles=roles, whole=whole)
    return replace(first, concern_ids=concerns, fact_ids=())


CAMPAIGN = replace(
    EXAMPLE,
    asks=(
        ask("send", BOTH),
        ask("question", BACK, "delay"),
        ask("vote", BACK, "charge", "delay"),
        ask("raise", BOTH, "charge"),
        ask("mend", BACK, "schools", whole=False),
    ),
)


def offered(
    concerns: tuple[str, ...] | None, *, to: Addressee = TO, sure: bool = False
) -> list[str]:
    return [found.id for found in asks_for(CAMPAIGN, to, TODAY, concerns, sure=sure)]


@pytest.mark.parametrize(
    ("concerns", "order"),
    [
        ((), ["send", "question", "vote", "raise"]),
        (("delay",), ["question", "vote", "send", "raise"]),
        (("charge",), ["vote", "raise", "send", "question"]),
        (("charge", "delay"), ["question", "vote", "raise", "send"]),
        (("delay", "charge"), ["vote", "raise", "question", "send"]),
        (("other", "schools"), ["mend", "send", "question", "vote", "raise"]),
        (("schools", "charge"), ["vote", "raise", "mend", "send", "question"]),
    ],
)
def test_asks_that_grow_from_the_concerns_come_first_and_the_last_concerns_before_others(
    concerns: tuple[str, ...], order: list[str]
) -> None:
    assert offered(concerns) == order


def test_where_the_concerns_are_not_known_all_asks_stand_in_the_campaigns_order() -> None:
    assert offered(None) == ["send", "question", "vote", "raise", "mend"]


def test_an_ask_fits_the_members_role() -> None:
    assert offered(("charge",), to=replace(TO, role=Role.MINISTER)) == ["raise", "send"]
    assert offered(("charge",), to=replace(TO, role=Role.SPEAKER)) == []


def test_where_an_office_may_be_unknown_what_fits_a_minister_too_comes_first() -> None:
    perhaps = replace(TO, office_unknown=True)
    assert offered((), to=perhaps) == ["send", "raise", "question", "vote"]
    assert offered(("charge",), to=perhaps) == ["raise", "send", "vote", "question"]


def test_nobody_who_could_put_it_right_sees_a_stack_so_the_others_are_left_out() -> None:
    perhaps = replace(TO, office_unknown=True)
    assert offered(("charge",), to=perhaps, sure=True) == ["raise", "send"]
    assert offered(("charge",), sure=True) == offered(("charge",))
