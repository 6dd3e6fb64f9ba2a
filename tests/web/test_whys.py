"""Why a concern matters to somebody, by plain forms: asked once, said first, never lost."""

from letterwriter.letters.answers import LONGEST_WHY
from tests.web.visitor import Typed, Visitor
from tests.web.walking import ANSWERS, SHORT, SHORT_ANSWERS, asking, lettered, walk

FIRST, SECOND = "why-thirty-months", "why-families-apart"
WHY = "My neighbour waits & waits"
SAID = "My neighbour waits & waits. "


def asked(visitor: Visitor, **more: Typed) -> Visitor:
    return walk(asking(visitor), "whys", ANSWERS | more)


def because(visitor: Visitor, **more: Typed) -> Visitor:
    return lettered(visitor, **{FIRST: WHY}, **more)


def test_each_chosen_concern_has_a_box_of_its_own(visitor: Visitor) -> None:
    asked(visitor)
    assert visitor.title == "Why it matters to you - Letterwriter"
    assert visitor.asked == [FIRST, SECOND]
    groups = visitor.page.select("main [role=group]")
    names = [visitor.page.select_one(f"#{group['aria-labelledby']}") for group in groups]
    assert len({name.text for name in names if name}) == 2


def test_it_can_be_left_empty(visitor: Visitor) -> None:
    assert asked(visitor).go("next").screen == "ask"
    assert lettered(visitor).paragraphs[2:4] == [
        text.removeprefix(SAID) for text in visitor.paragraphs[2:4]
    ]


def test_it_is_asked_only_where_a_concern_was_chosen(visitor: Visitor) -> None:
    assert walk(asking(visitor), "ask", ANSWERS | {"concerns": []}).go("back").screen == "worries"


def test_a_short_letter_does_not_ask_it(visitor: Visitor) -> None:
    walk(asking(visitor, road=SHORT), "worry", SHORT_ANSWERS)
    assert visitor.fill(concerns="families-apart").go("next").screen == "name"


def test_it_stands_first_in_its_concerns_paragraph_and_counts_as_own_words(
    visitor: Visitor,
) -> None:
    because(visitor, **{SECOND: "\r\n  "})
    assert visitor.paragraphs[2].startswith(SAID)
    assert not visitor.paragraphs[3].startswith((" ", "."))
    with_why = visitor.page.select_one("[data-meter-words]")
    assert with_why
    assert with_why.text.partition("(")[2].startswith("18 of")  # 13 of the story, 5 of the why


def test_typed_in_lines_it_is_one_sentence(visitor: Visitor) -> None:
    lettered(visitor, **{FIRST: " My  neighbour \r\n\r\n waits.\r\n"})
    assert visitor.paragraphs[2].startswith("My neighbour waits. ")


def test_said_another_way_it_stays_and_nobody_is_asked(visitor: Visitor) -> None:
    before = because(visitor).paragraphs[2]
    visitor.press("Another way to say this", nth=1)
    assert "You have changed this paragraph" not in visitor.text
    assert visitor.paragraphs[2].startswith(SAID)
    assert visitor.paragraphs[2] != before


def test_back_it_is_found_and_what_is_changed_there_reaches_the_letter(visitor: Visitor) -> None:
    before = because(visitor).paragraphs
    while visitor.screen != "whys":
        visitor.go("back")
    assert visitor.values(FIRST) == [WHY]
    walk(visitor, "letter", {FIRST: "She is seven!"})
    assert visitor.paragraphs[2] == "She is seven! " + before[2].removeprefix(SAID)
    assert visitor.paragraphs[3] == before[3]


def test_a_paragraph_changed_by_hand_stays_as_it_is(visitor: Visitor) -> None:
    because(visitor).fill(**{"letter-paragraphs-2-text": "My own view."}).go("back")
    while visitor.screen != "whys":
        visitor.go("back")
    walk(visitor, "letter", {FIRST: "She is seven!"})
    assert visitor.paragraphs[2] == "My own view."
    visitor.press("Another way to say this", nth=1).press("Replace my words")
    assert visitor.paragraphs[2].startswith("She is seven! ")


def test_a_concern_that_is_chosen_again_finds_its_words_again(visitor: Visitor) -> None:
    asked(visitor).fill(**{FIRST: WHY}).go("back")
    visitor.fill(concerns=["families-apart"]).go("next")
    assert visitor.asked == [SECOND]
    visitor.go("back").fill(concerns=["thirty-months"]).go("next")
    assert visitor.values(FIRST) == [WHY]


def test_one_that_is_too_long_is_told_beside_its_box_and_nothing_is_lost(
    visitor: Visitor,
) -> None:
    long = "wait " * 60
    assert len(long.strip()) == LONGEST_WHY - 1
    assert asked(visitor).fill(**{SECOND: long}).go("next").screen == "ask"
    longer = "x" * (LONGEST_WHY + 1)
    asked(visitor).fill(**{FIRST: WHY, SECOND: longer}).go("next")
    assert visitor.answer.status_code == 422
    assert "at most 300 characters" in visitor.text
    box = visitor.page.select_one("[aria-invalid]")
    assert box
    assert box["name"] == SECOND
    assert visitor.values(FIRST) == [WHY]
    assert visitor.values(SECOND) == [longer]


def test_what_it_names_is_pointed_out_as_in_a_story(visitor: Visitor) -> None:
    lettered(visitor, **{FIRST: "Ring my friend on 07700 900123"})
    assert "this looks like a phone number" in visitor.text
