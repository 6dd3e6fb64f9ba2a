"""Cards for the next step: four on a sheet, that name no subject."""

import pymupdf

from letterwriter.followup.step_cards import make_step_cards

SITE = "https://letters.example.org/"


def words(site: str) -> tuple[int, str]:
    with pymupdf.open(stream=make_step_cards(site)) as pdf:
        return len(pdf), "\n".join(page.get_text() for page in pdf)


def test_a_sheet_has_four_cards_to_fill_in() -> None:
    pages, text = words(SITE)
    assert pages == 1
    for line in ("The next step", "It was posted on", "Write again after (two weeks later)"):
        assert text.count(line) == 4
    assert text.count("letters.example.org") == 4


def test_a_card_that_is_found_tells_nothing_of_the_letter() -> None:
    _, text = words("")
    assert not [word for word in ("asylum", "refugee", "immigration") if word in text.lower()]
