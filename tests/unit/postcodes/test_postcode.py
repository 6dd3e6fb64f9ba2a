import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.postcodes.postcode import (
    District,
    Mistake,
    NotAPostcode,
    Postcode,
    Territory,
    parse_postcode,
)
from letterwriter.postcodes.typed.rules import AREAS, INWARD, OUTWARD
from tests.cases import cases

CASES = cases("postcodes")  # the browser's engine reads them too

outwards = st.sampled_from(sorted(OUTWARD))
postcodes = st.builds(Postcode, outwards, st.sampled_from(sorted(INWARD)))
fillers = st.text(" \t\u00a0\u2009\u3000\u200b\ufeff\u00ad-–.,'", max_size=3)


def mistake(text: str) -> Mistake:
    with pytest.raises(NotAPostcode) as caught:
        parse_postcode(text)
    return caught.value.mistake


@pytest.mark.parametrize("case", CASES["whole"], ids=ascii)
def test_a_postcode_is_read_however_it_is_typed(case: dict[str, str]) -> None:
    place = parse_postcode(case["typed"])
    assert isinstance(place, Postcode)
    assert str(place) == case["meant"]


@pytest.mark.parametrize("case", CASES["halves"], ids=ascii)
def test_half_a_postcode_is_a_district(case: dict[str, str]) -> None:
    assert parse_postcode(case["typed"]) == District(case["outward"])


@pytest.mark.parametrize("case", CASES["mistakes"], ids=lambda case: ascii(case)[:60])
def test_what_is_no_postcode_is_told_by_its_mistake(case: dict[str, str]) -> None:
    assert mistake(case["typed"]) is Mistake(case["mistake"])


def test_a_mistake_does_not_keep_what_was_typed() -> None:
    with pytest.raises(NotAPostcode) as caught:
        parse_postcode("14 Secret Street")
    assert "Secret" not in repr(caught.value) + str(caught.value)


def test_a_postcode_knows_its_parts() -> None:
    postcode = Postcode("SW1A", "0AA")
    assert (postcode.area, str(postcode.district), postcode.sector, postcode.unit) == (
        "SW",
        "SW1A",
        "SW1A 0",
        "AA",
    )
    assert str(postcode) == "SW1A 0AA"


@pytest.mark.parametrize("case", CASES["territories"], ids=ascii)
def test_a_postcode_tells_which_territory_it_is_for(case: dict[str, str]) -> None:
    assert parse_postcode(case["typed"]).territory is Territory(case["territory"])


def test_there_are_124_areas_and_two_without_homes() -> None:
    # Royal Mail counts 124 areas with Northern Ireland and the islands; BF and BX come on top.
    assert len(AREAS) == 124 + 2


def test_no_two_first_halves_can_be_taken_for_each_other() -> None:
    look_alikes = str.maketrans("OI", "01")
    assert len({half.translate(look_alikes) for half in OUTWARD}) == len(OUTWARD)


@given(postcodes, st.data())
def test_spacing_and_case_change_nothing(postcode: Postcode, data: st.DataObject) -> None:
    letters = postcode.outward + postcode.inward
    typed = "".join(
        data.draw(fillers) + data.draw(st.sampled_from([letter, letter.lower()]))
        for letter in letters
    )
    assert parse_postcode(typed + data.draw(fillers)) == postcode


@given(postcodes, st.data())
def test_look_alikes_and_full_width_letters_change_nothing(
    postcode: Postcode, data: st.DataObject
) -> None:
    swaps = {"O": "O0", "0": "0O", "I": "I1", "1": "1I"}
    swapped = [data.draw(st.sampled_from(swaps.get(letter, letter))) for letter in str(postcode)]
    wide = {letter: chr(ord(letter) + 0xFEE0) for letter in swapped if letter != " "}
    typed = "".join(
        wide[letter] if letter in wide and data.draw(st.booleans()) else letter
        for letter in swapped
    )
    assert parse_postcode(typed) == postcode


@given(st.one_of(st.text(), st.text("MIOoi0145TP -.\u200b\0１", max_size=9)))
def test_any_text_is_a_postcode_a_district_or_a_mistake(text: str) -> None:
    try:
        place = parse_postcode(text)
    except NotAPostcode:
        return
    assert parse_postcode(str(place)) == place
    plain = unicodedata.normalize("NFKC", text).upper()
    assert sum(letter.isalnum() for letter in plain) >= 2
