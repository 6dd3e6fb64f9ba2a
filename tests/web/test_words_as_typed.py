"""Whatever people type comes out as typed: in the boxes, on the sheet, and in the text file."""

import pytest
from flask import Flask
from hypothesis import example, given, settings
from hypothesis import strategies as st

from letterwriter.text.cleaning import clean
from tests.web import walking
from tests.web.visitor import Visitor

MARKUP = (
    *("{{ 7*7 }}", "{% raw %}", "{name}", "{leave-30.months}", "{", "}", "#{x}", "%(name)s"),
    *("<b>", "</textarea>", "</p>", "<!--", "-->", "&amp;", "&#65;", "<script>", '"', "'", "`"),
    *("#set page()", "$x$", "*stars*", "_under_", "\\", "//", "= heading", "@ref", "]", "#["),
    *("\u200f", "\u200c", "\u200d", "سلام", "ሰላም", "வணக்கம்", "Ŵyn", "🙂", "\xa0", "%0D%0A", "+"),
)
pieces = st.one_of(
    st.sampled_from(MARKUP),
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.integers(60, 300).map(lambda length: "W" * length),
)
texts = st.lists(pieces, min_size=1, max_size=12).map(" ".join).filter(clean)


@pytest.fixture(scope="module")
def visitor(app: Flask) -> Visitor:
    """One visitor for all examples: the site keeps nothing between them."""
    return Visitor(app.test_client())


def lettered(visitor: Visitor, text: str) -> Visitor:
    return walking.lettered(visitor, **{"story-befriend": text})


@settings(max_examples=15)
@given(text=texts)
@example(text=" ".join(MARKUP))
@example(text="\n\n  line\n\n\n\nline\r\nline")
def test_a_story_comes_out_as_typed_on_every_page_and_in_the_text(
    visitor: Visitor, text: str
) -> None:
    typed = clean(text)
    assert typed in lettered(visitor, text).paragraphs
    assert typed in visitor.press("Check my letter again").paragraphs
    visitor.press("Send or print").press("Email it")
    sheet = "\n\n".join(part.text for part in visitor.page.select(".sheet-paragraph"))
    assert typed in sheet, "blank lines make paragraphs, and nothing else changes"
    assert typed in visitor.page.select_one("#letter-text").text  # type: ignore[union-attr]
    page = visitor.press("Back").press("Print it").page
    visitor.press("Save as plain text")
    assert typed in visitor.answer.get_data(as_text=True)
    visitor.page = page
    assert typed in visitor.press("Back").press("Back to the letter").paragraphs
