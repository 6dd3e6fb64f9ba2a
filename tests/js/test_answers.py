"""What was filled in becomes the same answers in the browser as by the server's form."""

from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page
from werkzeug.datastructures import MultiDict

from letterwriter.letters.answers import MOST_CONCERNS
from letterwriter.offline.seats import rules
from letterwriter.web.app_data import load_app_data
from letterwriter.web.settings import Settings
from letterwriter.web.wizard.state import state_of
from letterwriter.web.wizard.visit import Visit
from tests.js.asking import each
from tests.js.plain import answers_json
from tests.js.test_cleaning import typed
from tests.unit.letters.golden import TODAY, campaign

pytestmark = pytest.mark.browser

HERE = load_app_data(Settings(today=TODAY))
ADDRESSES = ("1 High Street,\r\n Manchester , \n\n,\nM14", "", " \n ", "Flat 2,, \u2028The\tRoad,,")


def filled_in(seed: int) -> dict[str, Any]:
    """Fields as a person may leave them: empty, odd, or with more concerns than a letter takes."""
    random = Random(seed)
    return {
        "name": random.choice(("Amina  Yusuf ", typed(random))),
        "address": random.choice((*ADDRESSES, typed(random))),
        "postcode": random.choice((" m14  5tp", "")),
        "email": random.choice(("", " ", "amina@example.org ")),
        "phone": random.choice(("", "07700\t900123")),
        "replyByEmail": random.random() < 0.5,
        "concernIds": [one.id for one in random.sample(campaign().concerns, random.randint(0, 5))],
        "askId": "",  # which of them fit depends on the member: see test_steps.py
        "whys": {
            one.id: random.choice((" She \n waits ", "", typed(random)))
            for one in campaign().concerns
        },
        "stories": [
            {"promptId": prompt.id, "text": typed(random), "leadIn": random.random() < 0.5}
            for prompt in campaign().prompts
        ],
    }


def by_the_form(fields: dict[str, Any]) -> dict[str, Any]:
    """The answers that the server reads from the same fields."""
    lines = ("name", "address", "postcode", "email", "phone")
    posted = MultiDict[str, str]([(name, fields[name]) for name in lines])
    posted.setlist("concerns", fields["concernIds"])
    posted.setlist("prompts", [prompt.id for prompt in campaign().prompts])
    posted["quick"] = ""
    posted.update({"reply_by_email": "y"} if fields["replyByEmail"] else {})
    posted.update({f"why-{id_}": why for id_, why in fields["whys"].items()})
    for story in fields["stories"]:
        posted[f"story-{story['promptId']}"] = story["text"]
        posted.update({f"leadin-{story['promptId']}": "y"} if story["leadIn"] else {})
    state = state_of(posted, HERE.campaign, HERE.parliament)
    return answers_json(Visit(posted, HERE, state).answers())


def test_fields_become_the_same_answers(page: Page) -> None:
    fields = [filled_in(seed) for seed in range(150)]
    given = {"all": fields, "rules": rules(), "most": MOST_CONCERNS}
    (answers,) = each(page, "addressing", "engine.answers(given)", [given])
    assert answers == [by_the_form(one) for one in fields]
