"""The short letter: postcode, one answer, one concern, name and address, done."""

from tests.web.visitor import Visitor
from tests.web.walking import LONG, SHORT, STORY, asking, short_lettered, walk


def test_one_answer_and_one_concern_make_a_whole_letter(visitor: Visitor) -> None:
    short_lettered(visitor)
    assert STORY in visitor.paragraphs
    assert len(visitor.paragraphs) == 5
    assert visitor.paragraphs[3].endswith("?"), "an ask that fits was picked"


def test_the_ask_that_is_picked_fits_the_prime_minister(visitor: Visitor) -> None:
    short_lettered(visitor, "WN4 9LT")
    assert "Your letter to Andy Burnham" in visitor.text
    kinds, ids = (visitor.values(f"letter-paragraphs-3-{name}")[0] for name in ("kind", "id"))
    assert (kinds, ids) == ("ask", "raise-in-government")


def test_the_ask_that_is_picked_is_told_and_can_be_changed(visitor: Visitor) -> None:
    walk(asking(visitor, road=SHORT), "name", {"concerns": "families-apart"})
    assert "Your letter asks Afzal Khan one thing:" in visitor.text
    visitor.fill(name="Amina Yusuf").press("Ask for something else")
    assert visitor.screen == "ask"
    walk(visitor.fill(ask="meet-a-group").go("next"), "letter", {})
    assert visitor.values("letter-paragraphs-2-id") == ["meet-a-group"]
    assert visitor.values("name") == ["Amina Yusuf"]


def test_a_missing_name_is_told_on_its_own_page(visitor: Visitor) -> None:
    short_lettered(visitor, name="")
    assert visitor.title == "Error: Your name - Letterwriter"
    assert visitor.values("story-at-home") == [STORY]


def test_whoever_has_more_time_keeps_what_was_typed(visitor: Visitor) -> None:
    short_lettered(visitor)
    while visitor.screen != "found":
        visitor.go("back")
    visitor.press(LONG).press("I have read this")
    assert visitor.values("prompts") == ["at-home"]
    assert visitor.go("next").values("story-at-home") == [STORY]
    assert visitor.values("concerns") == ["families-apart"]


def test_what_was_typed_on_the_long_road_is_kept_by_the_short_one(visitor: Visitor) -> None:
    walk(asking(visitor), "worries", {"story-befriend": "I help."})
    while visitor.screen != "found":
        visitor.go("back")
    visitor.press(SHORT).press("I have read this")
    assert visitor.screen == "story:at-home"
    assert visitor.values("story-befriend") == ["I help."]


def test_back_from_the_letter_leads_to_the_last_question(visitor: Visitor) -> None:
    short_lettered(visitor).press("Back to my answers")
    assert visitor.screen == "address"
    assert visitor.values("name") == ["Amina Yusuf"]
