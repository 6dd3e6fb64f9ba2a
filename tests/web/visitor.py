"""A visitor who reads pages, fills in forms and presses buttons, as a browser would."""

from collections.abc import Sequence
from typing import Self

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

Typed = str | Sequence[str] | bool


class Visitor:
    """One page at a time; every page that comes is checked for what all pages must have."""

    def __init__(self, client: FlaskClient) -> None:
        self._client = client
        self.answer: TestResponse
        self.page: BeautifulSoup
        self._typed: dict[str, Typed] = {}

    def open(self, path: str) -> Self:
        """Open an address."""
        return self._came(self._client.get(path, follow_redirects=True))

    def post(self, path: str, fields: Sequence[tuple[str, str]]) -> Self:
        """Send fields as a script of ours does."""
        data = MultiDict[str, str](fields)
        return self._came(self._client.post(path, data=data, content_type="multipart/form-data"))

    def fill(self, **values: Typed) -> Self:
        """Type into fields and tick boxes, by name; the next press sends them."""
        self._typed = values
        return self

    def press(self, words: str, nth: int = 0) -> Self:
        """Press the button that has these words, and send its form."""
        buttons = [b for b in self.page.find_all("button") if words in " ".join(b.text.split())]
        assert buttons, f"no button {words!r} on {self.title!r}"
        return self._pressed(buttons[nth])

    def go(self, where: str) -> Self:
        """Press the button of a screen that leads there: "next", "back", "skip"."""
        found = self.page.select(f'button[name=go][value="{where}"]:not(.hidden)')
        assert found, f"no button to {where!r} on {self.title!r}"
        return self._pressed(found[0])

    def _pressed(self, button: Tag) -> Self:
        form = button.find_parent("form") or self.page.find("form", id=button["form"])
        assert form is not None
        fields = self._fields_of(form)
        if button.get("name"):
            fields.add(str(button["name"]), str(button.get("value", "")))
        path = str(button.get("formaction") or form["action"]).partition("#")[0]
        assert form["method"] == "post"
        return self._came(
            self._client.post(
                path,
                data=fields,
                content_type=form.get("enctype", "application/x-www-form-urlencoded"),
                headers={"Origin": "http://localhost"},
                follow_redirects=True,
            )
        )

    @property
    def screen(self) -> str:
        """Which of the wizard's screens the page is, with its part: "story:school"."""
        return self.values("at")[0] if self.values("at") else ""

    @property
    def asked(self) -> list[str]:
        """The names of the fields that a person sees."""
        fields = self.page.select("main input:not([type=hidden]), main textarea")
        return list(dict.fromkeys(str(field.get("name")) for field in fields))

    @property
    def title(self) -> str:
        """The page's title."""
        return self.page.title.text if self.page.title else ""

    @property
    def text(self) -> str:
        """What the main part of the page says, with single spaces."""
        main = self.page.find("main")
        return " ".join(main.get_text(" ").split()) if main else ""

    def values(self, name: str) -> list[str]:
        """What the fields of this name hold."""
        return [value for field in self.page.select(f'[name="{name}"]') for value in _held(field)]

    @property
    def paragraphs(self) -> list[str]:
        """The letter's paragraphs, on the page where they can be changed."""
        boxes = self.page.select(".paragraph textarea")
        return [_typed_in(box) for box in boxes]

    def _came(self, answer: TestResponse) -> Self:
        self.answer = answer
        self._typed = {}
        if answer.mimetype == "text/html":
            self.page = BeautifulSoup(answer.text, "html.parser")
            for chance in self.page.find_all("wbr"):  # to break a line: no part of the words
                chance.unwrap()
            self.page.smooth()
            for screen in self.page.find_all("template"):  # nothing of it shows without a script
                screen.extract()
            _leave_out_what_is_hidden(self.page)
            _check(self.page)
        return self

    def _fields_of(self, form: Tag) -> MultiDict[str, str]:
        fields = MultiDict[str, str]()
        for field in form.find_all(["input", "textarea", "select"]):
            name = str(field.get("name", ""))
            if name and name not in self._typed:
                for value in _held(field):
                    fields.add(name, value)
        known = {str(field.get("name")) for field in form.find_all(["input", "textarea", "select"])}
        for name, typed in self._typed.items():
            assert name in known, f"no field {name!r} in the form; there are {sorted(known)}"
            for value in _sent(typed):
                fields.add(name, value)
        return fields


def _leave_out_what_is_hidden(page: BeautifulSoup) -> None:
    """Nobody sees it; boxes in it are sent all the same."""
    for part in page.find_all(hidden=True):
        if not part.decomposed and not part.select("input[name], textarea[name]"):
            part.decompose()


def _sent(typed: Typed) -> Sequence[str]:
    """What goes to the server: a tick is "y" or nothing, a text itself, a list each of its own."""
    if isinstance(typed, bool):
        return ["y"] if typed else []
    return [typed] if isinstance(typed, str) else typed


def _held(field: Tag) -> list[str]:
    if field.name == "textarea":
        return [_typed_in(field)]
    if field.name == "select":
        option = field.select_one("option[selected]") or field.select_one("option")
        return [str(option["value"])] if option else []
    if field.get("type") in ("checkbox", "radio"):
        return [str(field.get("value", "on"))] if field.has_attr("checked") else []
    return [str(field.get("value", ""))]


def _typed_in(box: Tag) -> str:
    """What a text box holds: a browser drops the line end that follows its tag."""
    return box.text.replace("\r\n", "\n").removeprefix("\n")


def _check(page: BeautifulSoup) -> None:
    """What every page must have: a title, one heading, labels, ids that occur once."""
    title = page.title.text if page.title else ""
    assert title.endswith(" - Letterwriter"), title
    assert len(page.find_all("h1")) == 1, f"{title}: one main heading"
    ids = [str(tag["id"]) for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids)), f"{title}: {sorted(i for i in ids if ids.count(i) > 1)}"
    labelled = {str(label["for"]) for label in page.find_all("label")}
    for field in page.find_all(["input", "textarea", "select"]):
        if field.get("type") not in ("hidden", "submit"):
            assert field.get("id") in labelled or field.get("aria-label"), f"{title}: {field}"
        for name in str(field.get("aria-describedby", "")).split():
            assert name in ids, f"{title}: {name} describes a field and is not there"
    for link in page.find_all("a", href=True):
        target = str(link["href"])
        assert not target.startswith("#") or target[1:] in ids, f"{title}: {target} leads nowhere"
    assert not page.find_all(style=True), f"{title}: inline style, which the policy forbids"
    assert not [s for s in page.find_all("script") if s.text.strip()], f"{title}: inline script"
