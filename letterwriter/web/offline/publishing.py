"""Making an edition: what is in it, from the site's data, the templates and the static files."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final

from flask import g, render_template

from letterwriter.documents import formats
from letterwriter.files.messages import messages
from letterwriter.offline.areas import with_areas
from letterwriter.offline.bundle import for_letters, start
from letterwriter.offline.campaign import JsonObject
from letterwriter.offline.seats import seats
from letterwriter.tallies.hexes import hexes
from letterwriter.web.app_data import AppData
from letterwriter.web.counting import is_counting
from letterwriter.web.offline.area_parts import AreaParts
from letterwriter.web.offline.bundle import (
    Edition,
    Kept,
    edition_of,
    id_of,
    kept,
    kept_json,
    static_files,
)
from letterwriter.web.offline.scripts import joined
from letterwriter.web.requests.security import HEADERS
from letterwriter.web.views.outside_lookup import service_name

_PAGES: Final = {
    "/": "screens/start.html",
    "/again": "screens/start_again.html",
    "/offline": "screens/start.html",  # where devices with an older edition look for it
    "/about": "pages/about.html",
    "/privacy": "pages/privacy.html",
    "/your-own-case": "pages/own_case.html",
    "/changes": "pages/changes.html",
    "/example": "pages/example.html",
    "/organise": "volunteers/organise.html",
    "/stall": "stall/shell.html",
    "/stall/ready": "stall/ready.html",
    "/manifest.webmanifest": "offline/manifest.webmanifest",
}
_PLAIN: Final = {  # pages that the worker has at hand even where the store is lost
    name: f"offline/{name}.html" for name in ("lost", "network")
}
_SCRIPTS: Final = tuple(
    f"static/js/{name}.js" for name in ("wizard/start", "wizard/later", "transfer/go_on")
)
_OTHER_DOWNLOADS: Final = (".csv", ".xlsx", ".jsonl")  # of lists and tallies; packs are PDFs
_ANY: Final = "-"  # stands for the id while it is not known yet


def make_edition(here: AppData, table: Kept, made: date, root: str) -> Edition:
    """The edition of this data; needs a request, since templates make addresses."""
    colours = render_template("campaign.css", colours=here.campaign.colours).encode()
    all_seats = with_areas(seats(here.parliament), here.parliament, here.postcodes.sectors())
    scripts = static_files()
    sources = {name: file.content for name, file in scripts.items() if name.endswith(".js")}
    first, later, take = joined(sources, *_SCRIPTS)
    files = scripts | {
        "static/js/start.js": kept("start.js", first),
        "static/js/later.js": kept("later.js", later),
        "static/js/take.js": kept("take.js", take),
        "static/css/campaign.css": kept("campaign.css", colours),
        "campaign.json": _letters(here),
        "seats.json": kept_json("seats.json", {"seats": all_seats}),
        "hexes.json": kept_json("hexes.json", dict(hexes())),
        "postcodes.bin": table,
    }
    pages_drafted = _rendered(_PAGES | _PLAIN, _ANY).values()
    drafts = *(page.encode() for page in pages_drafted), _start(here, made, _ANY).content
    id_ = id_of(files, drafts)
    files["start.json"] = _start(here, made, id_)
    pages = {path: _page(path, text) for path, text in _rendered(_PAGES, id_).items()}
    parts = AreaParts(here, table.content, all_seats)
    return edition_of(id_, files, pages, parts.file, root, _for_worker(id_))


def _for_worker(id_: str) -> JsonObject:
    """What the worker knows besides its files: pages for when all else is lost, and addresses."""
    return {
        "plain": _rendered(_PLAIN, id_),
        "headers": HEADERS,
        "downloads": [*(f".{each.extension}" for each in formats.FORMATS), *_OTHER_DOWNLOADS],
    }


def being_made() -> str:
    """The id of the edition that this request is making just now; empty when it makes none."""
    id_: str = g.get("letterwriter_edition", "")
    return id_


def _page(path: str, text: str) -> Kept:
    return kept(path if "." in path else "page.html", text.encode())


def _rendered(templates: dict[str, str], id_: str) -> dict[str, str]:
    first = {name: path for path, name in reversed(templates.items())}  # "/offline" is "/" too
    with _named(id_):
        return {
            path: render_template(name, edition=id_, path=first[name])
            for path, name in templates.items()
        }


@contextmanager
def _named(id_: str) -> Iterator[None]:
    """Let templates know the edition that is being made."""
    g.letterwriter_edition = id_
    try:
        yield
    finally:
        g.pop("letterwriter_edition")


def _start(here: AppData, made: date, id_: str) -> Kept:
    of_lookups = {name: messages(name) for name in ("lookup", "parliament", "roles")}
    today = here.settings.today
    server = {
        "northern_ireland": here.postcodes.with_northern_ireland,
        "ended": here.postcodes.ended_count > 0,
        "service": service_name(),
        **({"counts": True} if is_counting() else {}),
    }
    plain = start(here.parliament, of_lookups, edition=id_, made=made, today=today, server=server)
    return kept_json("start.json", plain)


def _letters(here: AppData) -> Kept:
    of_letters = {name: messages(name) for name in ("advice", "followup", "praise", "safety")}
    return kept_json("campaign.json", for_letters(here.campaign, of_letters))
