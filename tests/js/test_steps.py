"""The page's wizard and the server's: the same fields lead the same way to the same answers."""

import json
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page
from werkzeug.datastructures import MultiDict

from letterwriter.parliament.current_members import bundled_parliament
from letterwriter.parliament.dissolution import Dissolution
from letterwriter.parliament.house import with_dissolution
from letterwriter.parliament.members import Parliament
from letterwriter.web.app_data import AppData, load_app_data
from letterwriter.web.settings import Settings
from letterwriter.web.wizard.state import state_of
from letterwriter.web.wizard.steps import before, following, progress, road
from letterwriter.web.wizard.visit import Visit
from tests.js.plain import answers_json
from tests.js.test_cleaning import typed
from tests.js.worlds import open_world
from tests.unit.letters.golden import TODAY

pytestmark = pytest.mark.browser

ASIDE = ("choose", "by-name", "nearby")
_ASK = """async all => {
    const [{ stateOf }, { answersOf }, { next, progress }] = await Promise.all(
        ['fields', 'state', 'steps'].map(name => import(`/static/js/wizard/${name}.js`)));
    const { world } = window;
    return JSON.stringify(JSON.parse(all).map(({ fields, screens }) => {
        const state = stateOf(fields, world);
        return {
            next: screens.map(at => next(state, world, 'personal', at)),
            progress: screens.map(at => progress(state, world, 'personal', at)),
            answers: answersOf(state, world),
        };
    }));
}"""


@pytest.fixture(scope="module")
def here() -> AppData:
    return load_app_data(Settings(today=TODAY))


def told(seed: int, here: AppData) -> list[tuple[str, str]]:
    """The fields of somebody who has come some way on one of the two roads."""
    random, campaign = Random(seed), here.campaign
    seat = random.choice([seat for seat in here.parliament if seat.member])
    fields = [("constituency", seat.constituency.code), ("quick", random.choice(("y", "")))]
    fields += [("prompts", p.id) for p in campaign.prompts if random.random() < 0.2]
    for prompt in random.sample(campaign.prompts, 3):
        lead_in = [(f"leadin-{prompt.id}", "y")] if random.random() < 0.5 else []
        fields += [(f"story-{prompt.id}", random.choice(("", "I help.", typed(random)))), *lead_in]
    concerns = random.sample(campaign.concerns, random.randint(0, 3))
    fields += [("concerns", concern.id) for concern in concerns]
    whys = (" My neighbour \n waits ", "", typed(random))
    fields += [(f"why-{concern.id}", random.choice(whys)) for concern in concerns]
    fields += [("ask", random.choice(("", "gone", *(ask.id for ask in campaign.asks))))]
    fields += [("chooses_ask", random.choice(("", "y"))), ("reply_by_email", "y")]
    fields += [
        ("again", random.choice(("", "", "no-answer", "gone"))),
        ("first_date", "2026-11-01"),
    ]
    fields += [("story-again", random.choice(("", typed(random))))]
    fields += [("name", typed(random)), ("email", random.choice(("", "amina@example.org")))]
    return fields


def by_the_server(fields: list[tuple[str, str]], here: AppData) -> tuple[Visit, dict[str, Any]]:
    posted = MultiDict(fields)
    visit = Visit(posted, here, state_of(posted, here.campaign, here.parliament))
    screens = [*road(visit), *ASIDE]
    return visit, {
        "next": [following(visit, at) if at != "send" else "" for at in screens],
        "progress": [
            {"at": p[0], "all": p[1]} if (p := progress(visit, at)) else None for at in screens
        ],
        "answers": answers_json(visit.answers()),
    }


def test_both_lead_the_same_way_to_the_same_answers(page: Page, here: AppData) -> None:
    open_world(page, here.parliament, TODAY)
    everybody = [told(seed, here) for seed in range(200)]
    ours = [by_the_server(fields, here) for fields in everybody]
    given = [
        {"fields": fields, "screens": [*road(visit), *ASIDE]}
        for fields, (visit, _) in zip(everybody, ours, strict=True)
    ]
    theirs = json.loads(page.evaluate(_ASK, json.dumps(given)))
    assert theirs == [answer for _, answer in ours]


def test_back_undoes_next(here: AppData) -> None:
    for seed in range(50):
        visit, _ = by_the_server(told(seed, here), here)
        screens = road(visit)
        assert [before(visit, at) for at in screens[1:]] == list(screens[:-1])
        assert [following(visit, at) for at in screens[:-1]] == list(screens[1:])


_KEPT = """async fields => {
    const { stateOf, fieldsOf } = await import('/static/js/wizard/fields.js');
    const { composerOf } = await import('/static/js/wizard/composing.js');
    return fieldsOf(stateOf(fields, window.world, composerOf), window.world);
}"""


def test_a_kept_letter_stays_whole_while_there_is_nobody_to_write_to(page: Page) -> None:
    known = with_dissolution(bundled_parliament(), Dissolution(TODAY))
    open_world(page, known, TODAY)
    letter = [
        ("letter-constituency", "E14001353"),
        ("letter-made", "Amina Yusuf"),
        ("letter-sender", "Amina Yusuf"),
        ("letter-date", "1 November 2026"),
        ("letter-recipient", "Afzal Khan MP\nHouse of Commons"),
        ("letter-salutation", "Dear Afzal Khan"),
        ("letter-close", "Yours sincerely"),
        ("letter-signed", "Amina Yusuf"),
        ("letter-paragraphs-0-kind", "opening"),
        ("letter-paragraphs-0-id", "member"),
        ("letter-paragraphs-0-choice", "0"),
        ("letter-paragraphs-0-removed", ""),
        ("letter-paragraphs-0-text", "I write to you in words of my own."),
    ]
    asked = [("constituency", "E14001353"), ("name", "Amina Yusuf"), *letter]
    kept = [tuple(pair) for pair in page.evaluate(_KEPT, asked)]
    assert [pair for pair in kept if pair[0].startswith("letter-")] == letter


_BARRED = """async codes => {
    const { isBarred } = await import('/static/js/wizard/steps.js');
    const at = screen => codes.map(code => isBarred({ code }, window.world, screen));
    return [at('meet'), at('done')];
}"""


def test_only_an_mp_of_ones_own_can_be_met(page: Page, here: AppData) -> None:
    empty, held, *others = [seat for seat in here.parliament if seat.member]
    vacant = [replace(empty, member=None), held, *others]
    open_world(page, Parliament(vacant), TODAY)
    codes = [empty.constituency.code, held.constituency.code]
    assert page.evaluate(_BARRED, codes) == [[True, False], [False, False]]
