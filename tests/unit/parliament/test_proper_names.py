"""What a name may be made of: all of Parliament's are, and nothing that does harm."""

import csv
from itertools import chain
from typing import Any

import pytest

from letterwriter.parliament.names.proper_names import (
    NAME,
    OFFICE,
    PARTY,
    PLACE,
    in_nfc,
    note_problem,
)
from letterwriter.paths import DATA


def rows(name: str) -> list[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


MPS, OFFICES = rows("mps.csv"), rows("offices.csv")

REAL = [
    "Brendan O'Hara",
    "Brendan O’Hara",
    "Órfhlaith Begley",
    "Rt Hon Sir Geoffrey Clifton-Brown KC MP",
    "Martin Luther King, Jr.",
    "d'Arcy Ŵyn Ỳnys",
    "Tọ́lá Ẹ̀kọ́",  # Yoruba: accents that no single character has
]
NO_NAMES = {
    "markup": "<b>Jo</b> Example",
    "an entity": "Jo &amp; Example",
    "a script": "Jo<script>alert(1)</script>",
    "a control character": "Jo\x07Example",
    "a terminal's order": "\x1b[2JJo Example",
    "a null": "Jo\x00Example",
    "a line end": "Jo\nExample",
    "a tab": "Jo\tExample",
    "text turned round": "Jo \u202eelpmaxE",
    "an isolate": "Jo \u2066Example\u2069",
    "a mark of direction": "Jo\u200f Example",
    "a joiner": "Jo\u200dExample",
    "a byte order mark": "\ufeffJo Example",
    "half of a character": "Jo \ud800 Example",
    "a line separator": "Jo\u2028Example",
    "Cyrillic letters like ours": "Jо Еxample",
    "wide letters": "Ｊｏ Example",
    "mathematical letters": "𝐉𝐨 Example",
    "Greek": "Jo Εxample",
    "a picture": "Jo 🎉",
    "a formula": '=HYPERLINK("x")',
    "a minus": "-1+1",
    "an at": "@Jo",
    "digits": "Jo Example 2",
    "a click": "Joǃ Example",
    "a slot": "{name}",
    "Jinja": "Jo {{ 7*7 }}",
    "Typst": "#read(file)",
    "a tower of accents": "Jo\u0335\u0336\u0337 Example",
    "nothing but an accent": "\u0301",
    "nothing but marks": "'.-",
    "two spaces": "Jo  Example",
    "a space at its end": "Jo ",
    "double coding": "Sinn FÃ©in",
    "no end": "Jo" * 60,
    "a megabyte": "J" * 2**20,
}
_RIGHT_ELSEWHERE = ("Jo Example 2", "Jo &amp; Example", "Jo" * 60)  # in a party, or an office


def test_all_our_names_titles_parties_places_and_offices_are_taken() -> None:
    for row in MPS:
        named = ((NAME, "name"), (NAME, "full_title"), (PARTY, "party"), (PLACE, "constituency"))
        for shape, column in (*named, (PLACE, "constituency_cy")):
            assert not row[column] or not shape.problem_with(row[column]), row[column]
            assert in_nfc(row[column]) == row[column]
        for council in row["councils"].split(";"):
            assert not council or not PLACE.problem_with(council.strip())
    for row in OFFICES:
        assert not OFFICE.problem_with(row["office"])
    assert not [row for row in chain(MPS, OFFICES) if note_problem(row["source"])]


@pytest.mark.parametrize("name", REAL)
def test_names_as_people_have_them_are_taken(name: str) -> None:
    assert not NAME.problem_with(in_nfc(name))


@pytest.mark.parametrize("name", NO_NAMES.values(), ids=NO_NAMES.keys())
def test_what_is_no_name_is_refused_wherever_it_stands(name: str) -> None:
    assert NAME.problem_with(in_nfc(name))
    for shape in (PLACE, PARTY, OFFICE):
        assert shape.problem_with(in_nfc(name)) or name in _RIGHT_ELSEWHERE


def test_why_is_told_without_the_character_itself() -> None:
    assert NAME.problem_with("Jo \u202eelpmaxE") == "holds the character U+202E, which none has"
    assert NAME.problem_with("J" * 101) == "is longer than 100 characters"


@pytest.mark.parametrize(
    "title",
    [
        "Minister of State (Europe, North America and Overseas Territories)",
        "Prime Minister, First Lord of the Treasury and Minister for the Civil Service",
        "Parliamentary Secretary to the Treasury (Chief Whip)",
        "COP26 President; Minister without Portfolio",
    ],
)
def test_titles_of_offices_are_taken(title: str) -> None:
    assert not OFFICE.problem_with(title)


def test_a_note_may_hold_any_visible_character_but_markup() -> None:
    assert not note_problem("appointed 20 July 2026; GOV.UK, “the list” – №1")
    for odd in ("<b>", "a\x1b[0m", "a\u202eb", "a\ud800", "a\nb", "x" * 301):
        assert note_problem(odd)
