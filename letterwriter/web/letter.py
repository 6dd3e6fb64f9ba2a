"""The letter page: every part can be changed, by plain buttons too."""

from collections.abc import Callable
from random import SystemRandom

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letterwriter.domain.advice import advise
from letterwriter.domain.composition import Composer
from letterwriter.domain.editing import Paragraphs, added, merged, moved, removed, replaced
from letterwriter.domain.letter import Letter
from letterwriter.domain.own_words import own_words
from letterwriter.web import carrying, sheet, write
from letterwriter.web.world import world
from letterwriter.web.write import Desk, desk_for

bp = Blueprint("letter", __name__)

Edit = Callable[[Paragraphs, int, Composer], Paragraphs]

_EDITS: dict[str, Edit] = {
    "up": lambda all_, i, _: moved(all_, i, -1),
    "down": lambda all_, i, _: moved(all_, i, +1),
    "remove": lambda all_, i, _: removed(all_, i),
    "put-back": lambda all_, i, _: removed(all_, i, put_back=True),
    "add": lambda all_, i, _: added(all_, i),
    "another": lambda all_, i, composer: replaced(all_, i, composer.another_way(all_[i])),
    "replace": lambda all_, i, composer: replaced(all_, i, composer.another_way(all_[i])),
}


@bp.post("/letter")
def letter() -> str | Response | tuple[str, int]:
    """Make the letter from the answers, or change it by one of its buttons."""
    desk = desk_for(request.form)
    if desk is None:
        return redirect(url_for("find.start"), 303)
    if "edit" in request.form and sheet.is_posted(request.form):
        return _edited(desk, request.form["edit"])
    if not desk.form.validate():
        return write.page(desk, quickly="quick" in request.form, errors=True), 422
    return _made(desk)


def _made(desk: Desk) -> str:
    answers = desk.form.answers()
    fresh = desk.composer.assemble(answers, world().today, SystemRandom())
    if not sheet.is_posted(request.form):
        return page(desk, fresh, made=fresh.sender)
    form = sheet.posted_form(request.form)
    before = desk_for(request.form, form.constituency.data or "") or desk
    old = sheet.letter_of(form, before.composer)
    made_before = tuple((form.made.data or "").split("\n"))
    return page(desk, merged(old, fresh, desk.composer, made_before), made=fresh.sender)


def _edited(desk: Desk, edit: str) -> str:
    """Carry out one button: its name is what to do and the paragraph's number, "up:2"."""
    form = sheet.posted_form(request.form)
    old = sheet.letter_of(form, desk.composer)
    made = tuple((form.made.data or "").split("\n"))
    name, _, number = edit.partition(":")
    index = int(number) if number.isdecimal() and len(number) < 4 else -1
    if name not in _EDITS or index not in range(len(old.paragraphs)):
        return page(desk, old, made)
    if name == "another" and old.paragraphs[index].edited:
        return page(desk, old, made, asking=index)
    paragraphs = _EDITS[name](old.paragraphs, index, desk.composer)
    return page(desk, old.with_paragraphs(paragraphs), made, done=name)


def page(
    desk: Desk,
    letter: Letter,
    made: tuple[str, ...],
    *,
    asking: int | None = None,
    done: str = "",
) -> str:
    """The letter page. ``asking`` is a paragraph whose changed words are about to be replaced."""
    own = own_words(letter)
    return render_template(
        "letter/letter.html",
        desk=desk,
        letter=letter,
        boxes=sheet.boxes_of(letter, desk.code, made),
        answers=carrying.answers_of(request.form),
        advice=advise(letter, own),
        own=own,
        asking=asking,
        done=done,
        quickly="quick" in request.form,
    )
