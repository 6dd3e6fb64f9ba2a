"""The bundle: what a device holds to write letters without a network."""

import gzip
import json
from dataclasses import replace
from datetime import date
from typing import Any

from letterwriter.documents.links import GMAIL_LIMIT, MAILTO_LIMIT, OUTLOOK_LIMIT
from letterwriter.files.messages import messages
from letterwriter.offline.bundle import for_letters, start
from letterwriter.parliament.members import Role
from letterwriter.text.cleaning import clean
from letterwriter.text.passage import slots_of
from tests.unit.letters.golden import TODAY, campaign, parliament

OF_LETTERS = {name: messages(name) for name in ("advice", "praise", "safety")}


def started(today: date | None = None) -> dict[str, Any]:
    lookup = {"lookup": messages("lookup")}
    return start(parliament(), lookup, edition="abc", made=TODAY, today=today)


START = started()
LETTERS = for_letters(campaign(), OF_LETTERS)


def test_it_goes_through_json_unchanged_and_is_the_same_each_time() -> None:
    for part in (START, LETTERS):
        assert json.loads(json.dumps(part)) == part
    assert json.dumps(started()) == json.dumps(START)
    assert json.dumps(for_letters(campaign(), OF_LETTERS)) == json.dumps(LETTERS)


def test_the_start_alone_says_which_edition_it_is_so_that_a_new_week_changes_little() -> None:
    assert (START["edition"], START["made"]) == ("abc", "2026-11-22")
    assert not {"edition", "made"} & LETTERS.keys()


def test_a_day_is_fixed_only_where_the_site_fixes_one() -> None:
    assert START["today"] is None
    assert started(date(2026, 3, 2))["today"] == "2026-03-02"


def test_the_sentences_of_pages_are_there_with_their_slots() -> None:
    assert START["words"]["lookup"] == messages("lookup")
    assert slots_of(LETTERS["words"]["advice"]["phone"]) == {"found"}


def test_the_limits_are_the_servers_own() -> None:
    limits = START["limits"]
    mail = (limits["mailto"], limits["gmail"], limits["outlook"])
    assert mail == (MAILTO_LIMIT, GMAIL_LIMIT, OUTLOOK_LIMIT)
    assert all(isinstance(limit, int) and limit > 0 for limit in limits.values())


def test_of_the_seats_the_start_knows_the_home_secretarys() -> None:
    home = parliament().holder(Role.HOME_SECRETARY)
    assert home
    assert START["home_secretary"]["code"] == home.constituency.code


def test_another_word_makes_another_bundle() -> None:
    other = for_letters(replace(campaign(), title=clean("Other")), OF_LETTERS)
    assert other != LETTERS
    assert other["campaign"]["title"] == "Other"


def wire(part: dict[str, Any]) -> int:
    text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    return len(gzip.compress(text.encode()))


def test_it_is_small_enough_for_a_phone_on_a_poor_line() -> None:
    assert wire(START) < 5_000
    assert wire(LETTERS) < 50_000  # with the words of second letters
