"""How alike two texts are, by the measure that offices and web services use on letters.

Udi Manber, "Finding similar files in a large file system" (USENIX Winter
Technical Conference, 1994): take every window of so many bytes, hash each,
keep the hashes whose lowest bits are zero, and compare what two files kept. The
settings are those of the UK's best known service for writing to an MP, as it
has described them: letters and digits in lower case, windows of 32 bytes,
CRC-32, four low bits, no two kept windows that overlap, and the Dice score. It
takes note of a letter from a score of 0.50.

Text that two letters share lowers their difference only where it runs on for
32 letters, some seven words: so one word changed in seven fools the measure. It
is a yardstick for a campaign's stock of wordings, and never shown to a writer.
"""

import re
from zlib import crc32

WINDOW = 32  # bytes
LOW_BITS = 0b1111  # zero in one hash of sixteen

_NEITHER = re.compile(r"[\W_]+")  # neither letter nor digit

Fingerprint = frozenset[int]


def fingerprint(text: str) -> Fingerprint:
    """A text's fingerprint: the CRC-32 of the windows that are kept, from the left.

    A text too short for a window, or in which none is kept by chance, is marked
    by the hash of the whole: two such texts are alike (1) when they are the same
    and unlike (0) otherwise. Nothing between could be measured in so few words, and
    to call every short text different would say so even of a text and itself.
    """
    plain = _plain(text)
    last = len(plain) - WINDOW
    kept: set[int] = set()
    at = 0
    while at <= last:
        mark = crc32(plain[at : at + WINDOW])
        if mark & LOW_BITS:
            at += 1
        else:
            kept.add(mark)
            at += WINDOW  # the next one kept may not overlap this one
    return frozenset(kept or {crc32(plain)})


def dice(one: Fingerprint, other: Fingerprint) -> float:
    """The Dice score of two fingerprints: 0 for nothing in common, 1 for the same."""
    return 2 * len(one & other) / (len(one) + len(other))


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1."""
    return dice(fingerprint(one), fingerprint(other))


def _plain(text: str) -> bytes:
    """Letters and digits in lower case, as UTF-8: no spaces, no punctuation."""
    return _NEITHER.sub("", text.lower()).encode()
