"""``letterwriter facts``: what letters may say, by the date until which to trust it."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.overlay import campaign_folders
from letterwriter.campaigns.review_dates import AgedFact, State, facts_by_date
from letterwriter.commands.shared_options import date_option, today_or
from letterwriter.files.instance import instance_folder
from letterwriter.postcodes.date_messages import to_come
from letterwriter.text.dates import is_future

_Found = list[tuple[str, AgedFact]]  # with the campaign's name


@click.command()
@click.argument(
    "campaigns", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@date_option
@click.option("--past", is_flag=True, help="Only those past their review date.")
@click.option("--json", "as_json", is_flag=True, help="Print fields for a program to read.")
def facts(*, campaigns: tuple[Path, ...], day: datetime | None, past: bool, as_json: bool) -> None:
    """List the facts of campaign folders (all of ours if none is named), first to review first.

    Each is in date, due soon (within 30 days) or past, and then in no new letter.
    Exits with 0 where none is past, with 1 where one is or a folder cannot be
    read, and with 2 where the command itself is mistyped.
    """
    today = today_or(day)
    folders = campaigns or tuple(campaign_folders(instance_folder()).values())
    found = _by_date(folders, today)
    _tell_to_come(found, today)
    some_past = any(aged.state is State.PAST for _, aged in found)
    shown = [pair for pair in found if pair[1].state is State.PAST or not past]
    if as_json:
        click.echo(json.dumps([_fields(*pair) for pair in shown], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(shown)) or f"No fact is past its review date on {today}.")
    raise SystemExit(1 if some_past else 0)


def _tell_to_come(found: _Found, today: date) -> None:
    """Say of the fact with the latest date that it is after today, if it is: one will do."""
    campaign, aged = max(found, key=lambda pair: pair[1].fact.as_at, default=("", None))
    if aged and is_future(aged.fact.as_at, today):
        named = f"{campaign}/{aged.fact.id}"
        click.echo(to_come("fact", aged.fact.as_at, today, fact=named), err=True)


def _by_date(folders: tuple[Path, ...], today: date) -> _Found:
    found = [
        (folder.name, aged)
        for folder in folders
        for aged in facts_by_date(load_campaign(folder), today)
    ]
    return sorted(found, key=lambda pair: pair[1].fact.review_by)


def _fields(campaign: str, aged: AgedFact) -> dict[str, object]:
    fact = aged.fact
    return {
        "campaign": campaign,
        "id": fact.id,
        "as_at": fact.as_at.isoformat(),
        "review_by": fact.review_by.isoformat(),
        "state": aged.state.value,
        "concerns": aged.concern_ids,
        "asks": aged.ask_ids,
        "says": fact.says,
        "note": fact.note,
        "source": fact.source,
        "url": fact.url,
        "look_up": fact.look_up or fact.url,
    }


def _lines(found: _Found) -> Iterator[str]:
    """Three lines a fact for a person to read."""
    for campaign, aged in found:
        fact = aged.fact
        where = f"{campaign}/{fact.id}, as at {fact.as_at}"
        yield f"{fact.review_by}  {aged.state.value:<8}  {where}"
        yield f"            used by: {', '.join(aged.used_by) or 'nothing'}"
        yield f"            look up: {fact.source}, {fact.look_up or fact.url}"
