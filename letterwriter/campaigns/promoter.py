"""Who stands behind a campaign, and the colours that they use."""

import re
from dataclasses import dataclass

from letterwriter.text.clean_text import NO_TEXT, CleanText

# What the brand colour has to be read against: static/css/letterwriter.css.
LIGHT_PAGE = "#faf6ee"
LIGHT_BUTTON_TEXT = "#ffffff"
DARK_PAGE = "#1b1a21"
DARK_BUTTON_TEXT = "#1a2046"
LEAST_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3, for text of ordinary size

_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Promoter:
    """The group that runs a campaign; empty texts stand for "not given".

    The imprint (a name and a postal address) is printed on pages, posters and
    postcards, and never in a person's letter, which is that person's own.
    """

    group: CleanText = NO_TEXT
    imprint_name: CleanText = NO_TEXT
    imprint_address: CleanText = NO_TEXT
    contact: CleanText = NO_TEXT  # an email address to ask

    @property
    def imprint(self) -> CleanText:
        """Name and address in one line ("Jo Bloggs, 1 High Street, Leeds"), empty if not whole."""
        whole = self.imprint_name and self.imprint_address
        return CleanText(f"{self.imprint_name}, {self.imprint_address}") if whole else NO_TEXT


@dataclass(frozen=True, slots=True)
class Colours:
    """The colour of buttons and links, on light pages and on dark ones: "#33427a"."""

    brand: str
    brand_dark: str

    def faults(self) -> list[tuple[str, str]]:
        """What is wrong with each, by key: no colour, or too little contrast to be read."""
        pairs = (
            ("brand", self.brand, (LIGHT_PAGE, LIGHT_BUTTON_TEXT), "a darker"),
            ("brand_dark", self.brand_dark, (DARK_PAGE, DARK_BUTTON_TEXT), "a lighter"),
        )
        found = []
        for key, colour, against, better in pairs:
            if not _COLOUR.fullmatch(colour):
                found.append((key, f'"{colour}" is not a colour such as "#33427a"'))
            elif (least := min(contrast(colour, other) for other in against)) < LEAST_CONTRAST:
                what = (
                    f"has a contrast of {least:.1f}, and {LEAST_CONTRAST} is needed: {better} one"
                )
                found.append((key, what))
        return found


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
