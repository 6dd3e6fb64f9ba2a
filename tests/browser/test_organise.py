"""Tallies go from a stall's tablet to the organiser's page, and nothing of them to the server."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from letterwriter.files.messages import message
from letterwriter.tallies.tally import Counts, LetterTally, TallyKind, as_line
from letterwriter.text.cleaning import clean_line
from tests.browser.journey import Journey
from tests.browser.wizard import CODE, MARKER, STORY, Wizard
from tests.chromium import NewPage
from tests.js.codes import read
from tests.unit.tallies.counting import DAYS, RUSHOLME, YARDLEY

pytestmark = pytest.mark.browser

# What a camera and a browser that reads codes would answer, which headless ones lack.
CAMERA = """text => {
    window.BarcodeDetector = class { async detect() { return [{ rawValue: text }]; } };
    navigator.mediaDevices.getUserMedia = async () => {
        const canvas = document.createElement('canvas');
        canvas.getContext('2d');
        return canvas.captureStream();
    };
}"""


def letters(page: Page) -> str:
    return page.locator("[data-sum]").inner_text()


def add(page: Page, *tallies: LetterTally) -> None:
    paste = page.locator("details", has_text="Paste a tally")
    if not page.get_by_label("Tallies, or what a code says").is_visible():
        paste.locator("summary").click()
    page.get_by_label("Tallies, or what a code says").fill("\n".join(map(as_line, tallies)))
    page.get_by_role("button", name="Add what I pasted").click()


def a_tablets(number: int, stall: str, rusholme: int) -> LetterTally:
    rows = {
        (DAYS[0], RUSHOLME): Counts(rusholme, (rusholme, 2, 0, 0)),
        (DAYS[2], YARDLEY): Counts(7, (7, 0, 0, 0)),
    }
    return LetterTally(f"{number:016x}", TallyKind.TABLET, rows, clean_line(stall))


def handed_over(at_stall: Wizard, file: Path) -> str:
    """What the code says after one letter; the file is saved too."""
    at_stall.doors(STORY).press("Print it").press("Finished").on("welcome")
    at_stall.press("For the volunteer").page.get_by_label("Your code").fill(CODE)
    at_stall.press("Open").on("volunteer")
    at_stall.page.get_by_label("The stall’s name").fill("Levenshulme market")
    at_stall.press("Show as a code")
    picture = at_stall.page.get_by_role("img", name="Scan this with the organiser’s phone")
    with at_stall.page.expect_download() as download:
        at_stall.press("Save as a file")
    download.value.save_as(file)
    return read(picture.screenshot())


def test_a_tablets_tally_arrives_by_code_and_by_file_and_counts_once(
    at_stall: Wizard, new_page: NewPage, tmp_path: Path
) -> None:
    file = tmp_path / "tally.jsonl"
    address = handed_over(at_stall, file)
    assert MARKER not in file.read_text("utf-8")

    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(address)
    expect(page.locator("[data-sum]")).to_have_text("1 letter made to the MP of 1 constituency")
    assert "#" not in page.url
    expect(page.get_by_role("row", name="Manchester Rusholme")).to_contain_text("Afzal Khan")
    expect(page.get_by_role("row", name="Levenshulme market")).to_be_visible()
    page.get_by_label("Files").set_input_files(file)
    expect(page.get_by_text("what you added was here already")).to_be_visible()
    assert letters(page).startswith("1 letter made")
    page.reload()
    expect(page.locator("[data-sum]")).to_be_visible()  # kept on this device, until it is wiped
    page.get_by_role("button", name="Wipe all tallies").click()
    expect(page.locator("[data-results]")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0
    assert not [each for each in asked if address.partition("#")[2] in each]


def test_the_map_the_tables_and_the_csv_say_the_same(page: Page, tmp_path: Path) -> None:
    page.goto("/organise")
    add(page, a_tablets(1, "Market", 30), a_tablets(2, "Church", 11), a_tablets(1, "Market", 25))
    assert letters(page) == "55 letters made to the MPs of 2 constituencies"
    row = page.get_by_role("row", name="Manchester Rusholme")
    assert row.locator("td").all_inner_texts() == ["Afzal Khan", "41", "41", "4", "0", "0", "0"]
    mapped = page.locator("g[data-code]", has_text="Manchester Rusholme")
    assert mapped.locator("text").text_content() == "41"
    page.get_by_role("img", name="Letters made, by constituency").focus()
    for key, place in (("ArrowLeft", "Manchester Rusholme: 41"), ("ArrowLeft", "")):
        page.keyboard.press(key)
        expect(page.locator("[data-map-said]")).to_contain_text(place)
    expect(page.locator("[data-map-said]")).not_to_have_text("Manchester Rusholme: 41")
    mapped.locator("polygon").click()
    expect(page.locator("[data-map-said]")).to_have_text("Manchester Rusholme: 41")
    order = page.locator("[data-totals=code] tbody tr th")
    assert order.all_inner_texts() == ["Manchester Rusholme", "Birmingham Yardley"]
    page.locator("[data-totals=code]").get_by_role("button", name="Constituency").click()
    assert order.all_inner_texts() == ["Birmingham Yardley", "Manchester Rusholme"]
    page.get_by_label("Show the constituencies without letters").check()
    assert order.count() == 650
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a table").click()
    download.value.save_as(tmp_path / "letters.csv")
    table = list(csv.DictReader(io.StringIO((tmp_path / "letters.csv").read_text("utf-8-sig"))))
    assert sum(int(each["letters made"]) for each in table) == 55


def test_a_paper_tally_is_typed_in_and_a_pack_counts_apart(page: Page) -> None:
    page.goto("/organise")
    rows = {(DAYS[0], RUSHOLME): Counts(20, (20, 0, 0, 0))}
    add(page, LetterTally(f"{9:016x}", TallyKind.PRINTED_AHEAD, rows))
    assert letters(page).startswith("0 letters made")
    expect(page.get_by_text("not among these: 20.")).to_be_visible()
    page.get_by_text("Type in a paper tally").click()
    page.get_by_label("Constituency", exact=True).fill("manchester  rusholme")
    page.get_by_label("Letters signed").fill("none")
    page.get_by_role("button", name="Add these letters").click()
    expect(page.get_by_text("Type how many letters were signed")).to_be_visible()
    page.get_by_label("Letters signed").fill("12")
    page.get_by_role("button", name="Add these letters").click()
    assert letters(page) == "12 letters made to the MP of 1 constituency"


def test_a_sheet_for_each_mp_is_printed_from_the_page(page: Page) -> None:
    page.add_init_script("window.print = () => {};")
    page.goto("/organise")
    add(page, a_tablets(1, "Market", 41))
    page.get_by_role("button", name="Print a sheet for each MP").click()
    page.emulate_media(media="print")
    yardley, rusholme = page.locator(".mp-sheet").all_inner_texts()
    assert "Jess Phillips MP" in yardley
    assert "41 letters to the MP for Manchester Rusholme were made." in rusholme
    assert "They are all of 20 November 2026." in rusholme
    shown = " ".join(rusholme.split("By week")[1].split())
    assert shown.startswith("Week of 16 November 2026 41 How they left Printed 41 Taken along on")
    assert message("tallies", "sheet-note") in shown
    assert not page.get_by_role("heading", name="By constituency").is_visible()


def test_a_code_is_scanned_by_the_camera_where_the_browser_can(page: Page) -> None:
    page.add_init_script(f"({CAMERA})({as_line(a_tablets(1, 'Market', 5))!r})")
    page.goto("/organise")
    page.get_by_role("button", name="Scan a code").click()
    expect(page.locator("[data-sum]")).to_have_text(
        "12 letters made to the MPs of 2 constituencies"
    )
    page.get_by_role("button", name="Stop the camera").click()
    expect(page.get_by_role("button", name="Scan a code")).to_be_visible()
    assert page.evaluate("document.querySelector('video').srcObject") is None


def test_it_adds_up_without_a_network(tablet: Journey) -> None:
    tablet.page.context.set_offline(True)
    tablet.page.goto("/organise")
    add(tablet.page, a_tablets(1, "Market", 5))
    assert letters(tablet.page) == "12 letters made to the MPs of 2 constituencies"


def test_only_this_page_may_ask_for_the_camera(page: Page) -> None:
    allowed = {}
    for path in ("/organise", "/", "/stall"):
        answer = page.goto(path)
        assert answer
        allowed[path] = "camera=(self)" in answer.headers["permissions-policy"]
    assert allowed == {"/organise": True, "/": False, "/stall": False}
