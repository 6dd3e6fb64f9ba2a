"""Places as people say them within a sentence, for all that the tables name."""

import pytest

from letterwriter.parliament.addressee import in_sentence, place_slots
from letterwriter.parliament.current_members import bundled_parliament
from letterwriter.paths import DATA

# How the names begin that nobody says without "the".
STARTS = (
    "City of ",
    "Cities of ",
    "Forest of ",
    "Isle of ",
    "Isles of ",
    "The ",
    "Vale of ",
    "Weald of ",
)
ENDS = (" Borders", " Cotswolds", " Dales", " Islands", " Moorlands")


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Forest of Dean", "the Forest of Dean"),
        ("Isle of Wight East", "the Isle of Wight East"),
        ("The Wrekin", "the Wrekin"),
        ("Cities of London and Westminster", "the Cities of London and Westminster"),
        ("Manchester Rusholme", "Manchester Rusholme"),
        ("South Holland and the Deepings", "South Holland and the Deepings"),
        ("City of Durham", "the City of Durham"),
        ("Ynys Môn", "Ynys Môn"),
    ],
)
def test_a_name_has_the_article_that_people_give_it(name: str, spoken: str) -> None:
    assert in_sentence(name) == spoken


def names() -> set[str]:
    seats = list(bundled_parliament())
    councils = {council for seat in seats for council in seat.constituency.councils}
    return {seat.constituency.name for seat in seats} | councils


def test_no_constituency_or_council_lacks_an_article_that_its_name_calls_for() -> None:
    assert len(names()) > 890
    for name in names():
        calls = name.startswith(STARTS) or name.endswith(ENDS)
        assert not calls or in_sentence(name).startswith("the "), name
        assert not in_sentence(name).lower().startswith("the the ")


def test_every_name_of_the_list_is_one_of_the_tables() -> None:
    lines = (DATA / "said_with_the.txt").read_text("utf-8").splitlines()
    listed = {line for line in lines if line and not line.startswith("#")}
    assert listed <= names()


def test_a_letter_says_the_place_so() -> None:
    dean = next(s for s in bundled_parliament() if s.constituency.name == "Forest of Dean")
    assert place_slots(dean.constituency)["constituency"] == "the Forest of Dean"
