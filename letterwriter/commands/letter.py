"""``letterwriter letter``: the letter that the site makes, from the command line."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random

import click

from letterwriter.campaigns.campaign import Ask, Campaign
from letterwriter.campaigns.overlay import operators_campaign
from letterwriter.campaigns.paper import Layout
from letterwriter.commands.shared_options import (
    campaign_option,
    date_option,
    parliament_on,
    refuse_without_members,
    today_or,
)
from letterwriter.documents.formats import FORMATS, Delivery
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.files.writing import write_file
from letterwriter.letters.advice import advise
from letterwriter.letters.answers import (
    LONGEST_WHY,
    SUGGESTED_CONCERNS,
    Answers,
    Sender,
    Story,
    sender_of,
)
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Letter
from letterwriter.letters.offered import asks_for
from letterwriter.letters.subject import subject_of
from letterwriter.parliament.addressee import Addressee, addressee
from letterwriter.parliament.house_messages import nobody
from letterwriter.parliament.members import Parliament, Seat
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.elsewhere import elsewhere
from letterwriter.postcodes.lookup import Lookup, Status, look_up
from letterwriter.postcodes.messages import lookup_message, read_message
from letterwriter.text.clean_text import CleanText, squeezed
from letterwriter.text.cleaning import clean, clean_line

_JSON = "json"  # for other programs; the site has no such thing
_FORMATS = [*(each.name for each in FORMATS), _JSON]
_LAYOUTS = [layout.value for layout in Layout]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the options ask for, before it is known whether the campaign has it."""

    sender: Sender
    stories: tuple[str, ...]
    concerns: tuple[str, ...]
    ask: str | None
    whys: tuple[str, ...]  # each "concern=why"


@click.command()
@click.option("--postcode", required=True, help="The writer's postcode.")
@click.option("--constituency", help="Its code or name, where the postcode does not decide it.")
@click.option("--name", required=True, help="The writer's full name.")
@click.option(
    "--address", required=True, help='Its lines, separated by commas: "1 High St, Leeds".'
)
@click.option("--email", default="", help="For the answer; the letter then asks for one by email.")
@click.option("--phone", default="", help="Some offices ask for it.")
@click.option("--story", multiple=True, help="A paragraph in the writer's own words; repeatable.")
@click.option("--concern", multiple=True, help="A concern's id; repeatable. Two if none is named.")
@click.option(
    "--why",
    multiple=True,
    metavar="CONCERN=TEXT",
    help="Why a concern of this letter matters to the writer, in a sentence; repeatable.",
)
@click.option("--ask", help="The ask's id; the first that fits the MP if none is named.")
@campaign_option
@click.option("--seed", type=int, help="The same seed and date give the same letter.")
@date_option
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
    why: tuple[str, ...],
    ask: str | None,
    campaign: str,
    seed: int | None,
    day: datetime | None,
    kind: str,
    layout: str | None,
    out: Path | None,
) -> None:
    """Make a letter to the MP for a postcode."""
    today = today_or(day)
    parliament = parliament_on(today)
    refuse_without_members(parliament)
    table = current_postcodes.current_table(parliament)
    seat = _place(look_up(postcode, table, parliament), constituency, parliament)
    sender = sender_of(
        clean_line(name),
        clean(address),
        clean_line(postcode),
        clean_line(email),
        clean_line(phone),
        reply_by_email=bool(email),
    )
    words = operators_campaign(campaign, instance_folder())
    to = addressee(seat, parliament)
    if to is None:
        raise click.ClickException(nobody(seat, parliament))
    made = _make(
        words,
        to,
        _Wanted(sender, story, concern, ask, why),
        today,
        Random(seed),  # noqa: S311  # which wording is picked is no secret; a seed must repeat it
    )
    if to.office_unknown:
        click.echo(message("volunteers", "office-unknown", name=to.member.name), err=True)
    lies = elsewhere(made.sender[1:], seat.constituency.code, table, parliament)
    for item in advise(made, elsewhere=lies):
        click.echo(message("advice", item.topic, found=item.found), err=True)
    how = Delivery(
        Layout(layout or words.layout), CleanText(to.member.email), subject_of(made, words, to)
    )
    _hand_over(made, kind, how, out)


def _place(lookup: Lookup, constituency: str | None, parliament: Parliament) -> Seat:
    """The seat; on stderr what was read or guessed."""
    if constituency:
        if read := read_message(lookup):
            click.echo(read, err=True)
        return _named(constituency, parliament)
    if lookup.constituency is None:
        codes = "".join(f"\n  {c}  {parliament[c].constituency.name}" for c in lookup.candidates)
        hint = f"\nSay which with --constituency:{codes}" if codes else ""
        raise click.UsageError(lookup_message(lookup, parliament) + hint)
    if lookup.status is Status.GUESS or not lookup.as_typed:
        click.echo(lookup_message(lookup, parliament), err=True)
    return parliament[lookup.constituency]


def _named(constituency: str, parliament: Parliament) -> Seat:
    known = constituency in parliament
    seat = parliament[constituency] if known else parliament.named(constituency)
    if seat is None:
        alike = (each.constituency for each in parliament.alike(constituency))
        names = "".join(f"\n  {place.code}  {place.name}" for place in alike)
        what = f"there is no constituency {constituency!r}: give its code or name"
        raise click.UsageError(f"{what}. Most like it:{names}")
    return seat


def _make(
    campaign: Campaign, to: Addressee, wanted: _Wanted, today: date, random: Random
) -> Letter:
    concern_ids = _concerns(campaign, wanted, today, random)
    answers = Answers(
        sender=wanted.sender,
        stories=tuple(Story("", clean(text)) for text in wanted.stories),
        concern_ids=concern_ids,
        ask_id=_ask(asks_for(campaign, to, today, concern_ids, sure=True), wanted),
        whys=_whys(wanted.whys, concern_ids),
    )
    return Composer(campaign, to, today).assemble(answers, random)


def _concerns(campaign: Campaign, wanted: _Wanted, today: date, random: Random) -> tuple[str, ...]:
    """Those that were named, or two of the suggested ones, drawn."""
    offered = campaign.concerns_on(today)
    _refuse_unknown("concern", wanted.concerns, [concern.id for concern in offered])
    suggested = [concern.id for concern in offered if concern.suggested]
    drawn = random.sample(suggested, min(SUGGESTED_CONCERNS, len(suggested)))
    return wanted.concerns or tuple(drawn)


def _whys(written: Iterable[str], concern_ids: tuple[str, ...]) -> dict[str, CleanText]:
    """Why concerns matter, by concern."""
    whys: dict[str, CleanText] = {}
    for each in written:
        id_, equals, text = each.partition("=")
        if not equals:
            raise click.UsageError(f"--why is written as CONCERN=TEXT, and not as {each!r}")
        if id_ not in concern_ids:
            chosen = ", ".join(concern_ids) or "none"
            raise click.UsageError(
                f"--why is for a concern of this letter, {id_!r} is none: {chosen}"
            )
        if id_ in whys:
            raise click.UsageError(f"--why is there twice for {id_!r}: write both in one")
        whys[id_] = squeezed(clean(text))
        if len(whys[id_]) > LONGEST_WHY:
            raise click.UsageError(
                f"--why for {id_!r} has {len(whys[id_])} characters; {LONGEST_WHY} is the most"
            )
    return whys


def _ask(asks: Iterable[Ask], wanted: _Wanted) -> str:
    fit = [ask.id for ask in asks]
    _refuse_unknown("ask", [wanted.ask] if wanted.ask else [], fit)
    return wanted.ask or (fit[0] if fit else "")


def _refuse_unknown(what: str, named: Sequence[str], offered: list[str]) -> None:
    for id_ in named:
        if id_ not in offered:
            raise click.UsageError(
                f"there is no {what} {id_!r} for this letter: {', '.join(offered)}"
            )


def _hand_over(made: Letter, kind: str, how: Delivery, out: Path | None) -> None:
    format_ = next((each for each in FORMATS if each.name == kind), None)
    content = format_.make(made, how) if format_ else _json(made)
    if out:
        write_file(out, [content])
    elif format_ and format_.for_paper and sys.stdout.isatty():
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
