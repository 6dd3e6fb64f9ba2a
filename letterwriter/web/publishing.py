"""Making an edition: what is in it, from the world, the templates and the static files."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Final

from flask import g, render_template

from letterwriter.outputs.offline.bundle import bundle
from letterwriter.sources.words import words
from letterwriter.web.edition import Edition, Kept, bound, id_of, kept, static_files
from letterwriter.web.security import HEADERS
from letterwriter.web.world import World

_PAGES: Final = {
    "/offline": "offline/shell.html",
    "/stall": "stall/shell.html",
    "/stall/ready": "stall/ready.html",
    "/manifest.webmanifest": "offline/manifest.webmanifest",
}
_PLAIN: Final = {  # pages that the worker has at hand even where the store is lost
    name: f"offline/{name}.html" for name in ("lost", "lost_words", "network", "letter")
}
_ANY: Final = "-"  # stands for the id while it is not known yet


def published(here: World, table: Kept, made: date, root: str) -> Edition:
    """The edition of this world; needs a request, since templates make addresses."""
    colours = render_template("campaign.css", colours=here.campaign.colours).encode()
    files = static_files() | {
        "static/css/campaign.css": kept("campaign.css", colours),
        "postcodes.bin": table,
    }
    drafts = *_rendered(_PAGES | _PLAIN, _ANY).values(), _bundled(here, made, _ANY)
    id_ = id_of(files, (draft.encode() for draft in drafts))
    files["world.json"] = kept("world.json", _bundled(here, made, id_).encode())
    pages = {path: _page(path, text) for path, text in _rendered(_PAGES, id_).items()}
    extra = {"plain": _rendered(_PLAIN, id_), "headers": HEADERS}
    return bound(id_, files, pages, root, extra)


def being_made() -> str:
    """The id of the edition that this request is making just now; empty when it makes none."""
    id_: str = g.get("letterwriter_edition", "")
    return id_


def _page(path: str, text: str) -> Kept:
    return kept(path if "." in path else "page.html", text.encode())


def _rendered(templates: Mapping[str, str], id_: str) -> dict[str, str]:
    with _named(id_):
        return {path: render_template(name, edition=id_) for path, name in templates.items()}


@contextmanager
def _named(id_: str) -> Iterator[None]:
    """Let templates know the edition that is being made."""
    g.letterwriter_edition = id_
    try:
        yield
    finally:
        g.pop("letterwriter_edition")


def _bundled(here: World, made: date, id_: str) -> str:
    plain = bundle(
        here.parliament,
        here.campaign,
        {name: words(name) for name in ("lookup", "advice", "safety")},
        edition=id_,
        made=made,
        today=here.settings.today,
    )
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
