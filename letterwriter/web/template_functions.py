"""What templates may call: dates as letters have them, and the words of advice."""

from collections.abc import Mapping
from datetime import date

from flask import Flask

from letterwriter.files.messages import message, messages
from letterwriter.letters.advice import Advice
from letterwriter.letters.letter import Letter
from letterwriter.letters.own_words import OwnWords
from letterwriter.letters.praise import praise
from letterwriter.text.dates import is_future, written_date
from letterwriter.text.passage import fill, slots_of
from letterwriter.web.app_data import app_data


def init_app(app: Flask) -> None:
    """Give templates their filters and the campaign."""
    app.add_template_filter(written_date, "long_date")
    app.add_template_filter(known_on, "known_on")
    app.add_template_filter(_advice_words, "advice_words")
    app.add_template_filter(_praise_words, "praise_words")
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
    }


def known_on(day: date) -> str:
    """The date on which something was known, with a word where that is still to come."""
    written = written_date(day)
    come = is_future(day, app_data().today)
    return message("tables", "page-to-come", day=written) if come else written


def _filled(words: str, values: Mapping[str, str]) -> str:
    """Words with their {slots} filled; nothing where one of them is not known yet."""
    return fill(words, values) if slots_of(words) <= values.keys() else ""


def _advice_words(advice: Advice) -> str:
    return message("advice", advice.topic, found=advice.found)


def _praise_words(letter: Letter, counted: OwnWords) -> str:
    """What is said first about a letter; nothing where nothing can be praised."""
    found = praise(letter, counted)
    return message("praise", found, own=str(counted.own)) if found else ""
