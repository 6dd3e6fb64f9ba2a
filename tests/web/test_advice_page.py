"""Advice on the letter's page: it points, and it stands in nobody's way."""

from tests.web.visitor import Visitor
from tests.web.walking import short_lettered

STORY = "They lost my claim, A1234567, twice. Ring my friend Sara Ahmed on 07700 900123."


def letter(visitor: Visitor, story: str = STORY) -> Visitor:
    return short_lettered(visitor, **{"story-at-home": story})


def links(visitor: Visitor) -> set[str]:
    return {str(link["href"]) for link in visitor.page.select(".advice a")}


def test_what_was_found_is_quoted_with_a_way_to_the_paragraph(visitor: Visitor) -> None:
    letter(visitor)
    for found in ("“A1234567”", "“07700 900123”", "“Sara Ahmed”", "“my claim”"):
        assert found in visitor.text
    assert "#part-1" in links(visitor)


def test_a_case_of_ones_own_has_its_explanation_one_tap_away(visitor: Visitor) -> None:
    assert "/your-own-case" in links(letter(visitor))
    assert "/your-own-case" not in links(letter(visitor, "They lost a claim."))


def test_advice_can_be_left_alone(visitor: Visitor) -> None:
    letter(visitor).press("Send or print")
    assert visitor.answer.status_code == 200
    assert STORY in visitor.text


def test_what_is_good_about_the_letter_is_said_first(visitor: Visitor) -> None:
    text = letter(visitor).text
    assert text.index("A good letter, with words of your own in it.") < text.index("Before it goes")


def test_advice_goes_when_what_it_pointed_at_is_gone(visitor: Visitor) -> None:
    letter(visitor).fill(**{"letter-paragraphs-1-text": "They lost it twice."})
    visitor.press("Check my letter again")
    assert "A1234567" not in visitor.text
    assert "add one more sentence: something you have seen" in visitor.text


def test_an_address_in_another_constituency_is_told_with_both(visitor: Visitor) -> None:
    letter(visitor).fill(**{"letter-sender": "Amina Yusuf\r\n1 High Street\r\nSW9 9SZ"})
    visitor.press("Check my letter again")
    assert "SW9 9SZ is in Clapham and Brixton Hill; this letter goes to the MP for" in visitor.text
