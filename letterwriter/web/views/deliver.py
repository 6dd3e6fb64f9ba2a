"""The letter as a file: PDF, Word, text. Nothing is sent or kept here."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, Response, abort, make_response, request
from flask.sansio.blueprints import BlueprintSetupState

from letterwriter.campaigns.paper import Layout
from letterwriter.counts.counted import CountedDoor
from letterwriter.documents import formats
from letterwriter.documents.budgets import LETTER
from letterwriter.documents.formats import Delivery, Format
from letterwriter.followup.next_step import write_again_on
from letterwriter.followup.reminder import MEDIA_TYPE, REMINDER_FILE, as_reminder
from letterwriter.letters.letter import Letter
from letterwriter.letters.subject import subject_of
from letterwriter.packs.testsheet import envelope_sheet
from letterwriter.text.clean_text import CleanText
from letterwriter.web import bounded_work
from letterwriter.web.app_data import app_data
from letterwriter.web.counting import count_letter
from letterwriter.web.downloads import attachment, count_document
from letterwriter.web.forms.small_forms import PaperForm
from letterwriter.web.wizard.letter import letter_in
from letterwriter.web.wizard.page import page
from letterwriter.web.wizard.screen import Shown
from letterwriter.web.wizard.visit import this_visit

bp = Blueprint("deliver", __name__)

FILE_NAME = "letter-to-my-mp"  # says nothing of who wrote it


@bp.record
def add_files(site: BlueprintSetupState) -> None:
    """Give the letter an address in each of the `FORMATS`, to save, print or change it."""
    for each in formats.FORMATS:
        view = partial(_saved, each)
        site.add_url_rule(f"/letter.{each.extension}", each.name, view, methods=["POST"])


@bp.get("/test-sheet.pdf")
def test_sheet() -> Response:
    """A sheet that shows whether the address comes into an envelope's window."""
    made = _made(envelope_sheet)
    return Response(made, content_type="application/pdf")


@bp.post("/write-again.ics")
def reminder() -> Response:
    """An entry for the calendar, of the day to write again; the same for all who ask today."""
    today = app_data().today
    entry = as_reminder(write_again_on(today), today)
    return attachment(entry, MEDIA_TYPE, REMINDER_FILE)


def _saved(wanted: Format) -> Response:
    make = partial(wanted.make, *_posted())
    content = _made(make) if wanted.for_paper else make()
    count_letter(_door(wanted), limited=wanted.for_paper)
    return attachment(content, wanted.media_type, f"{FILE_NAME}.{wanted.extension}")


def _door(wanted: Format) -> CountedDoor:
    if wanted.for_email:
        return CountedDoor.EMAILED
    return CountedDoor.PRINTED if wanted.for_paper else CountedDoor.PLAIN


def _posted() -> tuple[Letter, Delivery]:
    visit = this_visit()
    if visit.seat and visit.to is None:  # since the page was drawn
        abort(make_response(page(Shown("found", visit))[0], 422))
    if visit.to is None or not visit.state.has_letter:
        abort(400)
    letter = letter_in(visit)
    head = CleanText(visit.to.member.email), subject_of(letter, visit.here.campaign, visit.to)
    return letter, Delivery(_layout(), *head)


def _made(make: Callable[[], bytes]) -> bytes:
    """A document, or the page that says why there is none."""
    count_document()
    return bounded_work.done(bounded_work.LETTERS, make, LETTER)


def _layout() -> Layout:
    return PaperForm(request.form, app_data().campaign.layout).chosen
