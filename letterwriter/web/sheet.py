"""The letter on the page: from its form to a Letter, and back."""

from contextlib import suppress
from typing import Any

from werkzeug.datastructures import MultiDict

from letterwriter.domain.composition import Composer
from letterwriter.domain.letter import Kind, Letter, Paragraph
from letterwriter.domain.passage import Choice
from letterwriter.web.forms import LetterForm, Posted

PREFIX = "letter-"


def is_posted(posted: Posted) -> bool:
    """Whether a letter came along with these fields."""
    return f"{PREFIX}sender" in posted


def posted_form(posted: Posted) -> LetterForm:
    """The letter's form as it was sent."""
    return LetterForm(posted, prefix=PREFIX)


def form_of(letter: Letter, constituency: str, made: tuple[str, ...]) -> LetterForm:
    """A form that holds this letter."""
    return LetterForm(
        MultiDict[str, str](),
        prefix=PREFIX,
        data={
            "constituency": constituency,
            "made": "\n".join(made),
            "sender": "\n".join(letter.sender),
            "date": letter.date,
            "recipient": "\n".join(letter.recipient),
            "salutation": letter.salutation,
            "paragraphs": [_fields(paragraph) for paragraph in letter.paragraphs],
            "close": letter.close,
            "signed": letter.name,
        },
    )


def letter_of(form: LetterForm, composer: Composer) -> Letter:
    """The letter that a form holds; what cannot be placed becomes the writer's own paragraph."""
    return Letter(
        sender=_lines(form.sender.data),
        date=form.date.data or "",
        recipient=_lines(form.recipient.data),
        salutation=(form.salutation.data or "").rstrip(","),
        paragraphs=tuple(_paragraph(entry.form, composer) for entry in form.paragraphs),
        close=(form.close.data or "").rstrip(","),
        name=form.signed.data or "",
    )


def _fields(paragraph: Paragraph) -> dict[str, str]:
    return {
        "kind": paragraph.kind.value,
        "id": paragraph.id,
        "choice": ".".join(map(str, paragraph.choice)),
        "removed": "y" if paragraph.removed else "",
        "text": paragraph.text,
    }


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
        return Paragraph(kind, text, id_, choice, template, removed)
    return Paragraph(Kind.OWN, text, removed=removed)


def _choice(written: str) -> Choice:
    return tuple(int(index) for index in written.split("."))


def _lines(block: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (block or "").split("\n") if line.strip())
