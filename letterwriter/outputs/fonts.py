"""The typefaces that travel with the program, and which characters they can show.

They come as Python packages, so that a letter looks the same on every machine
and nothing is taken from the system. Loading waits for the first PDF.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

TEXT_FACE = "Source Sans 3"
# Tried in this order where the text face lacks a character; any other font comes after.
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


def lacking(text: str) -> tuple[str, ...]:
    """The characters of ``text`` that no font has, each once, in order of appearance."""
    if text.isascii():
        return ()
    can_show = _characters()
    return tuple(dict.fromkeys(c for c in text if ord(c) not in can_show and not _is_invisible(c)))


@cache
def _characters() -> frozenset[int]:
    from fontTools.ttLib import TTCollection, TTFont

    shown: set[int] = set()
    for folder in _folders():
        for path in sorted(folder.rglob("*.tt[fc]")):
            if path.suffix == ".ttc":
                with TTCollection(path, lazy=True) as collection:
                    fonts = list(collection.fonts)
                    shown.update(*(font.getBestCmap() for font in fonts))
            else:
                with TTFont(path, lazy=True) as font:
                    shown.update(font.getBestCmap())
    return frozenset(shown)


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
