"""What the browser finds and advises, and what Python does, in the same form."""

import json
from typing import Any

from playwright.sync_api import Page

from letterwriter.domain.advice import (
    FEW_WORDS,
    MOST_ADVICE,
    MOST_NAMED,
    ONE_PAGE,
    Advice,
)
from letterwriter.domain.topic import Finding
from letterwriter.outputs.offline.look_outs import look_outs, names
from letterwriter.outputs.offline.places import rules
from letterwriter.sources.words import advice_words, words

# As much of the bundle as advice needs.
BUNDLE = {
    "look_outs": look_outs(),
    "names": names(),
    "rules": rules(),
    "words": {"advice": dict(words("advice"))},
    "limits": {
        "most_advice": MOST_ADVICE,
        "most_named": MOST_NAMED,
        "few_words": FEW_WORDS,
        "one_page": ONE_PAGE,
    },
}


def answer(page: Page, script: str, given: object) -> Any:
    """What a function of JavaScript answers; all goes as JSON, both ways.

    ``given`` is its argument, ``engine`` its way to the engine's modules.
    """
    page.goto("/privacy")
    called = f"""async json => {{
        const engine = name => import(`/static/js/engine/${{name}}.js`);
        return JSON.stringify(await ({script})(JSON.parse(json), engine));
    }}"""
    return json.loads(page.evaluate(called, json.dumps(given)))


def units(text: str, place: int) -> int:
    """A place in a text as JavaScript counts, which takes two for a character of another plane."""
    return len(text[:place].encode("utf-16-le")) // 2


def finding_json(text: str, finding: Finding) -> dict[str, Any]:
    """A finding as the engine has it."""
    return {
        "topic": finding.topic.value,
        "start": units(text, finding.start),
        "end": units(text, finding.end),
        "words": finding.words,
    }


def advice_json(texts: list[str], advice: Advice) -> dict[str, Any]:
    """Advice as the engine has it, with its sentence; ``texts`` are the letter's paragraphs."""
    text = "" if advice.paragraph is None else texts[advice.paragraph]
    return {
        "topic": advice.topic.value,
        "paragraph": advice.paragraph,
        "findings": [finding_json(text, finding) for finding in advice.findings],
        "found": advice.found,
        "said": advice_words(advice),
    }
