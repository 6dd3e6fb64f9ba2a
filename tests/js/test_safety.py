"""What should not stand in a letter is found in the browser as on the server, place for place."""

import re

import pytest
from playwright.sync_api import Page

from letterwriter.letters.detectors import findings, is_phone
from letterwriter.letters.name_judges import plain
from letterwriter.letters.simulation import load_stories
from letterwriter.paths import DATA
from letterwriter.text.email import is_email
from letterwriter.text.shared_patterns import as_read
from tests.js.advising import BUNDLE, answer, finding_json, units
from tests.js.mixtures import line_like_a_phone_number, mixture
from tests.unit.letters import golden
from tests.unit.letters.test_detectors import BLOCKS, CASES, CAUGHT, ORDINARY

pytestmark = pytest.mark.browser

_FINDINGS = """async ({ bundle, asked }, engine) => {
    const { openSafety } = await engine('safety');
    const safety = openSafety(bundle);
    return asked.map(([text, template, known]) => safety.findings(text, template, known));
}"""
_PHONES = """async ({ bundle, lines }, engine) => {
    const { openSafety } = await engine('safety');
    return lines.map(openSafety(bundle).isPhone);
}"""
_PLAIN = """async ({ bundle, texts }, engine) => {
    const { judges } = await engine('naming');
    const { reader } = await engine('search');
    return texts.map(judges(bundle.names, reader(bundle.reading)).plain);
}"""

_EMAILS = """async ({ bundle, lines }, engine) => {
    const { isEmail } = await engine('email');
    return lines.map(line => isEmail(line, bundle));
}"""
_READ = """async ({ bundle, texts }, engine) => {
    const { reader } = await engine('search');
    return texts.map(reader(bundle.reading));
}"""

Asked = tuple[str, str, str]  # a text, the campaign's words, what the blocks say
MIXTURES = [mixture(seed) for seed in range(600)]


def same_findings(page: Page, asked: list[Asked]) -> list[str]:
    """The topics of what is found, after seeing that both engines find the same."""
    there = answer(page, _FINDINGS, {"bundle": BUNDLE, "asked": asked})
    here = [
        [finding_json(text, found) for found in findings(text, template, known)]
        for text, template, known in asked
    ]
    for (text, _, _), browser, server in zip(asked, there, here, strict=True):
        assert browser == server, text
    return [found["topic"] for all_found in here for found in all_found]


def test_the_tables_of_what_is_caught_and_what_is_left_alone(page: Page) -> None:
    caught: list[Asked] = [(re.sub("[<>]", "", story), "", BLOCKS) for _, story in CAUGHT]
    assert same_findings(page, caught) == [topic for topic, _ in CAUGHT]
    assert same_findings(page, [(story, "", BLOCKS) for story in CASES["left_alone"]]) == []
    several: list[Asked] = [
        (case["text"], case.get("template", ""), case.get("known", "")) for case in CASES["several"]
    ]
    assert same_findings(page, several) == [
        topic for case in CASES["several"] for topic, _ in case["found"]
    ]


def test_ordinary_and_simulated_stories(page: Page) -> None:
    stories = [*ORDINARY, *load_stories(DATA / "simulated_stories.txt")]
    same_findings(page, [(story, "", BLOCKS) for story in stories])


def test_mixtures_of_everything_that_is_looked_for(page: Page) -> None:
    asked: list[Asked] = [
        (text, template, BLOCKS)
        for text, template in zip(MIXTURES, [*MIXTURES[1:], ""], strict=True)
    ]
    assert set(same_findings(page, asked)) == set(CASES["caught"])
    assert set(same_findings(page, [(text, "", "") for text in MIXTURES])) == set(CASES["caught"])


def test_every_paragraph_of_every_letter_that_is_kept(page: Page) -> None:
    letters = [case.letter for case in golden.cases()]
    same_findings(page, [(p.text, p.template, "") for one in letters for p in one.paragraphs])
    same_findings(page, [(p.text, "", one.name) for one in letters for p in one.paragraphs])


def test_lines_that_are_phone_numbers(page: Page) -> None:
    generated = [line_like_a_phone_number(seed) for seed in range(1000)]
    lines = [*CASES["phone_lines"]["numbers"], *CASES["phone_lines"]["others"], *generated]
    there = answer(page, _PHONES, {"bundle": BUNDLE, "lines": lines})
    assert there == [is_phone(line) for line in lines]
    assert sum(there[-len(generated) :]) > 10


def test_lines_that_are_addresses_for_email(page: Page) -> None:
    lines = [*CASES["emails"]["whole"], *CASES["emails"]["others"], "a" * 65 + "@c.uk", *MIXTURES]
    there = answer(page, _EMAILS, {"bundle": BUNDLE, "lines": lines})
    assert there == [is_email(line) for line in lines]


def test_every_character_of_both_planes_that_are_in_use_is_read_alike(page: Page) -> None:
    codes = (*range(0xD800), *range(0xE000, 0x20000))
    texts = ["".join(map(chr, codes[at : at + 0x1000])) for at in range(0, len(codes), 0x1000)]
    there = answer(page, _READ, {"bundle": BUNDLE, "texts": texts})
    for text, read in zip(texts, there, strict=True):
        assert units(read, len(read)) == units(text, len(text))
        assert read == "".join(map(_in_units, text))


def _in_units(one: str) -> str:
    """How a character is read, with a letter beyond the first plane as long as it is there."""
    read = as_read(one)
    return read * units(one, 1) if read != one else one


def test_words_to_compare_blocks_by_are_the_same_in_every_alphabet(page: Page) -> None:
    # The letters that every Python and browser of ours knows, each between others, and sigmas.
    letters = [
        chr(code) for code in (*range(0x0590), *range(0x10A0, 0x10FF), *range(0x1E00, 0x2E00))
    ]
    texts = [*MIXTURES, *(f"x{letter}, {letter}Y Street" for letter in letters if letter.isalpha())]
    assert answer(page, _PLAIN, {"bundle": BUNDLE, "texts": texts}) == [plain(t) for t in texts]


# Ten thousand characters that almost match, again and again.
_HOSTILE = [
    "a", "A", "1", "١", "1 ", "0 (", "my ", "my a a ", "my friend ", "Aa ", "A'", "Al-", "x's ",
    "Sara al-Sara ", "[a", "{a", "<a", "a@", "a.", "AAAA ", "AAAAA A!!!!!!", "1 aaaa aaaa ",
    "1 Abbbb Abbbb Abbbb ", "Ab and ", "you are a ", "a an such ", " ", "\n", "𐌰",
    "in Sara, my mum. ",
]  # fmt: skip


def test_long_hostile_texts_come_to_an_end_in_both_engines(page: Page) -> None:
    same_findings(page, [(one * (10_000 // len(one)), "", "") for one in _HOSTILE])
