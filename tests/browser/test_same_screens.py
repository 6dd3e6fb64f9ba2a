"""The server's pages, where no script runs, look as the page's own screens do."""

from collections.abc import Callable, Iterable
from functools import reduce
from io import BytesIO
from itertools import zip_longest
from random import Random

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from letterwriter.web.wizard import letter, state
from tests.browser.wizard import Served, Wizard
from tests.chromium import NewPage

pytestmark = pytest.mark.browser

Act = Callable[[Wizard], object]
Step = tuple[str, Act]  # a screen, and how it is answered

EVERYWHERE = "everywhere"
# What may differ, and is hidden before the pictures are taken; and why it does.
DIFFERENT: dict[str, dict[str, str]] = {
    EVERYWHERE: {"aside": "what a script waits for, asks the server and keeps on the device"},
    "prompts": {
        ".choice:nth-of-type(n+7)": "a script folds a long list away, and the server shows all",
        "p:has([data-show-all])": "the button that shows the rest",
    },
    "letter": {
        "[data-change], .part-box, .part > details": "a script opens the boxes, the server folds",
        ".letter-bar .secondary": "undoing is a script's, checking again the server's",
        ".letter-bar [role='status']": "what a script did just now",
        "h1 ~ p:not(.lead)": "how to change a part, which is another way there",
        "div.row": "the button that opens all boxes",
    },
    "done": {"[data-sharing]": "sharing is a script's"},
    "editor": {
        "p:has([data-copy-editor]), [data-editor-status]": "copying is a script's",
    },
    "meet": {
        "h2 + p ~ p": "a button prints the card, and the browser's own Print without a script"
    },
    "sure": {"[data-if='!handed_over']": "only a script knows whether the letter was handed over"},
}
for _choices in ("worries", "worry", "ask", "again"):
    DIFFERENT[_choices] = DIFFERENT["prompts"]

HIDE = """selectors => selectors.forEach(selector =>
    document.querySelectorAll(selector).forEach(part => { part.style.display = 'none'; }))"""
REST = "() => { document.activeElement.blur(); scrollTo(0, 0); }"
# What stands where, in what type and colours: for whoever has to find a difference.
LAYOUT = """() => Array.from(document.querySelectorAll('body *'))
    .filter(part => part.getClientRects().length && !part.closest('svg'))
    .map(part => {
        const {left, top, width, height} = part.getBoundingClientRect();
        const style = getComputedStyle(part);
        const own = Array.from(part.childNodes).filter(node => node.nodeType === 3)
            .map(node => node.data.trim()).join(' ').trim();
        const words = own || (part.matches('input, textarea') ? part.value : '');
        return [part.localName, words, [left, top, width, height].join(' '),
            style.fontSize, style.color, style.backgroundColor].join(' | ');
    })"""


class AlwaysTheFirst(Random):
    """Draws nothing by chance, so that both drivers word a letter alike."""

    def getrandbits(self, _: int, /) -> int:
        return 0


@pytest.fixture
def drivers(new_page: NewPage, monkeypatch: pytest.MonkeyPatch) -> tuple[Wizard, Served]:
    """The first page by each driver: with its script, and without any."""
    for module in (letter, state):
        monkeypatch.setattr(module, "SystemRandom", AlwaysTheFirst)
    with_script = new_page()
    with_script.add_init_script("crypto.getRandomValues = drawn => drawn.fill(0);")
    return Wizard(with_script).open("/"), Served(new_page(java_script_enabled=False)).open("/")


def pressing(words: str) -> Act:
    return lambda wizard: wizard.press(words)


def answering(label: str, words: str) -> Act:
    """Fill in a box, and go on."""

    def act(wizard: Wizard) -> None:
        wizard.page.get_by_label(label).fill(words)
        go_on(wizard)

    return act


def ticking(number: int) -> Act:
    """Choose one of the boxes, and go on."""

    def act(wizard: Wizard) -> None:
        wizard.page.locator("main .choice input").nth(number).check()
        go_on(wizard)

    return act


def go_on(wizard: Wizard) -> None:
    wizard.page.locator("main [data-next]").last.click()


BEGIN: list[Step] = [("postcode", Wizard.find)]
ABOUT: list[Step] = [
    ("name", answering("Your full name", "Amina Yusuf")),
    ("address", answering("Your address, without the postcode", "1 High Street\nManchester")),
]
END: list[Step] = [
    ("letter", go_on),
    ("send", pressing("Email it")),
    ("email", pressing("What happens next")),
    ("done", pressing("Finished: clear everything")),
    ("sure", lambda _: None),
]
SHORT: list[Step] = [
    *BEGIN,
    ("found", pressing("Short letter")),
    ("safety", pressing("I have read this")),
    ("story", Wizard.story),
    ("worry", ticking(0)),
    *ABOUT,
    *END[:3],
    ("done", pressing("Meet your MP")),
    ("meet", pressing("Back")),
    *END[3:],
]
AGAIN: list[Step] = [  # from the thanks for the first letter, to a second one
    *SHORT[:-2],
    ("done", pressing("Tell the local paper")),
    ("editor", pressing("Back")),
    ("done", pressing("Write again")),
    ("again", ticking(0)),
    *BEGIN,
    ("found", pressing("Go on")),
    ("safety", pressing("I have read this")),
    ("first", answering("Anything to add?", "They still wait.")),
    *ABOUT,
    ("letter", lambda _: None),
]
LONG: list[Step] = [
    *BEGIN,
    ("found", pressing("Longer letter")),
    ("safety", pressing("I have read this")),
    ("prompts", ticking(1)),
    ("story", Wizard.story),
    ("worries", ticking(0)),
    ("whys", answering("Why does this one matter to you?", "I have met them.")),
    ("ask", ticking(0)),
    *ABOUT,
    ("reply", pressing("Make my letter")),
    *END,
]


def hide(page: Page, selectors: Iterable[str]) -> None:
    page.evaluate(HIDE, list(selectors))


def picture(page: Page) -> Image.Image:
    """The whole screen, with nothing pressed, pointed at or focused."""
    page.mouse.move(0, 0)
    page.evaluate(REST)
    taken = page.screenshot(full_page=True, animations="disabled")
    return Image.open(BytesIO(taken)).convert("RGB")


def are_same(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures show the same, but for edges that were rounded to the next line."""
    if one.size != other.size:
        return False
    moved = (ImageChops.offset(other, 0, lines) for lines in (-1, 0, 1))
    differences = (ImageChops.difference(one, each) for each in moved)
    return reduce(ImageChops.darker, differences).getbbox() is None


@pytest.mark.parametrize("steps", [AGAIN, LONG], ids=["short and again", "long"])
def test_the_server_draws_each_screen_as_the_page_does(
    drivers: tuple[Wizard, Served], steps: list[Step]
) -> None:
    for screen, act in steps:
        for wizard in drivers:
            wizard.on(screen)
            hide(wizard.page, [*DIFFERENT[EVERYWHERE], *DIFFERENT.get(screen, ())])
        in_page, by_server = (picture(wizard.page) for wizard in drivers)
        if not are_same(in_page, by_server):
            pairs = zip_longest(*(wizard.page.evaluate(LAYOUT) for wizard in drivers))
            assert [pair for pair in pairs if pair[0] != pair[1]][:4] == [], screen
        assert are_same(in_page, by_server), screen
        for wizard in drivers:
            act(wizard)
