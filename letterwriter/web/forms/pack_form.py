"""The form of a pack, and what it means to the domain."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import Form, IntegerField, RadioField, SelectMultipleField
from wtforms.validators import NumberRange, ValidationError

from letterwriter.files.messages import message, messages
from letterwriter.packs.pack import MOST_LETTERS, LabelSheet, Part
from letterwriter.packs.posters import DESIGNS
from letterwriter.packs.request import PackRequest
from letterwriter.parliament.members import Role
from letterwriter.postcodes.sector_table import Sector
from letterwriter.web.app_data import AppData
from letterwriter.web.forms.small_forms import Posted

_LONGEST = 9  # digits; Python refuses to read some thousand
COPIES = 20  # for each MP, where no postcodes tell how many


class CountField(IntegerField):
    """A whole number; nothing typed counts as none."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it, with words of ours for what is no number, or one of absurdly many digits."""
        typed = valuelist[0].strip() if valuelist else ""
        if typed and not (typed.isdecimal() and len(typed) <= _LONGEST):
            raise ValueError(_odd_number())
        self.data = int(typed or 0)


class PackForm(Form):
    """What goes into the pack; a field for the copies of each MP is added to it."""

    parts = SelectMultipleField()
    concerns = SelectMultipleField()
    ask = RadioField()
    labels = RadioField()
    design = RadioField()

    codes: tuple[str, ...] = ()

    @property
    def copies(self) -> dict[str, int]:
        """How many letters for each constituency."""
        return {code: self.count(code).data or 0 for code in self.codes}

    def count(self, code: str) -> Any:
        """The field for the copies of one constituency."""
        return self[f"copies-{code}"]

    def validate_parts(self, field: SelectMultipleField) -> None:
        """A pack holds something, and letters only where some are wanted."""
        if not field.data:
            raise ValidationError(message("volunteers", "no-parts"))
        if Part.LETTERS.value in field.data and not any(self.copies.values()):
            raise ValidationError(message("volunteers", "no-copies"))

    def pack_request(self, sectors: tuple[Sector, ...]) -> PackRequest:
        """What was asked for."""
        return PackRequest(
            copies=self.copies,
            sectors=sectors,
            parts=frozenset(Part(part) for part in self.parts.data or ()),
            labels=LabelSheet(self.labels.data),
            concern_ids=tuple(self.concerns.data or ()),
            ask_id=self.ask.data or "",
            design=int(self.design.data),
        )


def pack_form(
    posted: Posted | None,
    codes: Sequence[str],
    here: AppData,
    copies: Mapping[str, int] | None = None,
) -> PackForm:
    """The form for these constituencies, with all its parts ticked unless something was posted."""
    sentences = messages("volunteers")
    most = NumberRange(0, MOST_LETTERS, _odd_number())
    fields: dict[str, Any] = {
        f"copies-{code}": CountField(None, [most], default=(copies or {}).get(code, COPIES))
        for code in codes
    }
    made = type("PackFormWithCopies", (PackForm,), {**fields, "codes": tuple(codes)})
    form: PackForm = made(
        posted,
        parts=[part.value for part in Part],
        ask="",
        labels=LabelSheet.L7163.value,
        design=str(DESIGNS[0]),
    )
    form.parts.choices = [(part.value, sentences[f"part-{part.value}"]) for part in Part]
    form.concerns.choices = [(c.id, c.label) for c in here.campaign.concerns_on(here.today)]
    asks = here.campaign.asks_on(here.today, Role.BACKBENCHER)
    form.ask.choices = [("", sentences["any-ask"]), *((ask.id, ask.label) for ask in asks)]
    form.labels.choices = [
        (sheet.value, sentences[f"labels-{sheet.value}"]) for sheet in LabelSheet
    ]
    form.design.choices = [(str(n), sentences[f"design-{n}"]) for n in DESIGNS]
    return form


def _odd_number() -> str:
    return message("volunteers", "odd-number", limit=str(MOST_LETTERS))
