from dataclasses import replace

import pytest

from letterwriter.domain.advice import Topic, advise
from letterwriter.domain.letter import Kind, Letter, Paragraph

LETTER = Letter(
    sender=("Amina Yusuf", "1 High Street", "Manchester", "M14 5TP"),
    date="22 November 2026",
    recipient=("Afzal Khan MP", "House of Commons", "London", "SW1A 0AA"),
    salutation="Dear Afzal Khan",
    paragraphs=(Paragraph(Kind.STORY, "I meet families at our drop-in every week."),),
    close="Yours sincerely",
    name="Amina Yusuf",
)


def topics(letter: Letter) -> list[Topic]:
    return [item.topic for item in advise(letter)]


def telling(story: str) -> Letter:
    return LETTER.with_paragraphs((Paragraph(Kind.STORY, story),))


def test_a_good_letter_needs_no_advice() -> None:
    assert topics(LETTER) == []


@pytest.mark.parametrize(
    ("story", "topic"),
    [
        ("Ring me on 07700 900123 please.", Topic.PHONE_IN_STORY),
        ("Ring me on +44 (0)161 496 0123.", Topic.PHONE_IN_STORY),
        ("Write to amina@example.org about it.", Topic.EMAIL_IN_STORY),
        ("My number is A1234567 at the Home Office.", Topic.REFERENCE_IN_STORY),
        ("My port reference is ASC/1234567.", Topic.REFERENCE_IN_STORY),
        ("It says 1234-5678-9012-3456 on the letter.", Topic.REFERENCE_IN_STORY),
        ("My card is QQ 12 34 56 C now.", Topic.REFERENCE_IN_STORY),
        ("I work with [name of group] here.", Topic.PLACEHOLDER),
        ("I have lived here for XXX years.", Topic.PLACEHOLDER),
        ("My town is ____ and I love it.", Topic.PLACEHOLDER),
    ],
)
def test_what_should_not_be_in_a_story_is_pointed_out_where_it_stands(
    story: str, topic: Topic
) -> None:
    (item,) = advise(telling(story))
    assert (item.topic, item.paragraph) == (topic, 0)
    assert item.found in story


@pytest.mark.parametrize(
    "story",
    [
        "I came to Leeds in 1998 and stayed until 2004.",
        "I take the 142 bus, or the X50, to the drop-in.",
        "My friend said that the Home Office lost the papers.",
        "Rent is £1,250 and bills are £300, so £49.18 a week does not go far.",
        "We met at 10.30 on 12 May 2024, all 25 of us.",
        "I am 71 and have lived at this end of Wilmslow Road since 1971.",
        "The M60 and the A6 were both shut.",
    ],
)
def test_ordinary_numbers_are_left_alone(story: str) -> None:
    assert topics(telling(story)) == []


def test_a_letter_without_own_words_is_told_so() -> None:
    only_ours = (Paragraph(Kind.CONCERN, "Ours.", "id", (0,), "Ours."),)
    assert topics(LETTER.with_paragraphs(only_ours)) == [Topic.NO_STORY]


def test_a_letter_over_a_page_is_told_so() -> None:
    assert topics(telling("word " * 380)) == []
    assert topics(telling("word " * 381)) == [Topic.TOO_LONG]


def test_an_empty_letter_is_told_so_and_nothing_else() -> None:
    assert topics(telling(" ")) == [Topic.EMPTY]


@pytest.mark.parametrize(
    ("sender", "topic"),
    [
        (("Amina Yusuf",), Topic.NO_ADDRESS),
        (("Amina Yusuf", "M14 5TP"), Topic.NO_ADDRESS),
        (("Amina Yusuf", "amina@example.org", "07700 900123"), Topic.NO_ADDRESS),
        (("Amina Yusuf", "1 High Street", "Manchester"), Topic.NO_POSTCODE),
    ],
)
def test_a_missing_address_or_postcode_is_pointed_out(
    sender: tuple[str, ...], topic: Topic
) -> None:
    assert topics(replace(LETTER, sender=sender)) == [topic]


def test_a_postcode_at_the_end_of_a_line_counts() -> None:
    assert topics(replace(LETTER, sender=("Amina Yusuf", "1 High Street", "Leeds LS1 1UR"))) == []
