import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.parliament.members import Country, Parliament, Seat
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import DATA, TEMPLATES
from letterwriter.postcodes.lookup import Lookup, Reason, Status, look_up, nearby
from letterwriter.postcodes.messages import lookup_message
from letterwriter.postcodes.outside_lookup import Silence
from letterwriter.postcodes.postcode import Mistake
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.text.passage import slots_of
from tests.cases import cases

RUSHOLME, WITHINGTON = "E14001353", "E14001354"
PARLIAMENT = load_parliament(DATA / "mps.csv", DATA / "offices.csv")
TABLE = PostcodeTable.load(DATA / "postcodes_constituencies.csv")
CASES: list[dict[str, Any]] = cases("lookups")  # the browser's engine answers them too
BELFAST_NORTH, BELFAST_SOUTH = "N05000002", "N05000003"
SENTENCES = tomllib.loads((TEMPLATES / "words" / "lookup.toml").read_text("utf-8"))


def answer(text: str) -> Lookup:
    return look_up(text, TABLE, PARLIAMENT)


def typed_for(reason: Reason) -> list[str]:
    return [case["typed"] for case in CASES if case["reason"] == reason]


def names(codes: tuple[str, ...]) -> list[str]:
    return [PARLIAMENT[code].constituency.name for code in codes]


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case)[:60])
def test_what_is_typed_is_answered_with_a_reason(case: dict[str, Any]) -> None:
    found = answer(case["typed"])
    assert (found.status, found.reason) == (case["status"], case["reason"])
    assert str(found.postcode or "") == case.get("postcode", "")
    assert found.constituency == case.get("constituency")
    if found.reason is not Reason.NORTHERN_IRELAND:  # whose eighteen are tested below
        assert list(found.candidates) == case.get("candidates", [])  # most postcodes first
    assert len(lookup_message(found, PARLIAMENT)) > 30


def test_an_unknown_end_in_a_sector_of_one_constituency_is_said_to_be_a_guess() -> None:
    said = lookup_message(answer("M14 5ZZ"), PARLIAMENT)
    assert "best guess" in said
    assert "new, or mistyped" in said
    assert said.endswith("Is this right?")


def test_an_unknown_sector_is_told_with_what_was_typed() -> None:
    assert "could not find M14 9AA" in lookup_message(answer("M14 9AA"), PARLIAMENT)


@pytest.mark.parametrize("typed", typed_for(Reason.DISTRICT_ONLY))
def test_a_district_alone_asks_for_the_whole_postcode(typed: str) -> None:
    assert "whole postcode" in lookup_message(answer(typed), PARLIAMENT)


@pytest.mark.parametrize("typed", typed_for(Reason.NORTHERN_IRELAND))
def test_northern_ireland_chooses_among_its_eighteen_by_name(typed: str) -> None:
    found = answer(typed)
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
    said = lookup_message(answer(typed), PARLIAMENT)
    assert "does not elect an MP" in said or "do not elect an MP" in said
    assert [name for name in parliaments if name not in said] == []


def test_forces_are_told_to_choose_where_they_are_registered() -> None:
    assert "registered" in lookup_message(answer("BF1 3AD"), PARLIAMENT)


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
    assert "no MP at the moment" in lookup_message(found, parliament)


@pytest.mark.parametrize("typed", ["M14 5TP, UK", "MI4 5TP", "Manchester\nM14 5TP", "M14-5TP"])
def test_what_was_read_is_said_where_something_else_was_typed(typed: str) -> None:
    said = lookup_message(answer(typed), PARLIAMENT)
    assert said.startswith("We read that as M14 5TP. M14 5TP is in Manchester Rusholme.")


@pytest.mark.parametrize("typed", ["M14 5TP", " m14\u00a05tp\n", "m145tp", "M14", "", "BFPO 57"])
def test_nothing_is_said_of_the_reading_where_case_and_spaces_differ_at_most(typed: str) -> None:
    assert "We read" not in lookup_message(answer(typed), PARLIAMENT)


def test_two_postcodes_are_both_named_and_none_is_taken() -> None:
    found = answer("M14 5TP or SW1A 0AA")
    assert (found.postcode, found.constituency) == (None, None)
    assert "M14 5TP, SW1A 0AA" in lookup_message(found, PARLIAMENT)


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
    assert "no longer in use" in lookup_message(found, PARLIAMENT)


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
    found = (Reason.FOUND, Reason.ENDED, Reason.UNKNOWN_UNIT, Reason.SECOND_OPINION)
    vacant = {f"{reason.value}-vacant" for reason in found}
    silences = {silence.value for silence in Silence}
    sentences = {key for key in SENTENCES if not key.startswith("terminal-")}
    besides = {"read-as", "elsewhere", "district-in-one"}
    assert sentences == reasons | vacant | silences | besides


def test_sentences_are_short_and_free_of_left_over_slots() -> None:
    for text in ("M14 5TP", "M14 5ZZ", "M14 6BB", "M14 9AA", "M14", "BT1 5GS", "L99 1AA", ""):
        said = lookup_message(answer(text), PARLIAMENT)
        assert not slots_of(said)
        assert max(len(part.split()) for part in re.split(r"[.?!:]\s", said)) <= 32


@given(st.one_of(st.text(), st.from_regex(r"[A-Za-z]{1,2}[0-9Oo]{1,2} ?[0-9][A-Za-z]{2}")))
def test_a_look_up_answers_any_text(text: str) -> None:
    found = answer(text)
    assert (found.constituency is not None) == (found.status in (Status.FOUND, Status.GUESS))
    assert bool(found.candidates) == (found.status is Status.CHOOSE)
    assert lookup_message(found, PARLIAMENT)
