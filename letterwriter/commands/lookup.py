"""``letterwriter lookup``: who the MP for a postcode is."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

import click

from letterwriter.commands.shared_options import date_option, parliament_on, setting, today_or
from letterwriter.files.instance import instance_folder
from letterwriter.files.messages import message
from letterwriter.parliament.addressee import addressee
from letterwriter.parliament.house_messages import absence, nobody
from letterwriter.parliament.members import Parliament, Seat
from letterwriter.postcodes import current_postcodes
from letterwriter.postcodes.date_messages import wrong_dates
from letterwriter.postcodes.lookup import Lookup, Status, look_up, nearby
from letterwriter.postcodes.messages import lookup_message
from letterwriter.postcodes.outside_lookup import worth_asking
from letterwriter.postcodes.outside_service import PostcodeService
from letterwriter.text.dates import written_date

_EXIT: Final = {
    Status.FOUND: 0,
    Status.GUESS: 0,
    Status.CHOOSE: 1,
    Status.NONE: 1,
    Status.INVALID: 2,
}
_MOST_NEAR: Final = 5


@click.command()
@click.argument("postcode", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print fields for a program to read.")
@date_option
@click.option("--ask", is_flag=True, help="Tell LETTERWRITER_POSTCODE_SERVICE what we do not know.")
def lookup(*, postcode: tuple[str, ...], as_json: bool, ask: bool, day: datetime | None) -> None:
    """Say who the MP for POSTCODE is.

    With --ask, where the table of postcodes does not decide, the service whose
    address is in LETTERWRITER_POSTCODE_SERVICE is told the postcode and asked.

    Exits with 0 for an MP found or guessed, with 1 where there are several
    constituencies to choose from or no MP, and with 2 for what is no postcode.
    """
    parliament = parliament_on(today_or(day))
    now = current_postcodes.current_postcodes(instance_folder(), parliament)
    for warning in wrong_dates(parliament, now.edition, today_or(day)):
        click.echo(warning, err=True)
    found = look_up(" ".join(postcode), now.table, parliament)
    if ask:
        found = _second_opinion(found, parliament)
    if as_json:
        click.echo(json.dumps(_fields(found, parliament), ensure_ascii=False, indent=2))
    else:
        near = nearby(found.constituency, now.table, parliament) if found.constituency else ()
        click.echo("\n".join(_lines(found, near[:_MOST_NEAR], parliament)))
    raise SystemExit(_EXIT[found.status])


def _second_opinion(found: Lookup, parliament: Parliament) -> Lookup:
    """What the service says where we do not know; if that is nothing, why, on stderr."""
    address = setting("POSTCODE_SERVICE", "")()
    try:
        service = PostcodeService(address)
    except ValueError as error:
        raise click.UsageError(f"LETTERWRITER_POSTCODE_SERVICE is {address!r}: {error}") from None
    if not worth_asking(found):
        return found
    opinion = service.opinion(found, parliament)
    if isinstance(opinion, Lookup):
        return opinion
    click.echo(message("lookup", opinion, service=service.name), err=True)
    return found


def _fields(found: Lookup, parliament: Parliament) -> dict[str, object]:
    seat = parliament[found.constituency] if found.constituency else None
    fields: dict[str, object] = {
        "postcode": str(found.postcode) if found.postcode else None,
        "status": found.status.value,
        "constituency": _place(seat) if seat else None,
        "candidates": [_place(parliament[code]) for code in found.candidates],
        "mp": _mp(seat) if seat else None,
        "message": lookup_message(found, parliament),
    }
    return fields | ({"parliament": parliament.stage.value} if absence(parliament) else {})


def _place(seat: Seat) -> dict[str, str]:
    return {"code": seat.constituency.code, "name": seat.constituency.name}


def _mp(seat: Seat) -> dict[str, object] | None:
    member = seat.member
    if member is None:
        return None
    return {
        "name": member.name,
        "full_title": member.full_title,
        "party": member.party,
        "email": member.email or None,
        "salutation": member.salutation,
        "envelope_name": member.envelope_name,
        "offices": [office.title for office in member.offices],
        "as_of": seat.as_of.isoformat(),
    }


def _lines(found: Lookup, near: Sequence[str], parliament: Parliament) -> Iterator[str]:
    """The answer for a person to read, with those nearby in case it is not theirs."""
    yield lookup_message(found, parliament)
    for code in found.candidates:
        yield message("lookup", "terminal-candidate", **_place(parliament[code]))
    if found.constituency:
        yield from _about_member(parliament[found.constituency], parliament)
    elif found.candidates and (told := absence(parliament)):
        yield told.whole
    if near:
        names = "; ".join(parliament[code].constituency.name for code in near)
        yield message("lookup", "terminal-near", names=names)


def _about_member(seat: Seat, parliament: Parliament) -> Iterator[str]:
    member = seat.member
    if member is None:
        if addressee(seat, parliament) is None:
            yield absence(parliament).todo or nobody(seat, parliament)
        return
    slots = {
        "full_title": member.full_title,
        "envelope_name": member.envelope_name,
        "party": member.party,
        "salutation": member.salutation,
        "as_of": written_date(seat.as_of),
    }
    slots["email"] = member.email or message("lookup", "terminal-no-email", **slots)
    yield message("lookup", "terminal-mp", **slots)
    for office in member.offices:
        yield message("lookup", "terminal-office", office=office.title)
