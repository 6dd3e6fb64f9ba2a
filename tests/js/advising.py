"""What the browser finds and advises, and what Python does, in the same form."""

import json
from typing import Any

from playwright.sync_api import Page

from letterwriter.files.messages import message, messages
from letterwriter.letters.advice import (
    FEW_WORDS,
    MOST_ADVICE,
    MOST_NAMED,
    ONE_PAGE,
    Advice,
)
from letterwriter.letters.detectors import Finding
from letterwriter.letters.praise import MANY_WORDS
from letterwriter.offline.detectors import names, published_detectors
from letterwriter.offline.seats import rules
from letterwriter.text.shared_patterns import detector_file, named_pattern

# As much of the bundle as advice needs.
BUNDLE = {
    "detectors": published_detectors(),
    "names": names(),
    "email": named_pattern("email"),
    "reading": detector_file()["reading"],
    "rules": rules(),
    "words": {
        "lookup": dict(messages("lookup")),
        "advice": dict(messages("advice")),
        "praise": dict(messages("praise")),
    },
    "limits": {
        "most_advice": MOST_ADVICE,
        "most_named": MOST_NAMED,
        "few_words": FEW_WORDS,
        "many_words": MANY_WORDS,
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
        "said": message("advice", advice.topic, found=advice.found),
    }
