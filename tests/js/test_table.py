"""The published table holds in the browser what the server's holds, to the last postcode."""

from array import array
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from itertools import groupby, product

import pytest
from playwright.sync_api import Page

from letterwriter.parliament import current_members
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.postcode import Postcode, parse_postcode
from letterwriter.postcodes.typed.rules import OUTWARD, UNIT_LETTERS
from tests.js.worlds import ask, open_world, table

pytestmark = pytest.mark.browser

TABLE = current_postcodes.bundled_table()
SECTORS = [sector for sector, _ in TABLE.sectors()]
CODES = sorted(TABLE.codes)
UNITS = list(map("".join, product(UNIT_LETTERS, repeat=2)))

# Of each sector all 400 ends, known or not: their constituencies' numbers, or 0; a digest an area.
DIGEST = """async ([areas, codes, units]) => {
    const numbers = new Map(codes.map((code, place) => [code, place + 1]));
    const { table } = window.world;
    const digest = async sectors => {
        const found = sectors.map(sector => sector.split(' ')).map(([outward, digit]) => units
            .map(unit => numbers.get(table.find({ outward, inward: digit + unit })) || 0));
        const bytes = Uint16Array.from(found.flat()); // little-endian wherever a browser runs
        const hash = await crypto.subtle.digest('SHA-256', bytes);
        const hex = byte => byte.toString(16).padStart(2, '0');
        return Array.from(new Uint8Array(hash), hex).join('');
    };
    return Promise.all(areas.map(digest));
}"""
REFUSAL = """async all => {
    const { openTable } = await import('/static/js/engine/table.js');
    const refusal = text => {
        try {
            openTable(Uint8Array.from(atob(text), letter => letter.charCodeAt(0)).buffer);
        } catch (error) {
            return error.message;
        }
        return 'opened';
    };
    return all.map(refusal);
}"""


def area(sector: str) -> str:
    return sector[: 2 if sector[1].isalpha() else 1]


def digest(sectors: Sequence[str]) -> str:
    numbers = {code: place for place, code in enumerate(CODES, 1)}
    found = array("H")
    for sector in sectors:
        outward, _, digit = sector.partition(" ")
        codes = (TABLE.find(Postcode(outward, digit + unit)) for unit in UNITS)
        found.extend(numbers[code] if code else 0 for code in codes)
    return sha256(found).hexdigest()


def test_each_of_all_postcodes_is_found_where_the_server_finds_it(page: Page) -> None:
    open_world(page, current_members.bundled_parliament())
    areas = [list(sectors) for _, sectors in groupby(SECTORS, key=area)]
    assert len(areas) == 120
    assert ask(page, "() => world.table.size", [0]) == [len(TABLE)]
    digests = page.evaluate(DIGEST, [areas, CODES, UNITS])
    differing = [
        area(sectors[0])
        for sectors, told in zip(areas, digests, strict=True)
        if told != digest(sectors)
    ]
    assert differing == []


def test_each_sector_and_district_has_its_constituencies_in_the_servers_order(page: Page) -> None:
    open_world(page, current_members.bundled_parliament())
    sectors = [f"{outward} {digit}" for outward in sorted(OUTWARD) for digit in range(10)]
    assert set(SECTORS) < set(sectors)  # so most of them are in no table
    places = [
        place for sector in sectors if isinstance(place := parse_postcode(f"{sector}AA"), Postcode)
    ]
    told = ask(page, "text => world.table.inSector(world.parse(text))", [str(p) for p in places])
    assert told == [list(TABLE.in_sector(place)) for place in places]
    told = ask(page, "outward => world.table.inDistrict(outward)", sorted(OUTWARD))
    assert told == [list(TABLE.in_district(outward)) for outward in sorted(OUTWARD)]


def test_each_constituency_has_the_servers_neighbours(page: Page) -> None:
    open_world(page, current_members.bundled_parliament())
    codes = [*CODES, "N05000001"]
    assert ask(page, "code => world.table.near(code)", codes) == [
        list(TABLE.near(c)) for c in codes
    ]


def test_what_is_no_whole_table_is_refused(page: Page) -> None:
    page.goto("/privacy")
    whole = table()
    broken = [
        b"",
        b"LWPC",
        b"<!doctype html>" * 100,
        whole[:-1],
        whole + b"\0",
        b"LWPC\2" + whole[5:],
    ]
    told = page.evaluate(REFUSAL, [b64encode(bytes_).decode() for bytes_ in (whole, *broken)])
    assert told == [
        "opened",
        *["not a table of postcodes"] * 3,
        f"a table of postcodes of {len(whole) - 1} bytes instead of {len(whole)}",
        f"a table of postcodes of {len(whole) + 1} bytes instead of {len(whole)}",
        "a table of postcodes of version 2",
    ]
