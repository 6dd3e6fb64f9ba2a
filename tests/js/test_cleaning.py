"""What people type and paste becomes the same text in the browser as on the server."""

import json
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page

from letterwriter.text.cleaning import clean, clean_line
from letterwriter.web.forms.small_forms import one_line
from tests.js.asking import each

pytestmark = pytest.mark.browser

CASES = json.loads((Path(__file__).parents[1] / "shared" / "cleaning.json").read_text("utf-8"))

# All that Python and JavaScript may take for different things: white space, controls, line ends,
# marks, halves of characters, joiners, what NFC joins and reorders, and other planes.
_ODD = [chr(code) for code in (*range(0x21), *range(0x7F, 0xA1), 0xAD, 0x1680, 0x180E)]
_ODD += [chr(code) for code in (*range(0x2000, 0x2070), 0x3000, 0xFDD0, 0xFDEF, 0xFEFF)]
_ODD += [chr(code) for code in (*range(0xFFF8, 0x10000), 0x1FFFE, 0x1FFFF, 0x10FFFF, 0xE0001)]
_MARKS = "\u0301\u0327\u0308\u0323\u0335\u0338\u20dd\u093f\u0e34\u0591\u064b\u3099\ufe0f\U0001d165"
_LETTERS = "aZe éß{}$&\\ÅΩ가\u1100\u1161\u11a8اب हिमகுአ王😀👩\ud83d\ude00"


def typed(random: Random) -> str:
    """A text of up to forty characters, mostly letters, now and then a run of one."""
    parts = []
    for _ in range(random.randrange(40)):
        alphabet = random.choice((_LETTERS, _LETTERS, _ODD, _MARKS, "\n\n \r\t"))
        parts.append(random.choice(alphabet) * random.choice((1, 1, 1, 2, 6)))
    return "".join(parts)


_GENERATED = [typed(Random(seed)) for seed in range(600)]


def test_the_browser_cleans_what_the_tables_hold_as_the_server_does(page: Page) -> None:
    texts = [*CASES["ordinary"], *(case["typed"] for case in CASES["mended"])]
    kept = [*CASES["ordinary"], *(case["kept"] for case in CASES["mended"])]
    assert each(page, "cleaning", "engine.clean(given)", texts) == kept
    lines = [case["typed"] for case in CASES["lines"]]
    cleaned = each(page, "cleaning", "engine.cleanLine(given)", lines)
    assert cleaned == [case["kept"] for case in CASES["lines"]]


def test_the_browser_cleans_whatever_is_typed_as_the_server_does(page: Page) -> None:
    cleaned = each(page, "cleaning", "[engine.clean(given), engine.cleanLine(given)]", _GENERATED)
    assert cleaned == [[clean(text), clean_line(text)] for text in _GENERATED]


def test_a_field_of_one_line_is_tidied_as_the_servers_forms_do(page: Page) -> None:
    tidied = each(page, "answers", "engine.oneLine(given)", _GENERATED)
    assert tidied == [one_line(text) for text in _GENERATED]


def test_white_space_is_what_python_takes_for_it(page: Page) -> None:
    texts = [
        f"{chr(code)}a{chr(code)}b{chr(code)}" for code in (*range(0xD800), *range(0xE000, 0x10000))
    ]
    said = each(page, "spaces", "[engine.strip(given), engine.split(given)]", texts)
    assert said == [[text.strip(), text.split()] for text in texts]
