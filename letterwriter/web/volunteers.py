"""For volunteers: packs for a stall, postcards and posters. Nothing is stored."""

from collections.abc import Callable, Iterable
from random import SystemRandom

from flask import Response, abort, current_app, render_template, request

from letterwriter.domain.dealer import TooFewWordings
from letterwriter.domain.pack import TooMuch
from letterwriter.domain.packing import Nobody, Stock, pack, suggested
from letterwriter.domain.sorting import shares
from letterwriter.outputs.binding import bound
from letterwriter.outputs.pack import Job, jobs
from letterwriter.outputs.postcards import LONGEST, SUGGESTED, MessageTooLong, postcards
from letterwriter.outputs.posters import DESIGNS, SIZES, poster
from letterwriter.outputs.press import Busy
from letterwriter.sources.volunteers import sentence, too_much_words, unknown_words
from letterwriter.web.pack_forms import PackForm, pack_form
from letterwriter.web.places_forms import PlacesForm, PostcardForm, chosen
from letterwriter.web.world import world

Answer = str | Response | tuple[str, int]


def start() -> str:
    """What there is on paper, and the first question about a pack."""
    return _start(PlacesForm())


def places() -> Answer:
    """The first question again, with what was typed."""
    return _start(PlacesForm(request.form))


def choose() -> Answer:
    """The MPs of those places, with how many letters to print for each."""
    form = PlacesForm(request.form)
    found = chosen(form, world())
    if found.unknown or not found.codes:
        form.complain(found, sentence("no-places"), unknown_words)
        return _start(form), 422
    copies = suggested(shares(found.around)) if found.around else {}
    return _pack_page(pack_form(None, found.codes, world(), copies), form)


def pack_pdf() -> Answer:
    """The pack as one PDF, or the page that says what is to be mended."""
    form = PlacesForm(request.form)
    found = chosen(form, world())
    if found.unknown or not found.codes:
        return choose()
    wanted = pack_form(request.form, found.codes, world())
    if not wanted.validate():
        return _pack_page(wanted, form), 422
    try:
        parts = jobs(pack(wanted.order(found.sectors), _stock(), world().today, SystemRandom()))
    except TooMuch as error:
        return _refused(wanted, form, too_much_words(error))
    except TooFewWordings:
        return _refused(wanted, form, sentence("too-few-wordings"))
    except Nobody as nobody:
        return _refused(wanted, form, sentence("nobody", name=nobody.place))
    return _pdf("stall-pack", lambda: bound(_pressed(parts), sentence("pack-title")))


def postcard_page() -> str:
    """A short message, or none, and to whom."""
    return _postcard_page(PostcardForm())


def postcard_pdf() -> Answer:
    """The postcards, four on a sheet."""
    form = PostcardForm(request.form)
    found = chosen(form, world())
    if found.unknown or not found.codes:
        form.complain(found, sentence("no-places"), unknown_words)
        return _postcard_page(form), 422
    stock = _stock()
    try:
        to = [stock.recipient(code) for code in found.codes]
        message, imprint = form.message.data or "", stock.poster.imprint
        return _pdf("postcards", lambda: _pressed_one(lambda: postcards(to, message, imprint)))
    except MessageTooLong as error:
        long = sentence("long-message", length=str(error.length), limit=str(LONGEST))
        form.message.errors = [long]
    except Nobody as nobody:
        form.constituencies.errors = [sentence("nobody", name=nobody.place)]
    return _postcard_page(form), 422


def poster_pdf() -> Response:
    """A poster for the window: ?design=2&size=a3."""
    design, size = request.args.get("design", "1"), request.args.get("size", "a4")
    if design not in map(str, DESIGNS) or size not in SIZES:
        abort(404)
    what = _stock().poster
    name = f"poster-{design}-{size}"
    return _pdf(name, lambda: _pressed_one(lambda: poster(what, int(design), size)))


def _start(form: PlacesForm) -> str:
    return render_template(
        "volunteers/start.html",
        form=form,
        errors=bool(form.errors),
        designs=[(number, sentence(f"design-{number}")) for number in DESIGNS],
        no_site="" if world().settings.site else sentence("no-site"),
        has_stack="stack" in current_app.blueprints,
    )


def _pack_page(wanted: PackForm, places: PlacesForm) -> str:
    found = chosen(places, world())
    return render_template(
        "volunteers/pack.html",
        form=wanted,
        places=places,
        errors=bool(wanted.errors),
        seats=[world().parliament[code] for code in found.codes],
        shares={share.code: share.postcodes for share in shares(found.around)},
        total=sum(share.postcodes for share in shares(found.around)),
        outwards=found.outwards,
    )


def _refused(wanted: PackForm, places: PlacesForm, why: str) -> Answer:
    wanted.form_errors.append(why)
    return _pack_page(wanted, places), 422


def _postcard_page(form: PostcardForm) -> str:
    return render_template(
        "volunteers/postcards.html",
        form=form,
        errors=bool(form.errors),
        suggested=SUGGESTED,
    )


def _stock() -> Stock:
    here = world()
    return Stock(here.campaign, here.parliament, here.settings.site)


def _pressed(parts: Iterable[Job]) -> Iterable[bytes]:
    """Each part in a place of its own, so that other people's letters come in between."""
    return map(_pressed_one, parts)


def _pressed_one(make: Job) -> bytes:
    made: bytes = current_app.extensions["letterwriter-press"].made(make)
    return made


def _pdf(name: str, make: Callable[[], bytes]) -> Response:
    """A PDF to save, or the pages for "too many" and "busy"."""
    if not current_app.extensions["letterwriter-gate"].allows(request.remote_addr or ""):
        abort(429)
    try:
        made = make()
    except Busy:
        abort(503)
    response = Response(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response
