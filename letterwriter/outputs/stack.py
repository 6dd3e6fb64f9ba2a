"""A stack of letters as one PDF: a tally, then each MP's letters behind a cover sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from itertools import islice
from math import ceil

from letterwriter.domain.letter import Letter, written_date
from letterwriter.domain.paper import Layout
from letterwriter.domain.parliament import Role
from letterwriter.domain.passage import fill
from letterwriter.domain.stack import Pile, Stack
from letterwriter.outputs.binding import bound
from letterwriter.outputs.fonts import shown_plainly, typefaces
from letterwriter.outputs.pdf import letter_words
from letterwriter.outputs.typeset import Show, typeset

SHEETS_A_PART = 100  # large enough to share fonts, small enough to be made in a second
_LETTERS_A_SECOND = 100  # on a small server, or on a larger one that has others to serve

Words = Mapping[str, str]  # templates/words/stack.toml
Sheet = Callable[[Show], Mapping[str, object]]  # one item of templates/print/stack.typ
Letters = Callable[[Pile], Iterable[Letter]]


def as_stack(
    stack: Stack,
    letters: Letters,
    words: Words,
    today: date,
    *,
    place: Callable[[], AbstractContextManager[None]] = nullcontext,
    made: Callable[[int], None] = lambda _: None,
) -> bytes:
    """The tally and all letters in the order of the piles, each pile behind its cover sheet.

    Made in parts, so that a long stack takes no more memory than a short one;
    each part waits for a ``place``, so that single letters go in between.
    ``made`` is told how many sheets have been set since it was last told.
    """
    title = words["tally-title"]

    def parts() -> Iterator[bytes]:
        with place():
            yield typeset(
                "stack_tally", lambda show: _tally(stack, words, today, show), tagged=False
            )
        sheets = _sheets(stack, letters, words)
        while part := list(islice(sheets, SHEETS_A_PART)):
            with place():
                pdfs = _set(part)
                _forget()
            made(len(part))
            yield from pdfs

    return bound(parts(), title)


def seconds(count: int) -> int:
    """About how long so many letters take, to the nearest that one would say."""
    return max(2, ceil(count / _LETTERS_A_SECOND) + 1)


def _set(part: Sequence[Sheet]) -> list[bytes]:
    """The PDFs of a part: one, unless Typst gives up on a letter and the rest is kept from it."""

    def words(show: Show) -> Mapping[str, object]:
        if show is shown_plainly and len(part) > 1:
            raise _ToBeParted
        return {"sheets": [sheet(show) for sheet in part]}

    try:
        return [typeset("stack", words, tagged=False)]
    except _ToBeParted:
        middle = len(part) // 2
        return [*_set(part[:middle]), *_set(part[middle:])]


class _ToBeParted(Exception):
    """Typst gave up on a part that has more than one sheet."""


def _forget() -> None:
    """Have Typst drop what it remembers of the parts so far, hundreds of megabytes else.

    It keeps what any of the last ten documents used, so eleven empty ones clear it.
    """
    import typst

    for _ in range(11):
        typst.compile(b"", font_paths=typefaces().fonts)


def _sheets(stack: Stack, letters: Letters, words: Words) -> Iterator[Sheet]:
    for pile in stack.piles:
        yield _cover(pile, words)
        for letter in letters(pile):
            yield _letter(letter)


def _letter(letter: Letter) -> Sheet:
    return lambda show: {"letter": letter_words(letter, Layout.C5, show)}


def _cover(pile: Pile, words: Words) -> Sheet:
    to, count = pile.to, len(pile.orders)
    slots = {
        "count": str(count),
        "constituency": to.constituency.name,
        "address": ", ".join(to.block),
    }
    key = "cover-count-one" if count == 1 else "cover-count"
    vacant = fill(words["cover-vacant"], slots) if to.role is Role.VACANT else ""
    return lambda show: {
        "cover": {
            "to": words["cover-to"],
            "mp": show(to.member.envelope_name),
            "constituency": show(to.constituency.name),
            "count": fill(words[key], slots),
            "post": show(fill(words["cover-post"], slots)),
            "vacant": show(vacant),
            "safe": words["keep-safe"],
        }
    }


def _tally(stack: Stack, words: Words, today: date, show: Show) -> Mapping[str, object]:
    slots = {
        "count": f"{stack.count:,}",
        "piles": str(len(stack.piles)),
        "date": written_date(today),
    }
    return {
        "title": words["tally-title"],
        "lead": fill(words["tally-lead"], slots),
        "safe": words["keep-safe"],
        "headings": [words[f"tally-{name}"] for name in ("mp", "constituency", "letters", "done")],
        "rows": [
            [show(pile.to.member.name), show(pile.to.constituency.name), str(len(pile.orders))]
            for pile in stack.piles
        ],
        "total": [words["tally-total"], f"{stack.count:,}"],
    }
