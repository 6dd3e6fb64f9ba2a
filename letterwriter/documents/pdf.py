"""A letter as a PDF, set from ``templates/print/letter.typ``."""

from functools import partial

from letterwriter.campaigns.paper import BODY_TOP, SENDER, Layout, Rectangle
from letterwriter.documents.bidi import reads_right_to_left
from letterwriter.documents.fonts import EMOJI_FACE, has_joined_emoji, lacking, typefaces
from letterwriter.documents.languages import language_of
from letterwriter.documents.text import foot, title, with_comma
from letterwriter.documents.typst import Show, typeset, value_of
from letterwriter.letters.letter import Letter
from letterwriter.text.clean_text import CleanText

_LONG = 20  # characters: only words of this length and more can be wider than a line

TextBlock = dict[str, object]  # as the template takes it: see `_part`


def as_pdf(letter: Letter, layout: Layout = Layout.C5) -> bytes:
    """The letter as a tagged PDF (PDF/UA-1) with its fonts inside, for one kind of envelope.

    The same letter gives the same bytes. A character that no font has is shown
    as its code, such as ``[U+A9CA]``; `missing_characters` tells which.
    """
    return typeset("letter", partial(letter_words, letter, layout), accessible=True)


def pages(letter: Letter) -> int:
    """How many sheets the letter takes, without making the PDF."""
    words = partial(letter_words, letter, Layout.C5)  # both layouts' bodies are alike
    return int(str(value_of("letter", words, "<pages>")))


def missing_characters(letter: Letter) -> tuple[str, ...]:
    """The characters that the PDF shows as codes, each once, as they come in the letter."""
    return lacking("\n".join(_texts(letter)))


def _texts(letter: Letter) -> tuple[str, ...]:
    parts = (*letter.sender, letter.date, *letter.recipient, letter.salutation)
    return (*parts, *letter.body, letter.close, letter.name)


def letter_words(letter: Letter, layout: Layout, show: Show) -> dict[str, object]:
    """What ``sheet.typ`` takes, with people's texts put through ``show``."""
    return {
        "title": title(letter),
        "fonts": typefaces().families,
        "emoji": EMOJI_FACE if has_joined_emoji("\n".join(_texts(letter))) else "",
        "paper": _measures(layout),
        "sender": _address(letter.sender, show),
        "date": _part(letter.date, show),
        "recipient": _address(letter.recipient, show),
        "paragraphs": [_part(text, show) for text in (with_comma(letter.salutation), *letter.body)],
        "close": _part(with_comma(letter.close), show),
        "name": _part(letter.name, show),
        "foot": [(show(words), number) for words, number in foot(letter)],
    }


def _measures(layout: Layout) -> dict[str, object]:
    """The boxes of the layout as (left, top, width, height), in millimetres."""

    def numbers(box: Rectangle) -> tuple[float, ...]:
        return (box.left, box.top, box.width, box.height)

    return {
        "sender": numbers(SENDER),
        "recipient": numbers(layout.recipient),
        "body-top": BODY_TOP,
    }


def _address(lines: tuple[CleanText, ...], show: Show) -> list[TextBlock]:
    return [_part(line, show) for line in lines if line]


def _part(text: CleanText, show: Show) -> TextBlock:
    """One block of text, with what the template cannot cheaply tell of it."""
    return {
        "lines": show(text).split("\n"),
        "rtl": reads_right_to_left(text),
        "lang": language_of(text),
        "long": any(len(word) >= _LONG for word in text.split()),
    }
