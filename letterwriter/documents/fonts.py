"""The typefaces that travel with the program, and which characters they can show.

They come as Python packages, so that a letter looks the same on every machine
and nothing is taken from the system. Loading waits for the first PDF.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

TEXT_FACE = "Source Sans 3"
# Digits on keys, and what a selector or a joiner makes an emoji: templates ask the face of emoji
# for these, since the text face has their first signs, in other widths and without the rest.
_KEY = re.compile("[0-9#*]\ufe0f?\u20e3")
_JOINED_EMOJI = re.compile("[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]")
# Tried in this order where the text face lacks a character; any other font comes after.
EMOJI_FACE = "Noto Emoji"
_NEXT_FACES = ("Noto Sans", "Noto Sans CJK SC")
_PACKAGES = ("fontpkg_source_sans_3", "manimgx_fonts")
_EXTRA_PACKAGES = ("manimgx_fonts_cjk",)  # Chinese, Japanese, Korean: 33 MB, so not for everyone


class FontsMissing(Exception):
    """A package of fonts that the program needs is not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(f"the font package {package} is not installed")
        self.package = package


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The fonts as Typst takes them, the families to ask for, and what they can show."""

    fonts: "typst.Fonts"
    families: tuple[str, ...]


@cache
def typefaces() -> Typefaces:
    """The shared fonts, read once in a process. Raises `FontsMissing`."""
    import typst  # only where a PDF is made: no page should wait for it

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(_folders())
    )
    known = set(fonts.families())
    families = (TEXT_FACE, *(face for face in _NEXT_FACES if face in known))
    return Typefaces(fonts, families)


def has_joined_emoji(text: str) -> bool:
    """Whether some of it is for the face of emoji, of signs that the text face has in part."""
    return not text.isascii() and bool(_JOINED_EMOJI.search(text))


def shown(text: str) -> str:
    """``text`` with a code such as ``[U+A9CA]`` for each character that cannot be shown."""
    if _easy(text):
        return text
    return "".join("".join(pieces) for pieces in map(_pieces, _clusters(text)))


def shown_plainly(text: str) -> str:
    """``text`` with a code for every character that the text face itself lacks."""
    face = _coverage()[0]
    return "".join(c if ord(c) in face or c == "\n" else _code(c) for c in text)


def lacking(text: str) -> tuple[str, ...]:
    """The characters that `shown` gives as codes, each once, in order of appearance."""
    if _easy(text):
        return ()
    pairs = (zip(cluster, _pieces(cluster), strict=True) for cluster in _clusters(text))
    return tuple(dict.fromkeys(c for pair in pairs for c, piece in pair if c != piece))


def _easy(text: str) -> bool:
    """Whether the text face has it all, as with most letters: then nothing need be weighed."""
    return text.isascii() or _visible(text) <= _coverage()[0]


def _clusters(text: str) -> Iterator[str]:
    """Each character together with the marks and joiners after it, which one font has to draw."""
    cluster = ""
    for character in text:
        if cluster and unicodedata.category(character) not in ("Mn", "Mc", "Me", "Cf"):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster


@lru_cache(maxsize=4096)  # of single letters and their marks, never of anyone's words
def _pieces(cluster: str) -> tuple[str, ...]:
    """The characters of a cluster, those that cannot be shown in it as codes."""
    if _KEY.fullmatch(cluster):
        return tuple(cluster)
    fonts, first = _fonts_with(cluster), _fonts_with(cluster[0])
    # Typst does not look far for a font with both a Latin letter, say, and a foreign mark upon it.
    if fonts and (fonts[0] is first[0] or not _has_mark(cluster)):
        return tuple(cluster)
    drawn = cluster[:1] if first else ""
    return tuple(c if c == drawn or _is_invisible(c) else _code(c) for c in cluster)


def _code(character: str) -> str:
    return f"[U+{ord(character):04X}]"


def _has_mark(cluster: str) -> bool:
    return any(unicodedata.category(c)[0] == "M" and not _is_invisible(c) for c in cluster)


def _fonts_with(text: str) -> list[frozenset[int]]:
    visible = _visible(text)
    return [font for font in _coverage() if visible <= font]


def _visible(text: str) -> set[int]:
    return {ord(c) for c in set(text) if not _is_invisible(c)}


@cache
def _coverage() -> tuple[frozenset[int], ...]:
    """The characters each font can show, the text face's first."""
    from fontTools.ttLib import TTCollection, TTFont  # as late as Typst, and for the same reason

    covered: list[frozenset[int]] = []
    for path in (path for folder in _folders() for path in sorted(folder.rglob("*.tt[fc]"))):
        if path.suffix == ".ttc":
            with TTCollection(path, lazy=True) as collection:
                covered += [frozenset(font.getBestCmap()) for font in collection.fonts]
        else:
            with TTFont(path, lazy=True) as font:
                covered.append(frozenset(font.getBestCmap()))
    return tuple(covered)


@cache
def _folders() -> tuple[Path, ...]:
    needed = [_folder(package) for package in _PACKAGES]
    for package, folder in zip(_PACKAGES, needed, strict=True):
        if folder is None:
            raise FontsMissing(package)
    found = [*needed, *(_folder(package) for package in _EXTRA_PACKAGES)]
    return tuple(folder for folder in found if folder is not None)


def _folder(package: str) -> Path | None:
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places else None


def _is_invisible(character: str) -> bool:
    """Whether nothing is drawn for it in any font: joiners, marks of direction, selectors."""
    if unicodedata.category(character) in ("Cf", "Zs", "Cc"):
        return True
    return "\ufe00" <= character <= "\ufe0f" or character in "\u034f\u115f\u1160\u17b4\u17b5\u3164"
