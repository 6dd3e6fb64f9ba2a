"""Forms small and shared: the first question, the letter, its envelope; what typed text becomes."""

from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import (
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    StringField,
    TextAreaField,
)

from letterwriter.campaigns.paper import Layout
from letterwriter.text.clean_text import CleanText, squeezed
from letterwriter.text.cleaning import clean

Posted = MultiDict[str, str]


def cleaned(value: str | None) -> CleanText:
    """What was typed in a box of several lines."""
    return clean(value or "")


def one_line(value: str | None) -> CleanText:
    """What was typed in a box of one line."""
    return squeezed(cleaned(value))


class LineField(StringField):
    """A box of one line. What is typed is cleaned as it comes in, and nowhere else."""

    def __init__(self, label: str | None = None, validators: Any = None, **others: Any) -> None:
        super().__init__(label, validators, filters=[one_line], **others)

    @property
    def typed(self) -> CleanText:
        """What was typed; nothing where the field did not come."""
        return CleanText(self.data or "")


class LinesField(TextAreaField):
    """A box of several lines. What is typed is cleaned as it comes in, and nowhere else."""

    def __init__(self, label: str | None = None, validators: Any = None, **others: Any) -> None:
        super().__init__(label, validators, filters=[cleaned], **others)

    @property
    def typed(self) -> CleanText:
        """What was typed; nothing where the field did not come."""
        return CleanText(self.data or "")


class PaperForm(Form):
    """How a letter on paper goes into its envelope; anything else is the campaign's way."""

    layout = RadioField()

    def __init__(self, posted: Posted | None, usual: Layout) -> None:
        super().__init__(posted, data={"layout": usual})
        self._usual = usual
        self.layout.choices = [(layout.value, "") for layout in Layout]

    @property
    def chosen(self) -> Layout:
        """The layout that was asked for, or the usual one."""
        return Layout(self.layout.data) if self.validate() else self._usual


class ParagraphForm(Form):
    """One paragraph of the letter, with where its words came from."""

    kind = HiddenField()
    id = HiddenField()
    choice = HiddenField()
    removed = HiddenField()
    why = LineField()
    text = LinesField()


class LetterForm(Form):
    """The letter as it stands on the page; ``made`` is the sender block as first made."""

    constituency = HiddenField()
    made = LinesField()
    sender = LinesField()
    date = LineField()
    recipient = LinesField()
    salutation = LineField()
    paragraphs = FieldList(FormField(ParagraphForm))
    close = LineField()
    signed = LineField()
