"""Which edition is the present one: made at the first wish, and anew when its world changes."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock
from typing import Final

from flask import current_app, g, render_template, request

from letterwriter.domain.campaign import Campaign
from letterwriter.domain.parliament import Parliament
from letterwriter.outputs.offline.bundle import bundle
from letterwriter.outputs.offline.table import publish
from letterwriter.sources.postcodes import PostcodeTable
from letterwriter.sources.words import words
from letterwriter.web.edition import Edition, Kept, bound, id_of, kept, stamp, static_files
from letterwriter.web.security import HEADERS
from letterwriter.web.world import World, world

PAGES: Final = {
    "/offline": "offline/shell.html",
    "/stall": "stall/shell.html",
    "/stall/ready": "stall/ready.html",
    "/manifest.webmanifest": "offline/manifest.webmanifest",
}
_PLAIN: Final = {  # pages that the worker has at hand even where the store is lost
    name: f"offline/{name}.html" for name in ("lost", "lost_words", "network", "letter")
}
_ANY: Final = "-"  # stands for the id while it is not known yet


def made_on(today: date) -> date:
    """The Monday of this week.

    By the day alone, so that all processes of a site make the same edition; once a week, so
    that a device with an old one finds a newer one and one in daily use need not fetch daily.
    """
    return today - timedelta(days=today.weekday())


@dataclass(frozen=True, slots=True)
class _Source:
    """What an edition was made from; the same only when all of these are the same objects."""

    parliament: Parliament
    postcodes: PostcodeTable
    campaign: Campaign
    made: date
    root: str
    stamp: object

    def same_tables(self, other: "_Source") -> bool:
        return (
            self.parliament is other.parliament
            and self.postcodes is other.postcodes
            and (self.made, self.root, self.stamp) == (other.made, other.root, other.stamp)
        )

    def same(self, other: "_Source") -> bool:
        return self.campaign is other.campaign and self.same_tables(other)


class Editions:
    """The present edition of each campaign; one thread makes one while others wait for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: list[tuple[_Source, Edition]] = []
        self._table: tuple[PostcodeTable, Kept] | None = None

    def present(self, here: World) -> Edition:
        """The edition of this world; takes a second or so the first time."""
        source = _Source(
            here.parliament,
            here.postcodes,
            here.campaign,
            made_on(here.today),
            request.script_root,
            None if here.settings.production else stamp(),
        )
        with self._lock:
            for held, edition in self._held:
                if held.same(source):
                    return edition
            edition = _published(here, source, self._packed(here.postcodes))
            others = [pair for pair in self._held if pair[0].same_tables(source)]
            self._held = [*others, (source, edition)]
            return edition

    def _packed(self, postcodes: PostcodeTable) -> Kept:
        if self._table is None or self._table[0] is not postcodes:
            self._table = postcodes, kept("postcodes.bin", publish(postcodes.rows()))
        return self._table[1]


def present() -> Edition:
    """The present edition for the address that was opened."""
    editions: Editions = current_app.extensions.setdefault("letterwriter-editions", Editions())
    return editions.present(world())


def at(filename: str) -> str:
    """The address of a static file within the edition, for templates."""
    id_ = g.get("letterwriter_edition") or present().id
    return f"{request.script_root}/at/{id_}/static/{filename}"


def _published(here: World, source: _Source, table: Kept) -> Edition:
    colours = render_template("campaign.css", colours=here.campaign.colours).encode()
    files = static_files() | {
        "static/css/campaign.css": kept("campaign.css", colours),
        "postcodes.bin": table,
    }
    drafts = *_rendered(PAGES | _PLAIN, _ANY).values(), _bundled(source, here, _ANY)
    id_ = id_of(files, (draft.encode() for draft in drafts))
    files["world.json"] = kept("world.json", _bundled(source, here, id_).encode())
    pages = {path: _page(path, text) for path, text in _rendered(PAGES, id_).items()}
    extra = {"plain": _rendered(_PLAIN, id_), "headers": HEADERS}
    return bound(id_, files, pages, source.root, extra)


def _page(path: str, text: str) -> Kept:
    return kept(path if "." in path else "page.html", text.encode())


def _rendered(templates: Mapping[str, str], id_: str) -> dict[str, str]:
    with _named(id_):
        return {path: render_template(name, edition=id_) for path, name in templates.items()}


@contextmanager
def _named(id_: str) -> Iterator[None]:
    """Let ``at`` know the edition that is being made."""
    g.letterwriter_edition = id_
    try:
        yield
    finally:
        g.pop("letterwriter_edition")


def _bundled(source: _Source, here: World, id_: str) -> str:
    plain = bundle(
        source.parliament,
        source.campaign,
        {name: words(name) for name in ("lookup", "advice", "safety")},
        edition=id_,
        made=source.made,
        today=here.settings.today,
    )
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
