import pytest

from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA
from letterwriter.postcodes.lookup import Lookup, Reason, Status, look_up
from letterwriter.postcodes.messages import lookup_message
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.postcodes.typed.old_districts import old_districts
from letterwriter.postcodes.typed.rules import OUTWARD

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


@pytest.mark.parametrize("typed", ["L99", "PA86", "SW29"])
def test_what_is_in_no_table_is_not_said_to_be_nowhere(typed: str) -> None:
    found = answer(typed)
    assert found.reason is Reason.UNKNOWN_DISTRICT
    assert "There are no" not in lookup_message(found, PARLIAMENT)
