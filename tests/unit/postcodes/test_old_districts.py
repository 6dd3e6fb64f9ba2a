import pytest

from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA
from letterwriter.postcodes.lookup import Lookup, Reason, Status, look_up
from letterwriter.postcodes.messages import lookup_message
from letterwriter.postcodes.postcode import District, Territory
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.postcodes.typed.old_districts import old_districts
from letterwriter.postcodes.typed.rules import AREAS, OUTWARD

PARLIAMENT = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
TABLE = PostcodeTable.load(DATA / "postcodes_constituencies.csv")


def answer(text: str) -> Lookup:
    return look_up(text, TABLE, PARLIAMENT)


def test_old_districts_are_in_no_table_and_those_in_their_place_are() -> None:
    for old, new in old_districts().items():
        assert old in OUTWARD
        assert old not in TABLE.index
        assert [district for district in new if district not in TABLE.index] == []


def test_a_page_needs_one_part_of_the_table_for_an_old_district() -> None:
    for new in old_districts().values():
        assert len({district.rstrip("0123456789") for district in new}) == 1


@pytest.mark.parametrize("typed", ["L43", "l43 9tg", "12 Shrewsbury Road, L43 9TG"])
def test_an_old_district_is_answered_with_the_new_one_and_its_constituencies(typed: str) -> None:
    found = answer(typed)
    assert (found.status, found.reason) == (Status.CHOOSE, Reason.OLD_DISTRICT)
    assert found.candidates == TABLE.in_district("CH43")
    assert "L43 is now CH43" in lookup_message(found, PARLIAMENT)


def test_all_new_districts_are_named_and_each_constituency_is_offered_once() -> None:
    found = answer("CF1 3NP")
    assert "CF1 is now CF10, CF11, CF24." in lookup_message(found, PARLIAMENT)
    assert len(set(found.candidates)) == len(found.candidates) > 1


@pytest.mark.parametrize("typed", ["SW1", "W1", "EC1", "EC4", "WC2", "W1 2AB"])
def test_a_district_that_goes_on_with_a_letter_asks_for_the_rest(typed: str) -> None:
    found = answer(typed)
    assert (found.status, found.reason) == (Status.CHOOSE, Reason.PART_DISTRICT)
    assert found.candidates
    said = lookup_message(found, PARLIAMENT)
    assert "Add the rest" in said
    assert f"{found.district}A" in said


@pytest.mark.parametrize("typed", ["L99", "YO9 5TP", "SW29", "Cambridge CB19"])
def test_any_other_district_offers_the_constituencies_of_its_letters(typed: str) -> None:
    found = answer(typed)
    assert (found.status, found.reason) == (Status.CHOOSE, Reason.UNKNOWN_DISTRICT)
    names = [PARLIAMENT[code].constituency.name for code in found.candidates]
    assert names == sorted(set(names))
    area = District(found.district).area
    assert set(TABLE.in_district(f"{area}2")) <= set(found.candidates)
    said = lookup_message(found, PARLIAMENT)
    assert said.endswith(f"from those whose postcodes begin {area}.")
    assert "no postcodes" not in said


def test_in_every_area_a_district_that_is_unknown_is_answered_with_constituencies() -> None:
    places = [District(f"{area}98") for area in sorted(AREAS)[::6]]
    here = [place.outward for place in places if place.territory is Territory.GREAT_BRITAIN]
    assert [outward for outward in here if not answer(outward).candidates] == []


@pytest.mark.parametrize("typed", ["Manchester M14", "London SW1", "Birkenhead, L43", "in SS10"])
def test_a_first_half_in_other_text_is_shown_as_it_was_read(typed: str) -> None:
    found = answer(typed)
    assert not found.as_typed
    assert lookup_message(found, PARLIAMENT).startswith(f"We read that as {found.district}. ")


@pytest.mark.parametrize("typed", ["m14", "M14 5t", "m 14", "L43", "bfpo 58"])
def test_a_first_half_that_stands_alone_is_as_it_was_typed(typed: str) -> None:
    assert answer(typed).as_typed


@pytest.mark.parametrize(
    ("typed", "said"), [("ZE1", "All postcodes that begin ZE1 are in one"), ("M14", "M14 alone")]
)
def test_a_district_in_one_constituency_is_not_said_to_need_more(typed: str, said: str) -> None:
    assert said in lookup_message(answer(typed), PARLIAMENT)
