"""The bundle: all that a browser needs to write letters without a network, but for postcodes.

Its words hold ``{slots}`` and no more, so that the browser's engine fills them as
``domain/passage.py`` does; see docs/adr/0052. The engine is in static/js/engine.
"""

from collections.abc import Mapping
from datetime import date

from letterwriter.domain.advice import FEW_WORDS, MOST_ADVICE, MOST_NAMED, ONE_PAGE
from letterwriter.domain.answers import LONGEST_STORY, MOST_CONCERNS
from letterwriter.domain.campaign import Campaign
from letterwriter.domain.letter import CLOSE, HOUSE_OF_COMMONS
from letterwriter.domain.parliament import Parliament
from letterwriter.outputs.links import GMAIL_LIMIT, MAILTO_LIMIT, OUTLOOK_LIMIT
from letterwriter.outputs.offline import places
from letterwriter.outputs.offline.campaign import Json, published
from letterwriter.outputs.offline.look_outs import look_outs, names


def bundle(
    parliament: Parliament,
    campaign: Campaign,
    words: Mapping[str, Mapping[str, str]],
    *,
    edition: str,
    made: date,
    today: date | None = None,
) -> Json:
    """The bundle as plain data, the same for the same arguments.

    ``words`` are the sentences by file and key: those of templates/words/lookup.toml,
    advice.toml and safety.toml. ``made`` is the day of this edition. ``today`` is a
    fixed day for demonstrations; without it, letters carry the device's own.
    """
    return {
        "edition": edition,
        "made": made.isoformat(),
        "today": today.isoformat() if today else None,
        "rules": places.rules(),
        "seats": places.seats(parliament),
        "home_secretary": places.home_secretary(parliament),
        "house_of_commons": list(HOUSE_OF_COMMONS),
        "close": CLOSE,
        "words": {name: dict(sentences) for name, sentences in words.items()},
        "limits": _limits(),
        "campaign": published(campaign),
        "look_outs": look_outs(),
        "names": names(),
    }


def _limits() -> dict[str, int]:
    return {
        "most_concerns": MOST_CONCERNS,
        "longest_story": LONGEST_STORY,  # characters
        "one_page": ONE_PAGE,  # words
        "few_words": FEW_WORDS,
        "most_advice": MOST_ADVICE,
        "most_named": MOST_NAMED,
        "mailto": MAILTO_LIMIT,  # characters of the whole address
        "gmail": GMAIL_LIMIT,
        "outlook": OUTLOOK_LIMIT,
    }
