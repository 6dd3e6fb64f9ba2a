"""A look-up in the browser, without a network, ends as it does on the server."""

from collections import Counter
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from letterwriter.offline.table import publish
from letterwriter.parliament import current_members
from letterwriter.parliament.addressee import addressee
from letterwriter.parliament.dissolution import Dissolution, Stage
from letterwriter.parliament.house import house_on, with_dissolution
from letterwriter.parliament.house_messages import absence
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.elsewhere import elsewhere
from letterwriter.postcodes.lookup import look_up, nearby
from letterwriter.postcodes.messages import lookup_message
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.postcodes.typed.old_districts import old_districts
from letterwriter.postcodes.typed.reading import holds_place
from tests.cases import cases
from tests.chromium import NewPage
from tests.js.typed import texts
from tests.js.worlds import ask, open_world

_NAMES = """async () => {
    const { seatNames } = await import('/static/js/engine/seat_names.js');
    window.names = seatNames(window.world.seats);
}"""
pytestmark = pytest.mark.browser

PARLIAMENT = current_members.bundled_parliament()
TABLE = current_postcodes.bundled_table()
ANSWER = """text => {
    const found = lookup.lookUp(text, world);
    return Object.assign(found, {
        postcode: found.postcode && postcode.display(found.postcode),
        several: found.several.map(postcode.display),
        message: lookup.message(found, world),
    });
}"""


def some_seats(seed: int) -> Parliament:
    """A Parliament with a few vacant seats, and a few that the table of members has lost."""
    random = Random(seed)
    seats = list(PARLIAMENT)
    lost, vacant = random.sample(range(len(seats)), 30), random.sample(range(len(seats)), 60)
    return Parliament(
        replace(seat, member=None) if place in vacant else seat
        for place, seat in enumerate(seats)
        if place not in lost
    )


def by_server(text: str, parliament: Parliament, table: PostcodeTable = TABLE) -> dict[str, Any]:
    found = look_up(text, table, parliament)
    return {
        "status": found.status.value,
        "reason": found.reason.value,
        "postcode": str(found.postcode) if found.postcode else None,
        "district": found.district,
        "constituency": found.constituency,
        "candidates": list(found.candidates),
        "several": [str(one) for one in found.several],
        "as_typed": found.as_typed,
        "districts": list(found.districts),
        "message": lookup_message(found, parliament),
    }


def test_the_shared_cases_end_as_they_should(page: Page) -> None:
    open_world(page, PARLIAMENT)
    all_cases = cases("lookups")
    said = ask(page, ANSWER, [case["typed"] for case in all_cases])
    for case, answer in zip(all_cases, said, strict=True):
        typed = case.pop("typed")
        assert answer == by_server(typed, PARLIAMENT)
        assert {key: answer[key] for key in case} == case


TOLD = """async codes => {
    const { absence } = await import('/static/js/engine/dissolution.js');
    const { addressee } = await import('/static/js/engine/addressee.js');
    const to = codes.map(code => addressee(world.seat(code), world));
    const names = to.map(one => one && one.member.name);
    const { isBarred } = await import('/static/js/wizard/steps.js');
    const barred = ['found', 'safety', 'letter', 'print', 'delivery'].filter(
        at => isBarred({ code: 'E14001353' }, world, at));
    const sitting = codes.filter(code => world.seat(code).member).length;
    return { stage: world.stage, absence: absence(world), to: names, barred, sitting };
}"""


@pytest.mark.parametrize("day", ["2029-05-29", "2029-05-30", "2029-07-04", "2029-07-05"])
def test_a_device_that_knows_of_a_dissolution_changes_over_by_itself(page: Page, day: str) -> None:
    known = Dissolution(date(2029, 5, 30), date(2029, 7, 4))
    ahead = with_dissolution(some_seats(1), known)  # the bundle is from before it
    today = date.fromisoformat(day)
    open_world(page, ahead, today)
    house = house_on(ahead, today)
    typed = ["M14 5TP", "M14 5ZZ", "M14", "SW1A 1AA", "BT1 5GS"]
    assert ask(page, ANSWER, typed) == [by_server(text, house) for text in typed]
    told = page.evaluate(TOLD, [seat.constituency.code for seat in ahead])
    assert told["stage"] == ("" if house.stage is Stage.SITTING else house.stage.value)
    assert told["absence"] == (asdict(absence(house)) if absence(house) else None)
    on_the_way = ["safety", "letter", "print", "delivery"]
    assert told["barred"] == ([] if house.stage is Stage.SITTING else on_the_way)
    assert told["sitting"] == sum(bool(seat.member) for seat in house)
    written_to = [addressee(seat, house) for seat in house]
    assert told["to"] == [to and to.member.name for to in written_to]


def in_other_words(typed: list[str]) -> list[str]:
    """The same texts, each in an address with another one now and then."""
    return [
        f"Flat {n % 7}\n{text}, {typed[n - 1] if n % 5 == 0 else 'Leeds'} UK"
        for n, text in enumerate(typed)
    ]


def test_thousands_of_texts_are_answered_as_on_the_server(page: Page) -> None:
    parliament = some_seats(seed=20)
    open_world(page, parliament)
    typed = [*texts(TABLE, seed=14), *in_other_words(texts(TABLE, seed=15)[::4])]
    assert len(typed) > 2_500
    typed += [*old_districts(), "SW1", "W1", "EC1", "EC2V", "WC1 1AA", "N1", "E1", "L43 9TG"]
    expected = [by_server(text, parliament) for text in typed]
    ends = Counter(answer["reason"] for answer in expected)
    assert len(ends) > 16  # of all kinds, even if some are rare
    said = ask(page, ANSWER, typed)
    differing = [pair for pair in zip(typed, said, expected, strict=True) if pair[1] != pair[2]]
    assert differing == []


ELSEWHERE = "([sender, code]) => advice.elsewhere({ sender }, code, world)"


def test_an_address_elsewhere_is_told_as_on_the_server(page: Page) -> None:
    parliament = some_seats(seed=23)
    open_world(page, parliament)
    codes = ["E14001353", "E14001172", *(seat.constituency.code for seat in PARLIAMENT)][:200]
    ends = [
        "SW9 9SZ",
        "M14 5TP",
        "London SW9 9SZ",
        "M14 5TP, SW9 9SZ",
        "BT1 5GS",
        "M14",
        "",
        "SW9 9SZ",
    ]
    given = [(["A", "1 High Street", ends[n % 8]], code) for n, code in enumerate(codes)]
    expected = [elsewhere(sender[1:], code, TABLE, parliament) for sender, code in given]
    assert 50 < sum(map(bool, expected)) < 150
    assert ask(page, ELSEWHERE, given) == expected


def test_everywhere_the_same_neighbours_are_offered(page: Page) -> None:
    parliament = some_seats(seed=21)
    open_world(page, parliament)
    codes = [seat.constituency.code for seat in PARLIAMENT]
    expected = [list(nearby(code, TABLE, parliament)) for code in codes]
    assert ask(page, "code => lookup.nearby(code, world)", codes) == expected


# What an operator's table may have beyond what devices are given.
NORTHERN_IRELAND = ["BT1 5,N05000002,GS", "BT1 6,N05000003,AA", "BT9 5,N05000003,AB"]
ENDED = [
    *("BT1 7,N05000001,AA", "L99 1,E14001342,AA"),
    *("M14 5,E14001354,ZZ", "M14 6,E14001354,BB", "M14 9,E14001354,AA"),
]
# What was typed, how the server ends with such a table, and how a device does.
DIFFERENCES = {
    "BT1 5GS": ("found", "found", "choose", "northern-ireland"),
    "BT1 6AA": ("found", "found", "choose", "northern-ireland"),
    "BT9 5AB": ("found", "found", "choose", "northern-ireland"),
    "BT1 7AA": ("guess", "ended", "choose", "northern-ireland"),
    "L99 1AA": ("guess", "ended", "choose", "unknown-district"),
    "M14 5ZZ": ("guess", "ended", "guess", "unknown-unit"),
    "M14 6BB": ("guess", "ended", "choose", "split-sector"),
    "M14 9AA": ("guess", "ended", "choose", "unknown-sector"),
}


def operators_table(folder: Path) -> PostcodeTable:
    """Our own table with some of Northern Ireland's, and some that are no longer in use."""
    live, ended = folder / "live.csv", folder / "ended.csv"
    ours = (",".join(row) for row in TABLE.rows())
    live.write_text("\n".join(["sector,constituency,units", *ours, *NORTHERN_IRELAND]) + "\n")
    ended.write_text("\n".join(["sector,constituency,units", *ENDED]) + "\n")
    return PostcodeTable.load(live, ended)


def test_a_device_differs_in_ended_postcodes_and_northern_irelands_and_in_nothing_else(
    page: Page, tmp_path: Path
) -> None:
    table = operators_table(tmp_path)
    open_world(page, PARLIAMENT, None, publish(table.in_great_britain().rows()))
    typed = [*DIFFERENCES, "BT1", "BT1 5ZZ", "BT2 8AA", "L99", *texts(TABLE, seed=22)[::5]]
    said = ask(page, ANSWER, typed)
    differing = {
        text: (server["status"], server["reason"], device["status"], device["reason"])
        for text, device in zip(typed, said, strict=True)
        if device != (server := by_server(text, PARLIAMENT, table))
    }
    assert differing == DIFFERENCES


def test_neighbours_differ_in_northern_ireland_by_their_order_alone(
    page: Page, tmp_path: Path
) -> None:
    table = operators_table(tmp_path)
    open_world(page, PARLIAMENT, None, publish(table.in_great_britain().rows()))
    codes = [seat.constituency.code for seat in PARLIAMENT]
    said = dict(zip(codes, ask(page, "code => lookup.nearby(code, world)", codes), strict=True))
    server = {code: list(nearby(code, table, PARLIAMENT)) for code in codes}
    assert {code for code in codes if said[code] != server[code]} == {"N05000002", "N05000003"}
    assert all(sorted(said[code]) == sorted(server[code]) for code in codes)


def test_a_seat_is_found_by_its_name_in_any_case_and_spacing(page: Page) -> None:
    open_world(page, PARLIAMENT)
    names = [
        name
        for seat in PARLIAMENT
        for name in (seat.constituency.name, seat.constituency.welsh_name)
    ]
    typed = [
        change(name)
        for name in names
        for change in (
            str,
            str.upper,
            str.swapcase,
            lambda name: f"\t{name} ".replace(" ", " \x1c "),
        )
    ]
    typed += [
        "",
        "Nowhere",
        "ſTRETFORD AND URMſTON",
        "Fınchley and Golders Green",
        "Ynys Mo\u0302n",
    ]
    typed += [
        "&",
        "Anglesey",
        "St. Albans",
        "Durham North",
        "Bangor",
        "Queen\u2019s Park",
        "M14 5TP",
    ]
    found = [PARLIAMENT.named(name) for name in typed]
    expected = [seat.constituency.code if seat else None for seat in found]
    page.evaluate(_NAMES)
    assert ask(page, "name => (names.named(name) || { code: null }).code", typed) == expected
    parts = [name[n % 3 : 3 + n % 11] for n, name in enumerate(typed)][::4]
    likeliest = [[seat.constituency.code for seat in PARLIAMENT.alike(part, 12)] for part in parts]
    assert ask(page, "part => names.alike(part, 12).map(seat => seat.code)", parts) == likeliest
    held = [[PARLIAMENT.holds(part), holds_place(part)] for part in parts]
    assert ask(page, "part => [names.holds(part), world.holdsPlace(part)]", parts) == held


def test_today_is_the_devices_own_day_unless_the_bundle_tells_one(new_page: NewPage) -> None:
    page = new_page(timezone_id="Pacific/Kiritimati")  # whose day begins fourteen hours early
    page.clock.set_fixed_time("2026-11-08T12:00:00Z")
    open_world(page, PARLIAMENT)
    assert ask(page, "() => world.today()", [0]) == ["2026-11-09"]
    open_world(page, PARLIAMENT, today=date(2026, 3, 2))
    assert ask(page, "() => world.today()", [0]) == ["2026-03-02"]
