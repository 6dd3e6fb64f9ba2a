"""What templates may call: dates as letters have them, and words with their slots filled."""

import re
from collections.abc import Mapping
from datetime import date

from flask import Flask
from markupsafe import Markup, escape

from letterwriter.campaigns.changes import PartToday, changes_on
from letterwriter.files.messages import message, messages
from letterwriter.letters.letter import Letter
from letterwriter.parliament.house_messages import absence
from letterwriter.text.dates import is_future, written_date
from letterwriter.text.passage import fill, slots_of
from letterwriter.web.app_data import app_data
from letterwriter.web.example_letter import example_letter
from letterwriter.web.requests.indexing import is_public

_LONG_WORD = re.compile(r"(\S{20,})")
_PIECES = re.compile(r"[^/\-?&@.]*[/\-?&@.]+|[^/\-?&@.]+")


def init_app(app: Flask) -> None:
    """Give templates their filters and the campaign."""
    app.add_template_filter(written_date, "long_date")
    app.add_template_filter(_filled, "filled")
    app.add_template_filter(_breakable, "breakable")
    app.add_template_global(_fixed_today, "fixed_today")
    app.add_template_global(is_public)
    app.add_template_global(_site_address, "site_address")
    app.add_template_global(_example, "example_letter")
    app.add_template_global(_changes_today, "changes_today")
    app.context_processor(_everywhere)


def _everywhere() -> dict[str, object]:
    """What every template may name."""
    here = app_data()
    told = absence(here.parliament)
    return {
        "absence": told,
        "find_words": messages("parliament")["find-place"] if told else "",
        "campaign": here.campaign,
        "changes_words": messages("changes"),
        "followup": messages("followup"),
        "safety": messages("safety"),
        "screen_titles": messages("screens"),
        "tally_words": messages("tallies"),
    }


def _site_address() -> str:
    """The site's own address, empty where none is set."""
    return app_data().site


def _fixed_today() -> str:
    """The day that a demonstration's setting fixes, for scripts; empty where there is none."""
    today = app_data().settings.today
    return today.isoformat() if today else ""


def _example() -> Letter:
    """The letter to look at before one begins."""
    here = app_data()
    return example_letter(here.campaign, here.today)


def _changes_today() -> tuple[PartToday, ...]:
    """What is changing, as letters may say it today."""
    here = app_data()
    return changes_on(here.campaign, here.today)


def known_on(day: date) -> str:
    """The date on which something was known, with a word where that is still to come."""
    written = written_date(day)
    come = is_future(day, app_data().today)
    return message("tables", "page-to-come", day=written) if come else written


def _breakable(text: str | None) -> Markup:
    """The text, of which a long word may break after its signs: setWords in static/js has the same.

    Nothing is put in that would be copied with it.
    """
    parts = _LONG_WORD.split(text or "")
    return Markup("").join(
        Markup("<wbr>").join(_PIECES.findall(part)) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    )


def _filled(words: str, values: Mapping[str, str]) -> str:
    """Words with their {slots} filled; nothing where one of them is not known yet."""
    return fill(words, values) if slots_of(words) <= values.keys() else ""
