"""When to write again, by the page's own engine: the same day and the same bytes."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page

from letterwriter.files.messages import message
from letterwriter.followup.next_step import WAIT, write_again_on
from letterwriter.followup.reminder import as_reminder
from tests.js.asking import each

pytestmark = pytest.mark.browser

_DAYS = [date(2026, 11, 1) + timedelta(days=number) for number in range(0, 900, 3)]


def test_both_engines_wait_as_long_and_write_the_same_entry(page: Page) -> None:
    ask = (
        "[engine.daysAfter(given.day, given.wait),"
        " engine.asReminder(given.again, given.day, given.title)]"
    )
    given = [
        {
            "day": day.isoformat(),
            "wait": WAIT.days,
            "again": write_again_on(day).isoformat(),
            "title": message("followup", "reminder"),
        }
        for day in _DAYS
    ]
    theirs = each(page, "reminder", ask, given)
    assert theirs == [
        [write_again_on(day).isoformat(), as_reminder(write_again_on(day), day).decode()]
        for day in _DAYS
    ]
