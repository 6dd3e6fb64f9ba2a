"""A screen as a page of its own."""

from flask import render_template

from letterwriter.web.forms.letter_form import PREFIX
from letterwriter.web.wizard.screen import Shown, Values
from letterwriter.web.wizard.screens import SCREENS
from letterwriter.web.wizard.state import Fields
from letterwriter.web.wizard.steps import progress


def page(shown: Shown) -> tuple[str, int]:
    """The page, and its status: 422 where an answer was wrong."""
    name, _, part = shown.at.partition(":")
    values: Values = {**SCREENS[name].values(shown.visit, part), **shown.more}
    wrong = shown.wrong
    if wrong:
        values |= {"errors": {wrong.box: wrong.key}, "wrong": wrong.words}
    values["hidden"] = _unseen(shown, name, part)
    html = render_template(
        "screens/page.html",
        server=True,
        screen=name,
        v=values,
        hand_over=_screen_in_page(shown),
        step_of=progress(shown.visit, shown.at),
        errors=bool(wrong),
    )
    return html, 422 if wrong else 200


def _screen_in_page(shown: Shown) -> str:
    """Where a script goes on that takes the page's place."""
    name, _, origin = shown.at.partition(":")
    return origin or name if name in ("sure", "changes") else shown.at


def _unseen(shown: Shown, name: str, part: str) -> Fields:
    """All that is known and that the screen does not show itself."""
    asked = set(SCREENS[name].asks(shown.visit, part))
    unseen = (pair for pair in shown.visit.state.fields() if pair[0] not in asked)
    with_letter = name != "letter"
    return (
        ("at", shown.at),
        *(pair for pair in unseen if with_letter or not pair[0].startswith(PREFIX)),
    )
