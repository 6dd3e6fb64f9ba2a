"""What to tell a writer before the letter goes. It points; it never blocks or changes anything."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from letterwriter.domain.letter import Kind, Letter
from letterwriter.domain.own_words import words
from letterwriter.domain.postcode import NotAPostcode, Postcode, parse

ONE_PAGE = 380  # words of 12 pt text that leave room for address blocks and signature on A4


class Topic(StrEnum):
    """What a piece of advice is about; its words are in ``templates/words/advice.toml``."""

    TOO_LONG = "too-long"
    NO_STORY = "no-story"
    PLACEHOLDER = "placeholder"
    PHONE_IN_STORY = "phone-in-story"
    EMAIL_IN_STORY = "email-in-story"
    REFERENCE_IN_STORY = "reference-in-story"
    NO_ADDRESS = "no-address"
    NO_POSTCODE = "no-postcode"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at: in which paragraph (its index, or None) and the words meant."""

    topic: Topic
    paragraph: int | None = None
    found: str = ""


# "[name]", "{name}", "<name>", "XXX" and "____": what is left of a form to fill in.
_PLACEHOLDER = re.compile(
    r"\[[^\]\n]{1,40}\]|\{[^}\n]{1,40}\}|<[a-z][^>\n]{1,40}>|\bX{3,}\b|_{3,}", re.IGNORECASE
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# UK numbers: 07..., 01..., 02..., +44..., ten or eleven digits in any grouping.
_PHONE = re.compile(r"(?<![\w£])(?:\+44\s?(?:\(0\)\s?)?|0)(?:[\s().-]{0,2}\d){9,10}(?!\w)")
# Home Office and port references (A1234567, ASC/1234567), ARC and UAN style
# (ABC/12345/6789, 1234-5678-9012-3456), National Insurance numbers (QQ 12 34 56 C).
_REFERENCE = re.compile(
    r"(?<![\w£])(?:"
    r"[A-Z]{1,4}[/ -]?\d{6,9}(?:[/-]\d{1,4})?"
    r"|[A-Z]{2,4}/\d{4,8}(?:/\d{2,8})?"
    r"|\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}"
    r"|[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]"
    r")(?!\w)",
    re.IGNORECASE,
)
_IN_STORY = (
    (Topic.EMAIL_IN_STORY, _EMAIL),
    (Topic.PHONE_IN_STORY, _PHONE),
    (Topic.REFERENCE_IN_STORY, _REFERENCE),
)


def advise(letter: Letter) -> list[Advice]:
    """Everything worth pointing out about a letter, in the order of the letter."""
    return [*_about_paragraphs(letter), *_about_the_whole(letter), *_about_the_sender(letter)]


def _about_paragraphs(letter: Letter) -> Iterator[Advice]:
    for index, paragraph in enumerate(letter.paragraphs):
        if paragraph.removed:
            continue
        if found := _PLACEHOLDER.search(paragraph.text):
            yield Advice(Topic.PLACEHOLDER, index, found[0])
        if paragraph.text == paragraph.template:
            continue  # the campaign's own words hold nobody's number
        for topic, pattern in _IN_STORY:
            if found := pattern.search(paragraph.text):
                yield Advice(topic, index, found[0])


def _about_the_whole(letter: Letter) -> Iterator[Advice]:
    if not letter.body:
        yield Advice(Topic.EMPTY)
        return
    own = (p for p in letter.standing if p.kind in (Kind.STORY, Kind.OWN))
    if not any(p.text.strip() for p in own):
        yield Advice(Topic.NO_STORY)
    if sum(len(words(text)) for text in letter.body) > ONE_PAGE:
        yield Advice(Topic.TOO_LONG)


def _about_the_sender(letter: Letter) -> Iterator[Advice]:
    """Offices answer constituents only, and tell by the address."""
    lines = [line for line in letter.sender[1:] if "@" not in line and not _PHONE.fullmatch(line)]
    if not any(not _is_postcode(line) for line in lines):
        yield Advice(Topic.NO_ADDRESS)
    elif not any(_is_postcode(" ".join(line.split()[-2:])) for line in lines):
        yield Advice(Topic.NO_POSTCODE)


def _is_postcode(text: str) -> bool:
    try:
        return isinstance(parse(text), Postcode)
    except NotAPostcode:
        return False
