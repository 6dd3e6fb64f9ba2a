"""How many letters were made: counted for the page, and published, where that is turned on."""

import csv
from io import StringIO
from typing import Final

from flask import Blueprint, Response, abort, jsonify, render_template, request

from letterwriter.counts.counted import CountedDoor
from letterwriter.counts.publication import Publication
from letterwriter.files.messages import message, messages
from letterwriter.text.dates import written_date
from letterwriter.web.app_data import app_data
from letterwriter.web.counting import count_letter, is_counting, published_letters

bp = Blueprint("counts", __name__)

_FORMAT: Final = 1  # of counts.json
_AN_HOUR: Final = 60 * 60  # seconds
_COLUMNS: Final = ("code", "name", "letters", "letters_in_seven_days")

_Row = dict[str, str | int]


@bp.before_request
def only_if_turned_on() -> None:
    """A site that counts nothing has no such pages."""
    if not is_counting():
        abort(404)


@bp.post("/count")
def count() -> tuple[str, int]:
    """Count a letter that left by the page itself: its constituency, its door and no more."""
    doors = {each.value: each for each in CountedDoor}
    door = doors.get(request.form.get("door", ""))
    if door is None:
        abort(400)
    if not count_letter(door, limited=False):
        abort(429)
    return "", 204


@bp.get("/counts")
def page() -> tuple[str, int, dict[str, str]]:
    """The numbers of last night, for people."""
    found = published_letters()
    rows = _by_constituency(found) if found else []
    html = render_template(
        "pages/counts.html", published=found, rows=rows, words=messages("counts")
    )
    return (html, 200, {}) if found else (html, 503, {"Retry-After": "60"})


@bp.get("/counts.json")
def as_json() -> Response:
    """The same for programs; docs/counts.md says what is in it."""
    found = _found()
    _, *everywhere = _numbers(found)
    told = {
        "format": _FORMAT,
        "campaign": app_data().campaign.id,
        "until": found.until.isoformat(),
        "counted": message("counts", "counted"),
        "rounded": message("counts", "rounded", day=written_date(found.until)),
        **dict(zip(_COLUMNS[2:], everywhere, strict=True)),
        "constituencies": _by_constituency(found),
    }
    return _open_to_all(jsonify(told))


@bp.get("/counts.csv")
def as_csv() -> Response:
    """The same for a spreadsheet: all constituencies together in the first row."""
    found = _found()
    out = StringIO()
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    rows.writerow(("", *_numbers(found)))
    rows.writerows(row.values() for row in _by_constituency(found))
    return _open_to_all(Response(out.getvalue(), content_type="text/csv; charset=utf-8"))


def _found() -> Publication:
    return published_letters() or abort(503)


def _numbers(found: Publication) -> tuple[str, int, int]:
    return message("counts", "all"), found.everywhere.total, found.everywhere.week


def _by_constituency(found: Publication) -> list[_Row]:
    """By name; one that is no constituency any more goes by its code."""
    parliament = app_data().parliament
    rows: list[_Row] = [
        {
            "code": code,
            "name": parliament[code].constituency.name if code in parliament else code,
            "letters": each.total,
            "letters_in_seven_days": each.week,
        }
        for code, each in found.constituencies.items()
    ]
    return sorted(rows, key=lambda row: str(row["name"]))


def _open_to_all(response: Response) -> Response:
    """Other sites may read the numbers, and keep them for an hour: they change once a night."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.cache_control.public = True
    response.cache_control.max_age = _AN_HOUR
    return response
