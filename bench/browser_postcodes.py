"""Postcodes in the browser: soon ready, quickly answered, and few bytes on the wire."""

import json
import statistics
from base64 import b64encode
from datetime import date
from gzip import compress
from random import Random

from playwright.sync_api import Page

from bench.rows import Row
from letterwriter.campaigns import loading
from letterwriter.files.messages import messages
from letterwriter.offline import seats
from letterwriter.offline.bundle import for_letters, start
from letterwriter.offline.table import gzipped, publish
from letterwriter.parliament import current_members
from letterwriter.paths import DATA
from letterwriter.postcodes import current_postcodes

_CSV = DATA / "postcodes_constituencies.csv"
_ROUNDS = 5
_LOOKUPS = 2_000
_SLOW = "a CPU made 4 times slower"

_KEEP = """async ([name, text]) => {
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    await (await caches.open('bench')).put(`/${name}`, new Response(bytes));
}"""
# From the cache to the first answer, as when the page is opened without a network.
_OURS = """async text => {
    const { openWhole } = await import('/static/js/engine/world.js');
    const { lookUp, message } = await import('/static/js/engine/lookup.js');
    const start = performance.now();
    const cache = await caches.open('bench');
    const names = ['start', 'campaign', 'seats', 'table'];
    const kept = await Promise.all(names.map(name => cache.match(`/${name}`)));
    const files = kept.slice(0, 3).map(file => file.json());
    window.world = openWhole(...await Promise.all([...files, kept[3].arrayBuffer()]));
    const said = message(lookUp(text, window.world), window.world);
    const ready = performance.now() - start;
    if (!said.includes('Your MP is')) throw new Error(said);
    return ready;
}"""
# The alternative: the server's own file, its sectors in a Map. With an entry for each postcode it
# would take a hundred times as long.
_THEIRS = """async text => {
    const start = performance.now();
    const cache = await caches.open('bench');
    const kept = await Promise.all([cache.match('/seats'), cache.match('/csv')]);
    const [{ seats }, csv] = await Promise.all([kept[0].json(), kept[1].text()]);
    const sectors = new Map();
    csv.split('\\n').slice(1, -1).forEach(line => {
        const [sector, code, units] = line.split(',');
        if (!sectors.has(sector)) sectors.set(sector, []);
        sectors.get(sector).push([code, units]);
    });
    const [code] = sectors.get(text.slice(0, -2)).find(row => row[1].includes(text.slice(-2)));
    const seat = seats.find(one => one.code === code);
    const ready = performance.now() - start;
    if (!seat) throw new Error(text);
    return ready;
}"""
# The fastest of three for each, since the clock of this computer is shared with others.
_LOOK_UP = """async all => {
    const { lookUp, message } = await import('/static/js/engine/lookup.js');
    const { world } = window;
    const least = all.map(() => Infinity);
    const begun = performance.now();
    for (let turn = 0; turn < 3; turn += 1) all.forEach((text, place) => {
        const start = performance.now();
        message(lookUp(text, world), world);
        least[place] = Math.min(least[place], performance.now() - start);
    });
    return [(performance.now() - begun) / 3 / all.length, Math.max(...least)];
}"""


def rows(page: Page, site: str) -> list[Row]:
    """Medians of pages opened anew, turn about, and 2,000 look-ups in the last of them."""
    table = publish(current_postcodes.bundled_table().rows())
    _keep(page, site, table)
    typed = _typed()
    ours, ratios = [], []
    for _ in range(_ROUNDS):
        theirs = _opened(page, site, _THEIRS, typed[0])
        ours.append(_opened(page, site, _OURS, typed[0]))
        ratios.append(theirs / ours[-1])
    usual, worst = page.evaluate(_LOOK_UP, typed)
    ready, sooner = statistics.median(ours), statistics.median(ratios)
    csv = f"the CSV: {len(compress(_CSV.read_bytes(), 9)) / 1e6:.2f} MB"
    wire = len(gzipped(table)) / 1e6
    return [
        Row("postcodes opened, and the first answered", _SLOW, ready, 300, "ms", at_most=True),
        Row("the same, sooner by", "the CSV's sectors in a Map", sooner, 2, "times"),
        Row(f"a look-up, of {_LOOKUPS:,}", _SLOW, usual, 5, "ms", at_most=True),
        Row(f"the slowest, of {_LOOKUPS:,}", _SLOW, worst, 5, "ms", at_most=True),
        Row("all postcodes on the wire, gzipped", csv, wire, 0.6, "MB", at_most=True),
    ]


def _keep(page: Page, site: str, table: bytes) -> None:
    """Put into the browser's cache what a page without a network would find there."""
    campaign = loading.bundled_campaign(loading.DEFAULT_CAMPAIGN)
    parliament = current_members.bundled_parliament()
    lookup = {"lookup": messages("lookup")}
    files = {
        "start": start(parliament, lookup, edition="bench", made=date(2026, 11, 22)),
        "campaign": for_letters(campaign, {}),
        "seats": {"seats": seats.seats(parliament)},
    }
    page.goto(f"{site}/privacy")
    kept = {name: json.dumps(file).encode() for name, file in files.items()}
    for name, content in (kept | {"table": table, "csv": _CSV.read_bytes()}).items():
        page.evaluate(_KEEP, [name, b64encode(content).decode("ascii")])


def _typed() -> list[str]:
    """Postcodes of the table, the same each time."""
    everything = [
        sector + units[at : at + 2]
        for sector, _, units in current_postcodes.bundled_table().rows()
        for at in range(0, len(units), 2)
    ]
    return Random(1).sample(everything, _LOOKUPS)  # noqa: S311  # repeats, and is no secret


def _opened(page: Page, site: str, script: str, text: str) -> float:
    """Milliseconds until the first postcode is answered."""
    page.goto(f"{site}/privacy")
    took: float = page.evaluate(script, text)
    return took
