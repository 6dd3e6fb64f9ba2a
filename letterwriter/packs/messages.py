"""What stands in the way of a pack, in words: from ``templates/words/volunteers.toml``."""

from letterwriter.files.messages import message
from letterwriter.packs.areas import MOST_NAMES, Unknown
from letterwriter.packs.pack import TooMuch


def unknown_words(unknown: Unknown) -> str:
    """Why a name stands for no place, and what it may have meant."""
    alike = ""
    if unknown.alike:
        names = message("volunteers", "or").join(unknown.alike)
        alike = message("volunteers", "alike", names=names)
    return message("volunteers", unknown.key, name=unknown.name, alike=alike)


def too_many_words(key: str) -> str:
    """How many names can be asked for at a time, and how to go on."""
    return message("volunteers", key, limit=str(MOST_NAMES))


def too_much_words(error: TooMuch) -> str:
    """What the limit is, and how to go on."""
    return message("volunteers", error.key, wanted=f"{error.wanted:,}", limit=f"{error.limit:,}")
