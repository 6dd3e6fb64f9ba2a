"""What templates may call: dates as letters have them, and the words of advice."""

from flask import Flask

from letterwriter.domain.advice import Advice
from letterwriter.domain.letter import written_date
from letterwriter.sources.words import advice_words, words
from letterwriter.web.world import world


def init_app(app: Flask) -> None:
    """Give templates their filters and the campaign."""
    app.add_template_filter(written_date, "long_date")
    app.add_template_filter(_advice_words, "advice_words")
    app.context_processor(lambda: {"campaign": world().campaign, "safety": words("safety")})


def _advice_words(advice: Advice) -> str:
    return advice_words(advice)
