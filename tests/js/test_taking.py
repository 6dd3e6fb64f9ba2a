"""What goes into a code comes out of it: letters of all kinds, or a reason why not."""

from functools import cache
from random import Random
from typing import Any
from zlib import crc32

import pytest
from playwright.sync_api import Page

from letterwriter.offline import seats
from letterwriter.parliament.members import Parliament
from tests.js.asking import each
from tests.js.changes import written
from tests.js.letters import Draft
from tests.js.plain import answers_json, letter_json
from tests.js.worlds import open_world
from tests.unit.letters.golden import parliament

pytestmark = pytest.mark.browser

CHOICES = {"kind": "choices", "concernIds": ["thirty-months", "delay"], "askId": "write-for-me"}
WRITERS = 400  # of whom one in nine writes from a seat just as the shipped table has it


@cache
def drafts() -> list[Draft]:
    """Letters with changes by hand, in many scripts, from seats as the shipped table has them."""
    shipped = set(parliament())
    return [draft for draft in map(written, range(WRITERS)) if draft.seat in shipped]


def given(draft: Draft) -> dict[str, Any]:
    """A letter as the stall's page has it when somebody asks for a code."""
    (seat,) = seats.seats(Parliament([draft.seat]))
    return {
        "seat": seat,
        "answers": answers_json(draft.answers),
        "letter": letter_json(draft.letter),
    }


@pytest.fixture
def taken(page: Page) -> list[dict[str, Any]]:
    """What becomes of every letter."""
    open_world(page, parliament())
    return each(page, "taking", "engine.taken(given, world)", [given(draft) for draft in drafts()])


def test_a_letter_comes_out_as_it_went_in_and_only_digits_travel(
    taken: list[dict[str, Any]],
) -> None:
    assert len(taken) > WRITERS / 12
    for draft, each_taken in zip(drafts(), taken, strict=True):
        assert each_taken["unpacked"] == each_taken["parcel"], draft.orders
        assert each_taken["digits"].isdecimal()


def test_choices_come_out_as_they_went_in_and_hold_nothing_else(page: Page) -> None:
    none = CHOICES | {"concernIds": [], "askId": ""}
    (packed, nothing) = each(page, "taking", "engine.there(given)", [CHOICES, none])
    assert each(page, "taking", "engine.andBack(given)", [packed, nothing]) == [CHOICES, none]
    assert len(packed) < 120


def test_every_damage_is_found(page: Page) -> None:
    open_world(page, parliament())
    one = min(drafts(), key=lambda draft: len(draft.letter.body))
    (letter,) = each(page, "taking", "engine.taken(given, world).digits", [given(one)])
    (choices,) = each(page, "taking", "engine.there(given)", [CHOICES])
    for reasons in each(page, "taking", "engine.damaged(given)", [letter, choices]):
        assert len(reasons) > 100
        assert set(reasons) == {"damaged"}


@pytest.mark.parametrize(
    "nonsense", ["", "1", "12", "abc", "1a2", "-5", "9" * 15, "0" * 8000, "٣٣٣"]
)
def test_what_is_no_code_is_refused(page: Page, nonsense: str) -> None:
    assert each(page, "taking", "engine.outcome(given)", [nonsense]) == ["damaged"]


def test_another_format_is_refused_as_unknown(page: Page) -> None:
    (packed,) = each(page, "taking", "engine.there(given)", [CHOICES])
    formats = [0, 2, 255]
    asked = [[packed, number] for number in formats]
    renumbered = each(page, "taking", "engine.renumbered(...given)", asked)
    assert each(page, "taking", "engine.outcome(given)", renumbered) == ["unknown"] * 3


def test_bytes_of_any_length_become_digits_and_bytes_again(page: Page) -> None:
    random = Random(1)
    runs = [list(random.randbytes(length)) for length in range(40)]
    runs += [[255] * length for length in range(14)] + [[0] * length for length in range(14)]
    digits = each(page, "taking", "engine.digitsOf(given)", runs)
    assert each(page, "taking", "engine.bytesOf(given)", digits) == runs
    assert [len(each_run) for each_run in digits[:8]] == [0, 3, 5, 8, 10, 13, 15, 18]


def test_checksums_are_those_of_zip_files(page: Page) -> None:
    texts = ["", "a", "Dear Afzal Khan", "ሰላም 🙂"]
    sums = each(page, "taking", "engine.checksum(given)", texts)
    assert sums == [crc32(text.encode()) for text in texts]
