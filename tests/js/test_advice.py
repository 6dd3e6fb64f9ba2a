"""A writer is told the same in the browser as on the server, sentence for sentence."""

from dataclasses import asdict, replace
from random import Random

import pytest
from playwright.sync_api import Page

from letterwriter.files.messages import message
from letterwriter.letters.advice import Advice, advise
from letterwriter.letters.detectors import Topic
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.letters.own_words import own_words
from letterwriter.letters.praise import praise
from letterwriter.letters.simulation import load_stories
from letterwriter.paths import DATA
from letterwriter.text.cleaning import clean
from tests.cleaned import lines
from tests.js.advising import BUNDLE, advice_json, answer
from tests.js.mixtures import line_like_a_phone_number, mixture
from tests.unit.letters import golden
from tests.unit.letters.advised import CASES, PRAISED, letter

pytestmark = pytest.mark.browser

_WORLD = """
    const { bundle } = given;
    const { reader } = await engine('reading');
    const { TOPICS, advise, adviceWords } = await engine('advice');
    const world = Object.assign({ bundle }, bundle, reader(bundle.rules));
"""
_ADVICE = f"""async (given, engine) => {{ {_WORLD}
    const {{ praise, praiseWords }} = await engine('praise');
    return given.letters.map(letter => ({{
        praise: [praise(letter, world), praiseWords(letter, world)],
        advice: advise(letter, world).map(
            item => Object.assign({{ said: adviceWords(item, world) }}, item)
        ),
    }}));
}}"""
_TOPICS = f"""async (given, engine) => {{ {_WORLD}
    return TOPICS.map(topic => [topic, adviceWords({{ topic, found: 'this {{found}}' }}, world)]);
}}"""


def praise_json(letter: Letter) -> list[str]:
    """What a letter is praised for, and in which words."""
    counted = own_words(letter)
    found = praise(letter, counted)
    return [found.value, message("praise", found, own=str(counted.own))] if found else ["", ""]


def same_advice(page: Page, letters: list[Letter]) -> list[list[Advice]]:
    """What is advised on each letter, after seeing that both engines praise and advise the same."""
    given = {"bundle": BUNDLE, "letters": [asdict(one) for one in letters]}
    there = answer(page, _ADVICE, given)
    here = [advise(one) for one in letters]
    for one, advised, browser in zip(letters, here, there, strict=True):
        texts: list[str] = [p.text for p in one.paragraphs]
        assert browser["advice"] == [advice_json(texts, item) for item in advised], one
        assert browser["praise"] == praise_json(one), one
    return here


def mixed(seed: int) -> Letter:
    """A letter of up to seven paragraphs of all kinds, true to the campaign or changed or not."""
    random = Random(seed)
    kept = random.choice(golden.cases()).letter
    like_phones = (line_like_a_phone_number(seed + n) for n in range(3))
    sender: list[str] = [*kept.sender, *filter(str.strip, like_phones)]
    return replace(
        kept,
        sender=lines(*random.sample(sender, random.randint(1, len(sender)))),
        paragraphs=tuple(_paragraph(random, kept) for _ in range(random.randint(1, 7))),
    )


def _paragraph(random: Random, kept: Letter) -> Paragraph:
    ours = random.choice(kept.paragraphs)
    text = random.choice((ours.text, mixture(random.randrange(10_000)), "", " \n\n\u0085"))
    if random.random() < 0.3:
        text = f"{ours.text} {text} " * random.choice((1, 5))
    kind = random.choice((ours.kind, Kind.STORY, Kind.OWN))
    return replace(ours, kind=kind, text=clean(text), removed=random.random() < 0.2)


def test_the_cases_that_python_shares(page: Page) -> None:
    told = same_advice(page, [letter(**case) for case in CASES])
    assert [[item.topic for item in items] for items in told] == [case["told"] for case in CASES]


def test_the_praise_that_python_shares(page: Page) -> None:
    same_advice(page, [letter(**case) for case in PRAISED])


def test_letters_that_are_kept(page: Page) -> None:
    same_advice(page, [case.letter for case in golden.cases()])


def test_letters_of_ordinary_people(page: Page) -> None:
    stories = load_stories(DATA / "simulated_stories.txt")
    same_advice(page, [letter(only=[{"text": story}]) for story in stories])


def test_letters_of_all_sorts(page: Page) -> None:
    told = same_advice(page, [mixed(seed) for seed in range(300)])
    found = {item.topic for items in told for item in items}
    assert found == set(Topic) - {Topic.OTHER_CONSTITUENCY}  # which takes a table of postcodes


def test_topics_stand_in_one_order_and_have_the_same_words(page: Page) -> None:
    there = answer(page, _TOPICS, {"bundle": BUNDLE})
    assert [topic for topic, _ in there] == [topic.value for topic in Topic]
    for topic, said in there:
        assert said.replace("this {found}", "") == message("advice", topic, found="")
