"""The PDF of a letter, warm, against WeasyPrint making the same letter with the same face."""

import html
import logging
import statistics
import time
from collections.abc import Callable
from functools import cache

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from bench.rows import Row
from letterwriter.documents.fonts import TEXT_FACE, typefaces
from letterwriter.documents.pdf import as_pdf
from letterwriter.documents.text import with_comma
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.parliament.addressee import HOUSE_OF_COMMONS
from letterwriter.text.cleaning import clean

_ROUNDS = 15
_STORY = (
    "My neighbour came to this country four years ago, and on Saturday mornings she has taught my "
    "daughter to read music ever since, without once asking for a penny. This is the year {year}."
)
_STYLE = """
@font-face {{ font-family: face; src: url("file://{font}"); }}
@page {{ size: A4; margin: 20mm 20mm 13mm 25mm; }}
body {{ font: 12pt/1.22 face; margin: 0; }}
.sender {{ position: absolute; left: 100mm; top: 10mm; }}
.recipient {{ position: absolute; top: 20mm; }}
.date {{ margin: 58mm 0 9mm; }}
p {{ margin: 0 0 6pt; }}
.name {{ margin-top: 16mm; }}
"""


def rows() -> list[Row]:
    """The one figure."""
    return [Row("PDF of a letter, warm", "WeasyPrint", ratio(), 5, "times")]


def ratio() -> float:
    """How many times faster one letter of 300 words is made than by WeasyPrint (median)."""
    ours, theirs = [], []
    as_pdf(_letter(0))
    _weasyprint(_letter(0))
    for year in range(1, _ROUNDS + 1):  # turn about, so that a busy machine slows both
        ours.append(_seconds(as_pdf, _letter(year)))
        theirs.append(_seconds(_weasyprint, _letter(year)))
    return statistics.median(theirs) / statistics.median(ours)


def _seconds(make: Callable[[Letter], bytes], letter: Letter) -> float:
    start = time.perf_counter()
    make(letter)
    return time.perf_counter() - start


def _letter(year: int) -> Letter:
    """A letter of some 300 words, another one for each year so that nothing is remembered."""
    story = _STORY.format(year=1900 + year)
    name = f"Siân Ŵyn {year}"
    return Letter(
        sender=tuple(
            map(
                clean,
                (name, f"{year} Heald Place", "Manchester", "M14 5TP", "sian.wyn@example.org"),
            )
        ),
        date=clean("2 March 2026"),
        recipient=tuple(map(clean, ("Afzal Khan MP", *HOUSE_OF_COMMONS))),
        salutation=clean("Dear Afzal Khan"),
        paragraphs=tuple(Paragraph(Kind.STORY, clean(f"{n}. {story}")) for n in range(8)),
        close=clean("Yours sincerely"),
        name=clean(name),
    )


def _weasyprint(letter: Letter) -> bytes:
    texts = (with_comma(letter.salutation), *letter.body, with_comma(letter.close))
    page = (
        f"<html lang='en-GB'><title>Letter</title>"
        f"<p class='sender'>{'<br>'.join(map(html.escape, letter.sender))}</p>"
        f"<p class='recipient'>{'<br>'.join(map(html.escape, letter.recipient))}</p>"
        f"<p class='date'>{letter.date}</p>"
        f"{''.join(f'<p>{html.escape(text)}</p>' for text in texts)}"
        f"<p class='name'>{html.escape(letter.name)}</p></html>"
    )
    style, fonts = _style()
    made = HTML(string=page).write_pdf(
        stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"
    )
    return bytes(made)


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    """Read once, for WeasyPrint's share of being warm."""
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    config = FontConfiguration()
    fonts = typefaces().fonts.fonts()
    face = next(f.path for f in fonts if f.family == TEXT_FACE and f.style == "normal")
    return CSS(string=_STYLE.format(font=face), font_config=config), config
