"""The local actions of the running site: each campaign's calendar, read again when it changes."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, cast

from flask import Flask, current_app

from letterwriter.campaigns.overlay import EVENTS_FILE, OVERLAYS
from letterwriter.files.faults import FaultyFiles
from letterwriter.files.messages import message
from letterwriter.paths import CAMPAIGNS
from letterwriter.web.app_data import AppData, app_data

if TYPE_CHECKING:  # a site without a calendar does without the libraries that read one
    from letterwriter.actions.action import LocalAction
    from letterwriter.actions.calendar_file import ActionCalendar

_EVERY: Final = 5.0  # seconds between looks
_ACTIONS: Final = "letterwriter-actions"
_log = logging.getLogger(__name__)
_Stamp = tuple[int, int, int] | None


@dataclass(slots=True)
class _Held:
    """What is known of one campaign's calendar: as it was last read without a fault."""

    stamp: _Stamp = None
    next_look: float = float("-inf")
    calendar: "ActionCalendar | None" = None
    day: date | None = None  # for which ``actions`` are
    actions: "tuple[LocalAction, ...]" = ()


class LocalActions:
    """Reads calendars, keeps the last good one of each, and knows what is to come."""

    def __init__(self, *folders: Path, clock: Callable[[], float] = time.monotonic) -> None:
        """Each of ``folders`` has a folder a campaign; the first that has a calendar counts."""
        self._folders = folders
        self._clock = clock
        self._held: dict[str, _Held] = {}
        self._lock = Lock()

    def upcoming(self, campaign_id: str, today: date) -> "tuple[LocalAction, ...]":
        """The campaign's local actions that are to come; none where it has no calendar."""
        with self._lock:
            held = self._held.setdefault(campaign_id, _Held())
            if self._clock() >= held.next_look:
                held.next_look = self._clock() + _EVERY
                self._look(campaign_id, held)
            if held.day != today:
                self._tell(held, today)
            return held.actions

    def has_calendar(self, campaign_id: str) -> bool:
        """Whether the campaign has one that could be read, as of the last look."""
        held = self._held.get(campaign_id)
        return bool(held and held.calendar)

    def _look(self, campaign_id: str, held: _Held) -> None:
        paths = [folder / campaign_id / EVENTS_FILE for folder in self._folders]
        path = next((path for path in paths if path.exists()), paths[-1])
        now = _stamp(path)
        if now == held.stamp:
            return
        held.stamp, held.day = now, None
        if now is None:
            held.calendar = None
            return
        from letterwriter.actions.calendar_file import read_calendar  # noqa: PLC0415

        try:
            held.calendar = read_calendar(path)
        except FaultyFiles as faulty:
            faults = "; ".join(map(str, faulty.faults))
            key = "stays" if held.calendar else "none"
            _log.warning("%s", message("actions", key, campaign=campaign_id, faults=faults))

    def _tell(self, held: _Held, today: date) -> None:
        held.day, held.actions = today, ()
        if held.calendar:
            from letterwriter.actions.upcoming import upcoming  # noqa: PLC0415

            held.actions = upcoming(held.calendar, today)


def _stamp(path: Path) -> _Stamp:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def init_app(app: Flask) -> None:
    """Read the calendars that there are, so that a faulty one is in the log from the start."""
    here: AppData = app.extensions["letterwriter"]
    actions = app.extensions[_ACTIONS] = LocalActions(*_own(here.settings.instance), CAMPAIGNS)
    for campaign in _served(here):
        actions.upcoming(campaign, here.today)


def _own(instance: Path | None) -> tuple[Path, ...]:
    """Where an operator keeps files for campaigns."""
    return (instance / OVERLAYS,) if instance else ()


def _served(here: AppData) -> Iterable[str]:
    return {campaign.id for campaign in (here.campaign, *here.by_host.values())}


def actions_here() -> "tuple[LocalAction, ...]":
    """The local actions of the campaign whose address was opened."""
    here = app_data()
    return _running().upcoming(here.campaign.id, here.today)


def has_calendar_here() -> bool:
    """Whether that campaign keeps a calendar."""
    return _running().has_calendar(app_data().campaign.id)


def _running() -> LocalActions:
    return cast(LocalActions, current_app.extensions[_ACTIONS])
