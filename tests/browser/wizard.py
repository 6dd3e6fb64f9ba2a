"""The pages that work without a network, by what people see and hear of them: a screen a step."""

import re
from typing import Self

from playwright.sync_api import Locator, Page, expect

from tests.browser import journey
from tests.browser.stall import stores

CODE = "2580"
HOME = "/"  # where somebody writes on a device of their own
CLEARED = "Your details have been cleared"
MARKER = "quokkazebra"
STORY = f"I meet families at our drop-in, says {MARKER}."


class Wizard:
    """One person after another at one tablet, or on one phone without a network."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, path: str = "/stall") -> Self:
        """Open a page, and wait until it shows its first screen."""
        self.page.goto(path)
        return self.ready()

    def ready(self) -> Self:
        """Wait until the script has taken over."""
        expect(self.page.locator('main[data-wizard="ready"]')).to_be_visible()
        return self

    def turn_on(self, code: str = CODE) -> Self:
        """Turn stall mode on for this device."""
        self.open()
        self.page.get_by_label("A code of four digits").fill(code)
        self.page.get_by_label("The same code again").fill(code)
        self.press("Turn on stall mode")
        expect(self.button("Begin")).to_be_visible()
        return self

    def button(self, words: str) -> Locator:
        """The first button that begins with these words."""
        return self.page.get_by_role("button", name=words).first

    def press(self, words: str) -> Self:
        """Press a button."""
        self.button(words).click()
        return self

    def on(self, screen: str) -> Self:
        """Wait for a screen by its name in the templates."""
        expect(self.page.locator(f'main[data-at="{screen}"]')).to_be_visible()
        return self

    def find(self, postcode: str = "M14 5TP") -> Self:
        """Type a postcode on the screen that asks for it."""
        self.on("postcode").page.get_by_label("Your postcode").fill(postcode)
        return self.press("Find my MP")

    def story(self, words: str = journey.STORY) -> Self:
        """Answer the question on the screen."""
        self.on("story").page.get_by_label("Your answer").fill(words)
        return self.press("Next")

    def worry(self, number: int = 0) -> Self:
        """Choose one of the worries."""
        self.on("worry").page.get_by_role("radio").nth(number).check()
        return self.press("Next")

    def about(self, name: str = "Amina Yusuf", address: str = "1 High Street\nManchester") -> Self:
        """Say who is writing."""
        self.on("name").page.get_by_label("Your full name").fill(name)
        self.press("Next").on("address")
        self.page.get_by_label("Your address, without the postcode").fill(address)
        return self.press("Next")

    def letter(self, story: str = journey.STORY, postcode: str = "M14 5TP") -> Self:
        """The two-minute road, from the postcode's screen to the letter."""
        self.find(postcode).on("found").press("Short letter")
        self.on("safety").press("I have read this")
        return self.story(story).worry().about().on("letter")

    def send(self, story: str = journey.STORY, postcode: str = "M14 5TP") -> Self:
        """The short road at home, from the postcode's screen to the two doors."""
        self.letter(story, postcode).page.locator("main [data-next]").click()
        return self.on("send")

    def doors(self, story: str = journey.STORY) -> Self:
        """The whole road at a stall, from its first screen to the three doors."""
        self.press("Begin").letter(story).press("This is my letter")
        return self.on("delivery")

    @property
    def main(self) -> str:
        """What the main part of the page shows."""
        return self.page.get_by_role("main").inner_text()

    @property
    def paragraphs(self) -> list[str]:
        """What the letter's boxes hold."""
        boxes = self.page.locator('[data-list="paragraphs"] textarea').all()
        return [box.input_value() for box in boxes]

    def part(self, name: str) -> Locator:
        """A part of the letter, by what it is called: "Greeting", or "Paragraph 2"."""
        return self.page.get_by_role("group", name=name)

    def open_part(self, name: str) -> Locator:
        """Touch a part of the letter; its box."""
        self.part(name).click()
        return self.part(name).get_by_role("textbox")

    def change_part(self, name: str, words: str) -> Self:
        """Put other words into a part of the letter."""
        self.open_part(name).fill(words)
        self.part(name).get_by_role("button", name="Done").click()
        return self

    @property
    def sheet(self) -> str:
        """The letter as it is shown."""
        return self.page.locator(".sheet").inner_text()

    @property
    def everything(self) -> str:
        """The whole page, the hidden parts and the boxes' values too."""
        shown: str = self.page.evaluate(
            "() => document.documentElement.outerHTML + Array.from("
            "document.querySelectorAll('input, textarea'), box => box.value).join(' ')"
        )
        return shown


class Served(Wizard):
    """The same screens as pages of the server, where the wizard's script does not come."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        page.route(
            re.compile("/static/js/(start|later).js$"),
            lambda route: route.fulfill(body="", content_type="text/javascript"),
        )

    def ready(self) -> Self:
        """Wait until a screen stands there."""
        expect(self.page.locator("main[data-at]")).to_be_visible()
        return self

    @property
    def paragraphs(self) -> list[str]:
        """What the letter's boxes hold, folded away as they are."""
        boxes = self.page.locator('textarea[name^="letter-paragraphs-"]').all()
        return [box.input_value() for box in boxes]


def nothing_left(wizard: Wizard) -> None:
    """Nothing of the last person is on the page, behind it, or kept by the browser."""
    assert MARKER not in wizard.everything
    assert MARKER not in stores(wizard.page)
    assert MARKER not in str(wizard.page.context.storage_state())
    assert MARKER not in wizard.page.url
