"""A look-up with one area's part alone ends as it does on the server, in all of the country."""

import json
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from itertools import groupby, product
from typing import Any

import pytest
from playwright.sync_api import Page

from letterwriter.offline import areas, seats
from letterwriter.offline.campaign import JsonObject
from letterwriter.offline.table import codes_in, part
from letterwriter.parliament.current_members import bundled_parliament
from letterwriter.postcodes.current_postcodes import bundled_table
from letterwriter.postcodes.lookup import look_up, nearby
from letterwriter.postcodes.typed.rules import UNIT_LETTERS
from tests.js.worlds import started, table

pytestmark = pytest.mark.browser

PARLIAMENT = bundled_parliament()
TABLE = bundled_table()
SEATS = {
    seat["code"]: seat
    for seat in areas.with_areas(seats.seats(PARLIAMENT), PARLIAMENT, TABLE.sectors())
}
UNITS = list(map("".join, product(UNIT_LETTERS, repeat=2)))

_OPEN = """
    const at = '/static/js/engine/';
    const [{ openWorld }, { lookUp, nearby }, { display }] = await Promise.all(
        ['world', 'lookup', 'postcode'].map(name => import(`${at}${name}.js`)));
    const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0)).buffer;
    const opened = ({ start, part, rows }) => {
        const world = openWorld(start);
        if (part) world.addArea(part, rows && bytes(rows));
        return world;
    };
"""
_ANSWERS = (
    "async json => {"
    + _OPEN
    + """
    const given = JSON.parse(json);
    const world = opened(given);
    const answer = text => {
        const found = lookUp(text, world);
        const whole = found.postcode && display(found.postcode);
        const { status, reason, district, constituency, candidates } = found;
        return [status, reason, whole, district, constituency, candidates];
    };
    const near = code => nearby(code, world);
    return JSON.stringify([given.texts.map(answer), given.codes.map(near)]);
}"""
)


def area_of(sector: str) -> str:
    return sector[: 2 if sector[1].isalpha() else 1]


@cache
def by_area() -> dict[str, list[tuple[str, str, str]]]:
    return {area: list(rows) for area, rows in groupby(TABLE.rows(), key=lambda r: area_of(r[0]))}


def given(area: str) -> dict[str, Any]:
    """An area's files, as the server publishes them."""
    rows = part(table(), area)
    return {
        "start": started(PARLIAMENT),
        "part": areas.area_part(area, codes_in(rows), SEATS, TABLE, PARLIAMENT),
        "rows": b64encode(rows).decode("ascii"),
    }


def typed(area: str) -> Iterator[str]:
    """Of each sector a postcode in each seat and one that is unknown; all districts, and more."""
    sectors = {sector: "" for sector, _, _ in by_area()[area]}
    for sector, _, units in by_area()[area]:
        yield sector + units[len(units) // 4 * 2 :][:2]
        sectors[sector] += units
    for sector, known in sectors.items():
        held = {known[at : at + 2] for at in range(0, len(known), 2)}
        yield sector + next(unit for unit in UNITS if unit not in held)
    for outward in sorted({sector.partition(" ")[0] for sector in sectors}):
        yield from (outward, f"{outward} 0ZZ", f"{outward} 9ZZ")
    yield from (f"{area}99", f"{area}99 9ZZ")


def by_server(text: str) -> list[Any]:
    found = look_up(text, TABLE, PARLIAMENT)
    return [
        found.status.value,
        found.reason.value,
        str(found.postcode) if found.postcode else None,
        found.district,
        found.constituency,
        list(found.candidates),
    ]


def test_every_sector_and_district_is_answered_as_on_the_server_with_its_areas_part(
    page: Page,
) -> None:
    page.goto("/privacy")
    asked, seen = 0, set()
    for area in sorted(areas.WITH_TABLE):
        texts, files = list(typed(area)), given(area)
        codes = list(files["part"]["near"])
        told = page.evaluate(_ANSWERS, json.dumps(files | {"texts": texts, "codes": codes}))
        answers, near = json.loads(told)
        for text, answer in zip(texts, answers, strict=True):
            assert answer == by_server(text), text
        assert near == [list(nearby(code, TABLE, PARLIAMENT)) for code in codes], area
        asked += len(texts)
        seen.update(codes)
    assert asked > 25_000
    assert seen == TABLE.codes
    assert len(seen) == 632


def northern_ireland() -> dict[str, JsonObject]:
    one = areas.northern_ireland_part(SEATS, PARLIAMENT)
    return {"start": started(PARLIAMENT), "part": one}


def test_northern_irelands_part_gives_the_choice_and_the_neighbours(page: Page) -> None:
    page.goto("/privacy")
    codes = list(northern_ireland()["part"]["near"])
    texts = ["BT1", "BT1 1AA", "BT99 9ZZ"]
    asked = json.dumps(northern_ireland() | {"texts": texts, "codes": codes})
    answers, near = json.loads(page.evaluate(_ANSWERS, asked))
    assert answers == [by_server(text) for text in texts]
    assert near == [list(nearby(code, TABLE, PARLIAMENT)) for code in codes]


PARTS = {
    "M14 5TP": "M",
    "m1": "M",
    "EC1A 1BB": "EC",
    "BT1 1AA": "BT",
    "JE2 3AB": "",
    "L43": "CH",
    "GIR 0AA": "",
    "BFPO 1": "",
    "Manchester": "",
    "": "",
}


def test_the_world_says_which_part_a_look_up_lacks(page: Page) -> None:
    page.goto("/privacy")
    files = {"start": started(PARLIAMENT)}
    script = (
        "async ([json, texts]) => {"
        + _OPEN
        + """
        const world = opened(JSON.parse(json));
        return texts.map(text => world.partFor(text));
    }"""
    )
    assert page.evaluate(script, [json.dumps(files), list(PARTS)]) == list(PARTS.values())
    with_m = page.evaluate(script, [json.dumps(given("M")), list(PARTS)])
    assert with_m == ["" if part_ == "M" else part_ for part_ in PARTS.values()]


def test_without_its_part_a_look_up_fails_rather_than_say_that_there_is_no_such_district(
    page: Page,
) -> None:
    page.goto("/privacy")
    script = (
        "async json => {"
        + _OPEN
        + """
        const world = opened(JSON.parse(json));
        const thrown = action => {
            try { action(); return ''; } catch (error) { return error.message; }
        };
        const other = world.seats.find(seat => seat.area && !world.table.hasList(seat.code));
        return [
            thrown(() => lookUp('M14 5TP', world)), thrown(() => lookUp('OL1 1AA', world)),
            thrown(() => lookUp('BT1', world)), thrown(() => nearby('E14001353', world)),
            other.area === world.partNear(other.code),
            thrown(() => nearby(other.code, world)) !== '', world.whole, world.hasAllSeats,
        ];
    }"""
    )
    lacks = "the part of the area {} is not here"
    assert page.evaluate(script, json.dumps(given("M"))) == [
        "",
        lacks.format("OL"),
        lacks.format("BT"),
        "",
        True,
        True,
        False,
        False,
    ]


_PREPARE = """async ([base, texts]) => {
    const parts = await import('/static/js/parts.js');
    const { lookUp, nearby } = await import('/static/js/engine/lookup.js');
    const world = await parts.fetchStart(base);
    const found = [];
    for (const text of texts) {
        await parts.prepare(text, world, base);
        found.push(lookUp(text, world).constituency);
    }
    await parts.prepareNear(found[0], world, base);
    return [found, nearby(found[0], world).length > 3, world.whole];
}"""


def base_of(page: Page) -> str:
    line = page.request.get("/sw.js").text().partition("\n")[0]
    return f"/at/{json.loads(line.removeprefix('const KEPT = ').removesuffix(';'))['edition']}/"


def fetched(page: Page) -> list[str]:
    return [
        name.rpartition("/at/")[2].partition("/")[2]
        for name in page.evaluate("performance.getEntriesByType('resource').map(e => e.name)")
        if "/at/" in name and "/static/" not in name
    ]


def test_a_page_fetches_the_areas_part_and_nothing_of_the_rest_of_the_postcode(page: Page) -> None:
    page.goto("/privacy")
    base = base_of(page)
    told = page.evaluate(_PREPARE, [base, ["M14 5TP", "M1 1AE", "JE2 3AB", "nonsense"]])
    assert told == [["E14001353", by_server("M1 1AE")[4], None, None], True, False]
    names = [name for name in fetched(page) if not name.startswith(("css", "js"))]
    assert sorted(names) == ["areas/M.bin", "areas/M.json", "start.json"]


def test_where_the_whole_table_is_stored_no_area_is_asked_for(page: Page) -> None:
    page.goto("/privacy")
    base = base_of(page)
    page.evaluate(
        "async base => { const cache = await caches.open('stored');"
        "await cache.addAll([`${base}postcodes.bin`, `${base}seats.json`]); }",
        base,
    )
    told = page.evaluate(_PREPARE, [base, ["M14 5TP", "OX1 1AA"]])
    assert told[0][0] == "E14001353"
    assert told[1:] == [True, True]
    assert not [name for name in fetched(page) if name.startswith("areas/")]


def test_a_part_that_cannot_be_had_is_an_error_and_the_next_try_may_bring_it(page: Page) -> None:
    page.goto("/privacy")
    script = """async ([base, text]) => {
        const parts = await import('/static/js/parts.js');
        const world = await parts.fetchStart(base);
        const told = await parts.prepare(text, world, '/at/0123456789ab/').catch(() => 'rejected');
        const lacking = world.partFor(text);
        await parts.prepare(text, world, base);
        return [told, lacking, world.partFor(text)];
    }"""
    assert page.evaluate(script, [base_of(page), "M14 5TP"]) == ["rejected", "M", ""]
