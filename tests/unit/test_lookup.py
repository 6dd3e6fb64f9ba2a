import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.domain.lookup import Lookup, Reason, Status, look_up, nearby
from letterwriter.domain.parliament import Country, Parliament, Seat
from letterwriter.domain.passage import slots_of
from letterwriter.domain.postcode import Mistake
from letterwriter.paths import DATA, TEMPLATES
from letterwriter.sources.members import load_parliament
from letterwriter.sources.postcodes import PostcodeTable
from letterwriter.sources.words import message

RUSHOLME, WITHINGTON = "E14001353", "E14001354"
PARLIAMENT = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
TABLE = PostcodeTable.load(DATA / "postcodes_constituencies.csv")
BELFAST_NORTH, BELFAST_SOUTH = "N05000002", "N05000003"
SENTENCES = tomllib.loads((TEMPLATES / "words" / "lookup.toml").read_text("utf-8"))


def answer(text: str) -> Lookup:
    return look_up(text, TABLE, PARLIAMENT)


def names(codes: tuple[str, ...]) -> list[str]:
    return [PARLIAMENT[code].constituency.name for code in codes]


@pytest.mark.parametrize(
    "typed",
    ["M14 5TP", "m145tp", " M14  5tp. ", "M14-5TP", "M14\u00a05TP", "Ｍ１４５ＴＰ", "MI4 5TP"],
)
def test_a_known_postcode_finds_its_constituency(typed: str) -> None:
    found = answer(typed)
    assert (found.status, found.constituency) == (Status.FOUND, RUSHOLME)
    assert str(found.postcode) == "M14 5TP"
    assert found.candidates == ()


def test_an_unknown_end_in_a_sector_of_one_constituency_is_a_guess() -> None:
    found = answer("M14 5ZZ")
    assert (found.status, found.reason) == (Status.GUESS, Reason.UNKNOWN_UNIT)
    assert found.constituency == RUSHOLME
    said = message(found, PARLIAMENT)
    assert "best guess" in said
    assert "new, or mistyped" in said
    assert said.endswith("Is this right?")


def test_an_unknown_end_in_a_sector_of_several_is_for_the_person_to_choose() -> None:
    found = answer("M14 6BB")
    assert (found.status, found.reason) == (Status.CHOOSE, Reason.SPLIT_SECTOR)
    assert found.constituency is None
    assert found.candidates == (WITHINGTON, RUSHOLME)  # most postcodes first


def test_an_unknown_sector_offers_the_constituencies_of_its_district() -> None:
    found = answer("M14 9AA")
    assert (found.status, found.reason) == (Status.CHOOSE, Reason.UNKNOWN_SECTOR)
    assert found.candidates == (RUSHOLME, WITHINGTON)
    assert "could not find M14 9AA" in message(found, PARLIAMENT)


@pytest.mark.parametrize("typed", ["M14", "m 14", "M14 5", "M14 5T"])
def test_a_district_alone_asks_for_the_whole_postcode(typed: str) -> None:
    found = answer(typed)
    assert (found.status, found.reason) == (Status.CHOOSE, Reason.DISTRICT_ONLY)
    assert found.postcode is None
    assert found.candidates == (RUSHOLME, WITHINGTON)
    assert "whole postcode" in message(found, PARLIAMENT)


@pytest.mark.parametrize("typed", ["BT1 5GS", "bt15gs", "BT1"])
def test_northern_ireland_chooses_among_its_eighteen_by_name(typed: str) -> None:
    found = answer(typed)
    assert (found.status, found.reason) == (Status.CHOOSE, Reason.NORTHERN_IRELAND)
    assert len(found.candidates) == 18
    assert names(found.candidates) == sorted(names(found.candidates))
    assert {PARLIAMENT[code].constituency.country for code in found.candidates} == {
        Country.NORTHERN_IRELAND
    }


@pytest.mark.parametrize(
    ("typed", "parliaments"),
    [
        ("JE2 3AB", ["Jersey", "States Assembly"]),
        (
            "GY1 1AA",
            ["Guernsey", "States of Deliberation", "States of Alderney", "Chief Pleas", "Sark"],
        ),
        ("GY9 3AA", ["Alderney"]),
        ("IM1 1AA", ["Isle of Man", "Tynwald"]),
        ("IM1", ["Tynwald"]),
    ],
)
def test_the_islands_have_parliaments_of_their_own(typed: str, parliaments: list[str]) -> None:
    found = answer(typed)
    assert (found.status, found.constituency, found.candidates) == (Status.NONE, None, ())
    said = message(found, PARLIAMENT)
    assert "does not elect an MP" in said or "do not elect an MP" in said
    assert [name for name in parliaments if name not in said] == []


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("BF1 3AD", Reason.FORCES),
        ("BFPO 57", Reason.FORCES),
        ("GIR 0AA", Reason.ORGANISATION),
        ("BX1 1LT", Reason.ORGANISATION),
        ("L99 1AA", Reason.UNKNOWN_DISTRICT),
        ("L99", Reason.UNKNOWN_DISTRICT),
        ("", Mistake.EMPTY),
        ("12345", Mistake.ONLY_DIGITS),
        ("HELLO", Mistake.ONLY_LETTERS),
        ("x" * 10_000, Mistake.TOO_LONG),
        ("\N{PILE OF POO}", Mistake.ODD_CHARACTERS),
        ("\0", Mistake.ODD_CHARACTERS),
    ],
)
def test_the_rest_is_invalid_and_says_why(typed: str, reason: Reason | Mistake) -> None:
    found = answer(typed)
    assert (found.status, found.reason) == (Status.INVALID, reason)
    assert (found.constituency, found.candidates) == (None, ())
    assert len(message(found, PARLIAMENT)) > 30


def test_forces_are_told_to_choose_where_they_are_registered() -> None:
    assert "registered" in message(answer("BF1 3AD"), PARLIAMENT)


def test_a_constituency_that_nobody_knows_is_never_answered() -> None:
    only_withington = Parliament([PARLIAMENT[WITHINGTON]])
    assert look_up("M14 5TP", TABLE, only_withington).candidates == (WITHINGTON,)
    assert look_up("M14 6BB", TABLE, only_withington).constituency == WITHINGTON
    assert look_up("SW1A 0AA", TABLE, only_withington).status is Status.INVALID


@pytest.mark.parametrize("typed", ["M14 5TP", "M14 5ZZ"])
def test_a_vacant_seat_is_said_to_be_vacant(typed: str) -> None:
    seats = [
        Seat(seat.constituency, None, seat.as_of, seat.source)
        if seat.constituency.code == RUSHOLME
        else seat
        for seat in PARLIAMENT
    ]
    parliament = Parliament(seats)
    found = look_up(typed, TABLE, parliament)
    assert found.constituency == RUSHOLME
    assert "no MP at the moment" in message(found, parliament)


def test_nearby_offers_neighbours_and_in_northern_ireland_all_others() -> None:
    assert WITHINGTON in nearby(RUSHOLME, TABLE, PARLIAMENT)
    foyle = PARLIAMENT.named("Foyle")
    assert foyle is not None
    others = nearby(foyle.constituency.code, TABLE, PARLIAMENT)
    assert len(others) == 17
    assert "Foyle" not in names(others)


@pytest.fixture(scope="module")
def fuller(tmp_path_factory: pytest.TempPathFactory) -> PostcodeTable:
    """A table with Northern Ireland and with postcodes that are no longer in use."""
    folder = tmp_path_factory.mktemp("tables")
    live = folder / "live.csv"
    live.write_text(
        "sector,constituency,units\nM14 5,E14001353,TP\nBT1 5,N05000002,GS\nBT1 6,N05000003,AA\n"
    )
    ended = folder / "ended.csv"
    ended.write_text("sector,constituency,units\nM14 5,E14001354,ZZ\nBT99 1,N05000001,AA\n")
    return PostcodeTable.load(live, ended)


@pytest.mark.parametrize("text", ["M14 5ZZ", "bt991aa"])
def test_a_postcode_that_has_ended_is_a_guess_and_is_said_to_be_old(
    fuller: PostcodeTable, text: str
) -> None:
    found = look_up(text, fuller, PARLIAMENT)
    assert (found.status, found.reason) == (Status.GUESS, Reason.ENDED)
    assert found.constituency in (WITHINGTON, "N05000001")
    assert "no longer in use" in message(found, PARLIAMENT)


def test_a_postcode_in_use_is_found_whatever_it_was_before(tmp_path: Path) -> None:
    live, ended = tmp_path / "live.csv", tmp_path / "ended.csv"
    live.write_text("sector,constituency,units\nM14 5,E14001353,TP\n")
    ended.write_text("sector,constituency,units\nM14 5,E14001354,TP\n")
    found = look_up("M14 5TP", PostcodeTable.load(live, ended), PARLIAMENT)
    assert (found.status, found.constituency) == (Status.FOUND, RUSHOLME)


def test_northern_ireland_is_found_where_the_table_has_it(fuller: PostcodeTable) -> None:
    found = look_up("bt1 5gs", fuller, PARLIAMENT)
    assert (found.status, found.constituency) == (Status.FOUND, BELFAST_NORTH)


@pytest.mark.parametrize("typed", ["BT1 5ZZ", "BT2 8AA", "BT1"])
def test_what_such_a_table_lacks_is_answered_as_without_it(
    fuller: PostcodeTable, typed: str
) -> None:
    assert look_up(typed, fuller, PARLIAMENT) == answer(typed)


def test_nearby_in_northern_ireland_begins_with_neighbours_where_they_are_known(
    fuller: PostcodeTable,
) -> None:
    near = nearby(BELFAST_NORTH, fuller, PARLIAMENT)
    assert near[0] == BELFAST_SOUTH
    assert len(near) == len(set(near)) == 17
    assert names(near[1:]) == sorted(names(near[1:]))


def test_every_reason_has_a_sentence_and_every_sentence_a_use() -> None:
    reasons = {reason.value for reason in (*Reason, *Mistake)}
    with_a_seat = (Reason.FOUND, Reason.ENDED, Reason.UNKNOWN_UNIT)
    vacant = {f"{reason.value}-vacant" for reason in with_a_seat}
    sentences = {key for key in SENTENCES if not key.startswith("terminal-")}
    assert sentences == reasons | vacant


def test_sentences_are_short_and_free_of_left_over_slots() -> None:
    for text in ("M14 5TP", "M14 5ZZ", "M14 6BB", "M14 9AA", "M14", "BT1 5GS", "L99 1AA", ""):
        said = message(answer(text), PARLIAMENT)
        assert not slots_of(said)
        assert max(len(part.split()) for part in re.split(r"[.?!:]\s", said)) <= 32


@given(st.one_of(st.text(), st.from_regex(r"[A-Za-z]{1,2}[0-9Oo]{1,2} ?[0-9][A-Za-z]{2}")))
def test_a_look_up_answers_any_text(text: str) -> None:
    found = answer(text)
    assert (found.constituency is not None) == (found.status in (Status.FOUND, Status.GUESS))
    assert bool(found.candidates) == (found.status is Status.CHOOSE)
    assert message(found, PARLIAMENT)
