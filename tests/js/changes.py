"""What people do to a letter: each number is one who changed theirs a few times, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from letterwriter.letters.answers import Answers
from letterwriter.parliament.addressee import addressee
from letterwriter.parliament.members import Role, Seat
from tests.js.letters import Draft
from tests.js.writers import NAMES, answers_of, seat_of, story_of
from tests.unit.letters.golden import TODAY, parliament

SALUTATIONS = ("Dear friend,", "Dear Amina", "  Dear Sir or Madam: ", "محترم،", "")

Change = Callable[[Draft, Random], None]


def written(seed: int) -> Draft:
    """The letter of this number, with up to twelve changes by hand and by other answers."""
    random = Random(seed)
    seat = seat_of(random)
    day = TODAY + timedelta(days=random.randrange(500))
    draft = Draft(seat, answers_of(random, role_of(seat)), day, seed)
    for _ in range(random.choice((0, 1, 3, 6, 12))):
        random.choice(_CHANGES)(draft, random)
    return draft


def role_of(seat: Seat) -> Role:
    """The role of whoever a letter from this seat goes to."""
    to = addressee(seat, parliament())
    assert to
    return to.role


def _any(draft: Draft, random: Random) -> int:
    return random.randrange(len(draft.letter.paragraphs))


def _another(draft: Draft, random: Random) -> None:
    index = _any(draft, random)
    for _ in range(random.choice((1, 2, 9))):
        draft.change("another", index)


def _move(draft: Draft, random: Random) -> None:
    draft.change("moved", _any(draft, random), random.choice((-1, 1)))


def _remove(draft: Draft, random: Random) -> None:
    draft.change("removed", _any(draft, random), random.random() < 0.3)


def _add(draft: Draft, random: Random) -> None:
    draft.change("added", _any(draft, random))


def _type(draft: Draft, random: Random) -> None:
    index = _any(draft, random)
    before = draft.letter.paragraphs[index].text
    without_why = draft.letter.paragraphs[index].template
    texts = ("", "In {constituency}, $&.", story_of(random), f"{before} And more.", without_why)
    text = random.choice(texts)
    draft.change("typed", index, text)


def _change_a_block(draft: Draft, random: Random) -> None:
    lines = (random.choice(NAMES), "2 Low Road", " ", "M14 5TP")
    parts = {
        "sender": random.choice((lines, lines[:1], ())),
        "recipient": ("Somebody else MP", "House of Commons"),
        "salutation": random.choice(SALUTATIONS),
        "name": random.choice((lines[0], "A. Y.")),
    }
    part = random.choice(list(parts))
    draft.block(part, parts[part])


def _answer_again(draft: Draft, random: Random) -> None:
    seat = random.choice((draft.seat, draft.seat, seat_of(random)))
    fresh = answers_of(random, role_of(seat))
    draft.again(seat, _some_as_before(draft.answers, fresh, random), random.randrange(10_000))


def _some_as_before(old: Answers, fresh: Answers, random: Random) -> Answers:
    """The fresh answers with some of the old ones, or old concerns and stories beside new ones."""
    if random.random() < 0.5:
        fresh = replace(fresh, sender=old.sender)
    if random.random() < 0.6:
        ids = dict.fromkeys((*fresh.concern_ids, *old.concern_ids))
        fresh = replace(fresh, concern_ids=tuple(ids), whys={**old.whys, **fresh.whys})
    if random.random() < 0.6:
        told = {story.prompt_id: story for story in (*old.stories, *fresh.stories)}
        fresh = replace(fresh, stories=tuple(told.values()))
    return fresh


_CHANGES: tuple[Change, ...] = (
    _another, _another, _move, _move, _remove, _add, _type, _type, _change_a_block,
    _answer_again, _answer_again,
)  # fmt: skip
