"""What templates may call: dates as letters have them, and words with their slots filled."""

from collections.abc import Mapping
from datetime import date

from flask import Flask

from letterwriter.files.messages import message, messages
from letterwriter.text.dates import is_future, written_date
from letterwriter.text.passage import fill, slots_of
from letterwriter.web.app_data import app_data


def init_app(app: Flask) -> None:
    """Give templates their filters and the campaign."""
    app.add_template_filter(written_date, "long_date")
    app.add_template_filter(_filled, "filled")
    app.context_processor(_everywhere)


def _everywhere() -> dict[str, object]:
    """What every template may name."""
    here = app_data()
    return {
        "campaign": here.campaign,
        "changes": here.campaign.changes_on(here.today),
        "safety": messages("safety"),
        "screen_titles": messages("screens"),
        "tally_words": messages("tallies"),
    }


def known_on(day: date) -> str:
    """The date on which something was known, with a word where that is still to come."""
    written = written_date(day)
    come = is_future(day, app_data().today)
    return message("tables", "page-to-come", day=written) if come else written


def _filled(words: str, values: Mapping[str, str]) -> str:
    """Words with their {slots} filled; nothing where one of them is not known yet."""
    return fill(words, values) if slots_of(words) <= values.keys() else ""
