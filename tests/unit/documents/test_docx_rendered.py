"""Word documents as LibreOffice shows them: pages, places, words."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pymupdf
import pytest

from letterwriter.campaigns.paper import Layout
from letterwriter.documents.docx import as_docx
from letterwriter.letters.letter import Letter
from tests.unit.documents.letters_of_all_sorts import ALL_SORTS
from tests.unit.documents.paper import (
    ink,
    letter,
    of_words,
    prose,
    read,
    sheets,
    squeezed,
    words_in,
)

# Debian's libreoffice-core brings soffice without the part that reads Word documents.
OFFICE = shutil.which("soffice") if shutil.which("lowriter") else None
FACES = shutil.which("fc-match")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed: libreoffice-writer"),
]

WINDOWS = {Layout.C5: (24.6, 39.5, 120, 66.3), Layout.DL: (20, 55, 100, 79)}
AMHARIC, TAMIL = "ሰላም ለሁላችሁ ጐረቤቴ", "நான் உங்கள் தொகுதியில்"
LETTERS: dict[str, Letter] = {
    **ALL_SORTS,
    "full": of_words(350, 7),
    "many-scripts": letter(AMHARIC, TAMIL, "Siân, Łukasz, Nguyễn, Ọlá"),
    **{f"long-end-{n}": letter(prose(200), prose(n), prose(120)) for n in range(20, 140, 24)},
}
MADE = [(name, Layout.C5) for name in LETTERS]
MADE += [(name, Layout.DL) for name in ("usual", "full", "crowded", "overfull")]


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, Layout], bytes]:
    """Letters as PDFs by LibreOffice, all in one go since it starts slowly."""
    return printed(MADE, tmp_path_factory.mktemp("word"), os.environ)


def printed(
    made: list[tuple[str, Layout]], folder: Path, settings: Mapping[str, str]
) -> dict[tuple[str, Layout], bytes]:
    for name, layout in made:
        (folder / f"{name}.{layout}.docx").write_bytes(as_docx(LETTERS[name], layout))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(folder.glob("*.docx"))
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, env=settings)
    return {(n, layout): (folder / f"{n}.{layout}.pdf").read_bytes() for n, layout in made}


def made_of(*names: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("name", "layout"), [pair for pair in MADE if pair[0] in names])


Rendered = dict[tuple[str, Layout], bytes]


def needs_the_face() -> None:
    """How much goes on a page is promised for Calibri and its free twin of the same widths."""
    asked = subprocess.run([FACES or "", "Calibri"], check=False, capture_output=True, text=True)
    if not {"Calibri", "Carlito"} & set(asked.stdout.replace('"', " ").split()):
        pytest.skip("neither Calibri nor Carlito is installed: fonts-crosextra-carlito")


WITHOUT_THE_FACE = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>
<pattern><patelt name="family"><string>Carlito</string></patelt></pattern>
<pattern><patelt name="family"><string>Calibri</string></patelt></pattern>
</rejectfont></selectfont></fontconfig>
"""


@pytest.mark.skipif(not FACES, reason="fontconfig is not installed")
def test_one_page_stays_one_page_in_another_face(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(WITHOUT_THE_FACE)
    settings = {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    made = [("short", Layout.C5), ("usual", Layout.C5)]
    for pdf in printed(made, tmp_path, settings).values():
        assert not [face for face in embedded_fonts_of(pdf) if "Carlito" in face]
        assert len(sheets(pdf)) == 1


def embedded_fonts_of(pdf: bytes) -> set[str]:
    with pymupdf.open(stream=pdf) as document:
        return {str(font[3]) for page in document for font in page.get_fonts()}


@made_of("short", "usual", "full", "crowded", "many-scripts")
def test_the_letter_is_one_page_with_the_same_text(
    rendered: Rendered, name: str, layout: Layout
) -> None:
    needs_the_face()
    made, part = rendered[name, layout], LETTERS[name]
    assert len(sheets(made)) == 1
    text = read(made)
    for words in (*part.sender, part.date, *part.recipient, *part.body, part.close, part.name):
        if not set(TAMIL) & set(words) - {" "}:  # comes back in an order of the reader's choosing
            assert squeezed(words) in text


@made_of("short", "usual", "long", "crowded", "overfull")
def test_the_window_shows_the_recipient_and_nothing_else(
    rendered: Rendered, name: str, layout: Layout
) -> None:
    left, top, right, bottom = WINDOWS[layout]
    sheet = sheets(rendered[name, layout])[0]
    shown = words_in(sheet, *WINDOWS[layout])
    assert squeezed(shown) == squeezed("".join(LETTERS[name].recipient))
    block = [w for w in sheet if w.left < right and top - 4 < w.top < bottom]
    assert all(left <= w.left and w.right <= right for w in block)
    assert all(top <= w.top + 0.5 and w.bottom <= bottom + 0.5 for w in block)


@made_of("short", "usual", "full", "long", "crowded", "overfull")
def test_the_sender_and_the_date_stand_in_the_right_hand_column(
    rendered: Rendered, name: str, layout: Layout
) -> None:
    part = LETTERS[name]
    sheet = sheets(rendered[name, layout])[0]
    column = [w for w in sheet if w.left > 124 and w.top < 94]
    assert squeezed("".join(w.text for w in column)) == squeezed("".join((*part.sender, part.date)))
    above = [w for w in sheet if w.left <= 124 and w.top < 94]
    assert squeezed("".join(w.text for w in above)) == squeezed("".join(part.recipient))


@made_of("short", "usual", "full", "long", "crowded", "overfull")
def test_the_body_starts_where_the_pdf_s_does(
    rendered: Rendered, name: str, layout: Layout
) -> None:
    sheet = sheets(rendered[name, layout])[0]
    first = next(w for w in sheet if w.text == "Dear")
    assert 95 <= first.top + 1 <= 99


@pytest.mark.parametrize("name", ["full", "long", "crowded", "overfull"])
def test_nothing_is_printed_in_the_margins(rendered: Rendered, name: str) -> None:
    made = rendered[name, Layout.C5]
    for page in range(len(sheets(made))):
        left, top, right, bottom = ink(made, page)
        assert left >= 15
        assert right <= 195
        assert top >= 5
        assert bottom <= 292


@pytest.mark.parametrize("name", [name for name in LETTERS if name.startswith("long-end")])
def test_the_close_never_stands_alone_and_there_is_room_to_sign(
    rendered: Rendered, name: str
) -> None:
    *_, sheet = sheets(rendered[name, Layout.C5])
    close = next(w for w in sheet if w.text == "Yours")
    signed = max((w for w in sheet if w.text == "Siân"), key=lambda word: word.top)
    assert signed.top - close.bottom > 12
    assert [w for w in sheet if w.bottom <= close.top and w.top > 15], "nothing above the close"


def test_only_the_later_pages_are_numbered(rendered: Rendered) -> None:
    first, second = sheets(rendered["long", Layout.C5])
    assert words_in(second, 0, 283, 210, 297) == (
        "Siân Ŵyn to The Rt Hon Afzal Khan MP, page 2 of 2"
    )
    assert "page" not in [w.text for w in first]
