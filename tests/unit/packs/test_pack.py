"""Letters to sign: no two alike in wording, each on a page with room for a hand."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from letterwriter.campaigns.campaign import Campaign
from letterwriter.campaigns.loading import DEFAULT_CAMPAIGN, bundled_campaign, load_campaign
from letterwriter.campaigns.role_passage import RolePassage
from letterwriter.letters.letter import Kind, Letter
from letterwriter.packs.pack import LabelSheet, TooMuch, labels
from letterwriter.packs.request import PackRequest, PackSource, pack_parts, suggested
from letterwriter.packs.sorting_sheet import Share
from letterwriter.packs.variations import TooFewWordings, Variations
from letterwriter.parliament.addressee import addressee
from letterwriter.parliament.members import Parliament
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA
from letterwriter.text.passage import Passage

TODAY = date(2026, 11, 22)
RUSHOLME, CENTRAL = "E14001353", "E14001352"


@pytest.fixture(scope="module")
def parliament() -> Parliament:
    return load_parliament(DATA / "mps.csv", DATA / "offices.csv")


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return load_campaign(Path(__file__).parents[2] / "example_campaign")


def dealer(
    campaign: Campaign,
    parliament: Parliament,
    code: str = RUSHOLME,
    day: date = TODAY,
    *,
    unknown: bool = False,
) -> Variations:
    """Letters to one member, whose office our list may lack where it is ``unknown``."""
    to = addressee(parliament[code], parliament)
    assert to is not None
    return Variations(campaign, replace(to, office_unknown=unknown), day, Random(1))


def dealt(campaign: Campaign, parliament: Parliament, copies: int) -> tuple[Letter, ...]:
    return dealer(campaign, parliament).letters_to_sign(copies).letters


def test_no_two_letters_of_the_largest_stack_are_alike(
    campaign: Campaign, parliament: Parliament
) -> None:
    letters = dealt(campaign, parliament, 600)
    assert len({letter.body for letter in letters}) == 600


def test_our_own_campaign_has_words_enough_for_the_largest_stack(parliament: Parliament) -> None:
    letters = dealt(bundled_campaign(DEFAULT_CAMPAIGN), parliament, 600)
    assert len({letter.body for letter in letters}) == 600


def test_neighbours_in_a_stack_share_no_sentence(
    campaign: Campaign, parliament: Parliament
) -> None:
    letters = dealt(campaign, parliament, 60)
    sentences = [set(". ".join(letter.body).split(". ")) for letter in letters]
    assert not [n for n in range(59) if sentences[n] & sentences[n + 1]]


def test_each_letter_has_two_of_the_suggested_concerns_in_every_order(
    campaign: Campaign, parliament: Parliament
) -> None:
    pairs = {
        tuple(p.id for p in letter.paragraphs if p.kind is Kind.CONCERN)
        for letter in dealt(campaign, parliament, 12)
    }
    suggested_ids = {c.id for c in campaign.concerns_on(TODAY) if c.suggested}
    assert len(pairs) == len(suggested_ids) * (len(suggested_ids) - 1)
    assert {id_ for pair in pairs for id_ in pair} == suggested_ids


def test_a_letter_to_sign_names_nobody_as_its_writer(
    campaign: Campaign, parliament: Parliament
) -> None:
    (letter,) = dealt(campaign, parliament, 1)
    assert letter.name == ""
    assert letter.sender == ()
    assert "{" not in "".join(letter.body)


def test_the_same_seed_deals_the_same_letters(campaign: Campaign, parliament: Parliament) -> None:
    assert dealt(campaign, parliament, 20) == dealt(campaign, parliament, 20)


def test_what_was_chosen_is_what_the_letters_are_about(
    campaign: Campaign, parliament: Parliament
) -> None:
    stack = dealer(campaign, parliament).letters_to_sign(5, ["no-say"], "bring-it-about")
    for letter in stack.letters:
        kinds = [(p.kind, p.id) for p in letter.paragraphs]
        assert (Kind.CONCERN, "no-say") in kinds
        assert (Kind.ASK, "bring-it-about") in kinds


def test_an_ask_that_an_office_forbids_gives_way(
    campaign: Campaign, parliament: Parliament
) -> None:
    speaker = parliament.named("Chorley")
    assert speaker is not None
    stack = dealer(campaign, parliament, speaker.constituency.code).letters_to_sign(1, (), "debate")
    asks = [p.id for p in stack.letters[0].paragraphs if p.kind is Kind.ASK]
    fitting = [ask.id for ask in campaign.asks_on(TODAY, speaker.role)]
    assert asks == fitting[:1]
    assert "debate" not in fitting


def test_an_ask_that_no_minister_can_do_gives_way_where_the_office_may_be_unknown(
    campaign: Campaign, parliament: Parliament
) -> None:
    for unknown, asked in ((False, "debate"), (True, "write-for-me")):
        stack = dealer(campaign, parliament, unknown=unknown).letters_to_sign(4, (), "debate")
        for letter in stack.letters:
            assert [p.id for p in letter.paragraphs if p.kind is Kind.ASK] == [asked]


def test_the_ask_grows_from_the_concerns_of_each_letter(
    campaign: Campaign, parliament: Parliament
) -> None:
    for letter in dealt(campaign, parliament, 12):
        *_, last = (p.id for p in letter.paragraphs if p.kind is Kind.CONCERN)
        (asked,) = [p.id for p in letter.paragraphs if p.kind is Kind.ASK]
        assert asked == {"last-bus": "debate", "no-say": "bring-it-about"}[last]


def test_a_concern_past_its_date_is_in_letters_without_its_figures(
    campaign: Campaign, parliament: Parliament
) -> None:
    for day, printed in ((TODAY, True), (date(2040, 1, 1), False)):
        for letter in dealer(campaign, parliament, day=day).letters_to_sign(3).letters:
            concerns = {p.id: p.text for p in letter.paragraphs if p.kind is Kind.CONCERN}
            assert concerns.keys() == {"last-bus", "no-say"}
            assert ("120" in concerns["last-bus"]) == printed


def test_a_concern_past_its_date_without_other_words_is_in_no_letter(
    campaign: Campaign, parliament: Parliament
) -> None:
    bare = replace(campaign, concerns=(replace(campaign.concerns[0], evergreen=None),))
    stack = dealer(bare, parliament, day=date(2040, 1, 1)).letters_to_sign(3)
    assert not [p for p in stack.letters[0].paragraphs if p.kind is Kind.CONCERN]


def test_a_campaign_with_one_wording_each_says_that_it_has_too_few(
    campaign: Campaign, parliament: Parliament
) -> None:
    one = Passage((("I am one of your constituents.",),))
    frame = replace(
        campaign.frame,
        opening=RolePassage(one),
        thanks=RolePassage(one),
        reply=one,
        reply_by_email=one,
    )
    bare = replace(campaign, frame=frame, concerns=(), asks=())
    with pytest.raises(TooFewWordings):
        dealer(bare, parliament).letters_to_sign(2)


def test_more_than_a_pack_holds_is_refused_with_both_numbers(
    campaign: Campaign, parliament: Parliament
) -> None:
    stock = PackSource(campaign, parliament, "")
    with pytest.raises(TooMuch) as refused:
        pack_parts(PackRequest({RUSHOLME: 400, CENTRAL: 201}), stock, TODAY, Random(1))
    assert (refused.value.wanted, refused.value.limit) == (601, 600)
    everyone = {seat.constituency.code: 1 for seat in parliament}
    with pytest.raises(TooMuch) as refused:
        pack_parts(PackRequest(everyone), stock, TODAY, Random(1))
    assert refused.value.key in ("too-many-letters", "too-many-mps")


def test_an_mp_without_letters_stays_on_the_sorting_sheet(
    campaign: Campaign, parliament: Parliament
) -> None:
    order = PackRequest({RUSHOLME: 2, CENTRAL: 0}, (("M1 7", {RUSHOLME: 1, CENTRAL: 1}),))
    made = pack_parts(order, PackSource(campaign, parliament, ""), TODAY, Random(1))
    assert [stack.to.constituency.code for stack in made.stacks] == [RUSHOLME]
    assert [to.constituency.code for to in made.others] == [CENTRAL]


@pytest.mark.parametrize(("members", "made"), [(1, 14), (2, 14), (3, 12), (10, 20)])
def test_labels_are_shared_out_and_every_mp_has_two(
    campaign: Campaign, parliament: Parliament, members: int, made: int
) -> None:
    stock = PackSource(campaign, parliament, "")
    to = [stock.recipient(seat.constituency.code) for seat in list(parliament)[:members]]
    assert len(labels(to, LabelSheet.L7163)) == made


def test_suggested_copies_follow_the_postcodes_in_fives() -> None:
    assert suggested((Share("a", 1288), Share("b", 509), Share("c", 66))) == {
        "a": 35,
        "b": 15,
        "c": 0,
    }
