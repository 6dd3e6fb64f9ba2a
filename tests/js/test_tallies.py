"""Tallies in the page say what they say in Python, and their codes are read by both."""

from datetime import date
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from letterwriter.tallies.hexes import hexes
from letterwriter.tallies.hexmap import hex_map
from letterwriter.tallies.reading import read_tallies, read_tally
from letterwriter.tallies.sums import by_constituency, by_stall, csv_table, missing_parts, sums_of
from letterwriter.tallies.tally import Counts, LetterTally, TallyKind, as_line
from letterwriter.text.cleaning import clean_line
from tests.js.asking import each
from tests.unit.tallies.counting import DAYS, PLACES, STALLS, parliament

pytestmark = pytest.mark.browser

CODES = sorted(seat.constituency.code for seat in parliament())
ORIGIN = "https://letters.example.org"


def some_counts(random: Random) -> Counts:
    doors = tuple(random.randrange(9) for _ in range(4))
    return Counts(random.randint(max(doors), sum(doors)), doors)


def some_tally(random: Random) -> LetterTally:
    groups = [(day, code) for day in DAYS for code in PLACES]
    return LetterTally(
        f"{random.randrange(4):016x}",
        random.choice(list(TallyKind)),
        {group: some_counts(random) for group in random.sample(groups, random.randrange(6))},
        clean_line(random.choice(STALLS)),
        random.choice([(1, 1), (1, 3), (3, 3)]),
    )


def broken(line: str, random: Random) -> str:
    """The line with something in it changed."""
    old, new = random.choice(
        [
            ("1,", "-1,"),
            ("2026", "2026-13"),
            ("E1400", "E1500"),
            ('ally":1', 'ally":2'),
            ('ally":1', 'ally":"1"'),
            ('"kind"', '"kin"'),
            ("{", "["),
            ("-30", "-31"),
            ("tablet", "sent"),
            ('"days":{', '"days":{"2026-12-01":[],'),
        ]
    )
    return line.replace(old, new)


def total(each: Any) -> dict[str, Any]:
    return {"made": [each.made.letters, *each.made.doors], "ahead": each.ahead}


def test_both_engines_read_and_add_up_alike(page: Page) -> None:
    random = Random(1)
    texts = []
    for _ in range(60):
        lines = [as_line(some_tally(random)) for _ in range(random.randrange(1, 6))]
        lines += [broken(line, random) for line in lines if random.random() < 0.5]
        texts.append("\n".join(lines))
    asked = [{"text": text, "places": CODES} for text in texts]
    faults = 0
    for text, told in zip(
        texts, each(page, "tallying", "engine.summed(given)", asked), strict=True
    ):
        reading = read_tallies(text, parliament())
        faults += len(reading.wrong)
        sums = sums_of(reading.tallies)
        assert told["lines"] == [as_line(tally) for tally in reading.tallies]
        assert told["wrong"] == [{"line": line, "why": why} for line, why in reading.wrong]
        assert told["places"] == [[k, total(v)] for k, v in by_constituency(sums).items()]
        assert told["stalls"] == [[k, total(v)] for k, v in by_stall(sums).items()]
        missing = {id_: list(parts) for id_, parts in missing_parts(reading.tallies).items()}
        assert told["missing"] == missing
        table = csv_table(sums, lambda code: code).partition("\r\n")[2]
        assert told["csv"].partition("\r\n")[2] == table
    assert faults > 20


def of_places(count: int, days: int = 1) -> LetterTally:
    """A busy tablet's, with constituencies from everywhere."""
    random = Random(2)
    rows = {}
    for day in range(days):
        for code in random.sample(CODES, count):
            doors = random.randrange(1, 60), random.randrange(30), 0, 0
            letters = random.randint(max(doors), sum(doors))
            rows[date(2026, 12, day + 1), code] = Counts(letters, doors)
    return LetterTally("89abcdef01234567", TallyKind.TABLET, rows, clean_line("Levenshulme market"))


def test_sixty_constituencies_fit_one_code_and_more_make_several(page: Page) -> None:
    given = [of_places(1), of_places(60), of_places(200), of_places(60, days=3)]
    asked = [{"line": as_line(tally), "places": CODES, "origin": ORIGIN} for tally in given]
    coded = each(page, "tallying", "engine.coded(given)", asked)
    assert [len(codes) for codes in coded[:2]] == [1, 1]
    assert len(coded[2]) > 1
    for tally, codes in zip(given, coded, strict=True):
        assert max(version for _, version in codes) <= 20
        pasted = [address for address, _ in codes]
        assert all(address.startswith(f"{ORIGIN}/organise#") for address in pasted)
        reading = read_tallies("\n".join(reversed(pasted)), parliament())
        assert reading.wrong == []
        assert missing_parts(reading.tallies) == {}
        assert sums_of(reading.tallies) == sums_of([tally])
        if len(codes) > 1:
            assert missing_parts(reading.tallies[1:]) == {tally.id: (len(codes), [len(codes)])}


def test_every_digit_of_a_code_counts(page: Page) -> None:
    (digits,) = each(page, "tallying", "engine.digits(given)", [as_line(of_places(2))])
    assert read_tally(digits, parliament()) == of_places(2)
    changed = [
        f"{digits[:place]}{(int(digit) + 1) % 10}{digits[place + 1 :]}"
        for place, digit in enumerate(digits)
    ]
    others = [*changed, *(digits[:end] for end in range(20, len(digits)))]
    reading = read_tallies("\n".join(others), parliament())
    assert (reading.tallies, len(reading.wrong)) == ([], len(others))
    asked = [{"text": "\n".join(others), "places": CODES}]
    (told,) = each(page, "tallying", "engine.summed(given)", asked)
    assert (told["lines"], len(told["wrong"])) == ([], len(others))


def test_both_maps_are_the_same_drawing(page: Page) -> None:
    random = Random(3)
    letters = {code: random.choice([0, 1, 4, 5, 19, 20, 49, 50, 700]) for code in CODES[::3]}
    (drawn,) = each(
        page, "tallying", "engine.mapped(given)", [{"hexes": hexes(), "letters": letters}]
    )
    assert len(drawn) == 650
    svg = hex_map(letters, {code: code for code in CODES}, hexes()).decode()
    for said, colours, points, number in drawn:
        shape = f'<polygon class="{colours}" points="{points}"/>'
        assert f"<g><title>{said}</title>{shape}" in svg
        assert said.endswith(f": {number}")
