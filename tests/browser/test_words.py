"""Words that look like markup come out as typed, on each screen that shows them."""

import pytest

from tests.browser.wizard import Served, Wizard
from tests.chromium import NewPage

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


@pytest.mark.parametrize("kind", [Wizard, Served])
def test_markup_of_any_kind_is_shown_as_typed(new_page: NewPage, kind: type[Wizard]) -> None:
    wizard = kind(new_page()).open("/").letter(ATTACK)
    assert ATTACK in wizard.paragraphs
    wizard.page.locator("main [data-next]").first.click()
    wizard.on("send").press("Email it").on("email")
    assert ATTACK in (wizard.page.locator("article.sheet").text_content() or "")
    assert wizard.page.title() == "Email your letter - Letterwriter"
    assert ATTACK in wizard.page.get_by_label("The words of your email").input_value()
    assert wizard.page.evaluate("document.documentElement.scrollWidth") <= 360
