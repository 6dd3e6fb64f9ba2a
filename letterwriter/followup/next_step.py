"""When to write again where no answer came."""

from datetime import date, timedelta
from typing import Final

WAIT: Final = timedelta(days=14)  # many offices promise an answer within ten working days


def write_again_on(day: date) -> date:
    """The day from which someone who wrote on ``day`` and heard nothing may well write again."""
    return day + WAIT
