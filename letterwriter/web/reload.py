"""A newer table is taken up while the site runs, by every worker process on its own."""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Final

from flask import Flask, current_app

from letterwriter.files.faults import FaultyFiles
from letterwriter.files.instance import table_stamp
from letterwriter.files.table_messages import stays
from letterwriter.parliament.current_members import MEMBERS_FOLDER, newest_day, newest_members
from letterwriter.postcodes.current_postcodes import POSTCODES_FOLDER, newest_postcodes
from letterwriter.web.app_data import AppData
from letterwriter.web.settings import Settings

_EVERY: Final = 5.0  # seconds between looks: a look takes some 50 millionths of one

_log = logging.getLogger(__name__)


class Reload:
    """Looks now and then whether the newest tables are others than those in use."""

    def __init__(self, instance: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._instance = instance
        self._clock = clock
        self._stamps = {table: table_stamp(instance / table) for table in _TAKE_UP}
        self._next_look = clock() + _EVERY
        self._lock = Lock()

    def renewed(self, here: AppData) -> AppData:
        """The data with the newest tables; the same where nothing is new or it is faulty."""
        if self._clock() < self._next_look or not self._lock.acquire(blocking=False):
            return here  # others need not wait while one reads the table
        try:
            self._next_look = self._clock() + _EVERY
            for table, take_up in _TAKE_UP.items():
                now = table_stamp(self._instance / table)
                if now != self._stamps[table]:
                    self._stamps[table] = now
                    here = take_up(self._instance, here)
            return here
        finally:
            self._lock.release()


def _members(instance: Path, here: AppData) -> AppData:
    try:
        newest = newest_members(instance, here.settings.dissolution)
    except FaultyFiles as faulty:
        _log.warning(
            "%s",
            stays(MEMBERS_FOLDER, faulty, newest_day(here.parliament)),
        )
        return replace(here, passed_over=here.passed_over | {MEMBERS_FOLDER})
    passed_over = here.passed_over - {MEMBERS_FOLDER}
    return replace(here, parliament=newest.parliament, passed_over=passed_over)


def _postcodes(instance: Path, here: AppData) -> AppData:
    try:
        newest = newest_postcodes(instance, here.parliament)
    except FaultyFiles as faulty:
        _log.warning("%s", stays(POSTCODES_FOLDER, faulty, here.edition.as_of))
        return replace(here, passed_over=here.passed_over | {POSTCODES_FOLDER})
    passed_over = here.passed_over - {POSTCODES_FOLDER}
    return replace(here, postcodes=newest.table, edition=newest.edition, passed_over=passed_over)


_TAKE_UP: Final = {
    MEMBERS_FOLDER: _members,
    POSTCODES_FOLDER: _postcodes,
}


def init_app(app: Flask, settings: Settings) -> None:
    """Look before a page is made, if there is a folder to look at.

    Called before the tables are read, so that none can arrive unseen in between.
    """
    if settings.instance:
        app.extensions["letterwriter-reload"] = Reload(settings.instance)
        app.before_request(_renew)


def _renew() -> None:
    kept = current_app.extensions
    here: AppData = kept["letterwriter"]
    renewed = kept["letterwriter-reload"].renewed(here)
    if renewed is not here:
        kept["letterwriter"] = renewed
