"""Counting letters as they come into their writers' hands, where the operator turned it on."""

import atexit
import logging
from typing import TYPE_CHECKING, Final, cast

from flask import Flask, current_app, request

from letterwriter.counts.counted import CountedDoor, CountedUnder
from letterwriter.counts.publication import Publication
from letterwriter.counts.seen_pages import SeenPages, is_page_mark, new_page_mark
from letterwriter.web.app_data import app_data
from letterwriter.web.downloads import rate_limit
from letterwriter.web.settings import BadSetting, Settings

if TYPE_CHECKING:  # a site that counts nothing loads none of it
    pass

_COUNTING: Final = "letterwriter-counting"
_MARK: Final = "count"  # the field that holds a page's mark

_log = logging.getLogger(__name__)


class Counting:
    """What the running site counts with."""

    def __init__(self, address: str) -> None:
        from letterwriter.counts.database import CountsDatabase  # noqa: PLC0415  # where it counts
        from letterwriter.counts.nightly import NightlyCounts  # noqa: PLC0415
        from letterwriter.counts.waiting import WaitingCounts  # noqa: PLC0415

        self._readable = CountsDatabase(address)
        self.nightly: NightlyCounts = NightlyCounts(self._readable)
        self.waiting: WaitingCounts = WaitingCounts(CountsDatabase(address))
        self.seen = SeenPages()

    def close(self) -> None:
        """Write what waits and end."""
        self.waiting.close()
        self._readable.close()


def init_app(app: Flask, settings: Settings) -> None:
    """Open the database, which may be away; raises BadSetting where no waiting would mend it."""
    app.add_template_global(is_counting, "counting")
    app.add_template_global(page_mark)
    app.extensions[_COUNTING] = None
    if not settings.counts:
        return
    if why := try_counts(settings):
        _log.warning(_AWAY, why)
    counting = app.extensions[_COUNTING] = Counting(settings.counts)
    atexit.register(counting.close)


def try_counts(settings: Settings) -> str:
    """Bring the database to its present form; why that is not possible just now, or nothing.

    Raises BadSetting where no waiting would mend it. On connections of its own, as none
    survives that processes part.
    """
    from letterwriter.counts.database import CountsDatabase  # noqa: PLC0415  # where it counts
    from letterwriter.counts.database_faults import lasting_fault, passing_fault  # noqa: PLC0415

    database = CountsDatabase(settings.counts)
    try:
        database.prepare()
    except Exception as error:  # noqa: BLE001  # sorted here: refused, or reported and tried again
        if why := lasting_fault(error):
            raise BadSetting(f"LETTERWRITER_COUNTS cannot be used: {why}") from None
        return passing_fault(error)
    finally:
        database.close()
    return ""


def counting() -> Counting | None:
    """The running site's, None where it counts nothing."""
    return cast(Counting | None, current_app.extensions[_COUNTING])


def is_counting() -> bool:
    """Whether letters are counted, for templates too."""
    return counting() is not None


def published_letters() -> Publication | None:
    """What may be told today of this campaign's letters; None where nothing can be read."""
    site, here = counting(), app_data()
    return site.nightly.published(here.campaign.id, here.today) if site else None


def letters_from(constituency: str) -> str:
    """How many letters are published of a constituency, empty where none are at hand."""
    site, here = counting(), app_data()
    found = site.nightly.at_hand(here.campaign.id, here.today) if site else None
    letters = found.constituencies.get(constituency) if found else None
    return f"{letters.total:,}" if letters else ""


def page_mark() -> str:
    """The mark of the page that is being made: the one it came from had it, or a new one."""
    before = request.form.get(_MARK, "")
    return before if is_page_mark(before) else new_page_mark()


def count_letter(door: CountedDoor, *, limited: bool) -> bool:
    """Count the letter of this request, if its page says that it does and was not counted.

    ``limited`` is whether the request was held against the visitor's limit already; others are
    here. False only where the visitor is above it.
    """
    here = app_data()
    site, mark = counting(), request.form.get(_MARK, "")
    code = request.form.get("constituency", "")
    if site is None or not is_page_mark(mark) or code not in here.parliament:
        return True
    if not limited and not rate_limit().allows(request.remote_addr or ""):
        return False
    if site.seen.is_new(mark):
        site.waiting.add(CountedUnder(here.today, code, door.value, here.campaign.id))
    return True


_AWAY: Final = (
    "the database in LETTERWRITER_COUNTS %s: the site starts, and counts wait in memory until it "
    "is back"
)
