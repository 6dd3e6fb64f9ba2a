"""One person who fills in every screen of a tablet, and the next one, who looks at every screen.

Both go by the page's own buttons, pressed by a script in the page: a walk of sixty screens takes a
second then, so that it can be done after each way of clearing.
"""

from collections import Counter
from typing import Any, Self

from playwright.sync_api import Page, expect

from tests.browser.wizard import MARKER, Wizard

# The same wordings for everybody, so that two letters differ by what people chose alone.
_NO_CHANCE = "crypto.getRandomValues = numbers => numbers.fill(0);"
_NO_PAPER = "window.print = () => {};"

# What the person before types where any word would be refused; a guess, whose postcode is shown.
TYPED = {
    "postcode": "M14 5ZZ",
    "home-postcode": "M14 5ZZ",
    "constituency": "Rusholme",
    "email": f"{MARKER}@example.org",
    "phone": "07700 900461",
}

# The name of the screen that stands there after an action, and for those who look, all that the
# page shows or holds: a line a tag and a line a box. Not the templates, which nothing is written
# into, and not the words that tell of the clearing itself, which differ from way to way.
_DO = "([action, argument]) => Promise.resolve(actions[action](argument)).then(() => {})"
_LOOK = """looks => {
    const at = document.querySelector('main').getAttribute('data-at');
    return [at, looks ? look() : []];
}"""

_ACTIONS = """(() => {
    const query = what => document.querySelector(what);
    const told = box => box.dispatchEvent(new Event('input', {bubbles: true}));
    const held = box => [box.id, box.value, Boolean(box.checked),
        Array.from(box.selectedOptions || [], option => option.value)];
    window.look = () => {
        const all = what => Array.from(document.querySelectorAll(what));
        all('[data-cleared]').forEach(notice => { notice.hidden = true; });
        all('[data-idle-words]').forEach(words => { words.textContent = ''; });
        const parts = all('body > :not(template)').map(part => part.outerHTML.split('<'));
        return [location.href, document.title, document.body.className].concat(
            ...parts, all('input, textarea, select').map(box => JSON.stringify(held(box))));
    };
    window.actions = {
        stand: () => {},
        push: what => (query(`main [${what}]`) || query(`[${what}]`)).click(),
        back: steps => new Promise(done => {
            window.addEventListener('popstate', done, {once: true});
            history.go(-steps);
        }),
        put: ([id, words]) => { query(`#${id}`).value = words; told(query(`#${id}`)); },
        pick: () => query('main .choice input').click(),
        fill: ([words, typed]) => {
            const boxes = kinds => Array.from(query('main').querySelectorAll(kinds));
            boxes('textarea, input:not([type="checkbox"]):not([type="radio"])').forEach(box => {
                box.value = typed[box.id] || `${words} ${box.id}`;
                told(box);
            });
            const few = '[data-list="concerns"], [data-list="prompts"]'; // all would tell no more
            const most = query('main').querySelector(few) ? 3 : Infinity;
            const ticks = boxes('input[type="checkbox"]').slice(-most);
            ticks.concat(boxes('input[type="radio"]').slice(-1)).forEach(box => {
                box.checked = true;
                told(box);
            });
        },
    };
})()"""

Screens = list[tuple[str, list[str]]]


SCRIPTS = f"{_NO_CHANCE} {_NO_PAPER} {_ACTIONS};"  # what a page needs before a walk


class Walk(Wizard):
    """Somebody's way through the screens, and what each showed when it came up."""

    def __init__(self, page: Page, *, looks: bool = False) -> None:
        super().__init__(page)
        self.seen: Screens = []
        self._looks = looks
        self._at = ""

    def _do(self, action: str, argument: Any = None) -> Self:
        self.page.evaluate(_DO, [action, argument])
        waiting = self.page.locator("[data-waiting]")
        if waiting.count():  # what comes next may have to be fetched
            expect(waiting).to_be_empty()
        self._at, lines = self.page.evaluate(_LOOK, self._looks)
        if lines:
            self.seen.append((self._at, lines))
        return self

    def _to(self, screen: str) -> Self:
        assert self._at == screen
        return self

    def stand(self, screen: str) -> Self:
        """Stand before a screen."""
        return self.on(screen)._do("stand")

    def push(self, button: str, screen: str) -> Self:
        """Press the first button of this kind on the screen, or else round it."""
        return self._do("push", button)._to(screen)

    def next(self, screen: str) -> Self:
        """Go on."""
        return self.push("data-next", screen)

    def back(self, screen: str, steps: int = 1) -> Self:
        """Go back as the browser does."""
        return self._do("back", steps)._to(screen)

    def fill(self, words: str = MARKER) -> Self:
        """Fill in every box, tick all that may be ticked, choose the last of the choices."""
        return self._do("fill", [words, TYPED])

    def put(self, box: str, words: str) -> Self:
        """Type into one box."""
        return self._do("put", [box, words])

    def pick(self) -> Self:
        """Choose the first of what is offered."""
        return self._do("pick")

    def stories(self, words: str = "") -> Self:
        """All the questions that were chosen, answered with these words or not at all."""
        while self._at == "story":
            if words:
                self.fill(words)
            self._do("push", "data-next")
        return self


def write_everything(walk: Walk, last: str) -> Walk:
    """The person before: both roads, every box and tick, and the letter; ends on ``last``."""
    if last == "delivery":
        walk.next("postcode")
    walk.fill().push("data-by-name", "by-name").fill().back("postcode").next("found")
    walk.push("data-quick", "safety").next("story").fill().next("worry").fill().next("name")
    walk.fill().next("address").fill().next("letter").fill().back("found", 6)
    walk.push("data-long", "safety").next("prompts").fill().next("story").stories(MARKER)
    walk.fill().next("whys").fill().next("ask").fill().next("name").fill().next("address")
    walk.fill().next("reply")
    walk.fill().next("letter").fill().push('data-do="remove"', "letter")
    walk.push('data-do="add"', "letter").fill().next(last)
    if last == "delivery":
        return walk
    walk.push("data-print", "print").push("data-done", "done")
    walk.push('data-open="again"', "again").fill().next("postcode").next("found")
    walk.push("data-further", "safety").next("first").fill().next("name").next("address")
    return walk.next("letter").fill().next(last)


def look_at_everything(walk: Walk, last: str) -> Walk:
    """The next person: both roads, and no more words than the pages insist on."""
    walk.stand("welcome" if last == "delivery" else "postcode")
    if last == "delivery":
        walk.next("postcode")
    walk.push("data-by-name", "by-name").put("constituency", "Rusholme").push("data-code", "found")
    walk.push("data-not-mine", "nearby").back("found").push("data-quick", "safety")
    walk.next("story").next("worry").pick().next("name").put("name", "Second Person")
    walk.next("address").next("letter").push("data-finish", "sure").back("letter").next(last)
    if last == "delivery":
        walk.push('data-door="take"', "transfer").push('data-code-of="choices"', "transfer")
        walk.back("transfer").push('data-code-of="letter"', "transfer").back("delivery", 2)
        walk.push('data-door="read"', "read").back("delivery")
    else:
        walk.push("data-email", "email").back("send").push("data-print", "print")
        walk.push("data-done", "done").push("data-editor", "editor").back("done")
        walk.push("data-meet", "meet").back("send", 3)
    walk.back("postcode", 9).put("postcode", "M14 6BB").next("choose").push("data-code", "found")
    walk.push("data-long", "safety").next("prompts").fill("").next("story").stories()
    walk.next("whys").next("ask").pick().next("name").next("address").next("reply").next("letter")
    walk.next(last)
    if last == "delivery":
        return walk
    walk.push("data-print", "print").push("data-done", "done").push('data-open="again"', "again")
    walk.pick().next("postcode").next("choose").push("data-code", "found")
    walk.push("data-further", "safety").next("first").put("first-date", "May")
    return walk.next("name").next("address").next("letter").next(last)


def differences(seen: Screens, clean: Screens) -> list[str]:
    """What the next person saw that is not there for somebody at a clean tablet."""
    assert [screen for screen, _ in seen] == [screen for screen, _ in clean]
    found = []
    for (screen, lines), (_, other) in zip(seen, clean, strict=True):
        now, before = Counter(lines), Counter(other)
        found += [f"{screen}: {line}" for line in now - before]
        found += [f"{screen}, gone: {line}" for line in before - now]
    return found


def all_screens(page: Page) -> set[str]:
    """The names of all screens that this page has."""
    names = page.locator("template[data-screen]").evaluate_all(
        "screens => screens.map(screen => screen.getAttribute('data-screen'))"
    )
    return set(names)
