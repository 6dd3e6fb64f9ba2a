"""What is newer in the instance folder is taken up while the site runs, by each process on its own.

That is a table, or what a group lays over its campaign. What is faulty is told, and the site
goes on with what it has; so it is with its settings, which are taken up at a start alone.
"""

import logging
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Final

from flask import Flask, current_app

from letterwriter.campaigns.overlay import OVERLAYS, overlays_stamp
from letterwriter.files.faults import FaultyFiles
from letterwriter.files.instance import table_stamp
from letterwriter.files.messages import message
from letterwriter.files.settings_file import SETTINGS_FILE, settings_stamp
from letterwriter.files.table_messages import stays
from letterwriter.parliament.current_members import MEMBERS_FOLDER, newest_day, newest_members
from letterwriter.postcodes.current_postcodes import POSTCODES_FOLDER, newest_postcodes
from letterwriter.web.app_data import AppData, load_served
from letterwriter.web.settings import BadSetting, Settings

_EVERY: Final = 5.0  # seconds between looks: a look takes some 50 millionths of one

_log = logging.getLogger(__name__)


class Reload:
    """Looks now and then whether the instance folder has anything else than what is in use."""

    def __init__(self, instance: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._instance = instance
        self._clock = clock
        self._stamps = {watched: watched.stamp(instance) for watched in _WATCHED}
        self._next_look = clock() + _EVERY
        self._lock = Lock()

    def renewed(self, here: AppData) -> AppData:
        """The data with all that is new; the same where nothing is, or it is faulty."""
        if self._clock() < self._next_look or not self._lock.acquire(blocking=False):
            return here  # others need not wait while one reads the table
        try:
            self._next_look = self._clock() + _EVERY
            for watched in _WATCHED:
                now = watched.stamp(self._instance)
                if now != self._stamps[watched]:
                    self._stamps[watched] = now
                    here = watched.take_up(self._instance, here)
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


def _campaigns(_: Path, here: AppData) -> AppData:
    try:
        served = load_served(here.settings)
    except (FaultyFiles, BadSetting) as faulty:  # also where the campaign itself was taken away
        _log.warning("%s", message("settings", "overlay-stays", why=str(faulty)))
        return replace(here, passed_over=here.passed_over | {OVERLAYS})
    passed_over = here.passed_over - {OVERLAYS}
    return replace(here, campaign=served.campaign, by_host=served.by_host, passed_over=passed_over)


def _settings(_: Path, here: AppData) -> AppData:
    """Try the settings as the next start will; nothing of them is taken up before that."""
    try:
        with suppress(FaultyFiles):  # of what is laid over, which is told by itself
            load_served(Settings.from_environment(os.environ))
    except BadSetting as bad:
        _log.warning("%s", message("settings", "file-stays", why=str(bad)))
        return replace(here, passed_over=here.passed_over | {SETTINGS_FILE})
    _log.warning("%s", message("settings", "file-restart"))
    return replace(here, passed_over=here.passed_over - {SETTINGS_FILE})


def _table_stamp_in(instance: Path, *, table: str) -> object:
    return table_stamp(instance / table)


@dataclass(frozen=True, slots=True)
class _Watched:
    """A part of the instance folder: what shows that it is another, and what to do then."""

    stamp: Callable[[Path], object]
    take_up: Callable[[Path, AppData], AppData]


_WATCHED: Final = (
    _Watched(partial(_table_stamp_in, table=MEMBERS_FOLDER), _members),
    _Watched(partial(_table_stamp_in, table=POSTCODES_FOLDER), _postcodes),
    _Watched(overlays_stamp, _campaigns),
    _Watched(settings_stamp, _settings),
)


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
