from dataclasses import replace

import pytest

from letterwriter.domain.advice import Advice, advise
from letterwriter.domain.letter import Kind, Letter, Paragraph
from letterwriter.domain.topic import Topic
from letterwriter.sources.words import advice_words

STORY = (
    "I meet families at our drop-in every week. Last Tuesday a man who used to be a baker brought "
    "a loaf that he had made in a shared kitchen, with one hob that works. He is not allowed to "
    "sell it, so he gives it away. My neighbour had two slices and asked when he will open a shop. "
    "None of us knew what to say to that."
)
LETTER = Letter(
    sender=("Amina Yusuf", "1 High Street", "Manchester", "M14 5TP"),
    date="22 November 2026",
    recipient=("Afzal Khan MP", "House of Commons", "London", "SW1A 0AA"),
    salutation="Dear Afzal Khan",
    paragraphs=(Paragraph(Kind.STORY, STORY),),
    close="Yours sincerely",
    name="Amina Yusuf",
)


def topics(letter: Letter) -> list[Topic]:
    return [item.topic for item in advise(letter)]


def telling(*stories: str) -> Letter:
    return LETTER.with_paragraphs(tuple(Paragraph(Kind.STORY, story) for story in stories))


def test_a_good_letter_needs_no_advice() -> None:
    assert topics(LETTER) == []


def test_advice_points_at_the_paragraph_and_the_place_in_it() -> None:
    (item,) = advise(telling(STORY, "Ring me on 07700 900123 please."))
    assert (item.topic, item.paragraph, item.found) == (Topic.PHONE, 1, "07700 900123")
    assert [(f.start, f.end) for f in item.findings] == [(11, 23)]


def test_a_paragraph_that_was_taken_out_is_not_looked_at() -> None:
    out = Paragraph(Kind.STORY, "Ring me on 07700 900123.", removed=True)
    assert topics(LETTER.with_paragraphs((*LETTER.paragraphs, out))) == []


def test_the_campaigns_own_words_pass_and_what_was_typed_into_them_does_not() -> None:
    ours = "Ring 0800 496 0123 for help."
    paragraph = Paragraph(Kind.CONCERN, ours, "id", (0,), ours)
    assert topics(LETTER.with_paragraphs((*LETTER.paragraphs, paragraph))) == []
    typed = replace(paragraph, text=f"{ours} Or me, 07700 900123.")
    (item,) = advise(LETTER.with_paragraphs((*LETTER.paragraphs, typed)))
    assert item.found == "07700 900123"


def test_the_writers_own_address_and_the_members_name_pass() -> None:
    own = "I live at 1 High Street, and my neighbour Afzal Khan is my MP."
    assert topics(telling(STORY, own)) == []
    other = "I stay at 7 High Street, and my neighbour Omar Haddad feeds me."
    assert topics(telling(STORY, other)) == [Topic.ADDRESS, Topic.FULL_NAME]


def test_several_of_one_kind_in_a_paragraph_are_one_piece_of_advice_that_names_each_once() -> None:
    (item,) = advise(telling(STORY, "Ring 07700 900123, or 07700 900456, or 07700 900123 again."))
    assert item.found == "07700 900123”, “07700 900456"
    assert len(item.findings) == 3


def test_a_writer_is_told_six_things_at_most_and_what_could_do_harm_first() -> None:
    everything = (
        "MY CLAIM IS A1234567 AND NOBODY READS IT. You liar. Ring my friend Sara Ahmed on "
        "07700 900123 or sara@example.org, at 7 Birch Lane or the Britannia Hotel, about my claim."
    )
    told = topics(replace(telling(everything), sender=("Amina Yusuf",)))
    assert told == [
        Topic.REFERENCE,
        Topic.PHONE,
        Topic.EMAIL,
        Topic.ADDRESS,
        Topic.HOTEL,
        Topic.FULL_NAME,
    ]


def test_every_topic_has_its_words_and_the_words_quote_what_was_found() -> None:
    for topic in Topic:
        assert advice_words(Advice(topic)).endswith((".", "?"))
    (item,) = advise(telling(STORY, "Ring 07700 900123 {found}."))[:1]
    assert advice_words(item).startswith("“07700 900123”: ")


def test_a_letter_without_own_words_is_told_so() -> None:
    only_ours = (Paragraph(Kind.CONCERN, "Ours.", "id", (0,), "Ours."),)
    assert topics(LETTER.with_paragraphs(only_ours)) == [Topic.NO_STORY]


def test_a_letter_over_a_page_is_told_so() -> None:
    assert topics(telling("word " * 380)) == []
    assert topics(telling("word " * 381)) == [Topic.TOO_LONG]


def test_fewer_than_sixty_own_words_are_gently_remarked_on() -> None:
    assert topics(telling("word " * 59)) == [Topic.FEW_OWN_WORDS]
    assert topics(telling("word " * 60)) == []


def test_a_campaign_text_pasted_as_a_story_is_not_the_writers_own() -> None:
    ours = "Every family that is safe here ought to be able to stay together. " * 6
    concern = Paragraph(Kind.CONCERN, ours, "id", (0,), ours)
    pasted = LETTER.with_paragraphs((Paragraph(Kind.STORY, ours), concern))
    assert topics(pasted) == [Topic.FEW_OWN_WORDS]


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
