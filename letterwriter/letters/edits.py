"""Changing a letter by hand, and keeping those changes when its answers change.

All functions return new paragraphs; none loses words: a removed paragraph
stays where it was, marked, so that it can be put back.
"""

from collections.abc import Iterable
from dataclasses import replace

from letterwriter.letters.answers import Story
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Kind, Letter, Paragraph, headed
from letterwriter.text.clean_text import NO_TEXT, CleanText

Paragraphs = tuple[Paragraph, ...]


def moved(paragraphs: Paragraphs, index: int, step: int) -> Paragraphs:
    """With a paragraph moved past its next neighbour that is not removed, up (-1) or down (+1)."""
    target = index + step
    while 0 <= target < len(paragraphs) and paragraphs[target].removed:
        target += step
    if not 0 <= target < len(paragraphs):
        return paragraphs
    order = list(paragraphs)
    order.insert(target, order.pop(index))
    return tuple(order)


def removed(paragraphs: Paragraphs, index: int, *, put_back: bool = False) -> Paragraphs:
    """With one paragraph removed, or put back."""
    return replaced(paragraphs, index, replace(paragraphs[index], removed=not put_back))


def replaced(paragraphs: Paragraphs, index: int, paragraph: Paragraph) -> Paragraphs:
    """With another paragraph in this place."""
    return (*paragraphs[:index], paragraph, *paragraphs[index + 1 :])


def added(paragraphs: Paragraphs, index: int) -> Paragraphs:
    """With an empty paragraph of the writer's own below this one."""
    return (*paragraphs[: index + 1], Paragraph(Kind.OWN, NO_TEXT), *paragraphs[index + 1 :])


def merged(old: Letter, fresh: Letter, composer: Composer, made_before: tuple[str, ...]) -> Letter:
    """A letter made again after the answers changed, with what was changed by hand kept.

    ``fresh`` is what the answers make now and ``composer`` made it;
    ``made_before`` is the sender block that the earlier answers made.
    Paragraphs that both letters have keep their old place, wordings and
    changes (a story's words are the answer itself, so the fresh ones count, as
    they do where the new member's place lacks what an old wording speaks of, and
    as why a concern matters does where its paragraph was not changed by hand);
    new ones go after the paragraph that they follow in ``fresh``; those no
    longer chosen go, except the writer's own.
    """
    new = {_key(p): p for p in fresh.paragraphs}
    kept = [
        _latest(p, new.get(_key(p), p), composer)
        for p in old.paragraphs
        if p.kind is Kind.OWN or _key(p) in new
    ]
    for position, paragraph in enumerate(fresh.paragraphs):
        if _key(paragraph) not in {_key(p) for p in kept}:
            kept.insert(_place(kept, fresh.paragraphs[:position]), paragraph)
    letter = replace(old, paragraphs=tuple(kept))
    if old.recipient[:1] != fresh.recipient[:1]:  # another member: who is greeted changes too
        letter = replace(letter, recipient=fresh.recipient, salutation=fresh.salutation)
    if fresh.sender != made_before or old.sender == made_before:
        letter = replace(letter, sender=fresh.sender)
    if fresh.sender[:1] != made_before[:1] or (old.name,) == made_before[:1]:
        letter = replace(letter, name=fresh.name)
    return letter


def stories_from(letter: Letter, stories: Iterable[Story]) -> tuple[Story, ...]:
    """The story answers with the words that the writer changed on the letter itself."""
    changed = {p.id: p for p in letter.paragraphs if p.kind is Kind.STORY}
    return tuple(
        _answer_from(story, changed[story.prompt_id]) if story.prompt_id in changed else story
        for story in stories
    )


def _answer_from(story: Story, paragraph: Paragraph) -> Story:
    lead_in = paragraph.template
    keeps_it = bool(lead_in) and paragraph.text.startswith(lead_in)
    text = paragraph.text.removeprefix(lead_in).strip() if keeps_it else paragraph.text
    return Story(story.prompt_id, CleanText(text), lead_in=keeps_it)


def _key(paragraph: Paragraph) -> tuple[Kind, str]:
    """What makes two paragraphs the same one: a letter has one opening and one thanks."""
    once = paragraph.kind in (Kind.OPENING, Kind.THANKS)
    return paragraph.kind, "" if once else paragraph.id


def _latest(old: Paragraph, fresh: Paragraph, composer: Composer) -> Paragraph:
    if old.kind is Kind.OWN:
        return old
    if old.edited:
        return replace(old, why=fresh.why)  # for when it is said another way
    if old.kind is Kind.STORY or old.id != fresh.id or not composer.can_say(old):
        return replace(fresh, removed=old.removed)
    words = composer.text(old.kind, old.id, old.choice)
    return replace(old, text=headed(fresh.why, words), template=words, why=fresh.why)


def _place(kept: list[Paragraph], before: Paragraphs) -> int:
    """Where a new paragraph goes: after the last kept one that precedes it in the fresh letter."""
    earlier = {_key(p) for p in before}
    places = [i + 1 for i, p in enumerate(kept) if _key(p) in earlier]
    return max(places, default=0)
