"""A letter as a PDF, set by Typst from ``templates/print/letter.typ``.

The words go in as JSON through ``sys_inputs`` and are never spliced into Typst
source. Each compile is stateless: a shared `typst.Compiler` keeps the inputs
of the call before, which would be another person's letter.
"""

import json
from collections.abc import Callable
from typing import cast

from letterwriter.domain.cleaning import clean, clean_line
from letterwriter.domain.letter import Letter
from letterwriter.domain.paper import BODY_TOP, SENDER, Box, Layout
from letterwriter.outputs.direction import reads_right_to_left
from letterwriter.outputs.fonts import lacking, shown, shown_plainly, typefaces
from letterwriter.outputs.text import with_comma
from letterwriter.paths import TEMPLATES

_TEMPLATE = str(TEMPLATES / "print" / "letter.typ")

_LONG = 20  # characters: only words of this length and more can be wider than a line

_GAVE_UP = ("TypstError", "PanicException")  # the latter is nowhere to be imported from

Part = dict[str, object]  # {"lines": [...], "rtl": bool}, as the template takes it


def as_pdf(letter: Letter, layout: Layout = Layout.C5) -> bytes:
    """The letter as a tagged PDF (PDF/UA-1) with its fonts inside, for one kind of envelope.

    The same letter gives the same bytes. A character that no font has is shown
    as its code, such as ``[U+A9CA]``; `missing_characters` tells which.
    """
    import typst  # only where a PDF is made: no page should wait for it

    def compiled(words: str) -> object:
        return typst.compile(
            _TEMPLATE,
            root=str(TEMPLATES),
            font_paths=typefaces().fonts,
            sys_inputs={"letter": words},
            pdf_standards=["ua-1"],
        )

    return cast("bytes", _at_all_costs(compiled, letter, layout))


def pages(letter: Letter) -> int:
    """How many sheets the letter takes, without making the PDF."""
    import typst

    def counted(words: str) -> object:
        return typst.query(
            _TEMPLATE,
            "<pages>",
            field="value",
            one=True,
            root=str(TEMPLATES),
            font_paths=typefaces().fonts,
            sys_inputs={"letter": words},
        )

    return int(str(_at_all_costs(counted, letter, Layout.C5)))  # both layouts' bodies are alike


def _at_all_costs(typeset: Callable[[str], object], letter: Letter, layout: Layout) -> object:
    """What Typst makes of the letter, if need be with codes for all but Latin, Greek, Cyrillic.

    It gives up, or panics, on a few heaps of rare signs and marks that fonts have
    one by one but not together; nobody writes them, but anyone may paste them.
    """
    try:
        return typeset(_as_json(letter, layout, shown))
    except BaseException as failure:
        if type(failure).__name__ not in _GAVE_UP:
            raise
        return typeset(_as_json(letter, layout, shown_plainly))


def missing_characters(letter: Letter) -> tuple[str, ...]:
    """The characters that the PDF shows as codes, each once, as they come in the letter."""
    parts = [*letter.sender, letter.date, *letter.recipient, letter.salutation]
    return lacking(clean("\n".join([*parts, *letter.body, letter.close, letter.name])))


def letter_words(letter: Letter, layout: Layout, show: Callable[[str], str]) -> dict[str, object]:
    """What ``sheet.typ`` takes, with people's texts put through ``show``."""
    addressee = clean_line(letter.recipient[0]) if letter.recipient else "my MP"
    return {
        # Shown in the window's title bar: never the writer's name.
        "title": f"Letter to {addressee}",
        "fonts": typefaces().families,
        "paper": _measures(layout),
        "sender": _address(letter.sender, show),
        "date": _part(clean_line(letter.date), show),
        "recipient": _address(letter.recipient, show),
        "paragraphs": [_part(text, show) for text in _paragraphs(letter)],
        "close": _part(clean(with_comma(letter.close)), show),
        "name": _part(clean(letter.name), show),
    }


def _as_json(letter: Letter, layout: Layout, show: Callable[[str], str]) -> str:
    return json.dumps(letter_words(letter, layout, show))


def _measures(layout: Layout) -> dict[str, object]:
    """The boxes of the layout as (left, top, width, height), in millimetres."""

    def numbers(box: Box) -> tuple[float, ...]:
        return (box.left, box.top, box.width, box.height)

    return {
        "sender": numbers(SENDER),
        "date": numbers(layout.date),
        "recipient": numbers(layout.recipient),
        "body-top": BODY_TOP,
    }


def _paragraphs(letter: Letter) -> list[str]:
    """The salutation and the body; clean text still parts where a blank line stands."""
    texts = [with_comma(letter.salutation), *letter.body]
    return [block for text in texts for block in clean(text).split("\n\n")]


def _address(lines: tuple[str, ...], show: Callable[[str], str]) -> list[Part]:
    return [_part(line, show) for line in map(clean, lines) if line]


def _part(text: str, show: Callable[[str], str]) -> Part:
    """One block of cleaned text, with what the template cannot cheaply tell of it."""
    return {
        "lines": show(text).split("\n"),
        "rtl": reads_right_to_left(text),
        "long": any(len(word) >= _LONG for word in text.split()),
    }
