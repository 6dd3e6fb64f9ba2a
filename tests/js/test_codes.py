"""The codes on the screen can be read by phones, and are not drawn where they could not."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from letterwriter.letters.answers import Answers, Sender, Story
from letterwriter.text.cleaning import clean
from tests.chromium import NewPage
from tests.cleaned import lines
from tests.js.asking import each
from tests.js.codes import read
from tests.js.letters import Draft
from tests.js.test_taking import given
from tests.js.worlds import open_world
from tests.unit.letters.golden import TODAY, parliament

pytestmark = pytest.mark.browser

TABLET = {"width": 768, "height": 1024}  # 148 by 197 mm, so 5.2 CSS pixels are a millimetre
WIDTH = 680  # CSS pixels: 131 mm
# Pixels of a phone's picture to a module at 450 mm: see docs/adr/0014-a-code-to-take-along.md.
SEEN = 3.4
ORIGIN = "https://letters.example.org"
ORDINARY = (Path(__file__).parents[1] / "shared" / "ordinary_stories.txt").read_text("utf-8")
ENGLISH = " ".join(ORDINARY.split())
# The Universal Declaration of Human Rights, articles 1 to 3.
ARABIC = (
    "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق، وقد وهبوا عقلاً وضميرًا وعليهم أن يعامل "
    "بعضهم بعضًا بروح الإخاء. لكل إنسان حق التمتع بكافة الحقوق والحريات الواردة في هذا الإعلان، "
    "دون أي تمييز، كالتمييز بسبب العنصر أو اللون أو الجنس أو اللغة أو الدين أو الرأي السياسي أو أي "
    "رأي آخر، أو الأصل الوطني أو الاجتماعي أو الثروة أو الميلاد أو أي وضع آخر، دون أية تفرقة بين "
    "الرجال والنساء. لكل فرد الحق في الحياة والحرية وسلامة شخصه."
)


def letter(story: str, words: int) -> dict[str, Any]:
    """An ordinary letter whose own words are the first so many of a story."""
    answers = Answers(
        Sender(
            clean("Amina Yusuf"),
            lines("12 Heald Place", "Manchester"),
            clean("M14 5TP"),
        ),
        (Story("neighbour", clean(" ".join(story.split()[:words]))),),
        ("thirty-months", "families-apart"),
        "write-for-me",
    )
    seat = parliament().named("Manchester Rusholme")
    assert seat
    return given(Draft(seat, answers, TODAY, seed=1)) | {"origin": ORIGIN, "width": WIDTH}


@pytest.fixture
def tablet(new_page: NewPage) -> Page:
    """A tablet with the engine's world open."""
    page = new_page(viewport=TABLET, device_scale_factor=2)
    open_world(page, parliament())
    return page


def shown(page: Page, asked: dict[str, Any]) -> dict[str, Any] | None:
    """Put the letter's code on the page."""
    (answer,) = each(page, "taking", "engine.shownLetter(given, world)", [asked])
    code: dict[str, Any] | None = answer
    return code


def address(page: Page, asked: dict[str, Any]) -> str:
    """What the code should say."""
    (digits,) = each(page, "taking", "engine.taken(given, world).digits", [asked])
    return f"{ORIGIN}/take#{digits}"


@pytest.mark.parametrize("words", [1, 40, 100])
def test_a_letters_code_is_read_at_its_size_on_the_screen(tablet: Page, words: int) -> None:
    asked = letter(ENGLISH, words)
    assert shown(tablet, asked)
    assert read(tablet.get_by_role("img", name="Your letter").screenshot()) == address(
        tablet, asked
    )


def test_the_largest_code_is_read_as_a_phone_at_arms_length_sees_it(new_page: NewPage) -> None:
    page = new_page(viewport=TABLET, device_scale_factor=1)
    open_world(page, parliament())
    words = most_words(page, ENGLISH)
    code = shown(page, letter(ENGLISH, words))
    assert code
    assert code["version"] == 15
    width = round(code["modules"] * SEEN)
    shown(page, letter(ENGLISH, words) | {"width": width})
    picture = page.get_by_role("img", name="Your letter").screenshot()
    assert read(picture) == address(page, letter(ENGLISH, words))


def most_words(page: Page, story: str) -> int:
    """How many words of a story fit a code."""
    counts = range(10, 260, 10)
    asked = [letter(story, words) for words in counts]
    fit = each(page, "taking", "engine.shownLetter(given, world) !== null", asked)
    assert fit == sorted(fit, reverse=True)
    return max(words for words, fits in zip(counts, fit, strict=True) if fits)


def test_half_a_page_of_own_words_fits_in_english_and_a_paragraph_in_arabic(tablet: Page) -> None:
    assert most_words(tablet, ENGLISH) >= 130
    assert most_words(tablet, ARABIC) >= 60


def test_a_letter_that_is_too_long_gets_no_code(tablet: Page) -> None:
    assert shown(tablet, letter(ENGLISH, 400)) is None


def test_nobodys_name_is_in_a_code_of_choices_and_it_is_small(tablet: Page) -> None:
    choices = {"concernIds": ["thirty-months", "delay"], "askId": "write-for-me"}
    asked = {"choices": choices, "origin": ORIGIN, "width": WIDTH}
    (code,) = each(tablet, "taking", "engine.shownChoices(given)", [asked])
    assert code["version"] <= 5
    said = read(tablet.get_by_role("img", name="Your choices").screenshot())
    assert said.startswith(f"{ORIGIN}/take#")
    (parcel,) = each(tablet, "taking", "engine.andBack(given)", [said.partition("#")[2]])
    assert parcel == {"kind": "choices", **choices}


def test_in_a_dark_page_a_code_stays_black_on_white(new_page: NewPage) -> None:
    page = new_page(viewport=TABLET, color_scheme="dark", forced_colors="active")
    open_world(page, parliament())
    asked = letter(ENGLISH, 30)
    shown(page, asked)
    image = page.get_by_role("img", name="Your letter")
    assert read(image.screenshot()) == address(page, asked)
    corner = image.evaluate("svg => svg.firstElementChild.getAttribute('fill')")
    assert corner == "#fff"
