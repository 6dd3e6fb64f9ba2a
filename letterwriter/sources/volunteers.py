"""What stands in the way of a pack, in words: from ``templates/words/volunteers.toml``."""

from letterwriter.domain.pack import TooMuch
from letterwriter.domain.passage import fill
from letterwriter.domain.places import Unknown
from letterwriter.sources.words import words


def unknown_words(unknown: Unknown) -> str:
    """Why a name stands for no place, and what it may have meant."""
    alike = ""
    if unknown.alike:
        alike = fill(words("volunteers")["alike"], {"names": " or ".join(unknown.alike)})
    return sentence(unknown.key, name=unknown.name, alike=alike)


def too_much_words(error: TooMuch) -> str:
    """What the limit is, and how to go on."""
    return sentence(error.key, wanted=f"{error.wanted:,}", limit=f"{error.limit:,}")


def sentence(key: str, **slots: str) -> str:
    """One of the sentences with its slots filled."""
    return fill(words("volunteers")[key], slots)
