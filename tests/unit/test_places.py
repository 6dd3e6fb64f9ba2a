import pytest

from letterwriter.domain.parliament import Parliament
from letterwriter.domain.places import constituencies, councils, districts
from letterwriter.paths import DATA
from letterwriter.sources.members import load_parliament

KNOWN = frozenset({"M1", "M13", "M14", "EC1A"})


@pytest.fixture(scope="module")
def parliament() -> Parliament:
    return load_parliament(DATA / "mps.csv", DATA / "offices.csv")


@pytest.mark.parametrize(
    "typed",
    ["M1, M13, M14", "m1 m13 m14", "M1;M13;M14", "M1 and M13, M14", "M1\nM13\nM14", "M1,M13 ,M14,"],
)
def test_districts_are_read_however_they_are_parted(typed: str) -> None:
    found = districts([typed], KNOWN)
    assert found.outwards == ("M1", "M13", "M14")
    assert not found.unknown


def test_a_whole_postcode_stands_for_its_district() -> None:
    assert districts(["M14 5TP, ec1a 1bb"], KNOWN).outwards == ("M14", "EC1A")


def test_districts_that_are_not_known_are_told_one_by_one() -> None:
    found = districts(["M14, M99, nonsense, BT1, GY1"], KNOWN)
    assert found.outwards == ("M14",)
    assert [(u.key, u.name) for u in found.unknown] == [
        ("unknown-district", "M99"),
        ("unknown-district", "nonsense"),
        ("northern-ireland", "BT1"),
        ("no-mp-there", "GY1"),
    ]


def test_constituencies_go_by_code_and_by_english_and_welsh_name(parliament: Parliament) -> None:
    typed = ["E14001353, ynys môn", "Manchester   rusholme"]
    found = constituencies(typed, parliament)
    assert [parliament[code].constituency.name for code in found.codes] == [
        "Manchester Rusholme",
        "Ynys Môn",
    ]


def test_names_that_hold_commas_are_not_torn_apart(parliament: Parliament) -> None:
    typed = "Inverness, Skye and West Ross-shire, Manchester Rusholme"
    found = constituencies([typed], parliament)
    assert len(found.codes) == 2
    assert not found.unknown


@pytest.mark.parametrize("typed", ["Bristol, City of", "bristol"])
def test_a_council_stands_for_all_its_constituencies(parliament: Parliament, typed: str) -> None:
    names = {parliament[code].constituency.name for code in councils([typed], parliament).codes}
    assert {"Bristol Central", "Bristol East", "Bristol South"} <= names


def test_a_name_that_is_nearly_right_is_suggested(parliament: Parliament) -> None:
    (unknown,) = councils(["Manchster"], parliament).unknown
    assert unknown.alike[0] == "Manchester"


def test_what_was_chosen_twice_counts_once(parliament: Parliament) -> None:
    both = councils(["Manchester"], parliament) + constituencies(["E14001353"], parliament)
    assert len(both.codes) == len(set(both.codes))
