"""When something is wrong: where the focus goes, and where the links lead."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journey import Journey

pytestmark = pytest.mark.browser


def summary(page: Page) -> list[str]:
    """The links of the summary, once it has the focus and says so to those who listen."""
    box = page.get_by_role("alert", name="There is a problem")
    expect(box).to_be_focused()
    return [link.inner_text() for link in box.get_by_role("link").all()]


def test_the_summary_has_the_focus_and_its_links_lead_to_the_fields(journey: Journey) -> None:
    journey.write().press("Make my letter")
    assert journey.title.startswith("Error: ")
    links = summary(journey.page)
    assert len(links) == 3
    for words in links:
        journey.page.get_by_role("link", name=words).click()
        field = journey.page.locator(":focus")
        assert field.get_attribute("type") in ("checkbox", "radio", "text")
        expect(field).to_be_in_viewport()
        group = field.locator("xpath=ancestor::*[contains(@class, 'wrong')][1]")
        assert words in group.inner_text()


def test_the_summary_lists_what_is_wrong_in_the_pages_order(journey: Journey) -> None:
    journey.write().press("Make my letter")
    targets = [
        link.get_attribute("href") or ""
        for link in journey.page.get_by_role("alert").get_by_role("link").all()
    ]
    tops = [journey.page.locator(target).bounding_box() for target in targets]
    heights = [box["y"] for box in tops if box]
    assert len(heights) == len(targets)
    assert heights == sorted(heights)


def test_a_story_that_is_too_long_opens_its_question(journey: Journey) -> None:
    journey.write().answer("long " * 900).press("Make my letter")
    [words] = summary(journey.page)
    assert "4,000 characters" in words
    journey.page.get_by_role("link", name=words).click()
    expect(journey.page.locator("details.prompt textarea").first).to_be_focused()


def test_a_mistyped_postcode_stays_in_its_box(journey: Journey) -> None:
    journey.find("HELLO")
    assert len(summary(journey.page)) == 1
    box = journey.page.get_by_label("Your postcode")
    expect(box).to_have_value("HELLO")
    expect(box).to_have_attribute("aria-invalid", "true")


def test_a_constituency_that_is_not_there_is_told_and_others_offered(journey: Journey) -> None:
    journey.by_name("rushol")
    assert len(summary(journey.page)) == 1
    journey.press("Manchester Rusholme")
    assert journey.title == "Your MP: Manchester Rusholme"


def test_what_is_pasted_is_never_cut_in_silence(journey: Journey) -> None:
    journey.write().answer("word " * 2000).about(name="A" * 200).press("Make my letter")
    assert len(summary(journey.page)) == 2
    box = journey.page.locator("details.prompt textarea").first
    assert box.input_value().count("word") == 2000


def test_what_is_too_much_for_the_server_is_not_sent_and_stays_in_its_box(journey: Journey) -> None:
    journey.write().answer().story("ü" * 40_000, prompt=1).press("Make my letter")
    told = journey.page.get_by_text("more than one letter can carry")
    expect(told).to_be_focused()
    assert journey.title == "Your words to Afzal Khan"
    journey.story("Short now.", prompt=1).press("Make my letter")
    assert "Short now." in journey.paragraphs
