"""Without a network: what was stored answers, what was typed is handed on, and nothing else is."""

import re
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journey import STORY, Journey
from tests.browser.stall import (
    Site,
    caches,
    carried,
    everything_kept,
    forget,
    log_in_page,
    out_of_order,
)

pytestmark = pytest.mark.browser

MARKER = "quokkazebra"
POSTCODE = "BS1 5TR"  # one that no page names as an example
FIELDS = """() => {
    const found = {};
    new FormData(document.querySelector('main form')).forEach((value, name) => {
        (found[name] = found[name] || []).push(value);
    });
    return found;
}"""


def cut_off(page: Page, site: Site, how: str) -> None:
    """Take the network away: the server is gone, or the device has no signal."""
    if how == "server":
        site.stop()
    else:
        page.context.set_offline(True)


CUTS = pytest.mark.parametrize("cut", ["server", "device"])


def test_one_visit_stores_the_whole_edition_and_nothing_more(tablet: Journey, stall: Site) -> None:
    assert caches(tablet.start().page) == {stall.cache: stall.size}


@CUTS
def test_pages_come_from_the_store_when_the_network_is_gone(
    tablet: Journey, stall: Site, cut: str
) -> None:
    edition = stall.listed["edition"]
    cut_off(tablet.page, stall, cut)
    for path in ("/", "/about", "/offline", "/stall", "/stall/ready", "/letter"):
        tablet.page.goto(path)
        assert tablet.page.locator(f"html[data-edition='{edition}']").count() == 1, path
        assert "Letterwriter" in tablet.page.title()


@CUTS
def test_a_letter_sent_without_a_network_comes_to_the_shell_with_every_field(
    tablet: Journey, stall: Site, cut: str
) -> None:
    words = "First.\n\n<b>Second</b> & \"third\" </textarea> 'ሰላም'"
    tablet.write().answer(words)
    sent = tablet.page.evaluate(FIELDS)
    cut_off(tablet.page, stall, cut)
    tablet.press("Make my letter")
    assert carried(tablet.page) == sent
    assert [words] in sent.values()
    assert whither(tablet.page) == "/letter"
    boxes = tablet.page.get_by_role("main").locator("textarea")
    expect(boxes.first).to_be_visible()
    assert words in [box.input_value() for box in boxes.all()], "the shell took them up"


def whither(page: Page) -> str | None:
    """Where the fields that this page was handed were on their way to."""
    return page.locator("form#carried").get_attribute("data-path")


def typed(page: Page) -> None:
    page.get_by_label("Your postcode").fill("M14 5TP")


def test_every_step_of_the_way_hands_on_what_was_typed(tablet: Journey, stall: Site) -> None:
    steps: list[tuple[str, str, Any]] = [
        ("/find", "Find my MP", lambda: typed(tablet.start().page)),
        ("/write", "Write to", tablet.find),
        ("/quick", "I have two minutes", tablet.find),
        ("/letter", "Make my letter", lambda: tablet.write().answer()),
        ("/send", "Go on: print or send", tablet.letter),
        ("/again", "Try another postcode", tablet.find),
    ]
    for path, button, come in steps:
        come()
        stall.stop()
        tablet.press(button)
        assert whither(tablet.page) == path
        values = [value for values in carried(tablet.page).values() for value in values]
        assert "M14 5TP" in values or path == "/again"
        assert path not in ("/letter", "/send") or STORY in " ".join(values)
        stall.start()


@CUTS
def test_nothing_typed_is_in_any_store_of_the_browser(
    tablet: Journey, stall: Site, cut: str
) -> None:
    tablet.write(POSTCODE).answer(f"I am {MARKER}.").about(f"Amina {MARKER}", f"1 {MARKER} Street")
    tablet.press("Make my letter").press("Go on: print or send").press("Back to the letter")
    cut_off(tablet.page, stall, cut)
    tablet.press("Go on: print or send")
    assert MARKER in str(carried(tablet.page))
    assert POSTCODE in str(carried(tablet.page))
    kept = everything_kept(tablet.page)
    assert "Bristol Central" in kept, "the store was read"
    assert MARKER not in kept
    assert POSTCODE not in kept
    assert caches(tablet.page) == {stall.cache: stall.size}


def test_clearing_works_without_a_network(tablet: Journey, stall: Site) -> None:
    tablet.send()
    stall.stop()
    tablet.press("Finished: clear everything")
    assert whither(tablet.page) == "/clear"
    assert STORY not in tablet.page.content()


def test_a_site_out_of_order_counts_as_no_network(tablet: Journey, stall: Site) -> None:
    tablet.write().answer()
    stall.instead = out_of_order
    tablet.press("Make my letter")
    assert STORY in str(carried(tablet.page))


def test_what_the_site_itself_refuses_is_shown_as_ever(tablet: Journey) -> None:
    tablet.find("HELLO")
    assert tablet.title.startswith("Error: ")
    tablet.page.goto("/no-such-page")
    assert tablet.title == "Error: There is no page here"


@pytest.mark.slow
def test_a_signal_that_hangs_counts_as_none_after_a_while(tablet: Journey, stall: Site) -> None:
    tablet.write().answer()
    ended = Event()

    def hang(environ: Any, start_response: Any) -> Any:
        ended.wait(60)
        return out_of_order(environ, start_response)

    stall.instead = hang
    tablet.press("Make my letter")
    expect(tablet.page.locator("form#carried")).to_have_attribute("data-path", "/letter")
    assert STORY in str(carried(tablet.page))
    ended.set()


def test_files_are_saved_past_the_worker_as_without_one(tablet: Journey) -> None:
    tablet.send()
    with tablet.page.expect_download() as saved:
        tablet.button("Save as PDF").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF")


def test_a_pdf_without_a_network_is_told_to_need_it_and_the_letter_is_not_lost(
    tablet: Journey, stall: Site
) -> None:
    tablet.send()
    cut_off(tablet.page, stall, "device")
    tablet.press("Save as PDF")
    assert tablet.title == "The PDF, Word and text files need the network"
    assert ">" not in tablet.main
    expect(tablet.page.get_by_role("textbox")).to_have_count(0)
    tablet.press("Back to my letter")
    assert whither(tablet.page) == "/send"
    assert STORY in str(carried(tablet.page))


def test_back_from_a_pdf_that_a_lost_server_never_made_brings_the_letter(
    tablet: Journey, stall: Site
) -> None:
    tablet.send()
    stall.stop()
    tablet.button("Save as PDF").click()
    tablet.page.wait_for_url("chrome-error://**")
    tablet.page.go_back()
    tablet.page.wait_for_selector("form#carried", state="attached")
    assert STORY in str(carried(tablet.page))


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


@pytest.mark.parametrize("part", ["/js/", "postcodes.bin", "world.json", "/offline"])
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


def test_a_store_that_is_half_lost_still_hands_on_what_was_typed(
    tablet: Journey, stall: Site
) -> None:
    tablet.write().answer()
    forget(tablet.page, "/at/")
    stall.stop()
    tablet.press("Make my letter")
    assert tablet.title == "This device has lost a part of the site"
    assert STORY in str(carried(tablet.page))
    stall.start()
    tablet.press("Try again with what I typed")
    assert STORY in tablet.paragraphs
