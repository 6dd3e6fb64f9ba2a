"""How the letters of a list begin: three of them to look at before any is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from letterwriter.letters.letter import Letter
from letterwriter.mailmerge.batch import Batch, LetterRequest, MailMerge, MemberBatch
from letterwriter.mailmerge.rows import Row

_AS_MANY: Final = 3


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The top of a row's letter as it will stand."""

    row: Row
    sender: tuple[str, ...]
    date: str
    recipient: tuple[str, ...]
    salutation: str  # without the comma


def letterheads(stack: Batch, mail_merge: MailMerge) -> tuple[Letterhead, ...]:
    """Three: the first of the list, and those with the most and the fewest lines, in its order."""
    return tuple(_head(request, mail_merge) for request in _to_look_at(stack.requests))


def _to_look_at(requests: Sequence[LetterRequest]) -> list[LetterRequest]:
    by_size = sorted(requests, key=lambda request: len(request.answers.sender.block))
    wanted = [*requests[:1], *by_size[-1:], *by_size[:1], *requests]
    numbers = list(dict.fromkeys(request.row.number for request in wanted))[:_AS_MANY]
    return [request for request in requests if request.row.number in numbers]


def _head(request: LetterRequest, mail_merge: MailMerge) -> Letterhead:
    alone = MemberBatch(request.to, (request,))
    (letter,) = mail_merge.letters(alone, Random(0))  # which wordings is all the same here
    return _top(request.row, letter)


def _top(row: Row, letter: Letter) -> Letterhead:
    return Letterhead(row, letter.sender, letter.date, letter.recipient, letter.salutation)
