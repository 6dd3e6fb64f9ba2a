"""What is wrong with a list or with a row of it, in sentences."""

from letterwriter.domain.parliament import Parliament
from letterwriter.domain.passage import fill
from letterwriter.domain.rows import BadRow
from letterwriter.sources.unreadable import Unreadable
from letterwriter.sources.words import message, words


def reason(bad: BadRow, parliament: Parliament) -> str:
    """Why a row makes no letter, and how to mend it."""
    if bad.lookup:
        return message(bad.lookup, parliament)
    return fill(words("stack")[bad.trouble.value], bad.slots)


def explanation(unreadable: Unreadable) -> str:
    """Why a file cannot be read, and what to do."""
    return fill(words("stack")[unreadable.fault.value], unreadable.slots)
