"""For volunteers: packs for a stall, postcards and posters. Nothing is stored."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, Response, abort, render_template, request

from letterwriter.campaigns.changes import changes_on
from letterwriter.documents.budgets import PACK, POSTERS_AND_POSTCARDS
from letterwriter.files.messages import message
from letterwriter.followup.step_cards import make_step_cards
from letterwriter.packs.jobs import stall_pack
from letterwriter.packs.leaflet import make_leaflet
from letterwriter.packs.messages import too_much_words, unknown_words
from letterwriter.packs.pack import Part, TooMuch
from letterwriter.packs.postcards import LONGEST, SUGGESTED, MessageTooLong, make_postcards
from letterwriter.packs.posters import DESIGNS, SIZES, make_poster
from letterwriter.packs.request import Nobody, PackSource, suggested
from letterwriter.packs.sorting_sheet import shares
from letterwriter.packs.variations import TooFewWordings
from letterwriter.parliament.house_messages import absence
from letterwriter.processes.budget import Budget, Spent
from letterwriter.web import bounded_work
from letterwriter.web.app_data import app_data
from letterwriter.web.downloads import attachment, count_document, tally_of_printed
from letterwriter.web.forms.areas_form import Chosen, PlacesForm, PostcardForm, chosen
from letterwriter.web.forms.pack_form import PackForm, pack_form

bp = Blueprint("volunteers", __name__, url_prefix="/volunteers")

_BLEED = "-for-a-print-shop"  # ends a file's name

Answer = str | Response | tuple[str, int]


@bp.get("")
def start() -> str:
    """What there is on paper, and the first question about a pack."""
    return _start(PlacesForm())


@bp.post("/places")
def places() -> Answer:
    """The first question again, with what was typed."""
    return _start(PlacesForm(request.form))


@bp.post("")
def choose() -> Answer:
    """The MPs of those places, with how many letters to print for each."""
    form = PlacesForm(request.form)
    if why := absence(app_data().parliament).whole:
        form.constituencies.errors = [why]
        return _start(form), 422
    found = chosen(form, app_data())
    if found.wrong:
        form.complain(found, message("volunteers", "no-places"), unknown_words)
        return _start(form), 422
    copies = suggested(shares(found.around)) if found.around else {}
    return _pack_page(pack_form(None, found.codes, app_data(), copies), form, found)


@bp.post("/pack.pdf")
def pack_pdf() -> Answer:
    """The pack as one PDF, or the page that says what is to be fixed."""
    form = PlacesForm(request.form)
    found = chosen(form, app_data())
    if found.wrong or absence(app_data().parliament):
        return choose()
    wanted = pack_form(request.form, found.codes, app_data())
    if not wanted.validate():
        return _pack_page(wanted, form, found), 422
    pack_request = wanted.pack_request(found.sectors)
    try:
        return _pdf(
            "stall-pack", partial(stall_pack, pack_request, _pack_source(), app_data().today), PACK
        )
    except (TooMuch, TooFewWordings, Nobody, Spent) as error:
        wanted.form_errors.append(_why_no_pack(error))
        return _pack_page(wanted, form, found), 422


@bp.post("/pack-tally.jsonl")
def pack_tally() -> Answer:
    """How many letters that pack prints, as a tally, or the page that says what is to be fixed."""
    form = PlacesForm(request.form)
    found = chosen(form, app_data())
    if found.wrong:
        return choose()
    wanted = pack_form(request.form, found.codes, app_data())
    if not wanted.validate():
        return _pack_page(wanted, form, found), 422
    asked = wanted.pack_request(found.sectors)
    return tally_of_printed(app_data().today, asked.copies if Part.LETTERS in asked.parts else {})


@bp.get("/postcards")
def postcard_page() -> str:
    """A short message, or none, and to whom."""
    return _postcard_page(PostcardForm())


@bp.post("/postcards.pdf")
def postcard_pdf() -> Answer:
    """The postcards, four on a sheet; with ``bleed=1``, one to a page for a print shop."""
    form = PostcardForm(request.form)
    if why := absence(app_data().parliament).whole:
        form.constituencies.errors = [why]
        return _postcard_page(form), 422
    found = chosen(form, app_data())
    if found.wrong:
        form.complain(found, message("volunteers", "no-places"), unknown_words)
        return _postcard_page(form), 422
    source = _pack_source()
    try:
        to = [source.recipient(code) for code in found.codes]
        text, imprint = form.message.typed, source.poster.imprint
        bleed = request.form.get("bleed") == "1"
        made = partial(make_postcards, to, text, imprint, bleed=bleed)
        return _pdf("postcards" + _BLEED * bleed, made, POSTERS_AND_POSTCARDS)
    except MessageTooLong as error:
        long = message("volunteers", "long-message", length=str(error.length), limit=str(LONGEST))
        form.message.errors = [long]
    except Nobody as nobody:
        form.constituencies.errors = [nobody.why]
    except Spent:
        form.constituencies.errors = [message("volunteers", "postcards-spent")]
    return _postcard_page(form), 422


@bp.get("/poster.pdf")
def poster_pdf() -> Response:
    """A poster for the window: ?design=2&size=a3, and &bleed=1 for a print shop."""
    design, size = request.args.get("design", "1"), request.args.get("size", "a4")
    if design not in map(str, DESIGNS) or size not in SIZES:
        abort(404)
    what = _pack_source().poster
    bleed = request.args.get("bleed") == "1"
    return _pdf(
        f"poster-{design}-{size}" + _BLEED * bleed,
        partial(make_poster, what, int(design), size, bleed=bleed),
        POSTERS_AND_POSTCARDS,
    )


@bp.get("/step-cards.pdf")
def step_cards_pdf() -> Response:
    """Cards for the next step, to fill in by hand."""
    make = partial(make_step_cards, app_data().settings.site)
    return _pdf("step-cards", make, POSTERS_AND_POSTCARDS)


@bp.get("/leaflet.pdf")
def leaflet_pdf() -> Response:
    """What is changing, on one side of A4."""
    here, source = app_data(), _pack_source().poster
    parts = changes_on(here.campaign, here.today)
    make = partial(make_leaflet, parts, source.site, source.imprint)
    return _pdf("what-is-changing", make, POSTERS_AND_POSTCARDS)


def _start(form: PlacesForm) -> str:
    return render_template(
        "volunteers/start.html",
        form=form,
        errors=bool(form.errors),
        designs=[(number, message("volunteers", f"design-{number}")) for number in DESIGNS],
        no_site="" if app_data().settings.site else message("volunteers", "no-site"),
    )


def _pack_page(wanted: PackForm, places: PlacesForm, found: Chosen) -> str:
    return render_template(
        "volunteers/pack.html",
        form=wanted,
        places=places,
        errors=bool(wanted.errors),
        seats=[app_data().parliament[code] for code in found.codes],
        shares={share.code: share.postcodes for share in shares(found.around)},
        total=sum(share.postcodes for share in shares(found.around)),
        outwards=found.outwards,
    )


def _why_no_pack(error: Exception) -> str:
    if isinstance(error, TooMuch):
        return too_much_words(error)
    if isinstance(error, Nobody):
        return error.why
    return message("volunteers", "pack-spent" if isinstance(error, Spent) else "too-few-wordings")


def _postcard_page(form: PostcardForm) -> str:
    return render_template(
        "volunteers/postcards.html",
        form=form,
        errors=bool(form.errors),
        suggested=SUGGESTED,
    )


def _pack_source() -> PackSource:
    here = app_data()
    return PackSource(here.campaign, here.parliament, here.settings.site)


def _pdf(name: str, make: Callable[[], bytes], budget: Budget) -> Response:
    """A PDF to save, or the pages for "too many" and "busy"."""
    count_document()
    made = bounded_work.done(bounded_work.SHEETS, make, budget)
    return attachment(made, "application/pdf", f"{name}.pdf")
