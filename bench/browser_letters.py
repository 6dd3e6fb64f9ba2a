"""The letter in the browser: made within a frame or so, and sooner than the server's page comes."""

import json
import statistics
from datetime import date
from typing import Any

from playwright.sync_api import Page

from bench.pages import ANSWERS
from bench.rows import Row
from letterwriter.campaigns import loading
from letterwriter.offline import seats
from letterwriter.offline.bundle import for_letters, start
from letterwriter.parliament import current_members

_ROUNDS = 9
_DAY = date(2026, 11, 22)  # of the letters made here; the server's carry today
_SLOW = "a CPU made 4 times slower"

# The first letter of a page that was just opened, with nothing warm: what a person waits for.
# Then the same from the server, whose own time is not slowed; the first answer is not counted.
_MEASURE = """async ([given, address]) => {
    const at = '/static/js/engine/';
    const [{ addressee }, { composer }, { asText }, { below }] = await Promise.all(
        ['addressee', 'composition', 'text', 'random'].map(name => import(`${at}${name}.js`)));
    const { bundle, answers, code, form } = JSON.parse(given);
    const seat = code => bundle.seats.find(one => one.code === code);
    const world = { bundle, campaign: bundle.campaign, limits: bundle.limits, seat };
    const start = performance.now();
    const letter = composer(world, addressee(seat(code), world), bundle.made)
        .assemble(answers, below);
    const text = asText(letter);
    const here = performance.now() - start;
    let there = 0;
    for (let turn = 0; turn < 2; turn += 1) {
        const body = new FormData();
        form.forEach(([name, value]) => body.append(name, value));
        const asked = performance.now();
        const page = await (await fetch(address, { method: 'POST', body })).text();
        there = performance.now() - asked;
        if (!page.includes(letter.paragraphs[1].text)) throw new Error('not the same letter');
    }
    return [here, there, text.length];
}"""


def _given() -> dict[str, Any]:
    """The shipped words, and one writer's answers for the engine and for the server's form."""
    campaign = loading.bundled_campaign(loading.DEFAULT_CAMPAIGN)
    parliament = current_members.bundled_parliament()
    started = start(parliament, {}, edition="bench", made=_DAY)
    story = ANSWERS["story-befriend"]
    lists = ((name, one if isinstance(one, list) else [one]) for name, one in ANSWERS.items())
    return {
        "bundle": started | for_letters(campaign, {}) | {"seats": seats.seats(parliament)},
        "code": ANSWERS["constituency"],
        "form": [[name, value] for name, values in lists for value in values],
        "answers": {
            "sender": {
                "name": ANSWERS["name"],
                "address": str(ANSWERS["address"]).split("\n"),
                "postcode": ANSWERS["postcode"],
                "email": "",
                "phone": "",
                "replyByEmail": False,
            },
            "stories": [{"promptId": "befriend", "text": story, "leadIn": False}],
            "concernIds": ANSWERS["concerns"],
            "askId": ANSWERS["ask"],
        },
    }


def rows(page: Page, site: str) -> list[Row]:
    """Medians of pages opened anew; ``page`` may break its content policy, to ask the server."""
    given = json.dumps(_given())
    measured = []
    for _ in range(_ROUNDS):
        page.goto(f"{site}/privacy")
        here, there, length = page.evaluate(_MEASURE, [given, f"{site}/letter"])
        if length < 1_000:
            raise RuntimeError(f"a letter of {length} characters is not the whole one")
        measured.append((here, there))
    here = statistics.median(here for here, _ in measured)
    quicker = statistics.median(there / here for here, there in measured)
    return [
        Row("letter assembled, the first of a page", _SLOW, here, 16, "ms", at_most=True),
        Row("the same, quicker by", "the server's letter page", quicker, 3, "times"),
    ]
