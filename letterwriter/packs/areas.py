"""Constituencies chosen for a stall: by name, by council, by the postcode districts around it."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from letterwriter.parliament.members import Parliament
from letterwriter.parliament.name_index import NameIndex
from letterwriter.parliament.names.everyday_names import everyday_names
from letterwriter.postcodes.postcode import NotAPostcode, Territory, parse_postcode
from letterwriter.postcodes.sector_table import Sector, SectorIndex
from letterwriter.postcodes.typed.old_districts import lettered_districts, old_districts

MOST_NAMES = 200  # at a time, of each kind: five times as many MPs as a pack can hold
_MOST_HELPED = 5  # unknown names with suggestions: each is compared with all that are known
_LONGEST_SHOWN = 60  # characters of an unknown name that are shown again: no place has more


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that stands for no place here; ``key`` names the sentence that says why."""

    key: str  # "unknown-council", say: templates/words/volunteers.toml
    name: str
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """What was chosen; each once, in the order of naming.

    ``too_many`` are the sentences' keys ("too-many-councils", say) of the kinds of which more than
    `MOST_NAMES` were named; none of that kind is looked up then.
    """

    codes: tuple[str, ...] = ()
    outwards: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    too_many: tuple[str, ...] = ()

    def __add__(self, other: "Places") -> "Places":
        return Places(
            tuple(dict.fromkeys(self.codes + other.codes)),
            tuple(dict.fromkeys(self.outwards + other.outwards)),
            self.unknown + other.unknown,
            self.too_many + other.too_many,
        )


def constituencies(names: Iterable[str], parliament: Parliament) -> Places:
    """By code, or by English, Welsh or everyday name; all of them where several are called so."""
    return _looked_up(names, _of_constituencies(parliament), "constituency", "constituencies")


def councils(names: Iterable[str], parliament: Parliament) -> Places:
    """All constituencies with a part in these areas; "Bristol" does for "Bristol, City of"."""
    return _looked_up(names, _of_councils(parliament), "council", "councils")


def districts(texts: Iterable[str], known: Container[str]) -> Places:
    """Postcode districts, however they are separated; ``known`` has those of the table."""
    words = _at_most(word for text in texts for word in _words(text))
    if words is None:
        return Places(too_many=("too-many-districts",))
    found: list[str] = []
    unknown: list[Unknown] = []
    for word in dict.fromkeys(words):
        key, outwards = _district(word, known)
        if key:
            unknown.append(Unknown(key, _shown(word)))
        found.extend(outwards)
    return Places(outwards=tuple(dict.fromkeys(found)), unknown=tuple(unknown))


def sectors_to_sort(places: Places, index: SectorIndex) -> tuple[Sector, ...]:
    """Those of the districts, and all that touch a constituency that was named, each once."""
    found = (*index.in_districts(places.outwards), *index.touching(places.codes))
    return tuple({sector[0]: sector for sector in found}.values())


def _district(word: str, known: Container[str]) -> tuple[str, tuple[str, ...]]:
    """What is wrong with it, and the district; several for an old one, or for a part of one."""
    try:
        place = parse_postcode(word)
    except NotAPostcode:
        return "unknown-district", ()
    if place.outward in known:
        return "", (place.outward,)
    instead = old_districts().get(place.outward) or lettered_districts(place.outward)
    if here := tuple(each for each in instead if each in known):
        return "", here
    if place.territory is Territory.NORTHERN_IRELAND:
        return "northern-ireland", ()
    key = "unknown-district" if place.territory is Territory.GREAT_BRITAIN else "no-mp-there"
    return key, ()


def _words(text: str) -> Iterator[str]:
    """Three of "M1, M13 and M14"; "M14 5TP" and "M14 5" stay together."""
    for part in re.split(r"[,;\n]|\band\b", text):
        try:
            parse_postcode(part)
        except NotAPostcode:
            yield from part.split()
        else:
            yield part.strip()


def _looked_up(texts: Iterable[str], index: NameIndex, one: str, many: str) -> Places:
    names = _at_most(name for text in texts for name in index.names_in(text))
    if names is None:
        return Places(too_many=(f"too-many-{many}",))
    found = {name: index.codes(name) for name in names}
    unknown = [name for name, codes in found.items() if not codes]
    return Places(
        codes=tuple(dict.fromkeys(code for codes in found.values() for code in codes)),
        unknown=tuple(
            Unknown(f"unknown-{one}", _shown(name), index.alike(name) if n < _MOST_HELPED else ())
            for n, name in enumerate(unknown)
        ),
    )


def _at_most(names: Iterator[str]) -> list[str] | None:
    """The names, or None where there are more than can be asked for at a time."""
    taken = list(islice(names, MOST_NAMES + 1))
    return None if len(taken) > MOST_NAMES else taken


def _shown(name: str) -> str:
    return name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"


@lru_cache(maxsize=2)  # the Parliament in use, and the one before it while requests end
def _of_constituencies(parliament: Parliament) -> NameIndex:
    return NameIndex(
        (name, seat.constituency.code)
        for seat in parliament
        for name in (
            seat.constituency.code,
            seat.constituency.name,
            seat.constituency.welsh_name,
            *everyday_names(seat.constituency.name),
        )
        if name
    )


@lru_cache(maxsize=2)
def _of_councils(parliament: Parliament) -> NameIndex:
    return NameIndex(
        (name, seat.constituency.code)
        for seat in parliament
        for council in seat.constituency.councils
        for name in dict.fromkeys((council, council.partition(",")[0]))
    )
