"""The site's pages by what people see and hear of them: roles, labels and words."""

from typing import Self

from playwright.sync_api import Locator, Page

STORY = "I meet families at our drop-in every Tuesday and see how they wait for an answer."


class Journey:
    """Someone who reads pages and presses buttons."""

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

    @property
    def title(self) -> str:
        """The page's title without the site's name."""
        return self.page.title().removesuffix(" - Letterwriter")

    @property
    def main(self) -> str:
        """What the main part of the page shows."""
        return self.page.get_by_role("main").inner_text()
