"""The campaign as a browser gets it: everything that letters need, with its slots unfilled."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.promoter import Promoter
from letterwriter.campaigns.role_passage import WIDER
from letterwriter.campaigns.texts import LETTER_SLOTS
from letterwriter.offline.campaign import published
from letterwriter.text.cleaning import clean
from letterwriter.text.passage import slots_of

CAMPAIGN = load_campaign(Path(__file__).parents[2] / "example_campaign")
PUBLISHED = published(CAMPAIGN)


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in texts(one)]


def test_it_goes_through_json_unchanged() -> None:
    assert json.loads(json.dumps(PUBLISHED)) == PUBLISHED


def listed(sentences: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    return [list(wordings) for wordings in sentences]


def test_every_wording_is_there_with_its_slots_unfilled() -> None:
    concerns = {concern["id"]: concern for concern in PUBLISHED["concerns"]}
    for concern in CAMPAIGN.concerns:
        kept = concerns[concern.id]
        assert kept["sentences"] == listed(concern.passage.usual.sentences)
        assert kept["label"] == concern.label
        assert kept["topic"] == concern.topic
    assert "{last-bus.villages}" in "".join(texts(concerns["last-bus"]))


def test_words_for_roles_go_along_and_which_groups_they_are_in() -> None:
    _, say = PUBLISHED["concerns"]
    words = CAMPAIGN.concerns[1].passage.by_name["government"]
    assert say["by_name"] == {"government": listed(words.sentences)}
    frame = PUBLISHED["frame"]
    assert frame["opening"]["by_name"].keys() == {"vacant"}
    assert frame["thanks"]["by_name"].keys() == {"chair"}
    assert PUBLISHED["wider"] == {name: list(names) for name, names in WIDER.items()}


def test_words_without_figures_go_along_where_there_are_some() -> None:
    bus, say = PUBLISHED["concerns"]
    evergreen = CAMPAIGN.concerns[0].evergreen
    assert evergreen is not None
    assert bus["evergreen"] == {"sentences": listed(evergreen.usual.sentences), "by_name": {}}
    assert say["evergreen"] is None


def test_an_ask_tells_which_concerns_bring_it_and_whether_it_may_stand_alone() -> None:
    kept = {ask["id"]: (ask["concerns"], ask["whole"]) for ask in PUBLISHED["asks"]}
    assert kept["write-for-me"] == ([], True)
    assert kept["bring-it-about"] == (["no-say"], False)


def test_the_subjects_go_along() -> None:
    assert PUBLISHED["subjects"] == list(CAMPAIGN.subjects)


def test_the_device_has_what_fills_every_slot() -> None:
    figures = {
        f"{id_}.{name}" for id_, fact in PUBLISHED["facts"].items() for name in fact["figures"]
    }
    used = {slot for text in texts(PUBLISHED) for slot in slots_of(text)}
    assert used <= figures | LETTER_SLOTS.keys() | {"topic"}
    assert used & figures


def test_what_lapses_is_told_by_day_and_left_in_so_that_the_device_judges() -> None:
    old = replace(CAMPAIGN.concerns[0], review_by=date(2020, 2, 29))
    kept = published(replace(CAMPAIGN, concerns=(old,)))["concerns"]
    assert [concern["review_by"] for concern in kept] == ["2020-02-29"]
    (fact,) = PUBLISHED["facts"].values()
    assert (fact["true_from"], fact["review_by"]) == ("2026-06-12", "2027-05-01")


def test_who_stands_behind_it_goes_along_as_pages_show_it() -> None:
    promoter = Promoter(
        clean("Leeds Together"),
        clean("Jo Bloggs"),
        clean("1 High Street, Leeds"),
        clean("jo@example.org"),
    )
    kept = published(replace(CAMPAIGN, promoter=promoter))
    assert kept["group"] == "Leeds Together"
    assert kept["imprint"] == "Jo Bloggs, 1 High Street, Leeds"
    assert kept["contact"] == "jo@example.org"


def test_where_a_site_is_served_stays_on_the_server() -> None:
    kept = json.dumps(published(replace(CAMPAIGN, hosts=("letters.example.org",))))
    assert "letters.example.org" not in kept
