"""Forms small and shared: the first question, the letter, its envelope; what typed text becomes."""

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

from letterwriter.domain.cleaning import clean
from letterwriter.domain.paper import Layout

Posted = MultiDict[str, str]


def cleaned(value: str | None) -> str:
    """What was typed in a box of several lines."""
    return clean(value or "").strip()


def one_line(value: str | None) -> str:
    """What was typed in a box of one line."""
    return " ".join(cleaned(value).split())


class PostcodeForm(Form):
    """The first question."""

    postcode = StringField("Your postcode")


class PaperForm(Form):
    """How a letter on paper goes into its envelope; anything else is the campaign's way."""

    layout = RadioField("Your envelope")

    def __init__(self, posted: Posted | None, usual: Layout) -> None:
        super().__init__(posted, data={"layout": usual})
        self._usual = usual
        self.layout.choices = [
            (Layout.C5.value, "C5: fold the sheet once"),
            (Layout.DL.value, "DL, the long one: fold it in three"),
        ]

    @property
    def chosen(self) -> Layout:
        """The layout that was asked for, or the usual one."""
        return Layout(self.layout.data) if self.validate() else self._usual


class ConstituencyForm(Form):
    """For choosing a constituency by its name."""

    constituency = StringField("Constituency", filters=[one_line])


class ParagraphForm(Form):
    """One paragraph of the letter, with where its words came from."""

    kind = HiddenField()
    id = HiddenField()
    choice = HiddenField()
    removed = HiddenField()
    text = TextAreaField("Paragraph", filters=[cleaned])


class LetterForm(Form):
    """The letter as it stands on the page; ``made`` is the sender block as first made."""

    constituency = HiddenField()
    made = HiddenField(filters=[cleaned])
    sender = TextAreaField("Your name and address", filters=[cleaned])
    date = StringField("Date", filters=[one_line])
    recipient = TextAreaField("To", filters=[cleaned])
    salutation = StringField("Greeting", filters=[one_line])
    paragraphs = FieldList(FormField(ParagraphForm))
    close = StringField("Ending", filters=[one_line])
    signed = StringField("Name under your signature", filters=[one_line])
