"""The bundle: what a device holds to write letters without a network."""

import gzip
import json
from dataclasses import replace
from datetime import date
from typing import Any

from letterwriter.domain.passage import slots_of
from letterwriter.outputs.links import GMAIL_LIMIT, MAILTO_LIMIT, OUTLOOK_LIMIT
from letterwriter.outputs.offline.bundle import bundle
from letterwriter.sources.words import words
from tests.unit.golden import TODAY, campaign, parliament

FILES = {name: words(name) for name in ("lookup", "advice", "safety")}


def made(today: date | None = None) -> dict[str, Any]:
    return bundle(parliament(), campaign(), FILES, edition="abc", made=TODAY, today=today)


BUNDLE = made()


def test_it_goes_through_json_unchanged_and_is_the_same_each_time() -> None:
    assert json.loads(json.dumps(BUNDLE)) == BUNDLE
    assert json.dumps(made()) == json.dumps(BUNDLE)


def test_it_says_which_edition_it_is_and_when_it_was_made() -> None:
    assert (BUNDLE["edition"], BUNDLE["made"]) == ("abc", "2026-11-22")


def test_a_day_is_fixed_only_where_the_site_fixes_one() -> None:
    assert BUNDLE["today"] is None
    assert made(date(2026, 3, 2))["today"] == "2026-03-02"


def test_the_sentences_of_pages_are_there_with_their_slots() -> None:
    assert BUNDLE["words"]["lookup"] == words("lookup")
    assert slots_of(BUNDLE["words"]["advice"]["phone"]) == {"found"}


def test_the_limits_are_the_servers_own() -> None:
    limits = BUNDLE["limits"]
    mail = (limits["mailto"], limits["gmail"], limits["outlook"])
    assert mail == (MAILTO_LIMIT, GMAIL_LIMIT, OUTLOOK_LIMIT)
    assert all(isinstance(limit, int) and limit > 0 for limit in limits.values())


def test_every_seat_is_there_and_the_home_secretarys_is_one_of_them() -> None:
    codes = {seat["code"] for seat in BUNDLE["seats"]}
    assert codes == {seat.constituency.code for seat in parliament()}
    assert BUNDLE["home_secretary"] in codes


def test_another_word_makes_another_bundle() -> None:
    other = bundle(
        parliament(), replace(campaign(), title="Other"), FILES, edition="abc", made=TODAY
    )
    assert other != BUNDLE
    assert other["campaign"]["title"] == "Other"


def test_it_is_small_enough_for_a_phone_on_a_poor_line() -> None:
    packed = gzip.compress(json.dumps(BUNDLE, separators=(",", ":")).encode())
    assert len(packed) < 150_000
