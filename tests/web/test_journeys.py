"""A person's whole way, by plain forms: what they see, and that nothing they typed is lost."""

import re

import pytest

from letterwriter.files.messages import messages
from tests.web.visitor import Typed, Visitor
from tests.web.walking import ANSWERS, LONG, STORY, asking, find, lettered, sending, walk


def until(visitor: Visitor, to: str, **more: Typed) -> Visitor:
    return walk(asking(visitor), to, ANSWERS | more)


def test_a_postcode_leads_to_a_letter_in_the_persons_own_words(visitor: Visitor) -> None:
    lettered(visitor)
    assert visitor.title == "Your letter - Letterwriter"
    assert "Your letter to Afzal Khan" in visitor.text
    assert STORY in visitor.paragraphs
    assert visitor.values("letter-salutation") == ["Dear Afzal Khan"]
    assert visitor.values("letter-date") == ["22 November 2026"]
    assert visitor.values("letter-sender") == ["Amina Yusuf\n1 High Street\nManchester\nM14 5TP"]
    assert len(visitor.paragraphs) == 6


def test_the_mp_is_told_with_party_email_and_what_they_can_be_asked(visitor: Visitor) -> None:
    find(visitor, "CV3 1DF")
    reach = visitor.page.select_one(".reach")
    assert reach
    assert reach.get_text("") == "zarah.sultana.mp@parliament.uk"
    assert "Party: Your Party" in visitor.text
    assert messages("roles")["backbencher"] in visitor.text


def test_each_page_asks_one_thing_and_says_how_far_one_has_come(visitor: Visitor) -> None:
    find(visitor).press(LONG)
    seen = []
    while visitor.screen != "send":
        seen.append(visitor.screen)
        typed = {name: ANSWERS[name] for name in visitor.asked if name in ANSWERS}
        if "prompts" in visitor.asked:
            typed["prompts"] = ["befriend"]
        visitor.fill(**typed).go("next")
    assert seen == [
        *("safety", "prompts", "story:befriend", "worries", "whys", "ask", "name", "address"),
        *("reply", "letter"),
    ]
    assert "Step 13 of 13" in visitor.page.text


def unfilled(visitor: Visitor) -> list[str]:
    """Words with slots that stand there empty."""
    parts = visitor.page.select("[data-say], [data-text]")
    names = [str(p.get("data-text") or p["data-say"]) for p in parts if not p.text.strip()]
    return [name for name in names if name != "welsh"]


def test_every_screen_has_all_the_words_that_its_template_has_slots_for(visitor: Visitor) -> None:
    assert unfilled(find(visitor)) == []
    reach = visitor.page.select_one(".reach")
    assert reach is not None
    assert reach.text == "afzal.khan.mp@parliament.uk"
    assert unfilled(visitor.press("Not your MP?")) == []
    for screen in ("story:befriend", "ask", "name", "letter"):
        assert unfilled(until(visitor, screen)) == [], screen
    for button in ("Send or print", "Email it", "What happens next"):
        assert unfilled(visitor.press(button)) == [], button
    assert unfilled(visitor.press("Back").press("Print it")) == []


def test_the_letter_goes_on_to_the_ways_to_send_it(visitor: Visitor) -> None:
    sending(visitor)
    assert STORY in visitor.text
    assert "afzal.khan.mp@parliament.uk" in visitor.press("Email it").text
    assert "two weeks" in visitor.press("What happens next").text


def test_the_pdf_and_the_text_come_as_files_whose_names_tell_nothing(visitor: Visitor) -> None:
    sending(visitor, "Print it").press("Save as PDF")
    assert visitor.answer.data.startswith(b"%PDF")
    assert "letter-to-my-mp.pdf" in visitor.answer.headers["Content-Disposition"]
    sending(visitor, "Print it").press("Save as plain text")
    assert STORY in visitor.answer.text
    assert "letter-to-my-mp.txt" in visitor.answer.headers["Content-Disposition"]


@pytest.mark.parametrize("name", ["", "  "])
def test_a_missing_name_is_told_beside_its_box_and_nothing_is_lost(
    visitor: Visitor, name: str
) -> None:
    until(visitor, "letter", name=name, concerns=["twenty-years"])
    assert visitor.answer.status_code == 422
    assert visitor.title == "Error: Your name - Letterwriter"
    assert "Type your full name" in visitor.text
    box = visitor.page.select_one("#name")
    assert box is not None
    assert box["aria-invalid"] == "true"
    assert "Type your full name" in visitor.page.select(f"#{box['aria-describedby']}")[0].text
    assert visitor.values("story-befriend") == [STORY]
    assert visitor.values("concerns") == ["twenty-years"]
    assert visitor.values("ask") == ["write-for-me"]


def test_four_concerns_are_one_too_many(visitor: Visitor) -> None:
    four = ["thirty-months", "families-apart", "twenty-years", "support"]
    until(visitor, "letter", concerns=four)
    assert visitor.screen == "worries"
    assert "Choose three at most" in visitor.text
    assert sorted(visitor.values("concerns")) == sorted(four)


def test_a_concern_that_went_out_of_date_meanwhile_is_told(visitor: Visitor) -> None:
    until(visitor, "letter", concerns=["gone-by-now"])
    assert "no longer offered" in visitor.text
    assert visitor.values("story-befriend") == [STORY]


def test_a_letter_needs_a_concern_or_a_story(visitor: Visitor) -> None:
    until(visitor, "letter", **{"story-befriend": "", "concerns": []})
    assert visitor.screen == "worries"
    assert "Choose at least one" in visitor.text


def test_skip_is_offered_only_where_it_leads_on(visitor: Visitor) -> None:
    until(visitor, "worries", **{"story-befriend": ""})
    assert not visitor.page.select("button[value=skip]")
    until(visitor, "worries").go("skip")
    assert visitor.screen == "ask"
    assert visitor.values("concerns") == []


def test_a_reply_by_email_needs_an_email(visitor: Visitor) -> None:
    until(visitor, "letter", reply_by_email=True)
    assert visitor.screen == "reply"
    assert "Type your email address" in visitor.text


def test_back_leads_through_every_question_and_keeps_every_word(visitor: Visitor) -> None:
    until(visitor, "reply").fill(email="not finished").go("back")
    seen = [visitor.screen]
    while visitor.screen != "postcode":
        seen.append(visitor.go("back").screen)
    assert seen == [
        *("address", "name", "ask", "whys", "worries", "story:befriend", "prompts", "safety"),
        *("found", "postcode"),
    ]
    assert visitor.values("postcode") == ["M14 5TP"]
    for name, value in (ANSWERS | {"email": "not finished"}).items():
        typed = value if isinstance(value, list) else [str(value).replace("\r\n", "\n")]
        assert visitor.values(name) == typed, name


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
    assert visitor.press("Remove (", nth=2).paragraphs == [*before[:2], *before[3:]]
    assert visitor.press("Put it back").paragraphs == before
    assert visitor.press("Add below", nth=0).paragraphs == [before[0], "", *before[1:]]


def test_the_part_that_was_changed_stands_open_and_the_others_are_read(visitor: Visitor) -> None:
    lettered(visitor)
    assert not visitor.page.select("details[open]")
    visitor.press("Down (", nth=1)
    opened = [part.find_parent(id=True) for part in visitor.page.select("details[open]")]
    assert [part["id"] for part in opened if part] == ["part-2"]


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
    while visitor.screen != "story:befriend":
        visitor.go("back")
    assert visitor.values("story-befriend") == ["A new story."]
    concerns = ["thirty-months", "twenty-years"]
    walk(visitor, "letter", {"concerns": concerns, "story-befriend": "Newest."})
    assert visitor.paragraphs[1:3] == ["Newest.", "My own view."]
    assert visitor.values("letter-salutation") == ["Dear Mr Khan"]
    assert len(visitor.paragraphs) == 6
    assert re.search(r"\b20 years\b", visitor.paragraphs[3])


def test_back_from_the_ways_to_send_it_shows_the_letter_as_it_was(visitor: Visitor) -> None:
    lettered(visitor).fill(**{"letter-paragraphs-2-text": "My own view."}).press("Remove (", nth=3)
    before = visitor.paragraphs
    visitor.press("Send or print").press("Print it").press("Back").press("Back to the letter")
    assert visitor.paragraphs == before
    assert visitor.press("Put it back").paragraphs[2] == "My own view."


def back_to_found(visitor: Visitor) -> Visitor:
    while visitor.screen != "found":
        visitor.go("back")
    return visitor


def test_choosing_another_constituency_on_the_way_keeps_the_words(visitor: Visitor) -> None:
    lettered(visitor).fill(**{"letter-paragraphs-2-text": "My own view."})
    back_to_found(visitor).press("Not your MP?").press("Choose from all 650")
    visitor.fill(constituency="").press("Find it")
    assert "Type the name" in visitor.text
    visitor.fill(constituency="Aberdeen North").press("Find it").press(LONG)
    walk(visitor.press("I have read this"), "letter", {"ask": "write-for-me"})
    assert visitor.values("letter-salutation") == ["Dear Kirsty Blackman"]
    assert visitor.paragraphs[1:3] == [STORY, "My own view."]
    assert "Aberdeen North" in visitor.paragraphs[0]
    assert "Manchester" not in visitor.paragraphs[0]


@pytest.mark.parametrize("postcode", ["BT1 5GS", "M14 6BB", "M14 9AA", "M14"])
def test_where_a_postcode_does_not_decide_the_person_chooses(
    visitor: Visitor, postcode: str
) -> None:
    find(visitor, postcode)
    assert visitor.title.startswith("Which constituency is yours?")
    buttons = [b for b in visitor.page.find_all("button") if b.get("name") == "constituency"]
    assert len(buttons) >= (18 if postcode.startswith("BT") else 1)
    visitor.press(" ".join(buttons[0].text.split()))
    assert visitor.title == "Your MP - Letterwriter"


@pytest.mark.parametrize("postcode", ["BT1 5GS", "M14 6BB", "M14 5TP"])
def test_the_postcode_goes_into_the_letter_whatever_constituency_was_chosen(
    visitor: Visitor, postcode: str
) -> None:
    find(visitor, postcode)
    if visitor.screen == "found":
        visitor.press("Not your MP?")
    first = visitor.page.select_one("button[name=constituency]")
    assert first is not None
    visitor.press(" ".join(first.text.split())).press(LONG).press("I have read this")
    walk(visitor, "letter", ANSWERS | {"ask": "meet-a-group"})
    assert postcode in visitor.values("letter-sender")[0]


def test_a_postcode_that_was_changed_with_the_address_is_kept(visitor: Visitor) -> None:
    until(visitor, "address").fill(postcode="M14 5TQ").go("back")
    assert visitor.values("postcode") == ["M14 5TQ"]


def test_every_way_to_another_constituency_carries_the_words_along(visitor: Visitor) -> None:
    back_to_found(lettered(visitor)).press("Back").press("No postcode, or no fixed address?")
    visitor.press("Back").press("Back").press("Back")
    visitor.fill(postcode="BT1 5GS").press("Find my MP").press("Choose from all 650")
    visitor.fill(constituency="Belfast North").press("Find it")
    assert visitor.screen == "found"
    assert visitor.values("story-befriend") == [STORY]
    assert visitor.values("name") == ["Amina Yusuf"]
    assert visitor.values("postcode") == ["BT1 5GS"]


def test_a_best_guess_is_said_to_be_one(visitor: Visitor) -> None:
    find(visitor, "M14 5ZZ")
    assert "Is this your MP?" in visitor.text
    assert "guess" in visitor.text
    visitor.press(LONG).press("Back")
    assert "guess" in visitor.text, "also when somebody comes back"


@pytest.mark.parametrize(
    "typed", ["", "12345", "HELLO", "x" * 10_000, "🙂", "M14\0 5TP", "BF1 3AD"]
)
def test_what_is_no_postcode_is_told_kindly_and_kept(visitor: Visitor, typed: str) -> None:
    find(visitor, typed)
    assert visitor.answer.status_code == 422
    assert visitor.title.startswith("Error: ")
    assert visitor.page.select_one("#postcode[aria-invalid]")


@pytest.mark.parametrize("postcode", ["JE2 3AB", "GY1 1AA", "IM1 1AA"])
def test_the_islands_have_a_parliament_of_their_own(visitor: Visitor, postcode: str) -> None:
    assert "No MP for this address" in find(visitor, postcode).text
    assert visitor.press("Try another postcode").screen == "postcode"


def test_a_constituency_can_be_typed_in_part(visitor: Visitor) -> None:
    visitor.open("/constituency").fill(constituency="rusholm").press("Find it")
    assert "Did you mean" in visitor.text
    visitor.press("Manchester Rusholme")
    assert visitor.screen == "found"
    assert "Manchester Rusholme" in visitor.text


def test_a_constituency_that_is_like_none_is_told_and_kept(visitor: Visitor) -> None:
    visitor.open("/constituency").fill(constituency="Zzyzx").press("Find it")
    assert "There is no constituency called that" in visitor.text
    values = visitor.values("constituency")  # the letter's so far, the box, the buttons
    assert "Zzyzx" in values
    assert len([value for value in values if value.startswith(tuple("ENSW"))]) == 5


@pytest.mark.parametrize(
    ("typed", "screen", "said"),
    [
        ("M14 5TP", "found", "M14 5TP is in Manchester Rusholme"),
        ("12 Platt Lane, m145tp", "found", "We read that as M14 5TP"),
        ("M14", "choose", "We need your whole postcode"),
        ("M14 5TP or SW1A 0AA", "by-name", "more than one postcode here"),
        ("Anglesey", "found", "Ynys Môn"),
    ],
)
def test_a_postcode_or_an_everyday_name_in_place_of_a_name_leads_on(
    visitor: Visitor, typed: str, screen: str, said: str
) -> None:
    visitor.open("/constituency").fill(constituency=typed).press("Find it")
    assert visitor.screen == screen
    assert said in visitor.text


def test_an_mp_without_an_email_can_be_written_to_by_post(visitor: Visitor) -> None:
    visitor.open("/constituency").fill(constituency="Preston").press("Find it")
    assert "No email on record" in visitor.text
    visitor.press(LONG).press("I have read this")
    walk(visitor, "letter", ANSWERS).press("Send or print").press("Email it")
    assert "no email address on record" in visitor.text


def test_clearing_asks_first_and_leads_to_a_page_that_holds_nothing(visitor: Visitor) -> None:
    sending(visitor, "Print it").press("What happens next").press("Finished: clear everything")
    assert "cannot come back" in visitor.text
    visitor.press("Go on with my letter")
    assert visitor.screen == "done"
    visitor.press("Finished: clear everything").press("Yes, clear everything")
    assert visitor.title.startswith("Everything is cleared")
    assert STORY not in visitor.answer.text


def test_starting_again_asks_first_and_keeps_every_word_until_then(visitor: Visitor) -> None:
    name = "Amina Yusuf"
    until(visitor, "name").fill(name=name).press("Start again")
    assert visitor.title.startswith("Clear everything?")
    visitor.go("back")
    assert (visitor.screen, visitor.values("name")) == ("name", [name])
    visitor.press("Start again").press("Start again")
    assert visitor.title.startswith("Everything is cleared")
