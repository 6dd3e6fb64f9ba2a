"""Texts in which things to look out for, and what only looks like them, meet in every way."""

import tomllib
from pathlib import Path
from random import Random
from typing import Any

_CASES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "shared" / "safety.toml").read_text(encoding="utf-8")
)
_STORIES: list[str] = [
    *(story for stories in _CASES["caught"].values() for story in stories),
    *_CASES["left_alone"],
    *(case["text"] for case in _CASES["several"]),
]
_WORDS = sorted({word.strip("<>") for story in _STORIES for word in story.split()})
# What the two engines could take for different things: white space, cases, other planes, quotes.
_ODD: list[str] = [
    *"\n\t’'\"“”-–.,;!?()[]{}<>_/@+£$&İıſßéÉK²٣ةXx \u00a0\x1c\x85\ufeff\u2028\u200d𐌰𝐀👍",
    *("  ", "e\u0301", "XXX", "____", "00", "7700 900123", " Sara Ahmed", " Hotel"),
    *(" in ", " from ", " my friend ", ", my friend.", " is our nurse"),
]


def mixture(seed: int) -> str:
    """A text of up to fourteen pieces, the same for the same seed."""
    random = Random(seed)
    text = "".join(_piece(random) for _ in range(random.randint(1, 14)))
    match random.randrange(12):
        case 0:
            return text.swapcase()
        case 1:
            return text.upper()
    return text


def line_like_a_phone_number(seed: int) -> str:
    """A line of up to eight pieces, some of which make numbers of phones."""
    random = Random(seed)
    pieces = ("0", "07700", " ", " ", "900123", "161", "496", "+44", "(0)", "-", ".", "+", "x", "٣")
    return "".join(random.choice(pieces) for _ in range(random.randint(2, 8)))


def _piece(random: Random) -> str:
    kind, space = random.random(), random.choice((" ", " ", ""))
    if kind < 0.4:
        return random.choice(_ODD)
    if kind < 0.7:
        return random.choice(_WORDS) + space
    story = random.choice(_STORIES)
    if random.random() < 0.9:
        story = story.replace("<", "").replace(">", "")
    start = random.choice((0, random.randrange(len(story))))
    return story[start : random.choice((len(story), start + random.randint(1, 40)))] + space
