"""The site's pages by what people see and hear of them: roles, labels and words."""

from typing import Self

from playwright.sync_api import Locator, Page

STORY = "I meet families at our drop-in every Tuesday and see how they wait for an answer."


class Journey:
    """One person's way from a postcode to a letter in the hand."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def button(self, words: str, nth: int = 0) -> Locator:
        """The button that begins with these words."""
        return self.page.get_by_role("button", name=words).nth(nth)

    def press(self, words: str, nth: int = 0) -> Self:
        """Press a button and wait for what it brings."""
        self.button(words, nth).click()
        self.page.wait_for_load_state()
        return self

    def start(self) -> Self:
        """Open the first page."""
        self.page.goto("/")
        return self

    def find(self, postcode: str = "M14 5TP") -> Self:
        """Find the MP for a postcode."""
        self.start().page.get_by_label("Your postcode").fill(postcode)
        return self.press("Find my MP")

    def by_name(self, constituency: str) -> Self:
        """Find the MP for a constituency's name."""
        self.page.goto("/constituency")
        self.page.get_by_label("The name of the constituency").fill(constituency)
        return self.press("Find this MP")

    def write(self, postcode: str = "M14 5TP") -> Self:
        """Come to the page of questions."""
        return self.find(postcode).press("Write to")

    def story(self, words: str, prompt: int = 0) -> Self:
        """Open a question and answer it."""
        box = self.page.locator("details.prompt").nth(prompt)
        if box.get_attribute("open") is None:
            box.locator("summary").click()
        box.get_by_role("textbox").fill(words)
        return self

    def concern(self, *numbers: int) -> Self:
        """Tick concerns by their place in the list."""
        group = self.page.get_by_role("group", name="Choose what you would like to mention")
        for number in numbers:
            group.get_by_role("checkbox").nth(number).check()
        return self

    def ask(self, number: int = 0) -> Self:
        """Choose the ask in this place of the list."""
        group = self.page.get_by_role("group", name="Ask one thing")
        group.get_by_role("radio").nth(number).check()
        return self

    def about(self, name: str = "Amina Yusuf", address: str = "1 High Street\nManchester") -> Self:
        """Say who is writing."""
        self.page.get_by_label("Your full name").fill(name)
        self.page.get_by_label("Your address, without the postcode").fill(address)
        return self

    def answer(self, story: str = STORY) -> Self:
        """Answer as most people do: a story, two concerns, an ask, a name."""
        return self.story(story).concern(0, 1).ask().about()

    def letter(self, story: str = STORY) -> Self:
        """Come to the letter."""
        return self.write().answer(story).press("Make my letter")

    def send(self, story: str = STORY) -> Self:
        """Come to the page of ways to hand the letter over."""
        return self.letter(story).press("Go on: print or send")

    @property
    def title(self) -> str:
        """The page's title without the site's name."""
        return self.page.title().removesuffix(" - Letterwriter")

    @property
    def main(self) -> str:
        """What the main part of the page shows."""
        return self.page.get_by_role("main").inner_text()

    def paragraph(self, number: int) -> Locator:
        """The box of a paragraph of the letter; the first is 1."""
        return self.page.get_by_role("textbox", name=f"Paragraph {number}:")

    @property
    def paragraphs(self) -> list[str]:
        """What the letter's boxes hold."""
        boxes = self.page.get_by_role("textbox", name="Paragraph ").all()
        return [box.input_value() for box in boxes]
