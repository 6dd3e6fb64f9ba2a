"""The campaign as a browser gets it: everything that letters need, with its slots unfilled."""

import json
from dataclasses import replace
from datetime import date

from letterwriter.campaigns.promoter import Promoter
from letterwriter.campaigns.texts import LETTER_SLOTS
from letterwriter.offline.campaign import published
from letterwriter.text.cleaning import clean
from letterwriter.text.passage import slots_of
from tests.unit.letters.golden import campaign

PUBLISHED = published(campaign())


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in texts(one)]


def test_it_goes_through_json_unchanged() -> None:
    assert json.loads(json.dumps(PUBLISHED)) == PUBLISHED


def test_every_wording_is_there_with_its_slots_unfilled() -> None:
    concerns = {concern["id"]: concern for concern in PUBLISHED["concerns"]}
    for concern in campaign().concerns:
        kept = concerns[concern.id]
        assert kept["sentences"] == [list(wordings) for wordings in concern.passage.sentences]
        assert kept["label"] == concern.label
    assert "{ai-age.start}" in "".join(texts(concerns["age-by-computer"]))


def test_the_device_has_what_fills_every_slot() -> None:
    figures = {
        f"{id_}.{name}" for id_, fact in PUBLISHED["facts"].items() for name in fact["figures"]
    }
    used = {slot for text in texts(PUBLISHED) for slot in slots_of(text)}
    assert used <= figures | LETTER_SLOTS.keys()
    assert used & figures


def test_what_lapses_is_told_by_day_and_left_in_so_that_the_device_judges() -> None:
    old = replace(campaign().concerns[0], review_by=date(2020, 2, 29))
    kept = published(replace(campaign(), concerns=(old,)))["concerns"]
    assert [concern["review_by"] for concern in kept] == ["2020-02-29"]
    assert PUBLISHED["facts"].keys() == campaign().facts.keys()


def test_who_stands_behind_it_goes_along_as_pages_show_it() -> None:
    promoter = Promoter(
        clean("Leeds Together"),
        clean("Jo Bloggs"),
        clean("1 High Street, Leeds"),
        clean("jo@example.org"),
    )
    kept = published(replace(campaign(), promoter=promoter))
    assert kept["group"] == "Leeds Together"
    assert kept["imprint"] == "Jo Bloggs, 1 High Street, Leeds"
    assert kept["contact"] == "jo@example.org"


def test_where_a_site_is_served_stays_on_the_server() -> None:
    kept = json.dumps(published(replace(campaign(), hosts=("letters.example.org",))))
    assert "letters.example.org" not in kept
