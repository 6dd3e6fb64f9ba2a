from collections.abc import Callable, Iterable

import pytest

from letterwriter.packs.areas import (
    MOST_NAMES,
    Places,
    constituencies,
    councils,
    districts,
    sectors_to_sort,
)
from letterwriter.parliament.members import Parliament
from letterwriter.parliament.members_file import load_parliament
from letterwriter.parliament.name_index import NameIndex
from letterwriter.parliament.names.name_search import NameSearch
from letterwriter.paths import DATA
from letterwriter.postcodes.sector_table import PostcodeTable
from tests.growth import is_linear

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


def test_an_old_district_or_a_part_of_one_stands_for_those_of_today() -> None:
    found = districts(["L43, EC1"], frozenset({"CH43", "EC1A", "EC1Y", "M1"}))
    assert found.outwards == ("CH43", "EC1A", "EC1Y")
    assert not found.unknown


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


def test_an_everyday_name_stands_for_all_that_are_called_so(parliament: Parliament) -> None:
    found = constituencies(["Anglesey, St. Albans & Hull"], parliament)
    assert found.unknown[0].name == "St. Albans & Hull"
    found = constituencies(["Anglesey, St. Albans, Hull"], parliament)
    names = [parliament[code].constituency.name for code in found.codes]
    assert names[:2] == ["Ynys Môn", "St Albans"]
    assert sorted(name[:20] for name in names[2:]) == [
        "Kingston upon Hull E",
        "Kingston upon Hull N",
        "Kingston upon Hull W",
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


def test_districts_and_a_council_together_are_sorted_to_every_constituency(
    parliament: Parliament,
) -> None:
    index = PostcodeTable.load(DATA / "postcodes_constituencies.csv").index
    council, around = councils(["Manchester"], parliament), districts(["M1"], index)
    sectors = sectors_to_sort(council + around, index)
    names = [name for name, _ in sectors]
    assert len(names) == len(set(names))
    assert set(council.codes) <= {code for _, codes in sectors for code in codes}
    assert {name for name, _ in index.in_districts(["M1"])} <= set(names)
    assert sectors_to_sort(around, index) == index.in_districts(["M1"])
    assert sectors_to_sort(council, index) == index.touching(council.codes)


def test_a_name_that_is_nearly_right_is_suggested(parliament: Parliament) -> None:
    (unknown,) = councils(["Manchster"], parliament).unknown
    assert unknown.alike[0] == "Manchester"


def test_as_many_names_as_can_be_asked_for_are_looked_up_and_one_more_is_told(
    parliament: Parliament,
) -> None:
    names = [seat.constituency.name for seat in parliament][:MOST_NAMES]
    assert len(constituencies(names, parliament).codes) == MOST_NAMES
    more = constituencies([*names, "Manchester Rusholme"], parliament)
    assert more == Places(too_many=("too-many-constituencies",))
    assert councils(["a," * 30_000], parliament).too_many == ("too-many-councils",)
    assert districts(["M14 and " * 30_000], KNOWN).too_many == ("too-many-districts",)


@pytest.mark.parametrize("find", [constituencies, councils])
@pytest.mark.parametrize("parting", [",", "\n", ";", ", \n"])
def test_only_the_first_few_unknown_names_are_compared_with_all_that_are_known(
    find: Callable[[Iterable[str], Parliament], Places],
    parting: str,
    parliament: Parliament,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []

    likely = NameSearch.likely

    def counted(search: NameSearch, text: str) -> tuple[str, ...]:
        compared.append(text)
        return likely(search, text)

    monkeypatch.setattr(NameSearch, "likely", counted)
    found = find([parting.join(f"Manchster {n}" for n in range(MOST_NAMES))], parliament)
    assert len(found.unknown) == MOST_NAMES
    assert len(compared) == 5
    assert [bool(unknown.alike) for unknown in found.unknown[:6]] == [True] * 5 + [False]
    compared.clear()
    find([parting.join("a" for _ in range(30_000))], parliament)
    assert compared == []


@pytest.mark.parametrize("run", ["a,", ", ", "a\n", "inverness, skye, ", "inverness,,"])
def test_a_text_of_thousands_of_names_is_parted_in_linear_time(run: str) -> None:
    index = NameIndex([("Inverness, Skye and West Ross-shire", "S1"), ("Leeds", "E1")])
    assert is_linear(lambda length: list(index.names_in(run * (length // len(run)))))


def test_an_unknown_name_that_is_a_whole_page_is_told_in_short(parliament: Parliament) -> None:
    (unknown,) = constituencies(["a" * 60_000], parliament).unknown
    assert unknown.name == "a" * 60 + "…"


def test_what_was_chosen_twice_counts_once(parliament: Parliament) -> None:
    both = councils(["Manchester"], parliament) + constituencies(["E14001353"], parliament)
    assert len(both.codes) == len(set(both.codes))
