"""What people do to a letter: each number is one who changed theirs a few times, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from letterwriter.domain.addressee import addressee
from letterwriter.domain.answers import Answers
from letterwriter.domain.parliament import Role, Seat
from tests.js.letters import Desk
from tests.js.writers import NAMES, answers_of, seat_of, story_of
from tests.unit.golden import TODAY, parliament

SALUTATIONS = ("Dear friend,", "Dear Amina", "  Dear Sir or Madam: ", "محترم،", "")

Change = Callable[[Desk, Random], None]


def written(seed: int) -> Desk:
    """The letter of this number, with up to twelve changes by hand and by other answers."""
    random = Random(seed)
    seat = seat_of(random)
    day = TODAY + timedelta(days=random.randrange(500))
    desk = Desk(seat, answers_of(random, role_of(seat)), day, seed)
    for _ in range(random.choice((0, 1, 3, 6, 12))):
        random.choice(_CHANGES)(desk, random)
    return desk


def role_of(seat: Seat) -> Role:
    """The role of whoever a letter from this seat goes to."""
    to = addressee(seat, parliament())
    assert to
    return to.role


def _any(desk: Desk, random: Random) -> int:
    return random.randrange(len(desk.letter.paragraphs))


def _another(desk: Desk, random: Random) -> None:
    index = _any(desk, random)
    for _ in range(random.choice((1, 2, 9))):
        desk.change("another", index)


def _move(desk: Desk, random: Random) -> None:
    desk.change("moved", _any(desk, random), random.choice((-1, 1)))


def _remove(desk: Desk, random: Random) -> None:
    desk.change("removed", _any(desk, random), random.random() < 0.3)


def _add(desk: Desk, random: Random) -> None:
    desk.change("added", _any(desk, random))


def _type(desk: Desk, random: Random) -> None:
    index = _any(desk, random)
    before = desk.letter.paragraphs[index].text
    text = random.choice(("", "In {constituency}, $&.", story_of(random), f"{before} And more."))
    desk.change("typed", index, text)


def _change_a_block(desk: Desk, random: Random) -> None:
    lines = (random.choice(NAMES), "2 Low Road", " ", "M14 5TP")
    parts = {
        "sender": random.choice((lines, lines[:1], ())),
        "recipient": ("Somebody else MP", "House of Commons"),
        "salutation": random.choice(SALUTATIONS),
        "name": random.choice((lines[0], "A. Y.")),
    }
    part = random.choice(list(parts))
    desk.block(part, parts[part])


def _answer_again(desk: Desk, random: Random) -> None:
    seat = random.choice((desk.seat, desk.seat, seat_of(random)))
    fresh = answers_of(random, role_of(seat))
    desk.again(seat, _some_as_before(desk.answers, fresh, random), random.randrange(10_000))


def _some_as_before(old: Answers, fresh: Answers, random: Random) -> Answers:
    """The fresh answers with some of the old ones, or old concerns and stories beside new ones."""
    if random.random() < 0.5:
        fresh = replace(fresh, sender=old.sender)
    if random.random() < 0.6:
        ids = dict.fromkeys((*fresh.concern_ids, *old.concern_ids))
        fresh = replace(fresh, concern_ids=tuple(ids))
    if random.random() < 0.6:
        told = {story.prompt_id: story for story in (*old.stories, *fresh.stories)}
        fresh = replace(fresh, stories=tuple(told.values()))
    return fresh


_CHANGES: tuple[Change, ...] = (
    _another, _another, _move, _move, _remove, _add, _type, _type, _change_a_block,
    _answer_again, _answer_again,
)  # fmt: skip
