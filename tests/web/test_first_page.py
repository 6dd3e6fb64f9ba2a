"""What somebody can find out on the first page before they begin."""

from dataclasses import replace
from datetime import date

import pytest

from letterwriter.campaigns.promoter import Promoter
from letterwriter.letters.letter import Kind
from letterwriter.text.clean_text import CleanText
from letterwriter.text.passage import SLOT
from letterwriter.web.example_letter import example_letter
from tests.unit.letters.golden import campaign, parliament
from tests.web.test_world import visiting
from tests.web.visitor import Visitor


def test_it_says_who_runs_this_and_what_it_is_about() -> None:
    group = Promoter(group=CleanText("Letters for Newtown"))
    visitor = visiting(
        lambda here: replace(here, campaign=replace(here.campaign, promoter=group))
    ).open("/")
    assert "This site is run by Letters for Newtown." in visitor.text
    assert campaign().summary in visitor.text


def test_an_example_letter_is_a_link_away_and_says_that_it_is_one(visitor: Visitor) -> None:
    (link,) = visitor.open("/").page.select("a[data-open=example]")
    page = visitor.open(str(link["href"]))
    assert page.text.startswith("An example letter Everybody in it is invented.")
    for paragraph in example_letter(campaign(), date(2026, 11, 22)).paragraphs:
        assert paragraph.text in page.text


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2028, 12, 31)])
def test_the_example_is_a_whole_letter_without_a_figure_or_a_name_of_anybodys(today: date) -> None:
    letter = example_letter(campaign(), today)
    kinds = [paragraph.kind for paragraph in letter.paragraphs]
    assert set(kinds) == {Kind.OPENING, Kind.STORY, Kind.CONCERN, Kind.ASK, Kind.THANKS}
    told = [paragraph for paragraph in letter.paragraphs if paragraph.kind is not Kind.STORY]
    assert not any(character.isdigit() for each in told for character in each.text)
    assert not any(SLOT.search(each.text) for each in told)
    names = {seat.member.name for seat in parliament() if seat.member}
    places = {seat.constituency.name for seat in parliament()}
    assert not [name for name in names | places if name in "\n".join(letter.recipient)]
