"""The map of letters made: a hexagon for each constituency, as an SVG.

The number stands in the hexagon, so that nothing rests on colour alone; the colours grow darker
with it, in grey too. static/js/tallies/hexmap.js draws the same in the page.
"""

from collections.abc import Mapping
from html import escape
from itertools import pairwise
from typing import Final

from letterwriter.files.messages import message
from letterwriter.tallies.hexes import Hex

STEPS: Final = (1, 5, 20, 50)  # the fewest letters of each colour but the first
_WIDE: Final = 20  # units of the drawing, from a hexagon's left side to its right
_HIGH: Final = 17.32  # from one row to the next
_CORNERS: Final = ((0, -11.55), (10, -5.77), (10, 5.77), (0, 11.55), (-10, 5.77), (-10, -5.77))
_MARGIN: Final = 14
_FOOT: Final = 46  # room for the key and the attribution
# White to navy, each darker in grey than the last; 4.5:1 and more against what is written on it.
_STYLE: Final = (
    "text{font-family:sans-serif;text-anchor:middle}"
    ".place{stroke:#6b6b6b;stroke-width:.8}.number{font-size:8px;font-weight:700;fill:#1a1a1a}"
    ".key{font-size:11px;text-anchor:start;fill:#1a1a1a}"
    ".step-0{fill:#fff}.step-1{fill:#cfd8ee}.step-2{fill:#93a6d6}.step-3{fill:#4a5fa5}"
    ".step-4{fill:#1c2a5e}.number.on-3,.number.on-4{fill:#fff}"
)

_OPENING: Final = 'xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title"'


def step(letters: int) -> int:
    """Which of the colours a number has: 0 for none, and up to ``len(STEPS)``."""
    return sum(letters >= fewest for fewest in STEPS)


def hex_map(
    letters: Mapping[str, int], names: Mapping[str, str], places: Mapping[str, Hex]
) -> bytes:
    """An SVG to stand alone; all by constituency's code, of which ``letters`` may lack some."""
    points = {code: _middle(place, places) for code, place in places.items()}
    width = max(x for x, _ in points.values()) + _MARGIN
    height = max(y for _, y in points.values()) + _MARGIN
    title = escape(message("tallies", "map-title"))
    drawn = [_place(points[code], letters.get(code, 0), names.get(code, code)) for code in points]
    return "\n".join(
        (
            f'<svg {_OPENING} viewBox="0 0 {width} {height + _FOOT:.2f}">',
            f'<title id="title">{title}</title><style>{_STYLE}</style>',
            f'<rect width="{width}" height="{height + _FOOT:.2f}" fill="#fff"/>',
            *drawn,
            *_key(height),
            "</svg>\n",
        )
    ).encode()


def _middle(place: Hex, places: Mapping[str, Hex]) -> tuple[float, float]:
    """Where a hexagon's middle is drawn: y grows downwards, unlike rows."""
    west = min(each.column for each in places.values())
    north = max(each.row for each in places.values())
    x = (place.column - west) * _WIDE + _WIDE // 2 * (place.row % 2) + _MARGIN
    return x, round((north - place.row) * _HIGH + _MARGIN, 2)


def _place(middle: tuple[float, float], letters: int, name: str) -> str:
    x, y = middle
    corners = " ".join(f"{x + right:g},{y + down:g}" for right, down in _CORNERS)
    said = escape(f"{name}: {letters}")
    shape = f'<polygon class="place step-{step(letters)}" points="{corners}"/>'
    number = f'<text class="number on-{step(letters)}" x="{x:g}" y="{y + 3:g}">{letters}</text>'
    return f"<g><title>{said}</title>{shape}{number if letters else ''}</g>"


def key_words() -> list[str]:
    """What each colour stands for: "none", "1 to 4" and so on, "50 and more"."""
    between = [f"{low}–{high - 1}" for low, high in pairwise(STEPS)]
    return [
        message("tallies", "key-none"),
        *between,
        message("tallies", "key-more", number=str(STEPS[-1])),
    ]


def _key(top: float) -> list[str]:
    lines = []
    for number, words in enumerate(key_words()):
        x = _MARGIN + number * 90
        box = f'<rect class="place step-{number}" x="{x}" y="{top:.2f}" width="12" height="12"/>'
        lines.append(
            f'{box}<text class="key" x="{x + 18}" y="{top + 10:.2f}">{escape(words)}</text>'
        )
    source = escape(message("tallies", "map-source"))
    return [*lines, f'<text class="key" x="{_MARGIN}" y="{top + 32:.2f}">{source}</text>']
