"""PDFs for screen readers: ours have all that they need, and what a PDF lacks is told."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner

from letterwriter.cli import main
from letterwriter.documents.languages import language_of
from letterwriter.documents.pdf import as_pdf
from letterwriter.documents.pdf_files.reading_check import check_for_screen_readers
from tests.unit.documents.letters_of_all_sorts import ALL_SORTS
from tests.unit.documents.paper import letter, of_words

ARABIC = "سلام عليكم يا جاري العزيز"
TAMIL = "நான் உங்கள் தொகுதியில் வசிக்கிறேன்"
LETTER = as_pdf(letter("Hello.", ARABIC, TAMIL, "Ọlá ẹ̀kọ́ ❤️"))


@pytest.mark.parametrize("sort", [*ALL_SORTS, "scripts"])
def test_our_letters_have_all_that_screen_readers_need(sort: str) -> None:
    pdf = as_pdf(ALL_SORTS[sort]) if sort in ALL_SORTS else LETTER
    assert check_for_screen_readers(pdf) == ()
    with pikepdf.open(io.BytesIO(pdf)) as file, file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_a_paragraph_in_another_language_says_so() -> None:
    with pikepdf.open(io.BytesIO(LETTER)) as file:
        root: Any = file.Root
        languages = [str(part.get("/Lang", "")) for part in root.StructTreeRoot.K[0].K]
    assert languages == ["", "", "", "", "", "ar", "ta", "", "", ""]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("سلام عليكم", "ar"),
        ("خانه‌ی من در گیلان بود", "fa"),
        ("میں آپ کے حلقے میں", "ur"),
        ("আমি আপনার এলাকায়", "bn"),
        ("मैं आपके क्षेत्र में रहता हूँ", "hi"),
        ("ኣነ ኣብ ከተማኹም", "ti"),
        ("እኔ አዲስ አበባ", "am"),
        ("Я живу у вашому окрузі, її", "uk"),
        ("王小明住在您的选区", "zh"),
        # Not certain, or ours:
        ("मम नाम", ""),
        ("I am محمد and I live here", ""),
        ("Siân Ŵyn", ""),
        ("", ""),
    ],
)
def test_the_language_is_told_where_letters_tell_it(words: str, code: str) -> None:
    assert language_of(words) == code


def without_tags(file: Any) -> None:
    del file.Root.StructTreeRoot


def without_language(file: Any) -> None:
    del file.Root.Lang


def without_title_shown(file: Any) -> None:
    del file.Root.ViewerPreferences


def without_language_of_a_part(file: Any) -> None:
    for part in file.Root.StructTreeRoot.K[0].K:
        if part.get("/Lang") == "ar":
            del part.Lang


def with_loose_words(file: Any) -> None:
    page = file.pages[0]
    font = next(iter(page.Resources.Font))
    page.contents_add(f"BT {font} 9 Tf (a) Tj ET".encode())


def with_a_picture(file: Any) -> None:
    file.Root.StructTreeRoot.K[0].K[0].S = pikepdf.Name.Figure


def with_a_late_heading(file: Any) -> None:
    file.Root.StructTreeRoot.K[0].K[0].S = pikepdf.Name.H2


def with_unordered_links(file: Any) -> None:
    file.pages[0].Annots = pikepdf.Array()
    del file.pages[0].Tabs


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (without_tags, "untagged"),
        (without_language, "no-language"),
        (without_title_shown, "no-title"),
        (without_language_of_a_part, "another-language"),
        (with_loose_words, "loose"),
        (with_a_picture, "no-words"),
        (with_a_late_heading, "headings"),
        (with_unordered_links, "tab-order"),
    ],
)
def test_what_is_missing_is_told(change: Callable[[Any], None], key: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    with pikepdf.open(io.BytesIO(LETTER)) as file:
        change(file)
        file.save(path)
    assert {fault.key for fault in check_for_screen_readers(path.read_bytes())} == {key}
    answer = CliRunner().invoke(main, ["check-paper", str(path)])
    assert answer.exit_code == 1
    assert "For screen readers" in answer.output


def test_a_letter_that_can_be_read_passes_the_command(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(as_pdf(of_words(600)))
    answer = CliRunner().invoke(main, ["check-paper", str(tmp_path / "letter.pdf")])
    assert answer.exit_code == 0
    assert "Screen readers find" in answer.output
