"""Addresses as people may type them: pieces in any order, with anything between."""

from collections.abc import Iterator
from random import Random

_PIECES = (
    *("Rose Cottage", "12", "12a", "No. 7", "High Street", "14 High Street", "Flat 2"),
    *("Moss Side", "Manchester", "Platt Lane.", "Amina Yusuf", "UK", "U.K.", "England", "Wales"),
    *("Great Britain", "M14 5TP", "m145tp", "M1 45TP", "(M14 5TP)", "SW9 9SZ", "SW1A OAA"),
    *("\u041c14 5TP", "postcode:", "-", "()", "London Road", "Brixton Hill", "c/o", "Bank of"),
    *("\U0001f3e0", "\u0133", "1\ufe0f"),
)
_BETWEEN = (", ", ",", "\n", " ", ", , ", ". ", " - ", "; ", "،")
_BOXES = ("", "", "M14 5TP", "m145tp.", "M14", "S26 5QD", "Moss Side M14 5TP", "n/a", "SW9 9SZ UK")


def mixed(random: Random, count: int) -> Iterator[tuple[str, str, str, int]]:
    """So many addresses, each with the postcode's box, the writer's name, and other lines."""
    for _ in range(count):
        pieces = random.choices(_PIECES, k=random.randint(0, 12))
        typed = "".join(piece + random.choice(_BETWEEN) for piece in pieces)
        name = random.choice(("", "Amina Yusuf"))
        yield typed, random.choice(_BOXES), name, random.randint(1, 3)
