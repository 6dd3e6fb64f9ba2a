"""The letter on the page: from its form to a Letter, and back."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

from letterwriter.domain.composition import Composer
from letterwriter.domain.letter import Kind, Letter, Paragraph
from letterwriter.domain.passage import Choice
from letterwriter.web.forms import LetterForm, Posted

PREFIX = "letter-"


class Box(NamedTuple):
    """A box to type in: what a page needs to draw it."""

    id: str
    name: str
    data: str
    errors: tuple[str, ...] = ()


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


def is_posted(posted: Posted) -> bool:
    """Whether a letter came along with these fields."""
    return f"{PREFIX}sender" in posted


def posted_form(posted: Posted) -> LetterForm:
    """The letter's form as it was sent."""
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
    """The letter that a form holds; what cannot be placed becomes the writer's own paragraph.

    A paragraph of the campaign that comes without its text (not with an empty one) has the
    campaign's words: a letter that came through a code carries only where they are.
    """
    return Letter(
        sender=_lines(form.sender.data),
        date=form.date.data or "",
        recipient=_lines(form.recipient.data),
        salutation=(form.salutation.data or "").rstrip(","),
        paragraphs=tuple(_paragraph(entry.form, composer) for entry in form.paragraphs),
        close=(form.close.data or "").rstrip(","),
        name=form.signed.data or "",
    )


def _box(name: str, data: str) -> Box:
    return Box(f"{PREFIX}{name}", f"{PREFIX}{name}", data)


def _paragraph_box(index: int, paragraph: Paragraph) -> ParagraphBox:
    start = f"paragraphs-{index}"
    origin = {
        f"{PREFIX}{start}-kind": paragraph.kind.value,
        f"{PREFIX}{start}-id": paragraph.id,
        f"{PREFIX}{start}-choice": ".".join(map(str, paragraph.choice)),
        f"{PREFIX}{start}-removed": "y" if paragraph.removed else "",
    }
    return ParagraphBox(_box(f"{start}-text", paragraph.text), paragraph, origin)


def _paragraph(form: Any, composer: Composer) -> Paragraph:
    text, removed = form.text.data, bool(form.removed.data)
    with suppress(KeyError, ValueError):
        kind, id_ = Kind(form.kind.data), form.id.data
        if kind is Kind.STORY:
            lead_in = composer.lead_in(id_)
            kept = lead_in if text.startswith(lead_in) else ""
            return Paragraph(kind, text, id_, template=kept, removed=removed)
        choice = _choice(form.choice.data)
        template = composer.text(kind, id_, choice)
        said = text if form.text.raw_data else template  # without words it has the campaign's
        return Paragraph(kind, said, id_, choice, template, removed)
    return Paragraph(Kind.OWN, text, removed=removed)


def _choice(written: str) -> Choice:
    return tuple(int(index) for index in written.split("."))


def _lines(block: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (block or "").split("\n") if line.strip())
