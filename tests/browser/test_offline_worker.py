"""Without a network: what was stored answers, forms go past it, and nothing else is kept."""

import re
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journey import Journey
from tests.browser.stall import (
    Site,
    caches,
    everything_kept,
    forget,
    log_in_page,
    out_of_order,
)
from tests.browser.wizard import Wizard

pytestmark = pytest.mark.browser


def cut_off(page: Page, site: Site, how: str) -> None:
    """Take the network away: the server is gone, or the device has no signal."""
    if how == "server":
        site.stop()
    else:
        page.context.set_offline(True)


CUTS = pytest.mark.parametrize("cut", ["server", "device"])


def test_one_visit_stores_the_whole_edition_and_nothing_more(tablet: Journey, stall: Site) -> None:
    assert caches(tablet.start().page) == {stall.cache: stall.size}


PAGES = (
    *("/", "/about", "/privacy", "/your-own-case", "/offline", "/letter", "/data"),
    *("/stall", "/stall/", "/stall/ready", "/organise"),
)


@CUTS
def test_pages_come_from_the_store_when_the_network_is_gone(
    tablet: Journey, stall: Site, cut: str
) -> None:
    edition = stall.listed["edition"]
    cut_off(tablet.page, stall, cut)
    for path in PAGES:
        tablet.page.goto(path)
        assert tablet.page.locator(f"html[data-edition='{edition}']").count() == 1, path
        assert "Letterwriter" in tablet.page.title()


def test_a_slash_at_an_address_s_end_opens_the_same_page_without_a_network(
    tablet: Journey,
) -> None:
    for gone in (False, True):
        tablet.page.context.set_offline(gone)
        tablet.page.goto("/stall/")
        expect(tablet.page.get_by_role("heading", name="Turn on stall mode")).to_be_visible()
        assert tablet.page.url.endswith("/stall")


def test_the_first_page_answers_for_a_site_out_of_order(tablet: Journey, stall: Site) -> None:
    stall.instead = out_of_order
    tablet.page.goto("/data")
    Wizard(tablet.page).ready().on("postcode")


@pytest.mark.slow
def test_a_signal_that_hangs_counts_as_none_after_a_while(tablet: Journey, stall: Site) -> None:
    ended = Event()

    def hang(environ: Any, start_response: Any) -> Any:
        ended.wait(60)
        return out_of_order(environ, start_response)

    stall.instead = hang
    tablet.page.goto("/data")
    Wizard(tablet.page).ready().on("postcode")
    ended.set()


def test_a_form_goes_past_the_worker_and_its_answer_is_the_servers(
    tablet: Journey, stall: Site
) -> None:
    tablet.page.goto("/about")
    stall.paths.clear()
    tablet.page.evaluate("""() => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = '/find';
        form.innerHTML = '<input name="postcode" value="M14 5TP">';
        document.body.appendChild(form);
        setTimeout(() => form.submit(), 0);
    }""")
    assert "Afzal Khan" in Wizard(tablet.page).ready().on("found").main
    assert "/find" in stall.paths


@CUTS
def test_volunteers_pages_say_that_they_need_the_network(
    tablet: Journey, stall: Site, cut: str
) -> None:
    tablet.page.goto("/volunteers")
    cut_off(tablet.page, stall, cut)
    tablet.page.goto("/volunteers/postcards")
    assert tablet.title == "This needs the network"
    stall.start()
    tablet.page.context.set_offline(False)
    tablet.press("Go back")
    expect(tablet.page).to_have_title(re.compile("^For volunteers"))


def test_a_list_without_a_network_is_told_to_need_it(tablet: Journey, stall: Site) -> None:
    tablet.page.goto("/volunteers/stack")
    tablet.page.locator("input[type=file]").set_input_files(
        {"name": "list.csv", "mimeType": "text/csv", "buffer": b"Name\nA. Yusuf\n"}
    )
    cut_off(tablet.page, stall, "device")
    tablet.press("Check my list")
    assert tablet.title == "This needs the network"
    assert "Yusuf" not in everything_kept(tablet.page)


@pytest.mark.parametrize("part", ["/js/", "postcodes.bin", "campaign.json", "seats.json", "/about"])
def test_what_a_browser_threw_away_comes_back_by_itself(
    tablet: Journey, stall: Site, part: str
) -> None:
    tablet.start()
    assert forget(tablet.page, part)
    tablet.page.goto("/stall/ready")
    expect(tablet.page.get_by_role("heading", name="Ready", exact=True)).to_be_visible()
    assert caches(tablet.page) == {stall.cache: stall.size}


def test_a_log_in_page_is_never_put_in_the_place_of_what_was_lost(
    tablet: Journey, stall: Site
) -> None:
    tablet.start()
    lost = forget(tablet.page, "/js/")
    stall.instead = log_in_page
    tablet.page.goto("/stall")
    assert sum(caches(tablet.page).values()) == stall.size - lost
    assert "Please log in" not in everything_kept(tablet.page)


@CUTS
def test_a_store_that_is_half_lost_says_so_without_a_network(
    tablet: Journey, stall: Site, cut: str
) -> None:
    tablet.start()
    forget(tablet.page, "postcodes.bin")
    cut_off(tablet.page, stall, cut)
    tablet.page.goto("/stall")
    assert tablet.title == "This device has lost a part of the site"
