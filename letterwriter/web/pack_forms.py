"""The forms of packs and postcards, and what they mean to the domain."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wtforms import Form, IntegerField, RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import NumberRange, ValidationError

from letterwriter.domain.cleaning import clean, clean_line
from letterwriter.domain.pack import MOST_LETTERS, LabelSheet, Part
from letterwriter.domain.packing import Order
from letterwriter.domain.parliament import Role
from letterwriter.domain.places import Places, Unknown, constituencies, councils, districts
from letterwriter.domain.sorting import Sector, in_districts, shares, touching
from letterwriter.outputs.posters import DESIGNS
from letterwriter.sources.volunteers import sentence
from letterwriter.sources.words import words
from letterwriter.web.forms import Posted
from letterwriter.web.world import World

COPIES = 20  # for each MP, where no postcodes tell how many


def _cleaned(value: str | None) -> str:
    return clean(value or "")


def _one_line(value: str | None) -> str:
    return clean_line(value or "")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The constituencies that were chosen, and the sectors for the sorting sheet.

    ``around`` are the sectors of the districts that were named, if any.
    """

    codes: tuple[str, ...]
    outwards: tuple[str, ...]
    around: tuple[Sector, ...]
    sectors: tuple[Sector, ...]
    unknown: tuple[Unknown, ...]


class NamesForm(Form):
    """Constituencies by name; a name that is not known is told beside its field."""

    constituencies = TextAreaField("Constituencies, by name", filters=[_cleaned])

    def places(self, here: World, known: frozenset[str]) -> Places:  # noqa: ARG002  # districts need it
        """What the fields name."""
        return constituencies([self.constituencies.data or ""], here.parliament)

    def complain(self, found: Chosen, nothing: str, say: Callable[[Unknown], str]) -> None:
        """Put what is wrong beside the fields."""
        for unknown in found.unknown:
            field = self[self._fields_by_key.get(unknown.key, "constituencies")]
            field.errors = [*field.errors, say(unknown)]
        if not found.unknown:
            self.constituencies.errors = [nothing]

    _fields_by_key: Mapping[str, str] = {}


class PlacesForm(NamesForm):
    """Where the stall is."""

    districts = StringField("The postcodes around your stall", filters=[_one_line])
    councils = TextAreaField("Councils", filters=[_cleaned])

    _fields_by_key: Mapping[str, str] = {
        "unknown-council": "councils",
        "unknown-district": "districts",
        "northern-ireland": "districts",
        "no-mp-there": "districts",
    }

    def places(self, here: World, known: frozenset[str]) -> Places:
        """What the fields name."""
        return (
            NamesForm.places(self, here, known)
            + councils([self.councils.data or ""], here.parliament)
            + districts([self.districts.data or ""], known)
        )


class PostcardForm(NamesForm):
    """To whom, and what."""

    message = TextAreaField("Your message", filters=[_cleaned])


class CountField(IntegerField):
    """A whole number; nothing typed counts as none."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it, with words of ours for what is no number."""
        try:
            self.data = int(valuelist[0].strip() or 0) if valuelist else 0
        except ValueError:
            raise ValueError(_odd_number()) from None


class PackForm(Form):
    """What goes into the pack; a field for the copies of each MP is added to it."""

    parts = SelectMultipleField("What goes into the pack")
    concerns = SelectMultipleField("What the letters are about")
    ask = RadioField("What the letters ask")
    labels = RadioField("Labels for envelopes")
    design = RadioField("Poster")

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
            raise ValidationError(sentence("no-parts"))
        if Part.LETTERS.value in field.data and not any(self.copies.values()):
            raise ValidationError(sentence("no-copies"))

    def order(self, sectors: tuple[Sector, ...]) -> Order:
        """What was asked for."""
        return Order(
            copies=self.copies,
            sectors=sectors,
            parts=frozenset(Part(part) for part in self.parts.data or ()),
            labels=LabelSheet(self.labels.data),
            concern_ids=tuple(self.concerns.data or ()),
            ask_id=self.ask.data or "",
            design=int(self.design.data),
        )


def chosen(form: NamesForm, here: World) -> Chosen:
    """The constituencies and sectors that the fields name."""
    everywhere = list(here.postcodes.sectors())
    known = frozenset(name.partition(" ")[0] for name, _ in everywhere)
    places = form.places(here, known)
    around = tuple(in_districts(everywhere, places.outwards))
    found = (share.code for share in shares(around) if share.code in here.parliament)
    codes = tuple(dict.fromkeys((*found, *places.codes)))
    sectors = around or tuple(touching(everywhere, codes))
    return Chosen(codes, places.outwards, around, sectors, places.unknown)


def pack_form(
    posted: Posted | None,
    codes: Sequence[str],
    here: World,
    copies: Mapping[str, int] | None = None,
) -> PackForm:
    """The form for these constituencies, with all its parts ticked unless something was posted."""
    told = words("volunteers")
    most = NumberRange(0, MOST_LETTERS, _odd_number())
    fields: dict[str, Any] = {
        f"copies-{code}": CountField(
            here.parliament[code].constituency.name,
            [most],
            default=(copies or {}).get(code, COPIES),
        )
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
    form.parts.choices = [(part.value, told[f"part-{part.value}"]) for part in Part]
    form.concerns.choices = [(c.id, c.label) for c in here.campaign.concerns_on(here.today)]
    asks = here.campaign.asks_on(here.today, Role.BACKBENCHER)
    form.ask.choices = [("", told["any-ask"]), *((ask.id, ask.label) for ask in asks)]
    form.labels.choices = [(sheet.value, told[f"labels-{sheet.value}"]) for sheet in LabelSheet]
    form.design.choices = [(str(n), told[f"design-{n}"]) for n in DESIGNS]
    return form


def _odd_number() -> str:
    return sentence("odd-number", limit=str(MOST_LETTERS))
