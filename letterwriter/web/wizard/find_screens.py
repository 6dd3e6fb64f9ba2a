"""What the screens from a postcode to the member show: find.js has the same for the page."""

from collections.abc import Iterable

from letterwriter.files.messages import message, messages
from letterwriter.parliament.addressee import in_sentence
from letterwriter.parliament.house_messages import absence, nobody, party_told
from letterwriter.parliament.members import Parliament, Seat
from letterwriter.postcodes.lookup import Lookup, Status, look_up, nearby
from letterwriter.postcodes.messages import lookup_message, read_message
from letterwriter.web.counting import letters_from
from letterwriter.web.template_functions import known_on
from letterwriter.web.wizard.screen import Screen, Values
from letterwriter.web.wizard.steps import cost
from letterwriter.web.wizard.visit import Visit


def candidates(seats: Iterable[Seat], parliament: Parliament) -> list[Values]:
    """Constituencies to choose from."""
    return [_offered(seat, parliament) for seat in seats]


def all_names(parliament: Parliament) -> list[str]:
    """All constituencies'."""
    return sorted(seat.constituency.name for seat in parliament)


def _place(seat: Seat) -> Values:
    place = seat.constituency
    return {
        "place": place.name,
        "said_place": in_sentence(place.name),
        "welsh": place.welsh_name if place.welsh_name != place.name else "",
        "mp": seat.member.name if seat.member else "",
    }


def _offered(seat: Seat, parliament: Parliament) -> Values:
    """A constituency in a list, with who sits for it: while nobody sits, not a word."""
    empty = "" if absence(parliament) else message("parliament", "no-mp")
    code = seat.constituency.code
    return {"code": code, **_place(seat), "sits": seat.member.name if seat.member else empty}


def _lookup(visit: Visit) -> Lookup | None:
    """That of this request, or of the postcode that goes along."""
    if visit.lookup or not visit.state.postcode:
        return visit.lookup
    return look_up(visit.state.postcode, visit.here.postcodes, visit.here.parliament)


def _choose(visit: Visit, _: str) -> Values:
    lookup, parliament = _lookup(visit), visit.here.parliament
    if lookup is None:
        return {}
    return {
        "postcode": visit.state.postcode,
        "message": lookup_message(lookup, parliament),
        "none": lookup.status is Status.NONE,
        "candidates": candidates((parliament[code] for code in lookup.candidates), parliament),
    }


def _nearby(visit: Visit, _: str) -> Values:
    here = visit.here
    near = nearby(visit.state.constituency, here.postcodes, here.parliament)
    seats = (here.parliament[code] for code in near)
    return {"candidates": candidates(seats, here.parliament)}


def _found(visit: Visit, _: str) -> Values:
    seat = visit.seat
    if seat is None:
        return {}
    return {
        "postcode": visit.state.postcode,
        "as_of": known_on(seat.as_of),
        "old": seat.is_old(visit.here.today),
        "letters": letters_from(seat.constituency.code),
        **_place(seat),
        **_of_member(seat, visit.here.parliament),
        **_parts(seat, visit),
        **_costs(visit),
    }


def _of_member(seat: Seat, parliament: Parliament) -> Values:
    member = seat.member
    if member is None:
        return {"party_told": "", "email_user": "", "email_host": "", "can": "", "offices": []}
    perhaps = parliament.perhaps_minister(member)
    user, at, host = member.email.partition("@")  # a narrow phone breaks the line there
    return {
        "party_told": party_told(member),
        "email_user": user,
        "email_host": at + host,
        "can": messages("roles")["perhaps_minister" if perhaps else member.role.value],
        "offices": [{"office": office.title} for office in member.offices],
    }


def _parts(seat: Seat, visit: Visit) -> Values:
    """Which parts of the screen show."""
    lookup, to, has = _lookup(visit), visit.to, seat.member is not None
    led = lookup if lookup and lookup.constituency == seat.constituency.code else None
    guess = led is not None and led.status is Status.GUESS
    told = led is not None and bool(led.told_by)
    located = led is not None and led.status is Status.FOUND and not told
    return {
        "sure": has and not guess,
        "guess": has and guess,
        **_nobody(seat, visit),
        "instead": not has and to is not None,
        "to": to.member.name if to else "",
        "roads": to is not None and not visit.state.again,
        "further": to is not None and bool(visit.state.again),
        "located": located,
        "read": read_message(led) if led and located else "",
        "message": lookup_message(led, visit.here.parliament) if led and (guess or told) else "",
    }


def _absent(parliament: Parliament) -> Values:
    """What the first screen says while nobody is an MP."""
    told = absence(parliament)
    words = messages("parliament")["find-place"] if told else ""
    return {"absence": told.said, "find": words}


def _nobody(seat: Seat, visit: Visit) -> Values:
    """Why there is nobody to write to, if there is nobody, and the heading that says it."""
    parliament = visit.here.parliament
    told = absence(parliament)
    vacant = seat.member is None
    return {
        "absence_title": told.title,
        "vacant": vacant and not told,
        "nobody": "" if visit.to else told.said or nobody(seat, parliament),
        "todo": "" if visit.to else told.todo,
        "another": not told,
    }


def _costs(visit: Visit) -> Values:
    if visit.to is None:
        return {}
    short, long = cost(visit, quick=True), cost(visit, quick=False)
    return {
        "short_questions": str(short.questions),
        "short_minutes": str(short.minutes),
        "long_questions": str(long.questions),
        "long_minutes": str(long.minutes),
    }


def _postcode(visit: Visit, _: str) -> Values:
    return {"postcode": visit.state.postcode, **_absent(visit.here.parliament)}


POSTCODE = Screen(_postcode, lambda *_: ("postcode",))
CHOOSE = Screen(_choose)
BY_NAME = Screen(lambda visit, _: {"everywhere": all_names(visit.here.parliament)})
FOUND = Screen(_found)
NEARBY = Screen(_nearby)
