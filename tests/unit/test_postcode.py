import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.domain.postcode import District, Mistake, NotAPostcode, Postcode, Territory, parse
from letterwriter.domain.postcode_rules import AREAS, INWARD, OUTWARD

outwards = st.sampled_from(sorted(OUTWARD))
postcodes = st.builds(Postcode, outwards, st.sampled_from(sorted(INWARD)))
fillers = st.text(" \t\u00a0\u2009\u3000\u200b\ufeff\u00ad-–.,'", max_size=3)


def mistake(text: str) -> Mistake:
    with pytest.raises(NotAPostcode) as caught:
        parse(text)
    return caught.value.mistake


@pytest.mark.parametrize(
    "typed",
    [
        "M14 5TP",
        "m145tp",
        " M14  5tp. ",
        "M14-5TP",
        "M1 45TP",
        "M14\u00a05TP",
        "M14\u200b5TP",
        "\ufeffM14 5TP\n",
        "“M14 5TP”,",
        "Ｍ１４　５ｔｐ",  # full width
        "MI4 5TP",
        "M١٤ ٥TP",  # an Arabic keyboard's digits
    ],
)
def test_a_postcode_is_read_however_it_is_typed(typed: str) -> None:
    assert parse(typed) == Postcode("M14", "5TP")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("SWIA OAA", "SW1A 0AA"),
        ("0X1 1AA", "OX1 1AA"),
        ("1P1 1AA", "IP1 1AA"),
        ("S014 5TP", "SO14 5TP"),
        ("S01 5TP", "SO1 5TP"),  # no district is numbered 01
        ("CRO 1AA", "CR0 1AA"),
        ("M1 IAA", "M1 1AA"),
        ("GIR OAA", "GIR 0AA"),
        ("g1r 0aa", "GIR 0AA"),
    ],
)
def test_letter_o_and_nought_and_letter_i_and_one_stand_for_each_other(
    typed: str, meant: str
) -> None:
    assert str(parse(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "outward"),
    [
        ("M14", "M14"),
        (" m 14 ", "M14"),
        ("M1O", "M10"),
        ("sw1a", "SW1A"),
        ("M14 5", "M14"),
        ("M14 5T", "M14"),
        ("M145T", "M14"),
        ("E11", "E11"),
        ("E1 1", "E1"),
        ("W1 A", "W1A"),
        ("BFPO 57", "BF1"),
    ],
)
def test_half_a_postcode_is_a_district(typed: str, outward: str) -> None:
    assert parse(typed) == District(outward)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", Mistake.EMPTY),
        (" \u00a0\t", Mistake.EMPTY),
        ("...", Mistake.EMPTY),
        ("12345", Mistake.ONLY_DIGITS),
        ("HELLO", Mistake.ONLY_LETTERS),
        ("Manchester", Mistake.ONLY_LETTERS),
        ("12 Platt Lane, M14 5TP", Mistake.TOO_LONG),
        ("x" * 10_000, Mistake.TOO_LONG),
        ("M14 5TP" * 10_000, Mistake.TOO_LONG),
        ("\N{GRINNING FACE}", Mistake.ODD_CHARACTERS),
        ("M14 5TP\N{GRINNING FACE}", Mistake.ODD_CHARACTERS),
        ("\0", Mistake.ODD_CHARACTERS),
        ("M14\0 5TP", Mistake.ODD_CHARACTERS),
        ("\ud800", Mistake.ODD_CHARACTERS),
        ("\u041c14 5TP", Mistake.ODD_CHARACTERS),  # a Cyrillic letter that looks like M
        ("ZZ1 1AA", Mistake.UNKNOWN_AREA),
        ("QM14 5TP", Mistake.UNKNOWN_AREA),
        ("M14 5CP", Mistake.NOT_A_POSTCODE),  # C never stands in the second half
        ("M1A 5TP", Mistake.NOT_A_POSTCODE),  # only London's districts end in a letter
        ("M0 5TP", Mistake.NOT_A_POSTCODE),
        ("M14 5TPP", Mistake.NOT_A_POSTCODE),
    ],
)
def test_what_is_no_postcode_is_told_by_its_mistake(typed: str, why: Mistake) -> None:
    assert mistake(typed) is why


def test_a_mistake_does_not_keep_what_was_typed() -> None:
    with pytest.raises(NotAPostcode) as caught:
        parse("14 Secret Street")
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


@pytest.mark.parametrize(
    ("typed", "territory"),
    [
        ("M14 5TP", Territory.GREAT_BRITAIN),
        ("B1 1AA", Territory.GREAT_BRITAIN),
        ("G1 1AA", Territory.GREAT_BRITAIN),
        ("BT1 5GS", Territory.NORTHERN_IRELAND),
        ("JE2 3AB", Territory.JERSEY),
        ("GY1 1AA", Territory.GUERNSEY),
        ("IM1 1AA", Territory.ISLE_OF_MAN),
        ("BF1 3AD", Territory.FORCES),
        ("BFPO 57", Territory.FORCES),
        ("BX1 1LT", Territory.ORGANISATION),
        ("GIR 0AA", Territory.ORGANISATION),
        ("JE2", Territory.JERSEY),
    ],
)
def test_a_postcode_tells_which_territory_it_is_for(typed: str, territory: Territory) -> None:
    assert parse(typed).territory is territory


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
    assert parse(typed + data.draw(fillers)) == postcode


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
    assert parse(typed) == postcode


@given(st.one_of(st.text(), st.text("MIOoi0145TP -.\u200b\0１", max_size=9)))
def test_any_text_is_a_postcode_a_district_or_a_mistake(text: str) -> None:
    try:
        place = parse(text)
    except NotAPostcode:
        return
    assert parse(str(place)) == place
    plain = unicodedata.normalize("NFKC", text).upper()
    assert sum(letter.isalnum() for letter in plain) >= 2
