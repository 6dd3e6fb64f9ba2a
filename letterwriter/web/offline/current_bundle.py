"""Which edition is the present one: made at the first request, and again when data change."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from threading import Lock
from typing import Final

from flask import Flask, current_app, request

from letterwriter.campaigns.campaign import Campaign
from letterwriter.offline.table import publish
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.web.app_data import AppData, app_data
from letterwriter.web.offline.bundle import Edition, Kept, kept, stamp
from letterwriter.web.offline.publishing import being_made, make_edition

_EDITIONS: Final = "letterwriter-editions"


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

    def present(self, here: AppData) -> Edition:
        """The edition of this data; takes a second or so the first time."""
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
            table = _packed(here.postcodes)
            edition = make_edition(here, table, source.made, source.root)
            others = [pair for pair in self._held if pair[0].same_tables(source)]
            self._held = [*others, (source, edition)]
            return edition


@lru_cache(maxsize=1)
def _packed(postcodes: PostcodeTable) -> Kept:
    """The table as devices keep it: packing it takes a second, and a site has one at a time."""
    # Northern Ireland's stay here: a licence to use them is none to hand them on.
    return kept("postcodes.bin", publish(postcodes.in_great_britain().rows()))


def init_app(app: Flask) -> None:
    """Hold the site's editions, and let templates ask for addresses within one."""
    app.extensions[_EDITIONS] = Editions()
    app.add_template_global(at)
    app.add_template_global(lambda: present().id, "present_edition")


def present() -> Edition:
    """The present edition for the address that was opened."""
    editions: Editions = current_app.extensions[_EDITIONS]
    return editions.present(app_data())


def at(filename: str) -> str:
    """The address of a static file within the edition, for templates."""
    id_ = being_made() or present().id
    return f"{request.script_root}/at/{id_}/static/{filename}"
