"""The letter on the page: from its form to a Letter, and back."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from flask import abort

from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.text.clean_text import NO_TEXT, CleanText
from letterwriter.text.passage import Choice
from letterwriter.web.forms.small_forms import LetterForm, Posted

PREFIX: Final = "letter-"
MOST_PARAGRAPHS: Final = 100  # of a letter that comes in: more than the button lets anybody add
_PARTS: Final = frozenset(
    f"{PREFIX}{name}"
    for name in (
        *("constituency", "made", "sender", "date", "recipient"),
        *("salutation", "close", "signed"),
    )
)
_PARAGRAPH: Final = re.compile(r"letter-paragraphs-([0-9]{1,3})-[a-z]{2,7}")


class Box(NamedTuple):
    """A box to type in: its name, which is its id too, and what it holds."""

    name: str
    data: str


class ParagraphBox(NamedTuple):
    """A paragraph's box, and the hidden fields that tell where its words came from."""

    text: Box
    paragraph: Paragraph
    origin: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Boxes:
    """The letter page's boxes."""

    constituency: Box
    made: Box
    sender: Box
    date: Box
    recipient: Box
    salutation: Box
    close: Box
    signed: Box
    paragraphs: list[ParagraphBox]


def fields_of(posted: Posted) -> Iterator[tuple[str, str]]:
    """The fields of a letter among those posted; what our pages cannot have sent ends it."""
    _refuse_damaged(posted)
    for name, value in posted.items(multi=True):
        if name in _PARTS or _PARAGRAPH.fullmatch(name):
            yield name, value


def posted_form(posted: Posted) -> LetterForm:
    """The letter's form as it was sent; one that our pages cannot have sent ends the request."""
    _refuse_damaged(posted)
    return LetterForm(posted, prefix=PREFIX)


def boxes_of(letter: Letter, constituency: str, made: Sequence[str]) -> Boxes:
    """Everything of a letter that its page holds, by the names that the form gives them.

    Plain values rather than form fields: this page has some fifty, and a
    field costs more to make and to draw than all the rest of the page.
    """
    return Boxes(
        constituency=_box("constituency", constituency),
        made=_box("made", "\n".join(made)),
        sender=_box("sender", "\n".join(letter.sender)),
        date=_box("date", letter.date),
        recipient=_box("recipient", "\n".join(letter.recipient)),
        salutation=_box("salutation", letter.salutation),
        close=_box("close", letter.close),
        signed=_box("signed", letter.name),
        paragraphs=[_paragraph_box(i, p) for i, p in enumerate(letter.paragraphs)],
    )


def letter_of(form: LetterForm, composer: Composer) -> Letter:
    """The letter that a form holds; what cannot be placed becomes the writer's own paragraph."""
    return Letter(
        sender=_lines(form.sender.typed),
        date=form.date.typed,
        recipient=_lines(form.recipient.typed),
        salutation=_without_comma(form.salutation.typed),
        paragraphs=tuple(_paragraph(entry.form, composer) for entry in form.paragraphs),
        close=_without_comma(form.close.typed),
        name=form.signed.typed,
    )


def _refuse_damaged(posted: Posted) -> None:
    """End the request with 400 for paragraphs of an odd number, with 413 for too many.

    WTForms would take "²" for a digit, and fail at numbers of some thousand digits.
    """
    ours = [name for name in posted if name.startswith(f"{PREFIX}paragraphs")]
    numbers = {(_PARAGRAPH.fullmatch(name) or abort(400))[1] for name in ours}
    if len(numbers) > MOST_PARAGRAPHS:
        abort(413)


def _box(name: str, data: str) -> Box:
    return Box(f"{PREFIX}{name}", data)


def _paragraph_box(index: int, paragraph: Paragraph) -> ParagraphBox:
    start = f"paragraphs-{index}"
    origin = {
        f"{PREFIX}{start}-kind": paragraph.kind.value,
        f"{PREFIX}{start}-id": paragraph.id,
        f"{PREFIX}{start}-choice": ".".join(map(str, paragraph.choice)),
        f"{PREFIX}{start}-removed": "y" if paragraph.removed else "",
    }
    if paragraph.why:
        origin[f"{PREFIX}{start}-why"] = paragraph.why
    return ParagraphBox(_box(f"{start}-text", paragraph.text), paragraph, origin)


def _paragraph(form: Any, composer: Composer) -> Paragraph:
    text, removed = form.text.typed, bool(form.removed.data)
    with suppress(KeyError, ValueError):
        kind, id_ = Kind(form.kind.data), form.id.data or ""
        if kind is Kind.STORY:
            lead_in = composer.lead_in(id_)
            kept = lead_in if text.startswith(lead_in) else NO_TEXT
            return Paragraph(kind, text, id_, template=kept, removed=removed)
        if form.choice.data is None or not form.text.raw_data:
            abort(400)  # a part of the form was lost on the way: its words would be lost in silence
        choice = _choice(form.choice.data)
        template = composer.text(kind, id_, choice)
        why = form.why.typed if kind is Kind.CONCERN else NO_TEXT
        return Paragraph(kind, text, id_, choice, template, removed, why)
    return Paragraph(Kind.OWN, text, removed=removed)


def _choice(written: str) -> Choice:
    return tuple(int(index) for index in written.split("."))


def _lines(block: CleanText) -> tuple[CleanText, ...]:
    return tuple(CleanText(line.strip()) for line in block.split("\n") if line.strip())


def _without_comma(line: CleanText) -> CleanText:
    return CleanText(line.rstrip(","))
