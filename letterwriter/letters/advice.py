"""What to tell a writer before the letter goes. It points; it never blocks or changes anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from letterwriter.letters.detectors import Finding, Topic, findings, is_phone
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.letters.own_words import OwnWords, own_words
from letterwriter.postcodes.postcode import NotAPostcode, Postcode, parse_postcode
from letterwriter.postcodes.typed.reading import whole_postcodes

ONE_PAGE = 380  # words of 12 pt text that leave room for address blocks and signature on A4
FEW_WORDS = 25  # of the writer's own: below that, one more sentence is suggested
MOST_ADVICE = 6  # at once; more would drown what matters, and what is left shows next time
MOST_NAMED = 3  # findings that one piece of advice quotes


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at: in which paragraph (its index, or None), and where in it."""

    topic: Topic
    paragraph: int | None = None
    findings: tuple[Finding, ...] = ()
    elsewhere: str = (
        ""  # for Topic.OTHER_CONSTITUENCY: where the address is, and whose MP it goes to
    )

    @property
    def found(self) -> str:
        """The words meant, to stand between quotation marks: "one”, “another"."""
        if self.elsewhere:
            return self.elsewhere
        different = dict.fromkeys(finding.words for finding in self.findings)
        return "”, “".join(list(different)[:MOST_NAMED])


def advise(letter: Letter, own: OwnWords | None = None, elsewhere: str = "") -> list[Advice]:
    """What is worth pointing out about a letter, most important first, six things at most.

    What was found of one topic in one paragraph is one piece of advice. ``own``
    spares counting the letter's own words where that is done already. ``elsewhere`` says in words
    that the address lies in another constituency than the member's.
    """
    everything = [
        *_about_paragraphs(letter),
        *_about_the_whole(letter, own or own_words(letter)),
        *_about_the_sender(letter),
        *([Advice(Topic.OTHER_CONSTITUENCY, elsewhere=elsewhere)] if elsewhere else []),
    ]
    rank = list(Topic).index
    return sorted(everything, key=lambda item: rank(item.topic))[:MOST_ADVICE]


def _about_paragraphs(letter: Letter) -> Iterator[Advice]:
    known = "\n".join((*letter.sender, *letter.recipient, letter.salutation, letter.name))
    for index, paragraph in enumerate(letter.paragraphs):
        if not paragraph.removed:
            yield from _about_paragraph(index, paragraph, known)


def _about_paragraph(index: int, paragraph: Paragraph, known: str) -> Iterator[Advice]:
    found = findings(paragraph.text, paragraph.template, known)
    by_topic = sorted(found, key=lambda finding: finding.topic)
    for topic, alike in groupby(by_topic, key=lambda finding: finding.topic):
        yield Advice(topic, index, tuple(alike))


def _about_the_whole(letter: Letter, counted: OwnWords) -> Iterator[Advice]:
    if not letter.body:
        yield Advice(Topic.EMPTY)
        return
    own = (p for p in letter.standing if p.kind in (Kind.STORY, Kind.OWN))
    if not any(p.text.strip() for p in own):
        yield Advice(Topic.NO_STORY)
    elif counted.own < FEW_WORDS:
        yield Advice(Topic.FEW_OWN_WORDS)
    if counted.total > ONE_PAGE:
        yield Advice(Topic.TOO_LONG)


def _about_the_sender(letter: Letter) -> Iterator[Advice]:
    """Offices answer constituents only, and tell by the address."""
    written = filter(None, letter.sender[1:])
    lines = [line for line in written if "@" not in line and not is_phone(line)]
    if not any(not _is_postcode(line) for line in lines):
        yield Advice(Topic.NO_ADDRESS)
    elif not whole_postcodes("\n".join(lines)):
        yield Advice(Topic.NO_POSTCODE)


def _is_postcode(text: str) -> bool:
    try:
        return isinstance(parse_postcode(text), Postcode)
    except NotAPostcode:
        return False
