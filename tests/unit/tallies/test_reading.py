"""A tally reads back as it was, and what is none counts for nothing."""

import json
from typing import Any

import pytest
from hypothesis import given

from letterwriter.tallies.code import DamagedCode, line_in
from letterwriter.tallies.reading import NotATally, TallyFault, read_tallies, read_tally
from letterwriter.tallies.tally import LetterTally, TallyKind, as_line, printed_ahead
from tests.unit.tallies.counting import DAYS, RUSHOLME, WITHINGTON, parliament, tallies

GOOD: dict[str, Any] = {
    "letterwriter-tally": 1,
    "id": "0123456789abcdef",
    "kind": "tablet",
    "stall": "Levenshulme market",
    "days": {"2026-12-01": {RUSHOLME: [3, 2, 1, 0, 0]}},
}


def row(*numbers: object) -> dict[str, Any]:
    return {"days": {"2026-12-01": {RUSHOLME: list(numbers)}}}


@given(tallies)
def test_a_tally_reads_back_as_it_was(tally: LetterTally) -> None:
    line = as_line(tally)
    assert "\n" not in line
    rows = {**tally.rows}
    assert read_tally(line, parliament()) == LetterTally(
        tally.id, tally.kind, rows, tally.stall, tally.part
    )


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"letterwriter-tally": 2}, TallyFault.NEWER),
        ({"letterwriter-tally": 2, "days": "of another shape"}, TallyFault.NEWER),
        ({"letterwriter-tally": "1"}, TallyFault.NO_TALLY),
        ({"letterwriter-tally": True}, TallyFault.NO_TALLY),
        ({"letterwriter-tally": 0}, TallyFault.NO_TALLY),
        ({"id": "0123456789ABCDEF"}, TallyFault.DAMAGED),
        ({"id": 1}, TallyFault.DAMAGED),
        ({"kind": "sent"}, TallyFault.DAMAGED),
        ({"kind": ["tablet"]}, TallyFault.DAMAGED),
        ({"stall": 7}, TallyFault.DAMAGED),
        ({"name": "Amina Yusuf"}, TallyFault.DAMAGED),  # nothing that the format does not know
        ({"part": [3, 2]}, TallyFault.DAMAGED),
        ({"part": [1]}, TallyFault.DAMAGED),
        ({"days": []}, TallyFault.DAMAGED),
        ({"days": {"2026-12-01": 3}}, TallyFault.DAMAGED),
        ({"days": {"2026-02-30": {RUSHOLME: [1, 1, 0, 0, 0]}}}, TallyFault.DAY),
        ({"days": {"2026-12-01T10:30": {RUSHOLME: [1, 1, 0, 0, 0]}}}, TallyFault.DAY),
        ({"days": {"2026-12-01": {"E14009999": [1, 1, 0, 0, 0]}}}, TallyFault.PLACE),
        (row(1, 1, 0, 0), TallyFault.COUNT),
        (row(1, 1, 0, 0, 0, 0), TallyFault.COUNT),
        (row(-1, 0, 0, 0, 0), TallyFault.COUNT),
        (row(1, 2, 0, 0, 0), TallyFault.COUNT),  # a door twice
        (row(2, 1, 0, 0, 0), TallyFault.COUNT),  # a letter that left by none
        (row(1.5, 1.5, 0, 0, 0), TallyFault.COUNT),
        (row(*[True, 1, 0, 0, 0]), TallyFault.COUNT),
        (row(100_001, 100_001, 0, 0, 0), TallyFault.COUNT),
        (row("1", "1", 0, 0, 0), TallyFault.COUNT),
    ],
)
def test_what_is_no_tally_of_this_version_counts_for_nothing(
    changed: dict[str, Any], why: TallyFault
) -> None:
    with pytest.raises(NotATally) as fault:
        read_tally(json.dumps(GOOD | changed), parliament())
    assert fault.value.why is why


@pytest.mark.parametrize(
    "line",
    ["7", "[]", "null", "{", "date,constituency,letters", "NaN", "{}", '{"a":1,"a":2}', "\ud800"],
)
def test_other_text_is_no_tally(line: str) -> None:
    with pytest.raises(NotATally) as fault:
        read_tally(line, parliament())
    assert fault.value.why is TallyFault.NO_TALLY


@pytest.mark.parametrize("digits", ["1" * 20, "9" * 45, "0" * 30, "1" * 7089])
def test_digits_that_are_no_code_are_damaged(digits: str) -> None:
    with pytest.raises(DamagedCode):
        line_in(digits)


def test_a_file_may_hold_several_and_its_other_lines_are_told() -> None:
    line = json.dumps(GOOD)
    reading = read_tallies(f"\ufeff{line}\r\n\n{line}\nshopping list\n", parliament())
    assert len(reading.tallies) == 2
    assert reading.wrong == [(4, TallyFault.NO_TALLY)]


def test_a_pack_is_printed_ahead_and_lists_nobody_without_letters() -> None:
    tally = printed_ahead("0123456789abcdef", DAYS[0], {RUSHOLME: 20, WITHINGTON: 0})
    assert tally.kind is TallyKind.PRINTED_AHEAD
    assert as_line(tally) == (
        '{"letterwriter-tally":1,"id":"0123456789abcdef","kind":"printed-ahead",'
        '"days":{"2026-11-20":{"E14001353":[20,20,0,0,0]}}}'
    )
    assert read_tally(as_line(tally), parliament()) == tally
