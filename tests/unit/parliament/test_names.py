import tomllib

import pytest

from letterwriter.parliament.members import Parliament
from letterwriter.parliament.members_file import load_parliament
from letterwriter.parliament.names.folded_names import name_key
from letterwriter.paths import DATA
from tests.growth import is_linear


@pytest.fixture(scope="module")
def whole() -> Parliament:
    return load_parliament(DATA / "mps.csv", DATA / "offices.csv")


def named(whole: Parliament, typed: str) -> str:
    seat = whole.named(typed)
    return seat.constituency.name if seat else ""


def best(whole: Parliament, typed: str) -> list[str]:
    return [seat.constituency.name for seat in whole.alike(typed)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ynys mon", "Ynys Môn"),
        ("Ynys Mo\u0302n", "Ynys Môn"),
        ("QUEENS PARK & MAIDA VALE", "Queen's Park and Maida Vale"),
        ("Queen\u2019s Park and Maida Vale", "Queen's Park and Maida Vale"),
        ("Queen`s Park, Maida Vale", "Queen's Park and Maida Vale"),
        ("St. Albans", "St Albans"),
        ("Saint Albans", "St Albans"),
        ("Weston super Mare", "Weston-super-Mare"),
        ("Birmingham, Hall Green & Moseley", "Birmingham Hall Green and Moseley"),
        ("Rusholme Manchester", "Manchester Rusholme"),
        ("Durham North", "North Durham"),
        ("Durham City", "City of Durham"),
        ("Stratford upon Avon", "Stratford-on-Avon"),
        ("Wrekin", "The Wrekin"),
        ("MP for Bath", "Bath"),
        ("Anglesey", "Ynys Môn"),
        ("the Western Isles", "Na h-Eileanan an Iar"),
        ("Scilly", "St Ives"),
        ("hull east", "Kingston upon Hull East"),
    ],
)
def test_a_constituency_is_found_by_its_name_however_it_is_written(
    whole: Parliament, typed: str, name: str
) -> None:
    assert named(whole, typed) == name


def test_no_two_constituencies_are_taken_for_one(whole: Parliament) -> None:
    for seat in whole:
        for name in filter(None, (seat.constituency.name, seat.constituency.welsh_name)):
            assert named(whole, name) == seat.constituency.name


@pytest.mark.parametrize(
    ("typed", "likeliest"),
    [
        ("Queens Park", {"Queen's Park and Maida Vale"}),
        ("glyndwr", {"Montgomeryshire and Glyndŵr"}),
        ("Rushulme", {"Manchester Rusholme"}),
        ("Manchster Rusholm", {"Manchester Rusholme"}),
        ("newcaslte under lyme", {"Newcastle-under-Lyme"}),
        ("westonsupermare", {"Weston-super-Mare"}),
        ("Baht", {"Bath"}),
        ("Bangor", {"Bangor Aberconwy", "North Down"}),
        ("Londonderry", {"Foyle", "East Londonderry"}),
        ("Trafford", {"Altrincham and Sale West", "Stretford and Urmston"}),
        ("manchester", {"Manchester Central", "Manchester Rusholme", "Manchester Withington"}),
    ],
)
def test_what_is_no_name_by_itself_is_answered_with_the_likeliest_first(
    whole: Parliament, typed: str, likeliest: set[str]
) -> None:
    assert named(whole, typed) == ""
    assert set(best(whole, typed)[: len(likeliest)]) == likeliest


@pytest.mark.parametrize("typed", ["zzyzx", "", "&", "of", "\U0001f600", "x" * 10_000])
def test_any_text_has_five_best_matches(whole: Parliament, typed: str) -> None:
    assert len(set(best(whole, typed))) == 5


def test_all_that_hold_a_word_are_told_up_to_the_number_asked_for(whole: Parliament) -> None:
    names = [seat.constituency.name for seat in whole.alike("Birmingham", 12)]
    assert sum("Birmingham" in name for name in names) == 9
    assert len(names) <= 12


def test_everyday_names_are_of_constituencies_that_there_are(whole: Parliament) -> None:
    read = tomllib.loads((DATA / "everyday_names.toml").read_text("utf-8"))
    assert set(read) <= {seat.constituency.name for seat in whole}
    for name, everyday in read.items():
        for each in everyday:
            assert name in (named(whole, each), *best(whole, each)), each


def test_a_long_text_is_folded_in_no_time() -> None:
    assert is_linear(lambda length: name_key("a " * (length // 2)))
