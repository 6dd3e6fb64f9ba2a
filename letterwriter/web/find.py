"""From a postcode, or a constituency's name, to the member."""

from difflib import get_close_matches

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letterwriter.domain.lookup import Lookup, Status, look_up, nearby
from letterwriter.domain.parliament import Parliament, Seat
from letterwriter.domain.second_opinion import Silence
from letterwriter.sources.words import message
from letterwriter.web import opinion
from letterwriter.web.carrying import carried
from letterwriter.web.forms import ConstituencyForm, PostcodeForm
from letterwriter.web.world import world

bp = Blueprint("find", __name__)


@bp.get("/")
def start() -> str:
    """The first page."""
    return render_template("find/start.html", form=PostcodeForm(), carried=[])


@bp.post("/again")
def again() -> str:
    """The first page once more, with what was typed on later pages carried along."""
    return _page("find/start.html", form=PostcodeForm())


@bp.route("/constituency", methods=["GET", "POST"])
def by_name() -> str:
    """For someone without a fixed address, or who knows their constituency.

    By POST it carries along what was typed before, the postcode too.
    """
    return name_page(ConstituencyForm())


@bp.get("/find")
@bp.get("/find/ask")
@bp.get("/again")
@bp.get("/write")
@bp.get("/quick")
@bp.get("/letter")
@bp.get("/send")
def back_to_start() -> Response:
    """A page that was opened without its form: there is nothing to show, so begin."""
    return redirect(url_for("find.start"), 303)


@bp.post("/find")
def find() -> tuple[str, int] | str:
    """The answer to a postcode or to a chosen constituency."""
    if request.form.get("constituency", "").strip():
        return _chosen()
    if "constituency" in request.form:
        return name_page(ConstituencyForm(), missing=True), 422
    return _found(_looked_up())


@bp.post("/find/ask")
def ask() -> tuple[str, int] | str:
    """The answer with another's service asked: the person pressed the button that says so."""
    lookup = _looked_up()
    told = opinion.ask(lookup)
    if isinstance(told, Lookup):
        return _found(told)
    return _found(lookup, told)


def _looked_up() -> Lookup:
    return look_up(request.form.get("postcode", ""), world().postcodes, world().parliament)


def _found(lookup: Lookup, silence: Silence | None = None) -> tuple[str, int] | str:
    parliament = world().parliament
    words = message(lookup, parliament)
    if lookup.status is Status.INVALID:
        form = PostcodeForm(request.form)
        form.postcode.errors = [words]
        return _page("find/start.html", form=form, errors=True), 422
    further = opinion.further(lookup, silence)
    if lookup.constituency:
        return _seat_page(parliament[lookup.constituency], lookup, words, further)
    candidates = [parliament[code] for code in lookup.candidates]
    return _page(
        "find/choose.html", lookup=lookup, message=words, candidates=candidates, further=further
    )


def _chosen() -> tuple[str, int] | str:
    """A constituency was chosen from a list (its code) or typed (its name)."""
    parliament = world().parliament
    typed = request.form["constituency"].strip()
    seat = parliament[typed] if typed in parliament else parliament.named(typed)
    if seat is not None:
        return _seat_page(seat, None, "", opinion.NOTHING)
    return name_page(ConstituencyForm(request.form), suggestions=_alike(typed, parliament)), 422


def _seat_page(seat: Seat, lookup: Lookup | None, words: str, further: opinion.Further) -> str:
    near = nearby(seat.constituency.code, world().postcodes, world().parliament)
    return _page(
        "find/found.html",
        seat=seat,
        lookup=lookup,
        postcode=str(lookup.postcode) if lookup else request.form.get("postcode", ""),
        message=words,
        further=further,
        nearby=[world().parliament[code] for code in near],
        everywhere=_names(world().parliament),
    )


def name_page(
    form: ConstituencyForm,
    *,
    suggestions: list[Seat] | None = None,
    missing: bool = False,
    came: bool = False,
) -> str:
    """The page to choose a constituency by name; ``came``: for a letter whose own is unknown."""
    return render_template(
        "find/constituency.html",
        carried=carried(request.form, without=["constituency"]),
        form=form,
        suggestions=suggestions or [],
        missing=missing,
        came=came,
        errors=missing or suggestions is not None,
        everywhere=_names(world().parliament),
    )


def _page(template: str, **context: object) -> str:
    along = carried(request.form, without=("postcode", "constituency"))
    return render_template(template, carried=along, **context)


def _names(parliament: Parliament) -> list[str]:
    return sorted(seat.constituency.name for seat in parliament)


def _alike(typed: str, parliament: Parliament) -> list[Seat]:
    """Seats whose names hold what was typed, or look like it."""
    names = _names(parliament)
    holding = [name for name in names if typed.casefold() in name.casefold()]
    close = get_close_matches(typed, names, n=6, cutoff=0.6)
    found = [parliament.named(name) for name in dict.fromkeys((*holding, *close))]
    return [seat for seat in found if seat is not None][:10]
