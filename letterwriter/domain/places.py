"""Constituencies chosen for a stall: by name, by council, by the postcode districts around it."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from letterwriter.domain.parliament import Parliament
from letterwriter.domain.postcode import NotAPostcode, Territory, parse

_LINES = re.compile(r"[\n;]")
_ALIKE = 3  # suggestions: more is a list to read


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that stands for no place here; ``key`` names the sentence that says why."""

    key: str  # "unknown-council", say: templates/words/volunteers.toml
    name: str
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """What was chosen; each once, in the order of naming."""

    codes: tuple[str, ...] = ()
    outwards: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()

    def __add__(self, other: "Places") -> "Places":
        return Places(
            tuple(dict.fromkeys(self.codes + other.codes)),
            tuple(dict.fromkeys(self.outwards + other.outwards)),
            self.unknown + other.unknown,
        )


@dataclass(slots=True)
class _Index:
    """Names, whatever their case and spaces, to constituency codes."""

    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, code: str) -> None:
        key = _folded(name)
        self.codes[key] = (*self.codes.get(key, ()), code)
        self.shown.setdefault(key, name)

    def alike(self, name: str) -> tuple[str, ...]:
        key = _folded(name)
        holding = [known for known in self.codes if len(key) > 2 and key in known]
        close = get_close_matches(key, self.codes, n=_ALIKE, cutoff=0.6)
        return tuple(self.shown[k] for k in list(dict.fromkeys((*close, *holding)))[:_ALIKE])


def constituencies(names: Iterable[str], parliament: Parliament) -> Places:
    """By code, or by English or Welsh name."""
    index = _Index()
    for seat in parliament:
        place = seat.constituency
        for name in filter(None, (place.code, place.name, place.welsh_name)):
            index.add(name, place.code)
    return _looked_up(names, index, "unknown-constituency")


def councils(names: Iterable[str], parliament: Parliament) -> Places:
    """All constituencies with a part in these areas; "Bristol" does for "Bristol, City of"."""
    index = _Index()
    for name, codes in _by_council(parliament).items():
        for code in codes:
            index.add(name, code)
            if "," in name:
                index.add(name.partition(",")[0], code)
    return _looked_up(names, index, "unknown-council")


def districts(texts: Iterable[str], known: Container[str]) -> Places:
    """Postcode districts, however they are parted; ``known`` has those of the table."""
    found: list[str] = []
    unknown: list[Unknown] = []
    for word in (word for text in texts for word in _words(text)):
        key, outward = _district(word, known)
        if key:
            unknown.append(Unknown(key, word))
        else:
            found.append(outward)
    return Places(outwards=tuple(dict.fromkeys(found)), unknown=tuple(unknown))


def _district(word: str, known: Container[str]) -> tuple[str, str]:
    """What is wrong with it, and the district."""
    try:
        place = parse(word)
    except NotAPostcode:
        return "unknown-district", ""
    if place.outward in known:
        return "", place.outward
    if place.territory is Territory.NORTHERN_IRELAND:
        return "northern-ireland", ""
    return "unknown-district" if place.territory is Territory.GREAT_BRITAIN else "no-mp-there", ""


def _words(text: str) -> Iterator[str]:
    """Three of "M1, M13 and M14"; "M14 5TP" and "M14 5" stay together."""
    for part in re.split(r"[,;\n]|\band\b", text):
        try:
            parse(part)
        except NotAPostcode:
            yield from part.split()
        else:
            yield part.strip()


def _looked_up(names: Iterable[str], index: _Index, key: str) -> Places:
    codes: list[str] = []
    unknown: list[Unknown] = []
    for name in (name for text in names for name in _names(text, index)):
        found = index.codes.get(_folded(name))
        codes += found or ()
        if not found:
            unknown.append(Unknown(key, name, index.alike(name)))
    return Places(codes=tuple(dict.fromkeys(codes)), unknown=tuple(unknown))


def _names(text: str, index: _Index) -> Iterator[str]:
    """The names in a text, parted by lines or commas; some names hold commas themselves."""
    for line in _LINES.split(text):
        parts = [part.strip() for part in line.split(",") if part.strip()]
        while parts:
            longest = (", ".join(parts[:n]) for n in range(len(parts), 0, -1))
            name = next((name for name in longest if _folded(name) in index.codes), parts[0])
            yield name
            parts = parts[name.count(",") + 1 :]


def _by_council(parliament: Parliament) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for seat in parliament:
        for council in seat.constituency.councils:
            found.setdefault(council, []).append(seat.constituency.code)
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
