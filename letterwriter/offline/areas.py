"""The parts of the bundle by postcode area ("M"): all that one look-up in a page needs.

A part is two files. ``areas/M.bin`` holds the area's rows of the table (offline/table.py).
``areas/M.json`` holds the seats that have postcodes there, each with its neighbours. Northern
Ireland's area has no table, since its postcodes may not be passed on.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from letterwriter.offline.campaign import JsonObject
from letterwriter.parliament.members import Country, Parliament
from letterwriter.postcodes.lookup import PostcodeSource, nearby
from letterwriter.postcodes.postcode import TERRITORIES, District
from letterwriter.postcodes.typed.rules import AREAS

NORTHERN_IRELAND: Final = "BT"
WITH_TABLE: Final = AREAS - TERRITORIES.keys()  # Great Britain's


def with_areas(
    seats: Iterable[JsonObject],
    parliament: Parliament,
    sectors: Iterable[tuple[str, Mapping[str, int]]],
) -> list[JsonObject]:
    """The seats, each with ``area``: the one whose part holds its neighbours, empty without one.

    It is the area with most of the seat's postcodes. ``sectors`` are the table's, each
    with how many of its postcodes lie in which seat.
    """
    areas = dict.fromkeys(_northern_ireland(parliament), NORTHERN_IRELAND) | _most_in(sectors)
    return [seat | {"area": areas.get(seat["code"], "")} for seat in seats]


def area_part(
    area: str,
    codes: Iterable[str],
    seats: Mapping[str, JsonObject],
    postcodes: PostcodeSource,
    parliament: Parliament,
) -> JsonObject:
    """``areas/M.json``: {area, seats, near}.

    ``codes`` are of the seats with postcodes in the area, ``seats`` are all that are published,
    by code and in their order. ``near`` has the neighbours of each of the area's seats, in the
    order in which the site offers them; they are among the part's seats too.
    """
    near = {code: nearby(code, postcodes, parliament) for code in codes if code in seats}
    return _part(area, seats, near)


def northern_ireland_part(seats: Mapping[str, JsonObject], parliament: Parliament) -> JsonObject:
    """``areas/BT.json``: its seats, of which all are each other's neighbours."""
    codes = _northern_ireland(parliament)
    near = {code: [other for other in codes if other != code] for code in codes}
    return _part(NORTHERN_IRELAND, seats, near)


def _part(
    area: str, seats: Mapping[str, JsonObject], near: Mapping[str, Sequence[str]]
) -> JsonObject:
    here = near.keys() | {code for codes in near.values() for code in codes}
    return {
        "area": area,
        "seats": [seat for code, seat in seats.items() if code in here],
        "near": {code: list(codes) for code, codes in near.items()},
    }


def _northern_ireland(parliament: Parliament) -> list[str]:
    seats = parliament.in_country(Country.NORTHERN_IRELAND)
    return [seat.constituency.code for seat in seats]


def _most_in(sectors: Iterable[tuple[str, Mapping[str, int]]]) -> dict[str, str]:
    """The area with most postcodes of each code; of equals the first by name."""
    counts: dict[str, Counter[str]] = {}
    for sector, codes in sectors:
        area = District(sector.partition(" ")[0]).area
        for code, postcodes in codes.items():
            counts.setdefault(code, Counter())[area] += postcodes
    return {
        code: min(areas, key=lambda area: (-areas[area], area)) for code, areas in counts.items()
    }
