"""An address stands in a letter of the browser's as it does in one of the server's."""

from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from letterwriter.offline.seats import rules
from letterwriter.postcodes.typed.address import read_address
from letterwriter.text.cleaning import clean, clean_line
from tests.addresses import mixed
from tests.cases import cases
from tests.js.asking import each

pytestmark = pytest.mark.browser

Typed = tuple[str, str, str, int]


def told(page: Page, all_typed: list[Typed]) -> list[dict[str, Any]]:
    """What the browser makes of each address."""
    given = {"all": all_typed, "rules": rules()}
    (answers,) = each(page, "addressing", "engine.addresses(given)", [given])
    return list(answers)


def read(typed: Typed) -> dict[str, Any]:
    made = read_address(clean(typed[0]), clean(typed[1]), *typed[2:])
    return {"lines": list(made.lines), "postcode": made.postcode}


def test_the_shared_addresses_and_hundreds_of_mixed_ones(page: Page) -> None:
    shared = [
        (case["address"], case["box"], case.get("name", ""), case.get("others", 1))
        for case in cases("addresses")
    ]
    all_typed = [
        (str(clean(typed)), str(clean_line(box)), name, others)
        for typed, box, name, others in (*shared, *mixed(Random(7), 600))
    ]
    assert told(page, all_typed) == [read(typed) for typed in all_typed]
