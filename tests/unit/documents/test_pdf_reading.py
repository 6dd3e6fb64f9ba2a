"""What is copied, searched or read aloud from a letter's PDF is what was typed, in every script."""

import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable

import pymupdf
import pypdf
import pypdfium2
import pytest

from letterwriter.documents.pdf import as_pdf
from letterwriter.documents.pdf_files import pdf_merge
from tests.unit.documents.paper import letter, read_aloud

POPPLER = shutil.which("pdftotext")
DIRECTIONS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069"))
FROM_THE_LEFT = {
    "Bengali": "আমি আপনার এলাকায় থাকি, কেন্দ্র শক্তি বৌদি কো রোগী",
    "Tamil": "நான் உங்கள் தொகுதியில் வசிக்கிறேன், கௌரி சோறு ஶ்ரீ",
    "Hindi": "मैं आपके क्षेत्र में रहता हूँ, प्रिय कृष्ण विद्यार्थी",
    "Punjabi": "ਮੈਂ ਤੁਹਾਡੇ ਹਲਕੇ ਵਿੱਚ ਰਹਿੰਦਾ ਹਾਂ",
    "Gujarati": "હું તમારા મતવિસ્તારમાં રહું છું",
    "Thai": "ฉันอาศัยอยู่ในเขตของคุณ น้ำ",
    "Khmer": "ខ្ញុំរស់នៅក្នុង",
    "Burmese": "ကျွန်တော် သင့်မြို့နယ်",
    "Tigrinya": "ኣነ ኣብ ከተማኹም ዝነብር እየ",
    "Amharic": "ሰላም ለሁላችሁ፡ ጐረቤቴ",
    "Welsh": "Siân Ŵyn o Ŷnys Môn",
    "Welsh, in pieces": unicodedata.normalize("NFD", "Siân Ŵyn o Ŷnys Môn"),
    "Vietnamese": "Nguyễn Thị Thuỷ ở Hà Nội",
    "Yoruba": "Ọlá Ìbíyẹmí Ṣadé ẹ̀kọ́ ọ̀rẹ́",
    "Polish": "Łukasz Żółć Gęślą",
    "emoji": "a 😀 b ❤️ c 👨‍👩‍👧 d 🇬🇧 e 1️⃣ f 👍🏽 g",
    "twice the same": "কেকে খুকু মিমি নানা ক্তক্ত ক্তিক্তি ẹ̀ẹ̀ ខ្ញុំខ្ញុំ",
}
FROM_THE_RIGHT = {
    "Arabic": "سلام عليكم يا جاري أنا لاجئ من سوريا ولدي طفلان لا إله إلا الله",
    "Arabic with vowels": "سَلامٌ عَلَيْكُمْ يَا مُحَمَّد",
    "Persian": "می‌خواهم پژمان گچ خانه‌ی من در کابل بود",
    "Urdu": "میں آپ کے حلقے میں رہتا ہوں ٹھیک ڈاکٹر بھائی",
    "Hebrew": "שלום לכולם שָׁלוֹם",
    "twice the same": "بببب ننن تت ککک ييي",
}
SENTENCES = "سلام عليكم يا جاري، أنا لاجئ. ولدي طفلان و 14 قطة: ١٢٣ بيتا."


def by_pypdf(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def by_pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def by_poppler(pdf: bytes) -> str:
    command = [str(POPPLER), "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=pdf, check=True, capture_output=True).stdout.decode()


READERS: dict[str, Callable[[bytes], str]] = {"pypdf": by_pypdf, "PDFium": by_pdfium}
if POPPLER:
    READERS["poppler"] = by_poppler


def spaced(text: str) -> str:
    """Composed as fonts have it, with single spaces, without marks that only turn it round."""
    return " ".join(unicodedata.normalize("NFC", text).translate(DIRECTIONS).split())


@pytest.mark.parametrize("typed", FROM_THE_LEFT.values(), ids=list(FROM_THE_LEFT))
def test_what_runs_from_the_left_reads_as_typed(typed: str) -> None:
    pdf = as_pdf(letter(typed, sender=(typed, "M14 5TP"), name=typed))
    assert {name: spaced(read(pdf)).count(spaced(typed)) for name, read in READERS.items()} == (
        dict.fromkeys(READERS, 3)
    )


@pytest.mark.parametrize("typed", FROM_THE_RIGHT.values(), ids=list(FROM_THE_RIGHT))
def test_what_runs_from_the_right_reads_as_typed(typed: str) -> None:
    pdf = as_pdf(letter(typed))
    assert {name for name, read in READERS.items() if spaced(typed) in spaced(read(pdf))} == (
        set(READERS)
    )


def test_sentences_and_numbers_from_the_right_read_as_typed() -> None:
    pdf = as_pdf(letter(SENTENCES))
    assert SENTENCES in spaced(by_pypdf(pdf))
    assert SENTENCES in spaced(by_pdfium(pdf))


@pytest.mark.skipif(not POPPLER, reason="poppler is not installed: poppler-utils")
def test_poppler_has_every_stretch_between_marks_of_sentences_from_the_right() -> None:
    text = spaced(by_poppler(as_pdf(letter(SENTENCES))))
    stretches = [part.strip() for part in re.split(r"[،.:\d]+", SENTENCES) if part.strip()]
    assert [stretch for stretch in stretches if stretch not in text] == []


def test_words_of_two_directions_read_as_typed() -> None:
    typed = "My name is محمد علی and I live at 12 شارع now."
    assert typed in spaced(by_pypdf(as_pdf(letter(typed))))


def test_long_lines_break_and_read_on() -> None:
    for typed in (FROM_THE_LEFT["Bengali"], FROM_THE_RIGHT["Arabic"]):
        text = " ".join([typed] * 30)
        assert text in spaced(by_pypdf(as_pdf(letter(text))))


def test_screen_readers_get_each_paragraph_with_its_own_letters() -> None:
    words = [FROM_THE_LEFT["Hindi"], FROM_THE_LEFT["Yoruba"]]
    body = read_aloud(as_pdf(letter(*words)))[4:-2]
    assert body == [re.sub(r"\s", "", text) for text in words]


def test_lines_that_are_written_anew_look_as_they_did(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = letter(*FROM_THE_LEFT.values(), *FROM_THE_RIGHT.values(), SENTENCES)
    anew = as_pdf(everything)
    monkeypatch.setattr(pdf_merge, "with_typed_wording", lambda _: None)
    before = as_pdf(everything)
    assert anew != before
    differing = sum(abs(a - b) > 100 for a, b in zip(dots(anew), dots(before), strict=True))
    assert differing < 300  # of a million, at the edges of letters


def dots(pdf: bytes) -> bytes:
    with pymupdf.open(stream=pdf) as document:
        return bytes(document[0].get_pixmap(dpi=100, colorspace=pymupdf.csGRAY).samples)
