"""The bundle: all that a browser needs to write letters without a network, but for postcodes.

It is three files, since a page asks for them at different times: ``start.json`` before
the first look-up, ``campaign.json`` for the letter, ``seats.json`` for all seats. Its words
hold ``{slots}`` and no more, so that the browser's engine fills them as
``text/passage.py`` does. The engine is in static/js/engine;
see docs/adr/0011-one-set-of-words-two-engines.md.
"""

from collections.abc import Mapping
from datetime import date

from letterwriter.campaigns.campaign import Campaign
from letterwriter.documents.links import GMAIL_LIMIT, MAILTO_LIMIT, OUTLOOK_LIMIT
from letterwriter.followup.next_step import WAIT
from letterwriter.letters.advice import FEW_WORDS, MOST_ADVICE, MOST_NAMED, ONE_PAGE
from letterwriter.letters.answers import (
    LONG_SECONDS,
    LONGEST_STORY,
    LONGEST_WHY,
    MOST_CONCERNS,
    SHORT_SECONDS,
)
from letterwriter.letters.letter import CLOSE
from letterwriter.letters.praise import MANY_WORDS
from letterwriter.offline import seats
from letterwriter.offline.campaign import JsonObject, published
from letterwriter.offline.detectors import names, published_detectors
from letterwriter.parliament.addressee import HOUSE_OF_COMMONS
from letterwriter.parliament.dissolution import Dissolution
from letterwriter.parliament.members import OLD_LIST, Parliament
from letterwriter.text.shared_patterns import detector_file, named_pattern

Sentences = Mapping[str, Mapping[str, str]]  # by file and key, as in templates/words


def start(
    parliament: Parliament,
    words: Sentences,
    *,
    edition: str,
    made: date,
    today: date | None = None,
    server: JsonObject | None = None,
) -> JsonObject:
    """What reading postcodes and telling of a look-up take, as plain data.

    ``words`` are those of templates/words/lookup.toml, parliament.toml and roles.toml. ``made`` is
    the day of this edition. ``dissolution`` in it may be one to come: a device changes over by
    itself. ``today`` is a fixed day for demonstrations; without it, letters carry the
    device's own. Of the seats only the Home Secretary's is here: letters from any
    vacant seat go there. ``server`` is what the server may know more than a page does.
    """
    return {
        "edition": edition,
        "made": made.isoformat(),
        "today": today.isoformat() if today else None,
        "rules": seats.rules(),
        "dissolution": _dissolution(parliament.dissolution),
        "home_secretary": seats.home_secretary(parliament),
        "house_of_commons": list(HOUSE_OF_COMMONS),
        "words": _plain(words),
        "limits": _limits(),
        "server": server or {"northern_ireland": False, "ended": False, "service": ""},
    }


def _dissolution(known: Dissolution | None) -> JsonObject | None:
    if known is None:
        return None
    election = known.election.isoformat() if known.election else ""
    return {"day": known.day.isoformat(), "election": election}


def for_letters(campaign: Campaign, words: Sentences) -> JsonObject:
    """What writing a letter and advising on it take besides, as plain data.

    ``words`` are those of templates/words/advice.toml, praise.toml and safety.toml.
    """
    return {
        "campaign": published(campaign),
        "close": CLOSE,
        "detectors": published_detectors(),
        "names": names(),
        "email": named_pattern("email"),
        "reading": detector_file()["reading"],
        "words": _plain(words),
    }


def _plain(words: Sentences) -> dict[str, dict[str, str]]:
    return {name: dict(sentences) for name, sentences in words.items()}


def _limits() -> dict[str, int]:
    return {
        "most_concerns": MOST_CONCERNS,
        "longest_story": LONGEST_STORY,  # characters
        "longest_why": LONGEST_WHY,
        "short_seconds": SHORT_SECONDS,  # for each question
        "long_seconds": LONG_SECONDS,
        "old_list": OLD_LIST.days,
        "wait_days": WAIT.days,
        "one_page": ONE_PAGE,  # words
        "few_words": FEW_WORDS,
        "many_words": MANY_WORDS,
        "most_advice": MOST_ADVICE,
        "most_named": MOST_NAMED,
        "mailto": MAILTO_LIMIT,  # characters of the whole address
        "gmail": GMAIL_LIMIT,
        "outlook": OUTLOOK_LIMIT,
    }
