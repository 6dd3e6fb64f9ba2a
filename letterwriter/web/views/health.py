"""For a monitor: whether the tables are as they should be, and how old they are."""

from datetime import date

from flask import Blueprint, jsonify
from werkzeug.wrappers import Response

from letterwriter.campaigns.overlay import OVERLAYS
from letterwriter.files.messages import message
from letterwriter.files.settings_file import SETTINGS_FILE
from letterwriter.parliament.current_members import MEMBERS_FOLDER, newest_day, oldest_day
from letterwriter.parliament.dissolution import Stage
from letterwriter.parliament.house_messages import absence
from letterwriter.parliament.members import Parliament
from letterwriter.postcodes.current_postcodes import POSTCODES_FOLDER as POSTCODES
from letterwriter.text.dates import age_in_days, written_date
from letterwriter.web import review_dates
from letterwriter.web.app_data import AppData, app_data
from letterwriter.web.counting import counting
from letterwriter.web.downloads import rate_limit

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """The site is up; how many days old its tables are, and when facts are due.

    ``members`` goes by the oldest row of the table; an age is null where a date is still to
    come. ``wrong`` is there if anything is, by table or file; docs/data.md says what to watch for.
    Where limits are shared, ``seconds_of_limits_alone`` says how long this process has
    counted in its own memory, 0 for not at all. Where a dissolution is known,
    ``parliament`` is "sitting" before it, "dissolved", and "elected" after the election until
    the table of members is newer. Where letters are counted, ``counts`` says how
    many wait for the database in this process, how many are lost, and how long it has failed.
    """
    here = app_data()
    to_come = age_in_days(newest_day(here.parliament), here.today) is None
    members = None if to_come else age_in_days(oldest_day(here.parliament), here.today)
    postcodes = here.edition.age_in_days(here.today)
    wrong = {
        MEMBERS_FOLDER: _wrong(here, MEMBERS_FOLDER, newest_day(here.parliament), to_come=to_come),
        POSTCODES: _wrong(here, POSTCODES, here.edition.as_of, to_come=postcodes is None),
    }
    if OVERLAYS in here.passed_over:
        wrong[OVERLAYS] = message("settings", "overlay-health")
    if SETTINGS_FILE in here.passed_over:
        wrong["settings"] = message("settings", "file-health")
    faults = {kind: what for kind, what in wrong.items() if what}
    ages: dict[str, object] = {
        MEMBERS_FOLDER: members,
        POSTCODES: postcodes,
        **review_dates.ages(here),
        **_limits(),
        **_counts(),
    }
    ages |= _parliament(here.parliament)
    return jsonify({**ages, "wrong": faults} if faults else ages)


def _parliament(parliament: Parliament) -> dict[str, str]:
    """Whether there are MPs, with the days of a dissolution that is known."""
    known = parliament.dissolution
    if known is None:
        return {}
    days = {"dissolved": known.day, "election": known.election}
    told = {name: day.isoformat() for name, day in days.items() if day}
    return {"parliament": parliament.stage.value, **told}


def _limits() -> dict[str, int]:
    limit = rate_limit()
    return {"seconds_of_limits_alone": limit.seconds_alone()} if limit.is_shared else {}


def _counts() -> dict[str, dict[str, int]]:
    site = counting()
    if site is None:
        return {}
    waiting = site.waiting
    told = {"waiting": waiting.waiting, "lost": waiting.lost}
    return {"counts": {**told, "seconds_failing": waiting.seconds_failing()}}


def _wrong(here: AppData, table: str, used: date, *, to_come: bool) -> str:
    """What is wrong with a table, in words; empty as long as nothing is."""
    slots = {"day": written_date(used), "used": written_date(used)}
    faults = []
    if table in here.passed_over:
        faults.append(message("tables", "health-not-used", **slots))
    if table == MEMBERS_FOLDER and here.parliament.stage is Stage.ELECTED:
        faults.append(absence(here.parliament).said)
    if to_come:
        faults.append(message("tables", "health-to-come", today=written_date(here.today), **slots))
    return "; ".join(faults)
