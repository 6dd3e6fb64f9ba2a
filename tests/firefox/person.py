"""Someone who reads the site's pages in Firefox, types with its keys and clicks its mouse."""

from contextlib import suppress
from time import monotonic, sleep
from typing import Any, Self

from tests.firefox.bidi import PATIENCE, Json, Refused, Session

_TABLET = {"width": 768, "height": 1024}
_ENTER = "\ue006"  # as WebDriver names the key

_BUTTON = """words => Array.from(document.querySelectorAll('button, a.button, summary'))
    .find(part => part.offsetParent && part.textContent.trim().startsWith(words))"""
_BOX = """words => {
    const label = Array.from(document.querySelectorAll('label')).find(part =>
        part.textContent.trim().startsWith(words) && part.offsetParent);
    return label && document.getElementById(label.htmlFor);
}"""
# Where it is clicked it must not move away: a page that has just come may still be growing.
_AT_REST = """async part => {
    const frame = () => new Promise(done => requestAnimationFrame(done));
    const place = () => { const box = part.getBoundingClientRect(); return box.x + ' ' + box.y; };
    for (let before = ''; before !== place();) {
        part.scrollIntoView({ block: 'center' });
        before = place();
        await frame();
        await frame();
    }
}"""
_FIRST = "selector => document.querySelector(selector)"


class Person:
    """One person's tab, with cookies and stores of its own."""

    def __init__(self, session: Session, site: str) -> None:
        self._session = session
        self._site = site
        user = session.command("browser.createUserContext")["userContext"]
        opened = session.command("browsingContext.create", type="tab", userContext=user)
        self._tab: str = opened["context"]
        self._user = user
        session.command("browsingContext.activate", context=self._tab)
        session.command("browsingContext.setViewport", context=self._tab, viewport=_TABLET)

    def leave(self) -> None:
        """Close the tab and forget everything."""
        self._session.command("browser.removeUserContext", userContext=self._user)

    def open(self, path: str) -> Self:
        """Open a page of the site and wait until it is there."""
        address = self._site + path
        self._session.events.clear()
        self._session.command(
            "browsingContext.navigate", context=self._tab, url=address, wait="complete"
        )
        return self

    def follow(self, path: str, words: str) -> Self:
        """Open an address that leads on to another page by itself, which has these words."""
        address = self._site + path
        self._session.command("browsingContext.navigate", context=self._tab, url=address)
        deadline = monotonic() + PATIENCE
        while not self._shows(words):
            assert monotonic() < deadline, f"no {words!r} came: {self.sees()}"
            sleep(0.05)
        return self

    def until(self, selector: str) -> Self:
        """Wait for something that this CSS selector finds."""
        deadline = monotonic() + PATIENCE
        while not self._has(selector):
            assert monotonic() < deadline, f"no {selector!r} came: {self.sees()}"
            sleep(0.05)
        return self

    def back(self) -> Self:
        """Press the browser's own Back."""
        self._session.command("browsingContext.traverseHistory", context=self._tab, delta=-1)
        return self

    def press(self, words: str) -> Self:
        """Click the button that begins with these words, and wait for the page that it brings."""
        self._session.events[:] = [e for e in self._session.events if not _loads(e)]
        self.tap(words)
        self._session.wait_for("browsingContext.load", self._tab)
        return self

    def tap(self, words: str) -> Self:
        """Click the button that begins with these words, on a page that stays."""
        self._click(self._found(_BUTTON, words))
        return self

    def tick(self, selector: str) -> Self:
        """Click the first part of the page that this CSS selector finds."""
        self._click(self._found(_FIRST, selector))
        return self

    def type(self, label: str, text: str) -> Self:
        """Type into the box with this label."""
        return self._typed(self._found(_BOX, label), text)

    def type_into(self, selector: str, text: str) -> Self:
        """Type into the first box that this CSS selector finds."""
        return self._typed(self._found(_FIRST, selector), text)

    def sees(self, selector: str = "main") -> str:
        """What a part of the page shows."""
        return str(self.asks("selector => document.querySelector(selector).innerText", selector))

    def asks(self, function: str, *values: str) -> Any:
        """What a function of the page says: text, a number, or whether."""
        return self._call(function, *values).get("value")

    @property
    def requests(self) -> list[str]:
        """The addresses that were asked for, as far as the last `open`."""
        events = self._session.events
        asked = [e["params"] for e in events if e["method"] == "network.beforeRequestSent"]
        return [each["request"]["url"] for each in asked if each["context"] == self._tab]

    @property
    def complaints(self) -> list[str]:
        """Errors that the console shows."""
        entries = [e["params"] for e in self._session.events if e["method"] == "log.entryAdded"]
        return [str(entry["text"]) for entry in entries if entry["level"] == "error"]

    def _shows(self, words: str) -> bool:
        with suppress(Refused):  # between two pages there is none to ask
            return bool(self.asks("words => document.body.innerText.includes(words)", words))
        return False

    def _has(self, selector: str) -> bool:
        with suppress(Refused):  # between two pages there is none to ask
            return bool(self.asks("one => Boolean(document.querySelector(one))", selector))
        return False

    def _call(self, function: str, *values: str) -> Json:
        answer = self._session.command(
            "script.callFunction",
            functionDeclaration=function,
            arguments=[{"type": "string", "value": value} for value in values],
            target={"context": self._tab},
            awaitPromise=True,
        )
        if answer["type"] != "success":  # the function threw
            raise Refused(str(answer["exceptionDetails"]["text"]))
        result: Json = answer["result"]
        return result

    def _found(self, function: str, words: str) -> Json:
        node = self._call(function, words)
        assert node["type"] == "node", f"no {words!r} on the page: {self.sees()}"
        return {"sharedId": node["sharedId"]}

    def _click(self, node: Json) -> None:
        self._session.command(
            "script.callFunction",
            functionDeclaration=_AT_REST,
            arguments=[node],
            target={"context": self._tab},
            awaitPromise=True,
        )
        origin = {"type": "element", "element": node}
        moves: list[Json] = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._perform({"type": "pointer", "id": "mouse", "actions": moves})

    def _typed(self, node: Json, text: str) -> Self:
        self._click(node)
        keys = (_ENTER if key == "\n" else key for key in text)
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._perform({"type": "key", "id": "keyboard", "actions": strokes})
        return self

    def _perform(self, source: Json) -> None:
        self._session.command("input.performActions", context=self._tab, actions=[source])


def _loads(event: Json) -> bool:
    return bool(event["method"] == "browsingContext.load")
