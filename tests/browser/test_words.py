"""Words that look like markup come out as typed, on each page that shows them."""

import pytest
from playwright.sync_api import expect

from tests.browser.journey import Journey

pytestmark = pytest.mark.browser

ATTACK = "\n".join(
    (
        "{{ 7*7 }} {% raw %} {name} {leave-30.months} #{x}",
        "<script>document.title='taken'</script></textarea><img src=x onerror=alert(1)>",
        "<b>bold</b> &amp; &#65; --> ]]> %0D%0A",
        '#set page(fill: red) *stars* _under_ $x^2$ \\ "quoted" `code` //note',
        "سلام \u200f) يا\u200cر",
        "W" * 300,
    )
)


def test_markup_of_any_kind_is_shown_as_typed(journey: Journey) -> None:
    journey.letter(ATTACK)
    assert ATTACK in journey.paragraphs
    journey.press("Down", 1).press("Up", 2).press("Back to my answers")
    expect(journey.page.locator("details.prompt textarea").first).to_have_value(ATTACK)
    journey.press("Make my letter").press("Go on: print or send")
    shown = journey.page.get_by_role("article", name="Your letter").inner_text()
    assert ATTACK in shown
    assert journey.title.startswith("Print or send")
    assert ATTACK in journey.page.get_by_label("The words of your email").input_value()
    assert journey.page.evaluate("document.documentElement.scrollWidth") <= 360
