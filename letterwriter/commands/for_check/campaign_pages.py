"""What ``letterwriter check --show`` prints: a campaign to be read by who knows the subject."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from textwrap import fill as wrapped
from textwrap import indent

import click

from letterwriter.campaigns.campaign import Ask, Campaign, Concern
from letterwriter.campaigns.role_passage import RolePassage
from letterwriter.campaigns.texts import (
    LETTER_SLOTS,
    neighbouring_wordings,
    runs_of_sentences,
    story_ends,
)
from letterwriter.text.passage import Passage, Slots, fill

_PAGE = "\f"  # a form feed: printers and pagers begin a page


def show_campaign(campaign: Campaign, today: date) -> None:
    """Print the frame and the asks with every join, and one concern a page."""
    slots = campaign.figures | LETTER_SLOTS
    _show_runs(campaign, slots)
    for concern in campaign.concerns:
        click.echo(f"{_PAGE}{concern.label}  (concerns/{concern.id}.toml)\n")
        _show_concern(concern, campaign, today, slots)
    for ask in campaign.asks:
        click.echo(f"{_PAGE}{ask.label}  (ask {ask.id})\n")
        _show_joins_of_ask(ask, campaign, slots)


def _show_runs(campaign: Campaign, slots: Slots) -> None:
    """Every two sentences that can meet within a paragraph."""
    for place in runs_of_sentences(campaign):
        pairs = list(neighbouring_wordings(place))
        if pairs:
            click.echo(f"\n{' '.join((place.file, place.key)).strip()}")
        for numbers, text in pairs:
            click.echo(f"  {numbers}  {fill(text, slots)}")


def _show_concern(concern: Concern, campaign: Campaign, today: date, slots: Slots) -> None:
    click.echo(f"Against it: {wrapped(concern.objection, 98)}\n")
    for id_ in concern.fact_ids:
        fact = campaign.facts[id_]
        click.echo(f"{id_}: {fact.says}\n  {fact.source}, {fact.url}\n  {fact.note}".rstrip())
    says = "with its figures" if campaign.in_date(concern, today) else "without figures"
    click.echo(f"\nOn {today} it is told {says}.\n")
    _show_passage(concern.passage, slots)
    if concern.evergreen:
        click.echo("Without figures:")
        _show_passage(concern.evergreen, slots)
    click.echo("After a story:")
    firsts = concern.passage.usual.sentences[0]
    _show_pairs(product(story_ends(), firsts), slots)


def _show_passage(passage: RolePassage, slots: Slots) -> None:
    for name, words in passage.all:
        if name:
            click.echo(f"  To {name}:")
        for i, sentence in enumerate(words.sentences, 1):
            for j, wording in enumerate(sentence, 1):
                click.echo(indent(f"{i}.{j}  {fill(wording, slots)}", "  "))


def _show_joins_of_ask(ask: Ask, campaign: Campaign, slots: Slots) -> None:
    """The ask after the concerns that bring it, and thanks after the ask."""
    bring = [c for c in campaign.concerns if c.id in ask.concern_ids] or campaign.concerns[:1]
    for concern in bring:
        click.echo(f"After {concern.id}:")
        ends = concern.passage.usual.sentences[-1]
        _show_pairs(product(ends[:3], _first(ask.passage)), slots)
    click.echo("Before thanks:")
    ends = ask.passage.sentences[-1]
    _show_pairs(product(ends, _first(campaign.frame.thanks.usual)[:3]), slots)


def _first(passage: Passage) -> tuple[str, ...]:
    return passage.sentences[0]


def _show_pairs(pairs: Iterable[tuple[str, str]], slots: Slots) -> None:
    for line in _filled(pairs, slots):
        click.echo(f"  {line}")


def _filled(pairs: Iterable[tuple[str, str]], slots: Slots) -> Iterator[str]:
    for one, other in pairs:
        yield f"{fill(one, slots)} / {fill(other, slots)}"
