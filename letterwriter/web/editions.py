"""Which edition is the present one: made at the first wish, and anew when its world changes."""

from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock

from flask import current_app, request

from letterwriter.domain.campaign import Campaign
from letterwriter.domain.parliament import Parliament
from letterwriter.outputs.offline.table import publish
from letterwriter.sources.postcodes import PostcodeTable
from letterwriter.web.edition import Edition, Kept, kept, stamp
from letterwriter.web.publishing import being_made, published
from letterwriter.web.world import World, world


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
            table = self._packed(here.postcodes)
            edition = published(here, table, source.made, source.root)
            others = [pair for pair in self._held if pair[0].same_tables(source)]
            self._held = [*others, (source, edition)]
            return edition

    def _packed(self, postcodes: PostcodeTable) -> Kept:
        if self._table is None or self._table[0] is not postcodes:
            # Northern Ireland's stay here: a licence to use them is none to hand them on.
            rows = postcodes.in_great_britain().rows()
            self._table = postcodes, kept("postcodes.bin", publish(rows))
        return self._table[1]


def present() -> Edition:
    """The present edition for the address that was opened."""
    editions: Editions = current_app.extensions.setdefault("letterwriter-editions", Editions())
    return editions.present(world())


def at(filename: str) -> str:
    """The address of a static file within the edition, for templates."""
    id_ = being_made() or present().id
    return f"{request.script_root}/at/{id_}/static/{filename}"
