"""A person's whole way, by plain forms: what they see, and that nothing they typed is lost."""

import re

import pytest

from tests.web.visitor import Typed, Visitor

STORY = "I meet families at our drop-in every Tuesday and see how they wait."


def writing(visitor: Visitor, postcode: str = "M14 5TP") -> Visitor:
    return visitor.open("/").fill(postcode=postcode).press("Find my MP").press("Write to")


def filled(visitor: Visitor, **more: Typed) -> Visitor:
    answers: dict[str, Typed] = {
        "story-befriend": STORY,
        "concerns": ["thirty-months", "families-apart"],
        "ask": "write-for-me",
        "name": "Amina Yusuf",
        "address": "1 High Street\r\nManchester",
    }
    return visitor.fill(**(answers | more))


def lettered(visitor: Visitor) -> Visitor:
    return filled(writing(visitor)).press("Make my letter")


def test_a_postcode_leads_to_a_letter_in_the_persons_own_words(visitor: Visitor) -> None:
    lettered(visitor)
    assert visitor.title == "Your letter to Afzal Khan - Letterwriter"
    assert STORY in visitor.paragraphs
    assert visitor.values("letter-salutation") == ["Dear Afzal Khan"]
    assert visitor.values("letter-date") == ["22 November 2026"]
    assert visitor.values("letter-sender") == ["Amina Yusuf\n1 High Street\nManchester\nM14 5TP"]
    assert len(visitor.paragraphs) == 6


def test_the_letter_goes_on_to_the_page_of_ways_to_send_it(visitor: Visitor) -> None:
    lettered(visitor).press("Go on: print or send")
    assert visitor.title.startswith("Print or send your letter")
    assert STORY in visitor.text
    assert "afzal.khan.mp@parliament.uk" in visitor.text
    assert "two weeks" in visitor.text


def test_the_pdf_and_the_text_come_as_files_whose_names_tell_nothing(visitor: Visitor) -> None:
    lettered(visitor).press("Go on").press("Save as PDF")
    assert visitor.answer.data.startswith(b"%PDF")
    assert "letter-to-my-mp.pdf" in visitor.answer.headers["Content-Disposition"]
    lettered(visitor).press("Go on").press("Save as plain text")
    assert STORY in visitor.answer.text
    assert "letter-to-my-mp.txt" in visitor.answer.headers["Content-Disposition"]


def test_a_missing_name_is_told_beside_its_field_and_nothing_is_lost(visitor: Visitor) -> None:
    filled(writing(visitor), name="", concerns=["twenty-years"]).press("Make my letter")
    assert visitor.answer.status_code == 422
    assert visitor.title.startswith("Error: ")
    assert "Type your full name" in visitor.text
    assert visitor.page.select_one(".summary a[href='#name']")
    assert visitor.values("story-befriend") == [STORY]
    assert visitor.values("concerns") == ["twenty-years"]
    assert visitor.values("ask") == ["write-for-me"]


def test_four_concerns_are_one_too_many(visitor: Visitor) -> None:
    four = ["thirty-months", "families-apart", "twenty-years", "support"]
    filled(writing(visitor), concerns=four).press("Make my letter")
    assert "Choose three at most" in visitor.text
    assert sorted(visitor.values("concerns")) == sorted(four)


def test_a_concern_that_went_out_of_date_meanwhile_is_told(visitor: Visitor) -> None:
    filled(writing(visitor), concerns=["gone-by-now"]).press("Make my letter")
    assert "no longer offered" in visitor.text
    assert visitor.values("story-befriend") == [STORY]


def test_a_letter_needs_a_concern_or_a_story(visitor: Visitor) -> None:
    filled(writing(visitor), **{"story-befriend": "", "concerns": []}).press("Make my letter")
    assert "Choose at least one" in visitor.text


def test_a_reply_by_email_needs_an_email(visitor: Visitor) -> None:
    filled(writing(visitor), reply_by_email=True).press("Make my letter")
    assert "Type your email address above" in visitor.text


def test_another_way_to_say_it_changes_that_paragraph_only(visitor: Visitor) -> None:
    before = lettered(visitor).paragraphs
    after = visitor.press("Another way to say this", nth=1).paragraphs
    assert after[2] != before[2]
    assert [*after[:2], *after[3:]] == [*before[:2], *before[3:]]


def test_another_way_asks_before_it_replaces_what_someone_changed(visitor: Visitor) -> None:
    lettered(visitor).fill(**{"letter-paragraphs-2-text": "I changed this."})
    visitor.press("Another way to say this", nth=1)
    assert "You have changed this paragraph" in visitor.text
    assert visitor.paragraphs[2] == "I changed this."
    assert visitor.press("Keep my words").paragraphs[2] == "I changed this."
    visitor.press("Another way to say this", nth=1).press("Replace my words")
    assert visitor.paragraphs[2] != "I changed this."


def test_paragraphs_move_go_come_back_and_are_added(visitor: Visitor) -> None:
    before = lettered(visitor).paragraphs
    assert visitor.press("Down (", nth=1).paragraphs[1:3] == [before[2], before[1]]
    assert visitor.press("Up (", nth=1).paragraphs == before
    assert visitor.press("Take out", nth=2).paragraphs == [*before[:2], *before[3:]]
    assert visitor.press("Put it back").paragraphs == before
    assert visitor.press("Add below", nth=0).paragraphs == [before[0], "", *before[1:]]


@pytest.mark.parametrize("edit", ["up:99", "up:-1", "fly:1", "up", "up:" + "9" * 5000])
def test_a_button_that_we_never_drew_changes_nothing(visitor: Visitor, edit: str) -> None:
    before = lettered(visitor).paragraphs
    button = visitor.page.find("button", value="down:1")
    assert button is not None
    button["value"] = edit
    assert visitor.press("Down (", nth=1).paragraphs == before


def test_back_to_the_answers_and_forth_keeps_what_was_changed_by_hand(visitor: Visitor) -> None:
    lettered(visitor).fill(
        **{
            "letter-paragraphs-1-text": "A new story.",
            "letter-paragraphs-2-text": "My own view.",
            "letter-salutation": "Dear Mr Khan",
        }
    )
    visitor.press("Back to my answers")
    assert visitor.values("story-befriend") == ["A new story."]
    visitor.fill(concerns=["thirty-months", "twenty-years"], **{"story-befriend": "Newest."})
    visitor.press("Make my letter")
    assert visitor.paragraphs[1:3] == ["Newest.", "My own view."]
    assert visitor.values("letter-salutation") == ["Dear Mr Khan"]
    assert len(visitor.paragraphs) == 6
    assert re.search(r"\b20 years\b", visitor.paragraphs[3])


def test_choosing_another_constituency_on_the_way_keeps_the_words(visitor: Visitor) -> None:
    lettered(visitor).fill(**{"letter-paragraphs-2-text": "My own view."})
    visitor.press("Back to my answers").press("Back").press("Choose this constituency")
    assert "Type the name" in visitor.text
    visitor.fill(constituency="Aberdeen North").press("Find this MP").press("Write to")
    visitor.fill(ask="write-for-me").press("Make my letter")
    assert visitor.values("letter-salutation") == ["Dear Kirsty Blackman"]
    assert visitor.paragraphs[1:3] == [STORY, "My own view."]
    assert "Aberdeen North" in visitor.paragraphs[0]
    assert "Manchester" not in visitor.paragraphs[0]


@pytest.mark.parametrize("postcode", ["BT1 5GS", "M14 6BB", "M14 9AA", "M14"])
def test_where_a_postcode_does_not_decide_the_person_chooses(
    visitor: Visitor, postcode: str
) -> None:
    visitor.open("/").fill(postcode=postcode).press("Find my MP")
    assert visitor.title.startswith("Which constituency is yours?")
    buttons = [b for b in visitor.page.find_all("button") if b.get("name") == "constituency"]
    assert len(buttons) >= (18 if postcode.startswith("BT") else 1)
    visitor.press(" ".join(buttons[0].text.split()))
    assert visitor.title.startswith("Your MP: ")


@pytest.mark.parametrize("postcode", ["BT1 5GS", "M14 6BB", "M14 5TP"])
def test_the_postcode_goes_into_the_letter_whatever_constituency_was_chosen(
    visitor: Visitor, postcode: str
) -> None:
    visitor.open("/").fill(postcode=postcode).press("Find my MP")
    first = visitor.page.select_one("button[name=constituency]")
    assert first is not None
    visitor.press(" ".join(first.text.split()))
    filled(visitor.press("Write to"), ask="meet-a-group").press("Make my letter")
    assert postcode in visitor.values("letter-sender")[0]


def test_back_from_the_writing_page_keeps_the_postcode_as_it_was_changed(visitor: Visitor) -> None:
    writing(visitor).fill(postcode="M14 5TQ").press("Back")
    assert visitor.press("Write to").values("postcode") == ["M14 5TQ"]


def test_every_way_to_another_constituency_carries_the_words_along(visitor: Visitor) -> None:
    lettered(visitor).press("Back to my answers").press("Back").press("Try another postcode")
    visitor.press("No postcode, or no fixed address?").press("Begin with a postcode instead")
    visitor.fill(postcode="BT1 5GS").press("Find my MP").press("Choose from all 650")
    visitor.fill(constituency="Belfast North").press("Find this MP").press("Write to")
    assert visitor.values("story-befriend") == [STORY]
    assert visitor.values("name") == ["Amina Yusuf"]
    assert visitor.values("postcode") == ["BT1 5GS"]


def test_a_best_guess_is_said_to_be_one(visitor: Visitor) -> None:
    visitor.open("/").fill(postcode="M14 5ZZ").press("Find my MP")
    assert visitor.title.startswith("Is this your MP?")
    assert "guess" in visitor.text


@pytest.mark.parametrize(
    "typed", ["", "12345", "HELLO", "x" * 10_000, "🙂", "M14\0 5TP", "BF1 3AD"]
)
def test_what_is_no_postcode_is_told_kindly_and_kept(visitor: Visitor, typed: str) -> None:
    visitor.open("/").fill(postcode=typed).press("Find my MP")
    assert visitor.answer.status_code == 422
    assert visitor.title.startswith("Error: ")
    assert visitor.page.select_one("#postcode-error")


@pytest.mark.parametrize("postcode", ["JE2 3AB", "GY1 1AA", "IM1 1AA"])
def test_the_islands_have_a_parliament_of_their_own(visitor: Visitor, postcode: str) -> None:
    visitor.open("/").fill(postcode=postcode).press("Find my MP")
    assert visitor.title.startswith("No MP for this address")


def test_a_constituency_can_be_typed_in_part(visitor: Visitor) -> None:
    visitor.open("/constituency").fill(constituency="rusholm").press("Find this MP")
    assert "Did you mean" in visitor.text
    visitor.press("Manchester Rusholme")
    assert visitor.title.startswith("Your MP: Manchester Rusholme")


def test_an_mp_without_an_email_can_be_written_to_by_post(visitor: Visitor) -> None:
    visitor.open("/constituency").fill(constituency="Preston").press("Find this MP")
    assert "No email on record" in visitor.text
    filled(visitor.press("Write to")).press("Make my letter").press("Go on")
    assert "no email address on record" in visitor.text


def test_clearing_leads_to_a_page_that_holds_nothing(visitor: Visitor) -> None:
    lettered(visitor).press("Start again and clear everything")
    assert visitor.title.startswith("Everything is cleared")
    assert STORY not in visitor.answer.text
