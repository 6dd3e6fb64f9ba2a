"""A visitor's way through the wizard, by the server's pages: one question each."""

from tests.web.visitor import Typed, Visitor

STORY = "I meet families at our drop-in every Tuesday and see how they wait."
LONG, SHORT = "Longer letter", "Short letter"

ANSWERS: dict[str, Typed] = {
    "story-befriend": STORY,
    "concerns": ["thirty-months", "families-apart"],
    "ask": "write-for-me",
    "name": "Amina Yusuf",
    "address": "1 High Street\r\nManchester",
}
SHORT_ANSWERS: dict[str, Typed] = {
    "story-at-home": STORY,
    "concerns": "families-apart",
    "name": "Amina Yusuf",
    "address": "1 High Street",
}


def find(visitor: Visitor, postcode: str = "M14 5TP") -> Visitor:
    """Ask for the MP of a postcode."""
    return visitor.open("/").fill(postcode=postcode).press("Find my MP")


def walk(visitor: Visitor, to: str, answers: dict[str, Typed]) -> Visitor:
    """From a question on to the screen ``to``, or to the first that finds an answer wrong.

    Of the answers each screen gets those that it asks for; a prompt that has an answer is chosen.
    """
    chosen = [name.removeprefix("story-") for name in answers if name.startswith("story-")]
    all_answers = {**({"prompts": chosen} if chosen else {}), **answers}
    for _ in range(30):
        if visitor.screen == to or visitor.answer.status_code == 422:
            return visitor
        typed = {name: all_answers[name] for name in visitor.asked if name in all_answers}
        visitor.fill(**typed).go("next")
    raise AssertionError(f"no way to {to!r}, but to {visitor.screen!r}")


def asking(visitor: Visitor, postcode: str = "M14 5TP", road: str = LONG) -> Visitor:
    """Come to the first question."""
    return find(visitor, postcode).press(road).press("I have read this")


def offered(visitor: Visitor) -> list[str]:
    """The ids of the concerns that the screen offers, in their order."""
    boxes = visitor.page.select("input[name=concerns]:not([type=hidden])")
    return [str(box["value"]) for box in boxes]


def lettered(visitor: Visitor, **more: Typed) -> Visitor:
    """Come to a letter by the long road."""
    return walk(asking(visitor), "letter", ANSWERS | more)


def short_lettered(visitor: Visitor, postcode: str = "M14 5TP", **more: Typed) -> Visitor:
    """Come to a letter by the short road."""
    return walk(asking(visitor, postcode, SHORT), "letter", SHORT_ANSWERS | more)


def sending(visitor: Visitor, door: str = "", **more: Typed) -> Visitor:
    """Come to the ways to hand a letter over, or through one of the two doors."""
    lettered(visitor, **more).press("Send or print")
    return visitor.press(door) if door else visitor
