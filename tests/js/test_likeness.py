"""Two texts are as alike in the browser as on the server, fingerprint for fingerprint."""

import tomllib
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page

from letterwriter.letters.simulation import load_stories
from letterwriter.paths import DATA
from letterwriter.text.shingles import fingerprint, likeness
from tests.js.advising import answer
from tests.js.mixtures import mixture
from tests.unit.letters import golden

pytestmark = pytest.mark.browser

SHARED = tomllib.loads(
    (Path(__file__).parents[1] / "shared" / "distinctness.toml").read_text("utf-8")
)
STORIES = load_stories(DATA / "simulated_stories.txt")
_MARKS = """async (texts, engine) => {
    const { marks } = await engine('likeness');
    return texts.map(text => Array.from(marks(text)).sort((one, other) => one - other));
}"""
_LIKENESS = """async (pairs, engine) => {
    const { likeness } = await engine('likeness');
    return pairs.map(([one, other]) => likeness(one, other));
}"""


def test_the_cases_that_python_shares(page: Page) -> None:
    there = answer(page, _MARKS, [case["text"] for case in SHARED["case"]])
    assert there == [case["marks"] for case in SHARED["case"]]
    texts = [case["text"] for case in SHARED["case"]]
    pairs = [(texts[one], texts[other]) for one, other, _ in SHARED["likeness"]]
    assert answer(page, _LIKENESS, pairs) == [score for _, _, score in SHARED["likeness"]]


def test_stories_letters_and_mixtures_have_the_same_marks(page: Page) -> None:
    letters = ["\n\n".join(case.letter.body) for case in golden.cases()]
    mixtures = [mixture(seed) * (1 + seed % 3) for seed in range(300)]
    texts = [*STORIES, *letters, *mixtures]
    assert answer(page, _MARKS, texts) == [sorted(fingerprint(text)) for text in texts]


def test_stories_are_as_alike_as_the_server_says(page: Page) -> None:
    random = Random(1)
    longer = [" ".join(random.choices(STORIES[:12], k=4)) for _ in range(100)]
    pairs = list(pairwise(longer))
    scores = [likeness(one, other) for one, other in pairs]
    assert answer(page, _LIKENESS, pairs) == scores
    assert len(set(scores)) > 20
