"""Forms that ask for places, by name, by council or by postcode district."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wtforms import Form, StringField, TextAreaField

from letterwriter.domain.cleaning import clean, clean_line
from letterwriter.domain.places import Places, Unknown, constituencies, councils, districts
from letterwriter.domain.sorting import Sector, in_districts, shares, touching
from letterwriter.web.world import World


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
