"""Forms that ask for places, by name, by council or by postcode district."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wtforms import Form

from letterwriter.packs.areas import (
    Places,
    Unknown,
    constituencies,
    councils,
    districts,
    sectors_to_sort,
)
from letterwriter.packs.messages import too_many_words
from letterwriter.packs.sorting_sheet import shares
from letterwriter.postcodes.sector_table import Sector, SectorIndex
from letterwriter.web.app_data import AppData
from letterwriter.web.forms.small_forms import LineField, LinesField


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
    too_many: tuple[str, ...] = ()  # see `Places`

    @property
    def wrong(self) -> bool:
        """Whether something stands in the way of going on with these places."""
        return bool(self.unknown or self.too_many) or not self.codes


class NamesForm(Form):
    """Constituencies by name; a name that is not known is reported beside its field."""

    constituencies = LinesField()

    def places(self, here: AppData, known: SectorIndex) -> Places:  # noqa: ARG002  # districts need it
        """What the fields name."""
        return constituencies([self.constituencies.typed], here.parliament)

    def complain(self, found: Chosen, nothing: str, say: Callable[[Unknown], str]) -> None:
        """Put what is wrong beside the fields."""
        problems = [(unknown.key, say(unknown)) for unknown in found.unknown]
        problems += [(key, too_many_words(key)) for key in found.too_many]
        errors: dict[str, list[str]] = {} if problems else {"constituencies": [nothing]}
        for key, words in problems:
            errors.setdefault(self._fields_by_key.get(key, "constituencies"), []).append(words)
        for name, each in errors.items():
            self[name].errors = each

    _fields_by_key: Mapping[str, str] = {}


class PlacesForm(NamesForm):
    """Where the stall is."""

    districts = LineField()
    councils = LinesField()

    _fields_by_key: Mapping[str, str] = {
        "unknown-council": "councils",
        "too-many-councils": "councils",
        "too-many-districts": "districts",
        "unknown-district": "districts",
        "northern-ireland": "districts",
        "no-mp-there": "districts",
    }

    def places(self, here: AppData, known: SectorIndex) -> Places:
        """What the fields name."""
        return (
            NamesForm.places(self, here, known)
            + councils([self.councils.typed], here.parliament)
            + districts([self.districts.typed], known)
        )


class PostcardForm(NamesForm):
    """To whom, and what."""

    message = LinesField()


def chosen(form: NamesForm, here: AppData) -> Chosen:
    """The constituencies and sectors that the fields name."""
    index = here.postcodes.index
    places = form.places(here, index)
    around = index.in_districts(places.outwards)
    found = (share.code for share in shares(around) if share.code in here.parliament)
    codes = tuple(dict.fromkeys((*found, *places.codes)))
    sectors = sectors_to_sort(places, index)
    return Chosen(codes, places.outwards, around, sectors, places.unknown, places.too_many)
