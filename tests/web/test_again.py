"""A second letter, by the server's pages: what came back, the first letter, the letter."""

from tests.web.visitor import Visitor
from tests.web.walking import lettered

ASKED = "Will you vote against the Bill?"
OWN = "My neighbour is still waiting."


def second(visitor: Visitor, case: str = "no-answer", **first: str) -> Visitor:
    """Come to a second letter."""
    visitor.open("/again").fill(again=case).press("Next")
    visitor.fill(postcode="M14 5TP").press("Find my MP").press("Go on").press("I have read this")
    told = {"first_date": "2026-11-01", "first_ask": ASKED, "story-again": OWN, **first}
    visitor.fill(**told).press("Next")
    return visitor


def whole(visitor: Visitor) -> Visitor:
    """And say who writes."""
    visitor.fill(name="Amina Yusuf").press("Next")
    return visitor.fill(address="1 High Street").press("Next")


def test_it_says_what_became_of_the_first_and_quotes_its_question(visitor: Visitor) -> None:
    whole(second(visitor))
    assert visitor.screen == "letter"
    for words in ("1 November 2026", f"“{ASKED}”", OWN, "Dear Afzal Khan"):
        assert words in visitor.text


def test_back_keeps_every_word(visitor: Visitor) -> None:
    whole(second(visitor))
    for _ in range(3):
        visitor.press("Back")
    assert visitor.screen == "first"
    boxes = {str(box["id"]): box for box in visitor.page.select("[id]")}
    assert boxes["first-date"]["value"] == "2026-11-01"
    assert boxes["first-ask"]["value"] == ASKED
    assert OWN in boxes["own-line"].text


def test_without_its_question_the_letter_quotes_none(visitor: Visitor) -> None:
    whole(second(visitor, first_ask=""))
    assert visitor.screen == "letter"
    assert "“" not in "".join(p.text for p in visitor.page.select(".sheet-paragraph"))


def test_the_day_of_the_first_letter_is_needed_and_may_be_in_words(visitor: Visitor) -> None:
    assert "Give the day of your first letter" in second(visitor, first_date="").text
    assert "still to come" in second(visitor, first_date="2027-01-01").text
    assert "the end of October" in whole(second(visitor, first_date="the end of October")).text


def test_the_letter_that_is_there_is_the_one_to_follow(visitor: Visitor) -> None:
    lettered(visitor).press("Send or print").press("Email it").press("What happens next")
    visitor.press("Write again").fill(again="acknowledged").press("Next")
    visitor.fill(postcode="M14 5TP").press("Find my MP").press("Go on").press("I have read this")
    boxes = {str(box["id"]): box for box in visitor.page.select("[id]")}
    assert boxes["first-date"]["value"] == "22 November 2026"
    assert str(boxes["first-ask"]["value"]).endswith("?")
    assert "letter-sender" not in visitor.answer.text


def test_a_case_must_be_chosen_and_back_leads_to_a_first_letter(visitor: Visitor) -> None:
    visitor.open("/again").press("Next")
    assert "Choose what has come back." in visitor.text
    visitor.press("Back")
    assert visitor.screen == "postcode"
    visitor.fill(postcode="M14 5TP").press("Find my MP")
    assert "Short letter" in visitor.text
