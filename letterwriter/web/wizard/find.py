"""From a postcode, or a constituency's name, to the member: where each answer leads."""

from collections.abc import Sequence
from dataclasses import replace

from letterwriter.postcodes.lookup import Lookup, Status, look_up
from letterwriter.postcodes.messages import lookup_message
from letterwriter.postcodes.typed.reading import holds_place
from letterwriter.text.clean_text import CleanText
from letterwriter.web.views import outside_lookup
from letterwriter.web.wizard.find_screens import candidates
from letterwriter.web.wizard.screen import Shown, Wrong
from letterwriter.web.wizard.visit import Visit


def looked_up(visit: Visit, typed: str) -> Shown:
    """What a postcode leads to."""
    lookup = _lookup(visit, typed)
    if lookup.status is Status.INVALID:
        words = lookup_message(lookup, visit.here.parliament)
        return Shown("postcode", visit, Wrong("wrong", "postcode", words), {"postcode": typed})
    return _led(visit, lookup, outside_lookup.further(lookup, None))


def asked_elsewhere(visit: Visit, typed: str) -> Shown:
    """The same with another's service asked: the person pressed the button that says so."""
    lookup = _lookup(visit, typed)
    opinion = outside_lookup.ask(lookup)
    if isinstance(opinion, Lookup):
        return _led(visit, opinion, outside_lookup.further(opinion, None))
    if lookup.status is Status.INVALID:
        return looked_up(visit, typed)
    return _led(visit, lookup, outside_lookup.further(lookup, opinion))


def by_its_name(visit: Visit, typed: Sequence[str]) -> Shown:
    """What a constituency's name leads to, or its code; the last one counts, which was pressed.

    A postcode that was typed there leads where it does elsewhere.
    """
    parliament, name = visit.here.parliament, typed[-1].strip() if typed else ""
    seat = parliament[name] if name in parliament else parliament.named(name)
    if seat is not None:
        return Shown("found", visit.having(constituency=seat.constituency.code))
    if not name:
        return Shown("by-name", visit, Wrong("missing", "constituency"))
    if holds_place(name):
        return _by_postcode(visit, name)
    wrong = Wrong("alike" if parliament.holds(name) else "unknown", "constituency")
    more = {"constituency": name, "candidates": candidates(parliament.alike(name), parliament)}
    return Shown("by-name", visit, wrong, more)


def _by_postcode(visit: Visit, typed: str) -> Shown:
    lookup = _lookup(visit, typed)
    if lookup.status is not Status.INVALID:
        return _led(visit, lookup, outside_lookup.further(lookup, None))
    words = lookup_message(lookup, visit.here.parliament)
    return Shown("by-name", visit, Wrong("wrong", "constituency", words), {"constituency": typed})


def _lookup(visit: Visit, typed: str) -> Lookup:
    return look_up(typed, visit.here.postcodes, visit.here.parliament)


def _led(visit: Visit, lookup: Lookup, further: outside_lookup.Further) -> Shown:
    whole = CleanText(str(lookup.postcode)) if lookup.postcode else CleanText("")
    visit = visit.having(constituency=lookup.constituency or "", postcode=whole)
    more = {"offer": further.offer, "silence": further.silence}
    at = "found" if lookup.constituency else "choose"
    return Shown(at, replace(visit, lookup=lookup), more=more)
