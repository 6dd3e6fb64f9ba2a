"""Letters from a list: the file goes up, a preview and a PDF come down, and nothing stays.

The preview page carries the list on, as pages carry letters: see
docs/adr/0040-a-list-goes-up-and-its-letters-come-down.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import SystemRandom
from typing import TypeVar

from flask import Response, abort, current_app, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge
from wtforms import FileField, Form

from letterwriter.domain.rows import Row
from letterwriter.domain.stack import Sorter, Stack
from letterwriter.outputs import lists as files
from letterwriter.outputs.press import Busy, Press
from letterwriter.outputs.stack import as_stack, seconds
from letterwriter.sources.lists import MOST_BYTES, MOST_ROWS, People, headings, read_list, read_text
from letterwriter.sources.stack_words import explanation, reason
from letterwriter.sources.unreadable import Fault, Unreadable
from letterwriter.sources.words import words
from letterwriter.web.uploads import take_up_to
from letterwriter.web.world import world

_T = TypeVar("_T")

# The list once more in quoted cells, in a form: somewhat more than the file was.
MOST_REQUEST = MOST_BYTES + 1024 * 1024
SHOWN = 50  # bad rows on the page; the file of them has all
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ListForm(Form):
    """The file to bring."""

    list = FileField("Your list, as a CSV or Excel file")


@dataclass(frozen=True, slots=True)
class Checked:
    """A list that was read, what it makes, and each bad row with its reason."""

    people: People
    stack: Stack
    bad: tuple[tuple[Row, str], ...]


def take_long_lists() -> None:
    """Here alone a request may be long; what it holds stays in memory all the same."""
    if request.method == "POST":
        take_up_to(MOST_REQUEST)


def start() -> str:
    """What is needed, and the file to choose."""
    return _start(ListForm())


def preview() -> str:
    """What the list makes: letters by MP, and the rows to mend."""
    uploaded = request.files.get("list")
    content = uploaded.read() if uploaded else b""
    if not content and not (uploaded and uploaded.filename):
        raise Unreadable(Fault.NO_FILE)
    checked = _in_turn(lambda: _checked(read_list(content)))
    return render_template(
        "volunteers/stack_preview.html",
        people=checked.people,
        stack=checked.stack,
        bad=checked.bad,
        shown=SHOWN,
        seconds=seconds(checked.stack.count),
    )


def letters() -> Response:
    """The letters in order of MP, with cover sheets and a tally."""
    if not current_app.extensions["letterwriter-gate"].allows(request.remote_addr or ""):
        abort(429)
    return _file(_in_turn(_pdf), "application/pdf", "letters-by-mp.pdf")


def to_mend() -> Response:
    """The bad rows with their reasons."""
    checked = _in_turn(lambda: _checked(_carried()))
    titles = words("stack")["mend-line"], words("stack")["mend-reason"]
    content = files.to_mend(checked.people.headings, checked.bad, titles)
    return _file(content, "text/csv; charset=utf-8", "rows-to-mend.csv")


def template_csv() -> Response:
    """A list with headings only."""
    return _file(files.template_csv(_columns()), "text/csv; charset=utf-8", "my-list.csv")


def template_xlsx() -> Response:
    """The same for Excel, with a sheet of the choices."""
    say = words("stack")
    content = files.template_xlsx(
        _columns(),
        {say[f"template-{kind}"]: labels for kind, labels in _choices().items()},
        (say["template-sheet"], say["template-choices-sheet"]),
    )
    return _file(content, _XLSX, "my-list.xlsx")


def unreadable(error: Unreadable) -> tuple[str, int]:
    """The first page again, with what is wrong with the file."""
    form = ListForm()
    form.list.errors = [explanation(error)]
    return _start(form), 422


def too_large(_: RequestEntityTooLarge) -> tuple[str, int]:
    """The same for a file that was too long to be taken at all."""
    error = Unreadable(Fault.TOO_LARGE, megabytes=str(MOST_BYTES // 1024**2))
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
    here = world()
    roles = {role for ask in here.campaign.asks for role in ask.roles}
    asks = (ask for role in sorted(roles) for ask in here.campaign.asks_on(here.today, role))
    return {
        "concern": [concern.label for concern in here.campaign.concerns_on(here.today)],
        "ask": list(dict.fromkeys(ask.label for ask in asks)),
    }


def _sorter() -> Sorter:
    here = world()
    return Sorter(here.parliament, here.postcodes, here.campaign, here.today)


def _checked(people: People) -> Checked:
    stack = _sorter().sort(people.rows)
    bad = tuple((row, reason(trouble, world().parliament)) for row, trouble in stack.bad)
    return Checked(people, stack, bad)


def _carried() -> People:
    return read_text(request.form.get("people", ""))


def _pdf() -> bytes:
    sorter = _sorter()
    stack = sorter.sort(_carried().rows)
    if not stack.count:
        abort(400)
    press: Press = current_app.extensions["letterwriter-press"]
    return as_stack(
        stack,
        lambda pile: sorter.letters(pile, SystemRandom()),
        words("stack"),
        world().today,
        place=press.place,
    )


def _in_turn(make: Callable[[], _T]) -> _T:
    """What ``make`` makes once it is our turn, or the page that says how busy we are."""
    stacks: Press = current_app.extensions["letterwriter-stacks"]
    try:
        with stacks.place():
            return make()
    except Busy:
        abort(503)


def _file(content: bytes, mimetype: str, name: str) -> Response:
    response = Response(content, content_type=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
