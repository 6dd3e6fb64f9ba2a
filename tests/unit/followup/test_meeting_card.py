"""What stands on the card for a meeting: the writer's own words first, and never too many."""

from dataclasses import replace

from letterwriter.followup.meeting_card import MeetingCard, meeting_card, sentences_in
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.text.clean_text import NO_TEXT, CleanText
from tests.cases import cases

EMPTY = Letter((), NO_TEXT, (), NO_TEXT, (), NO_TEXT, NO_TEXT)
STORY = Paragraph(
    Kind.STORY, CleanText("I volunteer. I cook on Fridays."), template=CleanText("I volunteer.")
)
CONCERN = Paragraph(Kind.CONCERN, CleanText("They wait. They may not work. Winters are long."))
ASK = Paragraph(Kind.ASK, CleanText("Will you write\nfor me?"))


def card(*paragraphs: Paragraph) -> MeetingCard:
    return meeting_card(EMPTY.with_paragraphs(paragraphs))


def test_a_text_is_cut_where_its_sentences_end() -> None:
    for case in cases("meeting_card"):
        assert list(sentences_in(case["typed"])) == case["sentences"]


def test_own_words_come_first_without_the_campaigns_lead_in() -> None:
    found = card(Paragraph(Kind.OPENING, CleanText("As your constituent.")), CONCERN, STORY, ASK)
    assert found == (("I cook on Fridays.", "They wait.", "They may not work."), ASK_SAID)


ASK_SAID = "Will you write for me?"


def test_without_a_story_the_concern_speaks_and_what_was_removed_does_not() -> None:
    gone = replace(STORY, removed=True)
    assert card(gone, CONCERN).sentences == (
        "They wait.",
        "They may not work.",
        "Winters are long.",
    )
    assert card(replace(ASK, removed=True)) == ((), "")


def test_words_without_an_end_are_cut_after_a_word() -> None:
    (long,) = card(Paragraph(Kind.OWN, CleanText("well " * 100))).sentences
    assert long == "well " * 60 + "…"
    (longer,) = card(Paragraph(Kind.OWN, CleanText("我" * 1000))).sentences
    assert longer == "我" * 300 + " …"
