"""Sums are the same in any order and however often a tally is handed in; the map says the same."""

import csv
import io
import re
from datetime import date
from itertools import pairwise
from random import Random
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from letterwriter.files.messages import message
from letterwriter.tallies.hexes import hexes
from letterwriter.tallies.hexmap import STEPS, hex_map, step
from letterwriter.tallies.reading import read_tallies
from letterwriter.tallies.sheets import poster_words, weeks
from letterwriter.tallies.sums import (
    by_constituency,
    by_day,
    by_stall,
    csv_table,
    in_all,
    missing_parts,
    sums_of,
)
from letterwriter.tallies.tally import Counts, LetterTally, Rows, TallyKind, as_line
from letterwriter.text.clean_text import NO_TEXT, CleanText
from tests.unit.tallies.counting import DAYS, RUSHOLME, WITHINGTON, parliament, tallies

SVG = "{http://www.w3.org/2000/svg}"
ONE, TWO = f"{1:016x}", f"{2:016x}"


def tablet(rows: Rows, id_: str = ONE, stall: CleanText = NO_TEXT) -> LetterTally:
    return LetterTally(id_, TallyKind.TABLET, rows, stall)


def made(letters: int, *doors: int) -> Counts:
    return Counts(letters, (*doors, 0, 0, 0, 0)[:4])


def name_of(code: str) -> str:
    return parliament()[code].constituency.name


@settings(max_examples=40)
@given(st.lists(tallies, max_size=6), st.randoms(use_true_random=False))
def test_any_order_and_any_repetition_give_the_same_sums(
    given: list[LetterTally], random: Random
) -> None:
    again = given + [each for each in given for _ in range(2)]
    random.shuffle(again)
    assert sums_of(again) == sums_of(given)
    assert list(sums_of(again)) == list(sums_of(given))  # and in the same order
    written = "\n".join(map(as_line, again))
    assert sums_of(read_tallies(written, parliament()).tallies) == sums_of(given)


@settings(max_examples=40)
@given(st.lists(tallies, max_size=6))
def test_every_way_to_look_at_the_sums_adds_up_to_the_same(given: list[LetterTally]) -> None:
    sums = sums_of(given)
    for groups in (by_constituency(sums), by_day(sums), by_stall(sums)):
        assert in_all(dict(enumerate(groups.values()))) == in_all(sums)  # type: ignore[arg-type]


def test_a_later_state_of_a_tally_takes_the_place_of_the_earlier() -> None:
    noon = tablet({(DAYS[0], RUSHOLME): made(3, 3)})
    evening = LetterTally(
        ONE,
        TallyKind.TABLET,
        {(DAYS[0], RUSHOLME): made(5, 4, 1), (DAYS[0], WITHINGTON): made(1, 1)},
    )
    other = LetterTally(TWO, TallyKind.PAPER, {(DAYS[0], RUSHOLME): made(2, 2)})
    total = by_constituency(sums_of([evening, other, noon]))
    assert total[RUSHOLME].made == made(7, 6, 1)
    assert total[WITHINGTON].made == made(1, 1)


def test_what_was_printed_ahead_is_not_among_the_letters_made() -> None:
    pack = LetterTally(ONE, TallyKind.PRINTED_AHEAD, {(DAYS[0], RUSHOLME): made(20, 20)})
    signed = LetterTally(TWO, TallyKind.PAPER, {(DAYS[0], RUSHOLME): made(12, 12)})
    total = in_all(sums_of([pack, signed]))
    assert (total.made.letters, total.ahead) == (12, 20)


def test_codes_that_are_missing_are_told() -> None:
    parts = [LetterTally(ONE, TallyKind.TABLET, {}, part=(number, 3)) for number in (1, 3)]
    assert missing_parts(parts) == {ONE: (3, [2])}
    assert missing_parts([*parts, LetterTally(ONE, TallyKind.TABLET, {}, part=(2, 3))]) == {}
    assert missing_parts([*parts, tablet({})]) == {}  # the whole as a file


def test_the_table_is_csv_that_no_spreadsheet_takes_for_formulas() -> None:
    stall = CleanText("=HYPERLINK(1)")
    text = csv_table(
        sums_of([tablet({(DAYS[0], RUSHOLME): made(3, 2, 1)}, stall=stall)]),
        name_of,
    )
    (line,) = csv.DictReader(io.StringIO(text))
    assert line == {
        "date": "2026-11-20",
        "constituency code": RUSHOLME,
        "constituency": "Manchester Rusholme",
        "stall": "'=HYPERLINK(1)",
        "letters made": "3",
        "printed": "2",
        "taken along": "1",
        "emailed": "0",
        "plain text": "0",
        "printed ahead": "0",
    }


def test_every_constituency_has_a_hexagon_of_its_own() -> None:
    assert hexes().keys() == {seat.constituency.code for seat in parliament()}
    assert len({*hexes().values()}) == 650


@settings(max_examples=10)
@given(st.lists(tallies, max_size=6))
def test_the_map_and_the_table_agree_for_every_constituency(given: list[LetterTally]) -> None:
    sums = sums_of(given)
    letters = {code: each.made.letters for code, each in by_constituency(sums).items()}
    names = {seat.constituency.code: seat.constituency.name for seat in parliament()}
    svg = ET.fromstring(hex_map(letters, names, hexes()))
    mapped = {}
    for place in svg.iter(f"{SVG}g"):
        name, _, number = (place.findtext(f"{SVG}title") or "").rpartition(": ")
        mapped[name] = int(number)
        assert (place.findtext(f"{SVG}text") or "0") == number
        shape = place.find(f"{SVG}polygon")
        assert shape is not None
        assert shape.get("class") == f"place step-{step(int(number))}"
    assert mapped == {name: letters.get(code, 0) for code, name in names.items()}
    table = list(csv.DictReader(io.StringIO(csv_table(sums, name_of))))
    for code, made_here in letters.items():
        counted = (row for row in table if row["constituency code"] == code)
        assert sum(int(row["letters made"]) for row in counted) == made_here


def _luminance(colour: str) -> float:
    whole = colour * 2 if len(colour) == 3 else colour
    parts = [int(whole[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_maps_colours_grow_darker_in_grey_and_its_numbers_can_be_read() -> None:
    style = hex_map({}, {}, hexes()).decode()
    fills = [_luminance(c) for c in re.findall(r"\.step-\d\{fill:#(\w+)\}", style)]
    assert len(fills) == len(STEPS) + 1
    for lighter, darker in pairwise(fills):
        assert (lighter + 0.05) / (darker + 0.05) > 1.3
    for number, fill in enumerate(fills[1:], 1):
        written = 1.0 if number >= 3 else _luminance("1a1a1a")
        high, low = max(fill, written), min(fill, written)
        assert (high + 0.05) / (low + 0.05) >= 4.5


def test_weeks_begin_on_monday_and_none_between_is_left_out() -> None:
    rows = {(DAYS[0], RUSHOLME): made(4, 4), (DAYS[2], RUSHOLME): made(2, 2)}
    assert weeks(sums_of([tablet(rows)]), RUSHOLME) == {
        date(2026, 11, 16): 4,
        date(2026, 11, 23): 0,
        date(2026, 11, 30): 2,
    }


def test_a_poster_tells_letters_and_mps() -> None:
    rows = {(DAYS[0], RUSHOLME): made(240, 240)}
    assert poster_words(sums_of([tablet(rows)])) == "240 letters to 1 MP"
    rows |= {(DAYS[0], WITHINGTON): made(1, 1)}
    assert poster_words(sums_of([tablet(rows)])) == "241 letters to 2 MPs"


def test_words_about_tallies_never_say_that_a_letter_was_sent() -> None:
    for key in ("sheet-many", "sheet-note", "added", "map-title", "csv-letters"):
        slots = dict.fromkeys(("letters", "place", "places", "tallies"), "2")
        assert not re.search(r"\bsent\b", message("tallies", key, **slots))
