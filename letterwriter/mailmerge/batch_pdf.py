"""A stack of letters as one PDF: a tally, then each MP's letters behind a cover sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from math import ceil

from letterwriter.campaigns.paper import Layout
from letterwriter.documents.fonts import shown_plainly, typefaces
from letterwriter.documents.pdf import letter_words
from letterwriter.documents.pdf_files.pdf_merge import joined_pdf
from letterwriter.documents.typst import Show, typeset
from letterwriter.files.messages import message
from letterwriter.letters.letter import Letter
from letterwriter.mailmerge.batch import Batch, MemberBatch
from letterwriter.parliament.members import Role
from letterwriter.text.dates import written_date

SHEETS_A_PART = 100  # large enough to share fonts, small enough to be made in a second
_LETTERS_A_SECOND = 100  # on a small server, or on a larger one that has others to serve

Sheet = Callable[[Show], Mapping[str, object]]  # one item of templates/print/stack.typ
Letters = Callable[[MemberBatch], Iterable[Letter]]


def as_stack(
    stack: Batch,
    letters: Letters,
    today: date,
    *,
    layout: Layout = Layout.C5,
    made: Callable[[int], None] = lambda _: None,
) -> bytes:
    """The tally and all letters in the order of the batches, each behind its cover sheet.

    ``layout`` is for the letters' envelopes. Made in parts, so that a long stack takes no more
    memory than a short one.
    ``made`` is called with how many sheets have been set since its last call.
    """

    def parts() -> Iterator[bytes]:
        yield typeset("stack_tally", lambda show: _tally(stack, today, show), joined=True)
        sheets = _sheets(stack, letters, layout)
        while part := list(islice(sheets, SHEETS_A_PART)):
            pdfs = _set(part)
            _forget()
            made(len(part))
            yield from pdfs

    return joined_pdf(parts(), message("stack", "tally-title"))


def seconds(count: int) -> int:
    """About how long so many letters take, to the nearest that one would say."""
    return max(2, ceil(count / _LETTERS_A_SECOND) + 1)


def _set(part: Sequence[Sheet]) -> list[bytes]:
    """The PDFs of a part: one, unless Typst gives up on a letter and the rest is kept from it."""

    def words(show: Show) -> Mapping[str, object]:
        if show is shown_plainly and len(part) > 1:
            raise _ToBeSplit
        return {"sheets": [sheet(show) for sheet in part]}

    try:
        return [typeset("stack", words, joined=True)]
    except _ToBeSplit:
        middle = len(part) // 2
        return [*_set(part[:middle]), *_set(part[middle:])]


class _ToBeSplit(Exception):
    """Typst gave up on a part that has more than one sheet."""


def _forget() -> None:
    """Have Typst drop what it remembers of the parts so far, hundreds of megabytes else.

    It keeps what any of the last ten documents used, so eleven empty ones clear it.
    """
    import typst

    for _ in range(11):
        typst.compile(b"", font_paths=typefaces().fonts)


def _sheets(stack: Batch, letters: Letters, layout: Layout) -> Iterator[Sheet]:
    for batch in stack.by_member:
        yield _cover(batch)
        for letter in letters(batch):
            yield _letter(letter, layout)


def _letter(letter: Letter, layout: Layout) -> Sheet:
    return lambda show: {"letter": letter_words(letter, layout, show)}


def _cover(batch: MemberBatch) -> Sheet:
    to, count = batch.to, len(batch.requests)
    slots = {
        "count": str(count),
        "constituency": to.constituency.name,
        "address": ", ".join(to.block),
    }
    key = "cover-count-one" if count == 1 else "cover-count"
    vacant = message("stack", "cover-vacant", **slots) if to.role is Role.VACANT else ""
    return lambda show: {
        "cover": {
            "to": message("stack", "cover-to"),
            "mp": show(to.member.envelope_name),
            "constituency": show(to.constituency.name),
            "count": message("stack", key, **slots),
            "post": show(message("stack", "cover-post", **slots)),
            "vacant": show(vacant),
            "safe": message("stack", "keep-safe"),
        }
    }


def _tally(stack: Batch, today: date, show: Show) -> Mapping[str, object]:
    slots = {
        "count": f"{stack.count:,}",
        "piles": str(len(stack.by_member)),
        "date": written_date(today),
    }
    return {
        "title": message("stack", "tally-title"),
        "lead": message("stack", "tally-lead", **slots),
        "safe": message("stack", "keep-safe"),
        "headings": [
            message("stack", f"tally-{name}") for name in ("mp", "constituency", "letters", "done")
        ],
        "rows": [
            [show(batch.to.member.name), show(batch.to.constituency.name), str(len(batch.requests))]
            for batch in stack.by_member
        ],
        "total": [message("stack", "tally-total"), f"{stack.count:,}"],
    }
