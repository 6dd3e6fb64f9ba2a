import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.domain.cleaning import clean, clean_line

ORDINARY = (
    "My name is Zoë. I'm 34 — and I “care”, £5 & 100% {truly}; see <b>#1</b> $x$ \\n.",
    "Line one\nLine two\n\nNew paragraph with  two spaces",
    "Siân Ŵyn, Łukasz, Nguyễn, Ọlá",
    "می‌خواهم بنویسم",  # the joiner's absence changes the word
    "குழந்தைகள் এবং हिन्दी ትግርኛ 王小明",
    "👩‍👩‍👧 ❤️",  # joined by zero-width joiners, and turned to colour by a selector
    "\u200fשלום\u200e world",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_stays_exactly_as_typed(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1\r\n2\r3\u20284\u20295\x856\x0b7", "1\n2\n3\n4\n5\n6\n7"),
        ("a\tb", "a b"),
        ("trailing  \nspaces\u00a0\n", "trailing\nspaces"),
        ("a\n\n\n \n\nb", "a\n\nb"),
        ("nul\x00 bell\x07 delete\x7f escape\x1b[31m", "nul bell delete escape[31m"),
        ("\ufeffmark", "mark"),
        ("non\ufdd0char\uffff\U0010fffe", "nonchar"),
        ("\u202eevil\u202c \u2066isolate\u2069", "evil isolate"),
        ("half\ud83d", "half"),
        ("\ude00half and \ud83d\ude00 whole", "half and 😀 whole"),
        ("e\u0301", "é"),
        ("Z" + "\u0335" * 40, "Z" + "\u0335" * 4),
        ("", ""),
        (" \n\t ", ""),
    ],
)  # fmt: skip
def test_what_harms_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_line_of_its_own_holds_no_line_ends() -> None:
    assert clean_line("12 Heald Place\r\n\r\nManchester ") == "12 Heald Place Manchester"


ANYTHING = st.text(st.characters(), max_size=60)  # lone surrogates and all


@given(ANYTHING)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(ANYTHING)
def test_clean_text_can_be_written_anywhere(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(c) == "Cc" for c in cleaned if c != "\n")
    assert "\n\n\n" not in cleaned


@given(st.text("abc {}<>#$\\*_`é世\u200f\u200d'\"", max_size=60))
def test_no_visible_character_is_ever_lost(text: str) -> None:
    assert clean(text) == text.strip()
