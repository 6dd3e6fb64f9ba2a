"""What should not stand in a letter, as the browser looks for it: see domain/safety.py."""

from dataclasses import asdict
from functools import cache
from typing import Any

from letterwriter.domain.naming import NOT_A_HOTEL, NOT_A_NAME, NOT_A_ROAD, SHORT
from letterwriter.domain.safety import LOOK_OUTS
from letterwriter.outputs.offline.javascript_search import search


@cache
def look_outs() -> list[dict[str, Any]]:
    """All look-outs in their order: {topic, judge, source, before, reach}.

    ``judge`` names the function that has a second look, or is None;
    ``outputs/offline/javascript_search.py`` says what the rest is.
    """
    return [
        {
            "topic": look_out.topic.value,
            "judge": look_out.holds.__name__ if look_out.holds else None,
            **asdict(search(look_out.pattern)),
        }
        for look_out in LOOK_OUTS
    ]


def names() -> dict[str, Any]:
    """The words that the judges know, each list in order."""
    return {
        "not_a_name": sorted(NOT_A_NAME),
        "not_a_hotel": sorted(NOT_A_HOTEL),
        "not_a_road": sorted(NOT_A_ROAD),
        "short": SHORT,
    }
