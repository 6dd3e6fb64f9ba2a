"""A newer table is taken up while the site runs, by every worker process on its own."""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Final

from flask import Flask, current_app

from letterwriter.domain.fault import FaultyFiles
from letterwriter.sources import postcode_tables, tables
from letterwriter.sources.instance import marks
from letterwriter.web.settings import Settings
from letterwriter.web.world import World

_EVERY: Final = 5.0  # seconds between looks: a look takes some 50 millionths of one

_log = logging.getLogger(__name__)


class Renewal:
    """Looks now and then whether the newest tables are others than those in use."""

    def __init__(self, instance: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._instance = instance
        self._clock = clock
        self._marks = {room: marks(instance / room) for room in _ROOMS}
        self._next_look = clock() + _EVERY
        self._lock = Lock()

    def renewed(self, here: World) -> World:
        """The world with the newest tables; the same one where nothing is new or it is faulty."""
        if self._clock() < self._next_look or not self._lock.acquire(blocking=False):
            return here  # others need not wait while one reads the table
        try:
            self._next_look = self._clock() + _EVERY
            for room, take_up in _ROOMS.items():
                now = marks(self._instance / room)
                if now != self._marks[room]:
                    self._marks[room] = now
                    here = take_up(self._instance, here)
            return here
        finally:
            self._lock.release()


def _members(instance: Path, here: World) -> World:
    try:
        newest = tables.newest_members(instance)
    except FaultyFiles as faulty:
        stays = tables.newest_day(here.parliament)
        _log.warning("a new table of members is not used; that of %s stays: %s", stays, faulty)
        return here
    return replace(here, parliament=newest.parliament)


def _postcodes(instance: Path, here: World) -> World:
    try:
        newest = postcode_tables.newest_postcodes(instance, here.parliament)
    except FaultyFiles as faulty:
        stays = here.edition.as_of
        _log.warning("a new table of postcodes is not used; that of %s stays: %s", stays, faulty)
        return here
    return replace(here, postcodes=newest.table, edition=newest.edition)


_ROOMS: Final = {tables.MEMBERS: _members, postcode_tables.ROOM: _postcodes}


def init_app(app: Flask, settings: Settings) -> None:
    """Look before a page is made, if there is a folder to look at.

    Called before the tables are read, so that none can arrive unseen in between.
    """
    if settings.instance:
        app.extensions["letterwriter-renewal"] = Renewal(settings.instance)
        app.before_request(_renew)


def _renew() -> None:
    kept = current_app.extensions
    here: World = kept["letterwriter"]
    renewed = kept["letterwriter-renewal"].renewed(here)
    if renewed is not here:
        kept["letterwriter"] = renewed
