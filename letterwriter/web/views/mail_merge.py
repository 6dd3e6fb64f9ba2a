"""Letters from a list: the file goes up, a preview and a PDF come down, and nothing stays.

The preview page carries the list on, as pages carry letters: see
docs/adr/0009-a-list-is-carried-by-the-preview-page.md.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from flask import Blueprint, Response, abort, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge
from wtforms import FileField, Form

from letterwriter.documents.budgets import LIST, STACK
from letterwriter.files.messages import messages
from letterwriter.mailmerge import list_files
from letterwriter.mailmerge.batch_pdf import seconds
from letterwriter.mailmerge.jobs import Tables, checked, faulty_rows_csv, letters_by_mp
from letterwriter.mailmerge.messages import explanation
from letterwriter.mailmerge.people import MOST_BYTES, MOST_ROWS, headings
from letterwriter.mailmerge.unreadable import Defect, Unreadable
from letterwriter.processes.budget import Budget, Spent
from letterwriter.web import bounded_work
from letterwriter.web.app_data import app_data
from letterwriter.web.downloads import attachment, count_document, tally_of_printed
from letterwriter.web.requests.uploads import MOST_REQUEST, take_up_to

bp = Blueprint("mail_merge", __name__, url_prefix="/volunteers/stack")

_T = TypeVar("_T")

SHOWN = 50  # bad rows on the page; the file of them has all
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ListForm(Form):
    """The file to bring."""

    list = FileField()


@bp.before_request
def take_long_lists() -> None:
    """Here alone a request may be long; what it holds stays in memory all the same."""
    if request.method == "POST":
        take_up_to(MOST_REQUEST)


@bp.get("")
def start() -> str:
    """What is needed, and the file to choose."""
    return _start(ListForm())


@bp.post("")
def preview() -> str:
    """What the list makes: letters by MP, and the rows to fix."""
    uploaded = request.files.get("list")
    content = uploaded.read() if uploaded else b""
    if not content and not (uploaded and uploaded.filename):
        raise Unreadable(Defect.NO_FILE)
    return _preview(content)


@bp.post("/letters.pdf")
def letters() -> Response | tuple[str, int]:
    """The letters in order of MP, with cover sheets and a tally."""
    count_document()
    try:
        pdf = _done(partial(letters_by_mp, _carried(), _tables()), STACK)
    except Spent:
        return _preview(_carried(), spent=True), 422
    if not pdf:
        abort(400)
    return attachment(pdf, "application/pdf", "letters-by-mp.pdf")


@bp.post("/to-mend.csv")
def to_mend() -> Response:
    """The bad rows with their reasons."""
    content = _read(partial(faulty_rows_csv, _carried(), _tables()))
    return attachment(content, "text/csv; charset=utf-8", "rows-to-mend.csv")


@bp.post("/tally.jsonl")
def tally() -> Response:
    """How many letters the list prints, as a tally."""
    found = _read(partial(checked, _carried(), _tables()))
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
    return [called[0] for called in headings().values()]


def _choices() -> Mapping[str, list[str]]:
    """The labels of the concerns and the asks that are in date."""
    here = app_data()
    roles = {role for ask in here.campaign.asks for role in ask.roles}
    asks = (ask for role in sorted(roles) for ask in here.campaign.asks_on(here.today, role))
    return {
        "concern": [concern.label for concern in here.campaign.concerns_on(here.today)],
        "ask": list(dict.fromkeys(ask.label for ask in asks)),
    }


def _preview(content: bytes | str, *, spent: bool = False) -> str:
    """The page that shows what a list makes; ``spent`` where its letters took too long."""
    found = _read(partial(checked, content, _tables()))
    return render_template(
        "volunteers/stack_preview.html",
        people=found.people,
        carried=found.carried,
        stack=found.stack,
        bad=found.bad,
        shown=SHOWN,
        seconds=seconds(found.stack.count),
        spent=spent,
    )


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
