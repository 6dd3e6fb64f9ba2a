"""The leaflet: what the page of changes says, on one side of A4, whatever is told that day."""

from dataclasses import replace
from datetime import date

import pymupdf
import pytest

from letterwriter.campaigns.changes import PartToday, changes_on
from letterwriter.documents.pdf_files.paper_check import check_paper
from letterwriter.packs.leaflet import make_leaflet
from letterwriter.text.clean_text import NO_TEXT, CleanText
from tests.unit.letters.golden import campaign

SITE = "https://letters.example.org"
IMPRINT = CleanText("Jo Bloggs, 1 High Street, Newtown NT1 1AA")


def words(pdf: bytes) -> str:
    with pymupdf.open(stream=pdf) as file:
        assert file.page_count == 1
        return " ".join(file[0].get_text().split())


def told(today: date, times: int = 1) -> list[PartToday]:
    """What is told on a day, made longer than it may be."""
    parts = changes_on(campaign(), today)
    return [replace(part, facts=part.facts * times) for part in parts]


@pytest.mark.parametrize(
    ("today", "times", "site", "imprint"),
    [
        (date(2026, 11, 22), 1, SITE, IMPRINT),
        (date(2026, 11, 22), 2, "", NO_TEXT),
        (date(2025, 11, 18), 1, SITE, NO_TEXT),
        (date(2028, 12, 31), 1, SITE, IMPRINT),
    ],
)
def test_it_fits_one_side_with_all_that_is_told(
    today: date, times: int, site: str, imprint: CleanText
) -> None:
    parts = told(today, times)
    pdf = make_leaflet(parts, site, imprint)
    assert check_paper(pdf, None).faults == ()
    shown = words(pdf)
    for part in parts:
        assert part.title in shown
        assert all(fact.says in shown and fact.source in shown for fact in part.facts)
        assert not [fact for fact in part.facts if fact.note and fact.note in shown]
    assert ("being checked again" in shown) == any(part.waits for part in parts)
    assert ("letters.example.org" in shown) == bool(site)
    assert ("Promoted by" in shown) == bool(imprint)


def test_screen_readers_get_its_headings() -> None:
    pdf = make_leaflet(told(date(2026, 11, 22)), SITE, IMPRINT)
    with pymupdf.open(stream=pdf) as file:
        titles = [title for _, title, _ in file.get_toc()]
        assert file.markinfo["Marked"]
    assert titles[:2] == ["What is changing?", "What the government published"]
