"""Letters from a list: the file goes up, a preview and a PDF come down, and nothing stays.

The preview page carries the list on, as pages carry letters: see
docs/adr/0009-a-list-is-carried-by-the-preview-page.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TypeVar

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge
from wtforms import FileField, Form

from letterwriter.documents.budgets import LIST, STACK
from letterwriter.files.messages import messages
from letterwriter.mailmerge import list_files
from letterwriter.mailmerge.batch_pdf import seconds
from letterwriter.mailmerge.columns.choices import offered_meanings, parse_choices
from letterwriter.mailmerge.jobs import Tables, Told, checked, letters_by_mp, rows_to_fix_csv
from letterwriter.mailmerge.lists import MOST_BYTES
from letterwriter.mailmerge.messages import explanation, row_place
from letterwriter.mailmerge.people import MOST_ROWS, our_headings
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.parliament.house_messages import absence
from letterwriter.processes.budget import Budget, Spent
from letterwriter.web import bounded_work
from letterwriter.web.app_data import app_data
from letterwriter.web.downloads import attachment, count_document, tally_of_printed
from letterwriter.web.forms.small_forms import PaperForm
from letterwriter.web.requests.uploads import MOST_REQUEST, take_up_to

bp = Blueprint("mail_merge", __name__, url_prefix="/volunteers/stack")

_T = TypeVar("_T")

SHOWN = 50  # rows of each kind on the page; the file of those left out has all
MOST_COLUMNS = 100  # menus on the page
_NUMBERS = frozenset(map(str, range(1, MOST_ROWS + 1)))
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Said(StrEnum):
    """Why a preview is shown again; the words are in ``templates/words/stack.toml``."""

    SPENT = "page-spent"
    COLUMNS_CHANGED = "page-columns-changed"
    NONE_TICKED = "page-none-ticked"


class ListForm(Form):
    """The file to bring."""

    list = FileField()


@bp.before_request
def take_long_lists() -> None:
    """Here alone a request may be long; what it holds stays in memory all the same."""
    if request.method == "POST":
        take_up_to(MOST_REQUEST)


@bp.before_request
def stop_without_members() -> tuple[str, int] | None:
    """No letters while nobody is an MP: the first page again, which says why."""
    told = absence(app_data().parliament)
    if request.method != "POST" or not told:
        return None
    form = ListForm()
    form.list.errors = [told.whole]
    return _start(form), 422


@bp.get("")
def start() -> str:
    """What is needed, and the file to choose."""
    return _start(ListForm())


@bp.post("")
def preview() -> str:
    """What the list makes: letters by MP, and the rows that are left out."""
    if carried := _carried():
        return _preview(carried)
    uploaded = request.files.get("list")
    content = uploaded.read() if uploaded else b""
    if not content and not (uploaded and uploaded.filename):
        raise Unreadable(Defect.NO_FILE)
    return _preview(content)


@bp.post("/letters.pdf")
def letters() -> Response | tuple[str, int]:
    """The letters in order of MP, with cover sheets and a tally."""
    if _changed():
        return _preview(_carried(), Said.COLUMNS_CHANGED), 422
    count_document()
    try:
        pdf = _done(partial(letters_by_mp, _carried(), _tables(), _told()), STACK)
    except Spent:
        return _preview(_carried(), Said.SPENT), 422
    if not pdf:
        return _preview(_carried(), Said.NONE_TICKED), 422
    return attachment(pdf, "application/pdf", "letters-by-mp.pdf")


@bp.post("/to-mend.csv")
def to_mend() -> Response | tuple[str, int]:
    """The rows that are left out, with their reasons."""
    if _changed():
        return _preview(_carried(), Said.COLUMNS_CHANGED), 422
    content = _read(partial(rows_to_fix_csv, _carried(), _tables(), _told()))
    return attachment(content, "text/csv; charset=utf-8", "rows-to-mend.csv")


@bp.post("/tally.jsonl")
def tally() -> Response:
    """How many letters the list prints, as a tally."""
    found = _read(partial(checked, _carried(), _tables(), _told()))
    copies = {each.to.constituency.code: len(each.requests) for each in found.stack.by_member}
    return tally_of_printed(app_data().today, copies)


@bp.get("/template.csv")
def template_csv() -> Response:
    """A list with headings only."""
    return attachment(
        list_files.empty_list_csv(_columns()), "text/csv; charset=utf-8", "my-list.csv"
    )


@bp.get("/template.xlsx")
def template_xlsx() -> Response:
    """The same for Excel, with a sheet of the choices."""
    say = messages("stack")
    content = list_files.empty_list_xlsx(
        _columns(),
        {say[f"template-{kind}"]: labels for kind, labels in _choices().items()},
        (say["template-sheet"], say["template-choices-sheet"]),
    )
    return attachment(content, _XLSX, "my-list.xlsx")


@bp.errorhandler(Unreadable)
def unreadable(error: Unreadable) -> tuple[str, int]:
    """The first page again, with what is wrong with the file."""
    form = ListForm()
    form.list.errors = [explanation(error)]
    return _start(form), 422


@bp.errorhandler(RequestEntityTooLarge)
def too_large(_: RequestEntityTooLarge) -> tuple[str, int]:
    """The same for a file that was too long to be taken at all."""
    error = Unreadable(Defect.TOO_LARGE, megabytes=str(MOST_BYTES // 1024**2))
    return unreadable(error)[0], 413


def _start(form: ListForm) -> str:
    return render_template(
        "volunteers/stack.html",
        form=form,
        errors=bool(form.errors),
        choices=_choices(),
        rows=MOST_ROWS,
        megabytes=MOST_BYTES // 1024**2,
        bytes=MOST_BYTES,
    )


def _columns() -> list[str]:
    return our_headings()


def _choices() -> Mapping[str, list[str]]:
    """The labels of the concerns and the asks that are in date."""
    here = app_data()
    roles = {role for ask in here.campaign.asks for role in ask.roles}
    asks = (ask for role in sorted(roles) for ask in here.campaign.asks_on(here.today, role))
    return {
        "concern": [concern.label for concern in here.campaign.concerns_on(here.today)],
        "ask": list(dict.fromkeys(ask.label for ask in asks)),
    }


def _preview(content: bytes | str, said: Said | None = None) -> str:
    """The page that shows what a list makes; ``said`` is why it is shown again."""
    told = _told()
    unticked = replace(told, right=frozenset(), all_right=False)  # ticked rows stay to be seen
    found = _read(partial(checked, content, _tables(), unticked))
    return render_template(
        "volunteers/stack_preview.html",
        people=found.people,
        carried=found.carried,
        also=[("told", f"{label}={meaning}") for label, meaning in told.columns.items()],
        stack=found.stack,
        heads=found.heads,
        bad=found.bad,
        doubtful=found.doubtful,
        noted=found.noted,
        told=told,
        meanings=offered_meanings(),
        most_columns=MOST_COLUMNS,
        shown=SHOWN,
        row_place=row_place,
        seconds=seconds(found.stack.count),
        said=messages("stack")[said] if said else "",
    )


def _told() -> Told:
    """What the page's menus and boxes say."""
    form = request.form
    right = form.getlist("right")
    return Told(
        columns=parse_choices([*form.getlist("told"), *_changed()]),
        right=frozenset(int(number) for number in right if number in _NUMBERS),
        all_right="all" in right,
        layout=PaperForm(form, app_data().campaign.layout).chosen,
    )


def _changed() -> list[str]:
    """The menus that say another thing than when their page came: then people look once more."""
    menus = zip(request.form.getlist("column"), request.form.getlist("shown"), strict=False)
    return [menu for menu, shown in menus if menu != shown]


def _tables() -> Tables:
    here = app_data()
    return Tables(here.parliament, here.postcodes, here.campaign, here.today)


def _carried() -> str:
    return request.form.get("people", "")


def _read(work: Callable[[], _T]) -> _T:
    """What is made of a list by reading it. Raises `Unreadable`, also for what takes too long."""
    try:
        return _done(work, LIST)
    except Spent:
        raise Unreadable(Defect.TOO_MUCH) from None


def _done(work: Callable[[], _T], budget: Budget) -> _T:
    return bounded_work.done(bounded_work.LISTS, work, budget)
