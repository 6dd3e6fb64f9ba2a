"""The two-minute letter: postcode, one answer, one concern, name and address, done."""

from tests.web.visitor import Visitor

STORY = "People here wait for years and cannot work."


def two_minutes(visitor: Visitor, postcode: str = "M14 5TP") -> Visitor:
    return visitor.open("/").fill(postcode=postcode).press("Find my MP").press("I have two minutes")


def short(visitor: Visitor) -> Visitor:
    return visitor.fill(
        **{"story-two-minutes": STORY},
        concerns="families-apart",
        name="Amina Yusuf",
        address="1 High Street",
    )


def test_one_answer_and_one_concern_make_a_whole_letter(visitor: Visitor) -> None:
    short(two_minutes(visitor)).press("Make my letter")
    assert STORY in visitor.paragraphs
    assert len(visitor.paragraphs) == 5
    assert visitor.paragraphs[3].endswith("?"), "an ask that fits was picked"


def test_the_ask_that_is_picked_fits_the_prime_minister(visitor: Visitor) -> None:
    short(two_minutes(visitor, "WN4 9LT")).press("Make my letter")
    assert visitor.title.startswith("Your letter to Andy Burnham")
    kinds, ids = (visitor.values(f"letter-paragraphs-3-{name}")[0] for name in ("kind", "id"))
    assert (kinds, ids) == ("ask", "raise-in-government")


def test_a_missing_name_is_told_on_the_same_short_page(visitor: Visitor) -> None:
    short(two_minutes(visitor)).fill(**{"story-two-minutes": STORY}).press("Make my letter")
    assert visitor.title.startswith("Error: A two-minute letter")
    assert visitor.values("story-two-minutes") == [STORY]


def test_whoever_has_more_time_keeps_what_was_typed(visitor: Visitor) -> None:
    short(two_minutes(visitor)).press("I have more time")
    assert visitor.title.startswith("Your words to Afzal Khan")
    assert visitor.values("story-two-minutes") == [STORY]
    assert visitor.values("concerns") == ["families-apart"]


def test_what_was_typed_on_the_long_page_is_kept_by_the_short_one(visitor: Visitor) -> None:
    visitor.open("/").fill(postcode="M14 5TP").press("Find my MP").press("Write to")
    visitor.fill(**{"story-befriend": "I help."}, email="amina@example.org").press("Back")
    visitor.press("I have two minutes").press("I have more time")
    assert visitor.values("story-befriend") == ["I help."]
    assert visitor.values("email") == ["amina@example.org"]


def test_back_from_the_letter_leads_to_the_short_page_again(visitor: Visitor) -> None:
    short(two_minutes(visitor)).press("Make my letter").press("Back to my answers")
    assert visitor.title.startswith("A two-minute letter")
    assert visitor.values("name") == ["Amina Yusuf"]
