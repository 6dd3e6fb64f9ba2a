"""What a volunteer does at a stall's tablet: the code, the tally, the way in and out."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.stall import stores
from tests.browser.wizard import CODE, MARKER, STORY, Wizard

pytestmark = pytest.mark.browser


def test_other_pages_of_the_site_lead_back_to_the_stall(at_stall: Wizard) -> None:
    at_stall.page.goto("/")
    at_stall.page.wait_for_url("**/stall")
    at_stall.on("welcome")


def test_what_is_stored_can_be_looked_at_in_stall_mode_too(at_stall: Wizard) -> None:
    at_stall.page.goto("/stall/ready")
    expect(at_stall.page.get_by_role("heading", name="Ready for the stall")).to_be_visible()


def test_leaving_needs_the_code(at_stall: Wizard) -> None:
    at_stall.press("For the volunteer").on("code")
    at_stall.page.get_by_label("Your code").fill("0000")
    at_stall.press("Open")
    expect(at_stall.page.get_by_text("That is not the code")).to_be_visible()
    at_stall.page.get_by_label("Your code").fill(CODE)
    at_stall.press("Open").on("volunteer").press("Leave stall mode").on("left")
    expect(at_stall.page.get_by_role("heading", name="Stall mode is off")).to_be_visible()
    expect(at_stall.button("For the volunteer")).to_be_hidden()
    assert stores(at_stall.page).startswith("[{},")
    at_stall.page.go_back()
    at_stall.on("left").page.get_by_role("link", name="To the first page").click()
    expect(at_stall.page.get_by_label("Your postcode")).to_be_visible()


def test_stall_mode_can_be_turned_on_again_at_once(at_stall: Wizard) -> None:
    at_stall.press("For the volunteer").on("code").page.get_by_label("Your code").fill(CODE)
    at_stall.press("Open").on("volunteer").press("Leave stall mode").on("left")
    at_stall.press("Turn it on again").on("setup")


def test_a_code_that_was_not_completed_is_said_to_the_next_volunteer(at_stall: Wizard) -> None:
    for _ in range(2):
        at_stall.press("For the volunteer").on("code").page.get_by_label("Your code").fill("12")
        at_stall.press("Back").on("welcome")
    at_stall.page.reload()
    at_stall.on("welcome")
    for said in (True, False):
        at_stall.press("For the volunteer").on("code").page.get_by_label("Your code").fill(CODE)
        at_stall.press("Open").on("volunteer")
        assert ("asked for 2 times and not completed" in at_stall.main) is said
        at_stall.press("Back to the stall").on("welcome")


def test_guessing_the_code_is_slowed_down(at_stall: Wizard) -> None:
    at_stall.press("For the volunteer").on("code")
    for guess in ("0000", "1111", "2222", "3333", "4444"):
        at_stall.page.get_by_label("Your code").fill(guess)
        at_stall.press("Open")
        expect(at_stall.page.get_by_text("That is not the code")).to_be_visible()
        at_stall.page.get_by_label("Your code").fill("")
    at_stall.page.get_by_label("Your code").fill(CODE)
    at_stall.press("Open")
    expect(at_stall.page.get_by_text("Too many wrong codes")).to_be_visible()


def test_the_code_is_not_kept_as_it_was_typed(at_stall: Wizard) -> None:
    kept = at_stall.page.evaluate("localStorage.getItem('letterwriter.stall')")
    assert set(at_stall.page.evaluate("kept => Object.keys(JSON.parse(kept))", kept)) == {
        "salt",
        "hash",
    }
    assert CODE not in kept


def test_the_tally_counts_letters_by_constituency_and_door_and_can_be_wiped(
    at_stall: Wizard, tmp_path: Path
) -> None:
    at_stall.doors(STORY).press("Print it").press("Take it with me").on("transfer")
    at_stall.press("Only my choices").press("It is on my phone").on("welcome")
    at_stall.doors(STORY).press("Print it").press("Finished").on("welcome")
    at_stall.press("For the volunteer").page.get_by_label("Your code").fill(CODE)
    at_stall.press("Open").on("volunteer")
    row = at_stall.page.get_by_role("row", name="Manchester Rusholme")
    assert row.locator("td").all_inner_texts() == ["2", "2", "1", "0"]
    with at_stall.page.expect_download() as download:
        at_stall.press("Save as a table")
    download.value.save_as(tmp_path / "tally.csv")
    assert (tmp_path / "tally.csv").read_bytes().startswith(b"\xef\xbb\xbfdate,")  # for Excel
    text = (tmp_path / "tally.csv").read_text("utf-8-sig")
    assert MARKER not in text
    (counted,) = csv.DictReader(io.StringIO(text))
    assert counted["constituency"] == "Manchester Rusholme"
    assert [counted[key] for key in ("letters", "printed", "taken", "read")] == ["2", "2", "1", "0"]
    at_stall.press("Wipe the tally")
    expect(at_stall.page.get_by_text("No letters yet today")).to_be_visible()
    assert at_stall.page.evaluate("localStorage.getItem('letterwriter.tally')") is None


def test_what_was_only_read_or_shown_is_not_called_handed_over(at_stall: Wizard) -> None:
    at_stall.doors(STORY).press("Take it with me").on("transfer").press("My whole letter")
    at_stall.press("Finished").on("sure").press("Yes").on("welcome")
    at_stall.doors(STORY).press("Let me read it").on("read").press("Clear everything").on("sure")
    assert "has not been printed" in at_stall.main
    at_stall.press("Yes").on("welcome").press("For the volunteer")
    at_stall.page.get_by_label("Your code").fill(CODE)
    at_stall.press("Open").on("volunteer")
    row = at_stall.page.get_by_role("row", name="Manchester Rusholme")
    assert row.locator("td").all_inner_texts() == ["0", "0", "0", "1"]
    assert "0 letters" in at_stall.main


def test_the_tally_holds_counts_only(at_stall: Wizard) -> None:
    at_stall.doors(STORY).press("Print it")
    kept = at_stall.page.evaluate("JSON.parse(localStorage.getItem('letterwriter.tally'))")
    (day,) = kept.values()
    assert day == {"E14001353": {"letters": 1, "print": 1, "take": 0, "read": 0}}
