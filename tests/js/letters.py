"""Letters that both engines write: what the browser is told, and what Python made of the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Any, TypeVar

from letterwriter.documents import links
from letterwriter.documents.eml import as_eml
from letterwriter.documents.text import as_text, email_body
from letterwriter.followup.meeting_card import meeting_card
from letterwriter.letters.answers import Answers, FirstLetter
from letterwriter.letters.composer import Composer
from letterwriter.letters.edits import added, merged, moved, removed, replaced, stories_from
from letterwriter.letters.letter import Letter
from letterwriter.letters.subject import subject_of
from letterwriter.offline import seats
from letterwriter.parliament.addressee import addressee
from letterwriter.parliament.members import Parliament, Seat
from letterwriter.text.cleaning import clean
from tests.js.plain import answers_json, first_json, letter_json, story_json
from tests.unit.letters.golden import campaign, parliament

Step = list[Any]
_T = TypeVar("_T")


class Drawn(Random):
    """The same as Random, and keeps what it drew: (among how many, which)."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.draws: list[tuple[int, int]] = []

    def choice(self, seq: Sequence[_T]) -> _T:  # type: ignore[override]  # all that wordings ask
        place = super().choice(range(len(seq)))
        self.draws.append((len(seq), place))
        return seq[place]


@dataclass
class Draft:
    """A letter while it is written, and the orders that make the same one in the browser."""

    seat: Seat
    answers: Answers
    today: date
    seed: int
    orders: list[Step] = field(default_factory=list)
    first: FirstLetter | None = None  # the letter that this one follows

    def __post_init__(self) -> None:
        self.letter = self._made("make")
        self.made = self.letter.sender

    def change(self, name: str, index: int, *how: Any) -> None:
        """Carry out one change of a paragraph; see letters.js, which knows the same names."""
        paragraphs = self.letter.paragraphs
        one = paragraphs[index]
        match name, how:
            case "another", ():
                changed = replaced(paragraphs, index, self._composer.another_way(one))
            case "moved", (step,):
                changed = moved(paragraphs, index, step)
            case "removed", (put_back,):
                changed = removed(paragraphs, index, put_back=put_back)
            case "added", ():
                changed = added(paragraphs, index)
            case "typed", (text,):
                how = (clean(text),)  # as the door to both engines leaves it
                changed = replaced(paragraphs, index, replace(one, text=how[0]))
            case _:
                raise ValueError(name)
        self.letter = self.letter.with_paragraphs(changed)
        self.orders.append([name, index, *how])

    def block(self, name: str, value: Any) -> None:
        """Change a part round the paragraphs by hand: ``block("salutation", "Dear friend")``."""
        value = clean(value) if isinstance(value, str) else tuple(map(clean, value))
        self.letter = replace(self.letter, **{name: value})
        self.orders.append(["block", name, value])

    def again(self, seat: Seat, answers: Answers, seed: int) -> None:
        """Make the letter again with other answers, or to another member."""
        self.seat, self.answers, self.seed = seat, answers, seed
        fresh = self._made("again")
        self.letter = merged(self.letter, fresh, self._composer, self.made)
        self.made = fresh.sender

    @property
    def outcome(self) -> dict[str, Any]:
        """All that is made of the letter, as the browser tells it."""
        letter, to = self.letter, self._addressee.member.email
        subject = subject_of(letter, campaign(), self._addressee)
        mails = [
            *(
                mail(letter, clean(to), subject)
                for mail in (links.mailto, links.gmail, links.outlook)
            ),
            links.outlook(letter, clean(to), subject, work=True),
        ]
        return {
            "letter": letter_json(letter),
            "body": list(letter.body),
            "text": as_text(letter),
            "email": email_body(letter),
            "eml": as_eml(letter, clean(to), subject).decode(),
            "links": [{"href": mail.href, "hasBody": mail.has_body} for mail in mails],
            "card": meeting_card(letter)._asdict()
            | {"sentences": [*meeting_card(letter).sentences]},
            "stories": [story_json(s) for s in stories_from(letter, self.answers.stories)],
        }

    def _made(self, name: str) -> Letter:
        found = addressee(self.seat, parliament())
        assert found
        self._addressee = found
        self._composer = Composer(campaign(), found, self.today, self.first)
        drawn = Drawn(self.seed)
        letter = self._composer.assemble(self.answers, drawn)
        (seat,) = seats.seats(Parliament([self.seat]))
        answers = answers_json(self.answers)
        first = self.first and first_json(self.first)
        self.orders.append([name, seat, answers, self.today.isoformat(), drawn.draws, first])
        return letter
