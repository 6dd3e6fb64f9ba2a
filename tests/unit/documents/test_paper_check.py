"""The check of a letter's PDF: our letters pass, and each fault is told with its place."""

import io
from datetime import date
from pathlib import Path
from random import Random

import pikepdf
import pymupdf
import pytest
from click.testing import CliRunner, Result

from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.paper import Layout
from letterwriter.cli import main
from letterwriter.documents.pdf import as_pdf
from letterwriter.documents.pdf_files.paper_check import check_paper
from letterwriter.documents.pdf_files.pdf_places import pages_of
from letterwriter.packs.pack_pdf import letters_to_sign
from letterwriter.packs.testsheet import envelope_sheet
from letterwriter.packs.variations import Variations
from letterwriter.parliament.addressee import addressee
from letterwriter.parliament.members_file import load_parliament
from letterwriter.paths import CAMPAIGNS, DATA
from tests.unit.documents.letters_of_all_sorts import ALL_SORTS
from tests.unit.documents.paper import MM, of_words, sheets, squeezed

RECIPIENT = (30, 45, "Afzal Khan MP")
Words = tuple[float, float, str]  # mm from the left, mm from the top to the line, and what is there


def page_with(*words: Words, width: float = 210, height: float = 297) -> bytes:
    with pymupdf.open() as document:
        page = document.new_page(width=width * MM, height=height * MM)
        for left, top, text in words:
            page.insert_text((left * MM, top * MM), text, fontsize=12)
        made: bytes = document.tobytes()
    return made


def found(pdf: bytes, layout: Layout = Layout.C5) -> list[tuple[int, str, str]]:
    faults = check_paper(pdf, layout).faults
    return [(fault.page, fault.key, fault.what.words if fault.what else "") for fault in faults]


def run(pdf: bytes, folder: Path, *more: str) -> Result:
    (folder / "letter.pdf").write_bytes(pdf)
    return CliRunner().invoke(main, ["check-paper", str(folder / "letter.pdf"), *more])


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("sort", list(ALL_SORTS))
def test_letters_of_all_sorts_pass(sort: str, layout: Layout) -> None:
    assert found(as_pdf(ALL_SORTS[sort], layout), layout) == []


def test_letters_to_sign_pass_on_every_page() -> None:
    seat = load_parliament(DATA / "mps.csv", DATA / "offices.csv").named("Manchester Rusholme")
    assert seat
    to = addressee(seat, load_parliament(DATA / "mps.csv", DATA / "offices.csv"))
    assert to
    campaign = load_campaign(CAMPAIGNS / "restoring-order-and-control")
    letters = Variations(campaign, to, date(2026, 11, 22), Random(1)).letters_to_sign(4).letters
    assert check_paper(letters_to_sign(letters), each_a_letter=True).faults == ()


@pytest.mark.parametrize("sort", ["usual", "long", "crowded"])
def test_words_are_read_where_another_reader_finds_them(sort: str) -> None:
    pdf = as_pdf(ALL_SORTS[sort])
    with pikepdf.open(io.BytesIO(pdf)) as file:
        ours = [page.placed for page in pages_of(file)]
    for placed, words in zip(ours, sheets(pdf), strict=True):
        text = squeezed("".join(one.words for one in placed))
        assert text == squeezed("".join(word.text for word in words))
        for side in ("left", "right"):
            edge = min if side == "left" else max
            theirs = edge(getattr(word, side) for word in words)
            assert edge(getattr(one.box, side) for one in placed) == pytest.approx(theirs, abs=0.2)


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ((30, 85, "2 March 2026"), "beside"),
        ((30, 30, "Our campaign"), "beside"),
        ((124, 60, "M14 5TP"), "beside"),
        ((30, 68, "Manchester"), "over-the-edge"),
        ((30, 50, "A long line that goes on and on and so leaves the window"), "over-the-edge"),
        ((126, 25, "Amina Yusuf"), "column"),
        ((150, 60, "A line too long for its column"), "column"),
        ((10, 200, "Dear Afzal Khan"), "margin"),
        ((30, 295, "Page 1 of 1"), "margin"),
    ],
)
def test_each_fault_is_found(words: Words, key: str) -> None:
    assert (1, key, words[2]) in found(page_with(RECIPIENT, words))


def test_a_letter_with_all_in_its_place_passes() -> None:
    fine = [RECIPIENT, (126, 35, "Amina Yusuf"), (126, 60, "2 March 2026"), (25, 100, "Dear")]
    assert found(page_with(*fine)) == []


def test_a_window_without_anything_and_another_sheet_are_found() -> None:
    assert found(page_with((25, 100, "Dear Afzal Khan"))) == [(1, "empty", "")]
    assert found(page_with(RECIPIENT, width=215.9, height=279.4)) == [(1, "size", "")]


def test_later_pages_are_held_to_their_margins_alone() -> None:
    pdf = as_pdf(of_words(700))
    assert found(pdf) == []
    keys = {fault.key for fault in check_paper(pdf, each_a_letter=True).faults}
    assert keys == {"over-the-edge", "beside"}


def test_a_picture_in_the_window_is_found() -> None:
    dots = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 4, 4), 0)
    with pymupdf.open(stream=page_with(RECIPIENT)) as document:
        place = pymupdf.Rect(20 * MM, 60 * MM, 40 * MM, 80 * MM)
        document[0].insert_image(place, pixmap=dots)
        assert found(document.tobytes()) == [(1, "over-the-edge", "")]


def test_the_command_tells_page_words_place_and_remedy_and_ends_with_1(tmp_path: Path) -> None:
    answer = run(page_with(RECIPIENT, (30, 85, "2 March 2026")), tmp_path)
    assert answer.exit_code == 1
    assert answer.output.startswith("Page 1: “2 March 2026” at 30.0 mm from the left and 81.8 mm ")
    assert "Move it under the sender, 125 mm from the left" in answer.output


def test_the_command_passes_a_letter_for_the_envelope_that_it_is_for(tmp_path: Path) -> None:
    letter = of_words(300)
    assert run(as_pdf(letter), tmp_path).output.startswith("1 page checked: ")
    long = as_pdf(letter, Layout.DL)
    assert run(long, tmp_path, "--layout", "dl").exit_code == 0
    assert run(long, tmp_path).exit_code == 1
    assert run(envelope_sheet(), tmp_path, "--every-page").exit_code == 1


def test_what_is_no_pdf_or_locked_is_said_in_a_sentence(tmp_path: Path) -> None:
    assert "is no PDF" in run(b"Dear Afzal Khan", tmp_path).output
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(as_pdf(of_words(40)))) as file:
        file.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    answer = run(locked.getvalue(), tmp_path)
    assert answer.exit_code == 1
    assert "password" in answer.output


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused_and_never_more(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    with pikepdf.open(io.BytesIO(as_pdf(of_words(40)))) as file:
        plain = io.BytesIO()
        file.save(plain, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    damaged = bytearray(plain.getvalue())
    for _ in range(30):
        damaged[random.randrange(len(damaged))] = random.randrange(256)
    answer = run(bytes(damaged), tmp_path)
    assert answer.exit_code in (0, 1)
    assert answer.exception is None or isinstance(answer.exception, SystemExit)
