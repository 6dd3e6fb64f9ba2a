"""The sentences that the site and the command line share, from ``templates/words/``."""

import tomllib
from collections.abc import Mapping
from functools import cache

from letterwriter.domain.advice import Advice
from letterwriter.domain.lookup import Lookup
from letterwriter.domain.parliament import Parliament
from letterwriter.domain.passage import fill
from letterwriter.domain.second_opinion import Silence
from letterwriter.paths import TEMPLATES


@cache
def words(name: str) -> Mapping[str, str]:
    """The sentences of ``templates/words/<name>.toml``, by key."""
    return tomllib.loads((TEMPLATES / "words" / f"{name}.toml").read_text("utf-8"))


def message(lookup: Lookup, parliament: Parliament) -> str:
    """What a look-up found, or what is wrong with the postcode and how to mend it."""
    slots = {"postcode": str(lookup.postcode or ""), "district": lookup.district}
    slots["service"] = lookup.told_by
    if lookup.postcode:
        slots["sector"] = lookup.postcode.sector
    key = lookup.reason.value
    if lookup.constituency:
        seat = parliament[lookup.constituency]
        slots["constituency"] = seat.constituency.name
        if seat.member:
            slots["mp"] = seat.member.name
        else:
            key = f"{key}-vacant"
    return fill(words("lookup")[key], slots)


def silence_words(silence: Silence, service: str) -> str:
    """Why another's service, by this name, gave no second opinion."""
    return fill(words("lookup")[silence.value], {"service": service})


def advice_words(item: Advice) -> str:
    """One thing to look at before a letter goes, as a sentence or two."""
    return fill(words("advice")[item.topic.value], {"found": item.found})
