"""``letterwriter letter``: the letter that the site makes, from the command line."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random

import click

from letterwriter.domain.addressee import Addressee, addressee
from letterwriter.domain.advice import advise
from letterwriter.domain.answers import Answers, Sender, Story
from letterwriter.domain.campaign import Campaign
from letterwriter.domain.cleaning import clean, clean_line
from letterwriter.domain.composition import Composer
from letterwriter.domain.letter import Letter
from letterwriter.domain.lookup import look_up
from letterwriter.domain.paper import Layout
from letterwriter.domain.parliament import Parliament, Seat
from letterwriter.outputs.docx import as_docx
from letterwriter.outputs.pdf import as_pdf
from letterwriter.outputs.text import as_text
from letterwriter.sources import shipped, tables
from letterwriter.sources.words import advice_words, message

_FORMATS = ("text", "pdf", "docx", "json")
_LAYOUTS = [layout.value for layout in Layout]
_SUGGESTED = 2  # concerns, where none are named


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the options ask for, before it is known whether the campaign has it."""

    sender: Sender
    stories: tuple[str, ...]
    concerns: tuple[str, ...]
    ask: str | None


@click.command()
@click.option("--postcode", required=True, help="The writer's postcode.")
@click.option("--constituency", help="Its code or name, where the postcode does not decide it.")
@click.option("--name", required=True, help="The writer's full name.")
@click.option("--address", required=True, help='Its lines, parted by commas: "1 High St, Leeds".')
@click.option("--email", default="", help="For the answer; the letter then asks for one by email.")
@click.option("--phone", default="", help="Some offices ask for it.")
@click.option("--story", multiple=True, help="A paragraph in the writer's own words; repeatable.")
@click.option("--concern", multiple=True, help="A concern's id; repeatable. Two if none is named.")
@click.option("--ask", help="The ask's id; the first that fits the MP if none is named.")
@click.option("--campaign", default=shipped.DEFAULT_CAMPAIGN, show_default=True)
@click.option("--seed", type=int, help="The same seed and date give the same letter.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Today, if not given.")
@click.option("--format", "kind", type=click.Choice(_FORMATS), default="text")
@click.option("--layout", type=click.Choice(_LAYOUTS), help="For PDF and Word: which envelope.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file to write.")
def letter(  # noqa: PLR0913  # click hands every option over as an argument
    *,
    postcode: str,
    constituency: str | None,
    name: str,
    address: str,
    email: str,
    phone: str,
    story: tuple[str, ...],
    concern: tuple[str, ...],
    ask: str | None,
    campaign: str,
    seed: int | None,
    day: datetime | None,
    kind: str,
    layout: str | None,
    out: Path | None,
) -> None:
    """Make a letter to the MP for a postcode."""
    lines = tuple(clean_line(line) for line in address.split(",") if line.strip())
    parliament = tables.parliament()
    seat, written = _place(postcode, constituency, parliament)
    sender = Sender(clean_line(name), lines, written, email, phone, reply_by_email=bool(email))
    today = day.date() if day else datetime.now().astimezone().date()
    words = shipped.campaign(campaign)
    to = addressee(seat, parliament)
    if to is None:
        raise click.ClickException("this constituency has no MP, and no Home Secretary is known")
    made = _make(
        words,
        to,
        _Wanted(sender, story, concern, ask),
        today,
        Random(seed),  # noqa: S311  # which wording is picked is no secret; a seed must repeat it
    )
    for item in advise(made):
        click.echo(advice_words(item), err=True)
    _hand_over(made, kind, Layout(layout or words.layout), out)


def _place(postcode: str, constituency: str | None, parliament: Parliament) -> tuple[Seat, str]:
    """The seat, and the postcode as it is written."""
    lookup = look_up(postcode, tables.postcodes(parliament), parliament)
    written = str(lookup.postcode or postcode)
    if constituency:
        known = constituency in parliament
        seat = parliament[constituency] if known else parliament.named(constituency)
        if seat is None:
            raise click.UsageError(
                f"there is no constituency {constituency!r}: give its code or name"
            )
        return seat, written
    if lookup.constituency is None:
        codes = "".join(f"\n  {c}  {parliament[c].constituency.name}" for c in lookup.candidates)
        hint = f"\nSay which with --constituency:{codes}" if codes else ""
        raise click.UsageError(message(lookup, parliament) + hint)
    return parliament[lookup.constituency], written


def _make(
    campaign: Campaign, to: Addressee, wanted: _Wanted, today: date, random: Random
) -> Letter:
    answers = Answers(
        sender=wanted.sender,
        stories=tuple(Story("", clean(text)) for text in wanted.stories),
        concern_ids=_concerns(campaign, wanted, today),
        ask_id=_ask(campaign, to, wanted, today),
    )
    return Composer(campaign, to).assemble(answers, today, random)


def _concerns(campaign: Campaign, wanted: _Wanted, today: date) -> tuple[str, ...]:
    offered = campaign.concerns_on(today)
    _known("concern", wanted.concerns, [concern.id for concern in offered])
    suggested = [concern.id for concern in offered if concern.suggested]
    return wanted.concerns or tuple(suggested[:_SUGGESTED])


def _ask(campaign: Campaign, to: Addressee, wanted: _Wanted, today: date) -> str:
    fit = [ask.id for ask in campaign.asks_on(today, to.role)]
    _known("ask", [wanted.ask] if wanted.ask else [], fit)
    return wanted.ask or (fit[0] if fit else "")


def _known(what: str, named: Sequence[str], offered: list[str]) -> None:
    for id_ in named:
        if id_ not in offered:
            raise click.UsageError(
                f"there is no {what} {id_!r} for this letter: {', '.join(offered)}"
            )


def _hand_over(made: Letter, kind: str, layout: Layout, out: Path | None) -> None:
    making: dict[str, Callable[[], bytes]] = {
        "text": lambda: as_text(made).encode(),
        "pdf": lambda: as_pdf(made, layout),
        "docx": lambda: as_docx(made, layout),
        "json": lambda: _json(made),
    }
    content = making[kind]()
    if out:
        out.write_bytes(content)
    elif kind in ("pdf", "docx") and sys.stdout.isatty():
        raise click.UsageError(f"a {kind} is no text for a screen: name a file with --out")
    else:
        click.echo(content, nl=False)


def _json(made: Letter) -> bytes:
    parts = {
        "sender": made.sender,
        "date": made.date,
        "recipient": made.recipient,
        "salutation": made.salutation,
        "paragraphs": [{"kind": p.kind, "id": p.id, "text": p.text} for p in made.standing],
        "close": made.close,
        "name": made.name,
    }
    return (json.dumps(parts, ensure_ascii=False, indent=2) + "\n").encode()
