"""Everyone's name and words come out on paper: scripts, directions, markup, missing letters."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterwriter.documents.fonts import lacking
from letterwriter.documents.pdf import as_pdf, missing_characters
from letterwriter.text.cleaning import clean
from tests.cleaned import lines
from tests.unit.documents.paper import embedded_fonts, letter, read, sheets, squeezed

LATIN = ("Siân Ŵyn", "Zoë", "Łukasz", "Nguyễn", "Ọlá", "Ɗan Ƙasa", "Şükrü Ağa", "Ìbíyẹmí")
OTHERS = {
    "Arabic": "سلام عليكم يا جاري",
    "Persian": "می‌خواهم پژمان گچ",
    "Urdu": "میں آپ کے حلقے میں رہتا ہوں",
    "Tigrinya": "ኣነ ኣብ ከተማኹም ዝነብር እየ",
    "Amharic": "ሰላም ለሁላችሁ፡ ጐረቤቴ",
    "Tamil": "நான் உங்கள் தொகுதியில்",
    "Bengali": "আমি আপনার এলাকায় থাকি",
    "Hindi": "मैं आपके क्षेत्र में रहता हूँ",
    "Punjabi": "ਮੈਂ ਤੁਹਾਡੇ ਹਲਕੇ ਵਿੱਚ",
    "Gujarati": "હું તમારા મતવિસ્તારમાં",
    "Hebrew": "שלום לכולם",
    "Ukrainian": "Я живу у вашому окрузі, ґанок",
    "Greek": "Γειά σας",
    "Georgian": "გამარჯობა",
    "Armenian": "Բարեւ Ձեզ",
    "emoji": "😀❤️",
}
CHINESE = "王小明住在您的选区"
NO_FONT = "\ua9ca"  # a Javanese sign


@pytest.mark.parametrize("name", LATIN)
def test_a_name_prints_as_its_owner_writes_it(name: str) -> None:
    assert read(as_pdf(letter("Hello.", name=name))).count(squeezed(name)) == 2


@pytest.mark.parametrize("words", OTHERS.values(), ids=list(OTHERS))
def test_every_script_is_shown_with_a_font_inside_the_file(words: str) -> None:
    someone = letter(words, name=words)
    assert missing_characters(someone) == ()
    pdf = as_pdf(someone)
    assert "[U+" not in read(pdf)
    assert embedded_fonts(pdf)


@pytest.mark.parametrize("script", ["Tigrinya", "Amharic", "Hebrew", "Ukrainian", "Georgian"])
def test_scripts_without_joined_letters_read_back_as_typed(script: str) -> None:
    # Copied out of a PDF, joined scripts come back in an order of the reader's choosing.
    words = OTHERS[script].split()
    text = read(as_pdf(letter(OTHERS[script])))
    assert all(word in text or word[::-1] in text for word in words)


def test_chinese_is_printed_where_its_fonts_are_and_its_codes_where_not() -> None:
    text = read(as_pdf(letter(CHINESE)))
    if lacking(CHINESE):
        assert missing_characters(letter(CHINESE)) == tuple(CHINESE)
        assert "[U+738B][U+5C0F][U+660E]" in text
    else:
        assert CHINESE in text


def test_a_character_no_font_has_is_shown_by_its_code_and_named_to_the_caller() -> None:
    unlucky = letter(f"Here {NO_FONT} and {NO_FONT}.", name=f"Ann {NO_FONT}")
    assert missing_characters(unlucky) == (NO_FONT,)
    assert "Here[U+A9CA]and[U+A9CA]." in read(as_pdf(unlucky))
    assert "Ann[U+A9CA]" in read(as_pdf(unlucky))


def test_an_arabic_paragraph_starts_at_the_right_and_an_english_one_at_the_left() -> None:
    arabic, english = "سلام عليكم يا جاري العزيز " * 6, "Peace be on you, dear neighbour. " * 6
    (sheet,) = sheets(as_pdf(letter(arabic, english)))
    last_arabic = max((w for w in sheet if "\u0600" <= w.text[0] <= "\u06ff"), key=lambda w: w.top)
    line = [w for w in sheet if abs(w.top - last_arabic.top) < 2]
    assert max(w.right for w in line) == pytest.approx(190, abs=0.5)
    assert min(w.left for w in line) > 30
    assert min(w.left for w in sheet if w.text == "Peace") == pytest.approx(25, abs=0.5)


def test_an_arabic_name_stands_under_the_english_close() -> None:
    (sheet,) = sheets(as_pdf(letter("Hello.", name="محمد علی")))
    lowest = max(w.top for w in sheet)
    name = [w for w in sheet if abs(w.top - lowest) < 1]
    assert min(w.left for w in name) == pytest.approx(25, abs=0.5)


MARKUP = (
    "{{ 7 * 7 }} {% raw %} {# x #}",
    '#eval("1") $x^2$ *bold* _it_ `raw` = Head @ref <label> // c /* d */ \\ ~ -- --- ... \'q\' "q"',
    "<b>bold</b> &amp; <script>alert(1)</script> <!-- -->",
    '{"sender": [], "x": "\\u0041"} \\n %s {0} ${HOME}',
    ']#[ )#( }#{ #sys.inputs.words #include "x"',
    "- item\n+ item\n1. item\n/ term: x\n= heading",
)


@pytest.mark.parametrize("typed", MARKUP)
def test_markup_comes_out_as_typed(typed: str) -> None:
    line = typed.replace("\n", " ")
    printed = read(as_pdf(letter(typed, sender=(line, "M14 5TP"), name=line)))
    assert printed.count(squeezed(typed)) == 3


@settings(max_examples=40)
@given(st.lists(st.sampled_from("#$*_`=@<>\\/~-'\"[](){}%&|^;:,.0a b\n"), max_size=60))
def test_any_run_of_signs_comes_out_as_typed(signs: list[str]) -> None:
    typed = "".join(signs)
    assert f"Khan,{squeezed(typed)}Yours" in read(as_pdf(letter(typed)))


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=40), st.text(st.characters(), max_size=12))
def test_no_text_whatever_stops_a_letter(typed: str, name: str) -> None:
    anyone = replace(letter(typed, sender=(name, typed), name=name), recipient=lines(name, typed))
    assert as_pdf(anyone).startswith(b"%PDF-1.7")


HEAPS = (
    "7\u0650\u200d",
    "(\u064e)",
    "T\u20e0",
    "\ua8f3\u1cd2\ufe0f",
    "\ua832\u1ce2",
    "x\ufe0f\u20e3",
)


@pytest.mark.parametrize("heap", HEAPS)
def test_marks_that_no_font_has_with_their_letter_are_shown_as_codes(heap: str) -> None:
    text = read(as_pdf(letter(f"Before {heap} after.")))
    assert "Before" in text
    assert f"[U+{ord(heap[1] if heap[1] != chr(0xFE0F) else heap[2]):04X}]" in text
    assert "after." in text


def test_digits_on_keys_are_printed() -> None:
    keys = "1\ufe0f\u20e3 #\u20e3"
    assert missing_characters(letter(keys)) == ()
    assert squeezed(f"Before {keys} after.") in read(as_pdf(letter(f"Before {keys} after.")))


def test_an_emoji_has_room_beside_its_neighbours() -> None:
    # The text face has a heart too, half as wide as what the selector makes of it.
    def width(sign: str) -> float:
        (sheet,) = sheets(as_pdf(letter(f"x{sign}y")))
        word = next(word for word in sheet if word.text.startswith("x"))
        return word.right - word.left

    assert width("\u2764\ufe0f") == pytest.approx(width("\U0001f600"), abs=0.1)


def test_every_assigned_character_can_stand_in_a_letter() -> None:
    # Each with a mark and a joiner after it, since clusters are where fonts run out.
    assigned = [chr(c) for c in range(0x20, 0x20000) if unicodedata.category(chr(c))[0] != "C"]
    sample = [c for c in assigned[::7] if not "\u3400" <= c <= "\ud7ff"]
    text = clean(" ".join(f"{c}{c}\u0301\u200d" for c in sample))
    assert as_pdf(letter(text)).startswith(b"%PDF-1.7")
