"""The letter's screen: made from the answers, and changed by its own buttons."""

from collections.abc import Callable
from dataclasses import replace
from random import SystemRandom

from werkzeug.datastructures import MultiDict

from letterwriter.files.messages import message
from letterwriter.letters.advice import Advice, advise
from letterwriter.letters.answers import OWN_LINE
from letterwriter.letters.composer import Composer
from letterwriter.letters.detectors import Topic
from letterwriter.letters.edits import (
    Paragraphs,
    added,
    merged,
    moved,
    removed,
    replaced,
    stories_from,
)
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.letters.own_words import own_words
from letterwriter.letters.praise import praise
from letterwriter.postcodes.elsewhere import elsewhere
from letterwriter.text.clean_text import NO_TEXT
from letterwriter.web.forms import letter_form
from letterwriter.web.forms.small_forms import Posted
from letterwriter.web.wizard.screen import Screen, Shown, Values
from letterwriter.web.wizard.visit import StandingLetter, Visit

MOST_ADDED = (
    60  # paragraphs of a letter to which one more is added; letter_form.py takes somewhat more
)

_SUGGESTIONS = frozenset({Topic.TOO_LONG, Topic.NO_STORY, Topic.FEW_OWN_WORDS})  # said last

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


def as_posted(visit: Visit) -> Visit:
    """The visit with its letter as the page sent it, and with the answers that were changed there.

    A letter that our pages cannot have sent ends the request.
    """
    return _taken_back(visit, _read(visit, visit.composer))


def followed_on(visit: Visit) -> Visit:
    """The visit of someone who writes again: the letter that came along is the one to follow."""
    letter = letter_in(visit)
    asked = (p.text for p in letter.standing if p.kind is Kind.ASK)
    return visit.having(first_date=letter.date, first_ask=next(asked, NO_TEXT), letter=())


def letter_in(visit: Visit) -> Letter:
    """The letter as the page sent it."""
    return _read(visit, visit.composer).letter


def _taken_back(visit: Visit, written: StandingLetter) -> Visit:
    """The visit with this letter, and with the answers as they were changed on it."""
    stories = stories_from(written.letter, map(visit.state.story, _prompt_ids(visit)))
    told = tuple(story for story in stories if story.text or story.lead_in)
    if visit.state.quick:
        return replace(visit.having(stories=told), written=written)
    answered = {story.prompt_id for story in told if story.text}
    chosen = [id_ for id_ in _prompt_ids(visit) if id_ in answered | set(visit.state.prompts)]
    return replace(visit.having(stories=told, prompts=tuple(chosen)), written=written)


def made(visit: Visit) -> Visit:
    """The visit with the letter that its answers make, and with what was changed by hand kept."""
    fresh = visit.composer.assemble(visit.answers(), SystemRandom())
    if not visit.state.has_letter:
        return replace(visit, written=StandingLetter(fresh, fresh.sender))
    code = dict(visit.state.letter).get(f"{letter_form.PREFIX}constituency", "")
    known = code in visit.here.parliament
    before = visit.having(constituency=code) if known else visit
    old = _read(visit, before.composer if before.to else visit.composer)
    letter = merged(old.letter, fresh, visit.composer, old.made)
    return replace(visit, written=StandingLetter(letter, fresh.sender))


def edited(visit: Visit, name: str, number: str) -> Shown:
    """Carry out a button of the letter: what to do, and with which paragraph."""
    written = _read(visit, visit.composer)
    visit = _taken_back(visit, written)
    paragraphs = written.letter.paragraphs
    index = int(number) if number.isdecimal() and len(number) < 4 else -1
    full = name == "add" and len(paragraphs) >= MOST_ADDED
    if name not in _EDITS or index not in range(len(paragraphs)) or full:
        return Shown("letter", visit)
    if name == "another" and paragraphs[index].edited:
        return Shown("letter", visit, more={"asking": index, "opened": index})
    changed = _EDITS[name](paragraphs, index, visit.composer)
    letter = written.letter.with_paragraphs(changed)
    place = index + 1 if name == "add" else _place(changed, paragraphs[index], index)
    visit = replace(visit, written=replace(written, letter=letter))
    return Shown("letter", visit, more={"done": name, "opened": place})


def _place(paragraphs: Paragraphs, meant: Paragraph, before: int) -> int:
    """Where the paragraph stands after an edit; in its old place if it was changed itself."""
    return next((i for i, each in enumerate(paragraphs) if each is meant), before)


def _prompt_ids(visit: Visit) -> list[str]:
    return [*(prompt.id for prompt in visit.here.campaign.prompts), OWN_LINE]


def _read(visit: Visit, composer: Composer) -> StandingLetter:
    fields: Posted = MultiDict(visit.state.letter)
    form = letter_form.posted_form(fields)
    return StandingLetter(
        letter_form.letter_of(form, composer), tuple((form.made.data or "").split("\n"))
    )


def _values(visit: Visit, _: str) -> Values:
    written, to = visit.written, visit.to
    if written is None or to is None:
        return {}
    letter = written.letter
    own = own_words(letter)
    here, code = visit.here, visit.state.constituency
    lies = elsewhere(letter.sender[1:], code, here.postcodes, here.parliament)
    praised, items = praise(letter, own), advise(letter, own, lies)
    return {
        "to": to.member.name,
        "boxes": letter_form.boxes_of(letter, visit.state.constituency, written.made),
        "praise": message("praise", praised, own=str(own.own)) if praised else "",
        "advice": [_advised(item) for item in items if item.topic not in _SUGGESTIONS],
        "suggestions": [_advised(item) for item in items if item.topic in _SUGGESTIONS],
        "percent": str(own.percent),
        "own": str(own.own),
        "total": str(own.total),
    }


def _advised(advice: Advice) -> Values:
    return {
        "words": message("advice", advice.topic, found=advice.found),
        "paragraph": advice.paragraph,
        "own_case": advice.topic is Topic.OWN_CASE,
    }


LETTER_SCREEN = Screen(_values)
