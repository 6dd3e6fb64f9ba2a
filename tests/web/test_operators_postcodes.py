"""A site whose operator has brought the postcodes up to date, with all that may be in them."""

import logging
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from letterwriter.files.instance import draft, install
from letterwriter.parliament import current_members
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.current_postcodes import save_postcodes
from letterwriter.postcodes.directory.report import read_directory
from letterwriter.postcodes.edition import PostcodeEdition
from letterwriter.web import create_app
from letterwriter.web.app_data import AppData
from letterwriter.web.reload import Reload
from letterwriter.web.settings import Settings
from tests.directory import Entry, elsewhere, entries, few
from tests.web.visitor import Visitor
from tests.web.walking import SHORT, SHORT_ANSWERS, walk

TODAY = date(2026, 11, 24)
RUSHOLME, BELFAST = "E14001353", "N05000002"
PARLIAMENT = current_members.bundled_parliament()
FEW = few(current_postcodes.bundled_table().rows())
NEW = [Entry("M14 9ZZ", RUSHOLME), Entry("M14 9AA", RUSHOLME, "199606")]


class Site:
    """A site with an instance folder, and a clock that only a test moves."""

    def __init__(self, instance: Path) -> None:
        self.instance = instance
        self.app = create_app(Settings(today=TODAY, instance=instance))
        self.visitor = Visitor(self.app.test_client())
        self.seconds = 0.0
        self.app.extensions["letterwriter-reload"] = Reload(instance, lambda: self.seconds)

    @property
    def world(self) -> AppData:
        here: AppData = self.app.extensions["letterwriter"]
        return here

    def put(self, *, all_of_it: bool = False, source: str = "ONSPD_AUG_2026.zip") -> Path:
        """Install a table of few postcodes; with the ended and Northern Ireland's if all of it."""
        found = chain(entries(chain(FEW, few(elsewhere()))), NEW)
        rows = ((e.postcode.encode(), e.doterm.encode(), e.code.encode()) for e in found)
        reading = read_directory(rows, PARLIAMENT, ended=all_of_it, northern_ireland=all_of_it)
        with draft(self.instance / "postcodes") as folder:
            save_postcodes(reading, PostcodeEdition(date(2026, 8, 31), source), folder)
            return install(folder, date(2026, 8, 31))

    def find(self, postcode: str) -> Visitor:
        """What a visitor is told some seconds later."""
        self.seconds += 10
        return self.visitor.open("/").fill(postcode=postcode).press("Find my MP")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_a_newer_table_is_used_without_a_restart(site: Site) -> None:
    assert "Which constituency is yours?" in site.find("M14 9ZZ").text
    before = site.world
    site.put()
    assert "Your MP" in site.find("M14 9ZZ").text
    assert "Afzal Khan" in site.visitor.text
    assert site.world.parliament is before.parliament, "only the postcodes are read anew"


def test_the_newest_table_is_used_from_the_start(tmp_path: Path) -> None:
    Site(tmp_path).put()
    assert "Afzal Khan" in Site(tmp_path).find("M14 9ZZ").text


def test_a_faulty_table_is_refused_with_the_reason_in_the_log(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    table = site.put() / "postcodes_constituencies.csv"
    table.write_bytes(table.read_bytes()[:5000])
    with caplog.at_level(logging.WARNING):
        assert "Afzal Khan" in site.find("M14 5TP").text
        site.find("M14 5TP")
    [record] = caplog.records
    assert "that of 2025-02-28 stays" in record.getMessage()


def test_an_ended_postcode_is_said_to_be_old_and_its_mp_a_guess(site: Site) -> None:
    site.put(all_of_it=True)
    told = site.find("m14 9aa").text
    assert "Is this your MP?" in told
    assert "M14 9AA is no longer in use, though it may be on old letters" in told
    assert "Afzal Khan" in told


def test_northern_ireland_is_found_directly_and_writes_its_letter(site: Site) -> None:
    site.put(all_of_it=True)
    told = site.find("bt1 1aa").text
    assert "Belfast North" in told
    assert "Which constituency is yours?" not in told
    site.visitor.press("Not your MP?")
    assert len(site.visitor.page.select('button[name="constituency"]')) == 17
    walk(site.visitor.press("Back").press(SHORT), "letter", SHORT_ANSWERS)
    assert "Belfast North" in site.visitor.paragraphs[0]
    assert "Northern Ireland" in site.find("BT1 1ZZ").text, "an unknown one is chosen as before"


def test_a_sorting_sheet_for_a_stall_in_belfast_knows_its_districts(site: Site) -> None:
    site.put(all_of_it=True)
    site.seconds += 10
    told = site.visitor.open("/volunteers").fill(districts="BT1").press("Go on to the pack").text
    assert "Belfast North" in told


def test_the_data_page_tells_which_table_it_is(site: Site) -> None:
    ours = site.visitor.open("/data").text
    assert "1,743,766 postcodes of Great Britain, as of February 2025" in ours
    assert "706 postcodes without a grid reference" in ours
    site.put(all_of_it=True)
    site.seconds += 10
    told = site.visitor.open("/data").text
    assert "postcodes of the United Kingdom, as of August 2026" in told
    assert "ONSPD_AUG_2026.zip , a directory of postcodes by the Office for National" in told
    assert "Northern Ireland’s under a licence of whoever runs this site" in told
    assert "Postcodes made after August 2026 are missing" in told
    assert "more are no longer in use" in told
    for of_ours in ("mySociety", "706 postcodes", "may not be passed on"):
        assert of_ours not in told


def test_a_list_by_others_is_not_said_to_be_by_ons(site: Site) -> None:
    site.put(source="our-list.csv")
    site.seconds += 10
    told = site.visitor.open("/data").text
    assert "our-list.csv ." in told
    assert "Office for National Statistics" not in told
    assert "choose from its 18 constituencies" in told


def test_health_tells_the_age_of_the_newer_table(site: Site) -> None:
    assert site.app.test_client().get("/healthz").json["postcodes"] == 634  # type: ignore[index]
    site.put()
    site.seconds += 10
    assert site.app.test_client().get("/healthz").json["postcodes"] == 85  # type: ignore[index]
