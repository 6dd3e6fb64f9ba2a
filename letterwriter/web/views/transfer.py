"""What a phone brings along from the tablet at a stall. See docs/adr/0014-a-code-to-take-along.md.

The phone's script has unpacked it and posts the fields of our own pages, but for
words that the campaign and the tables hold: those are filled in here.
"""

from dataclasses import dataclass, replace
from zlib import crc32

from flask import Blueprint, render_template, request

from letterwriter.letters.letter import Kind, Letter
from letterwriter.web.app_data import app_data
from letterwriter.web.forms import letter_form
from letterwriter.web.wizard import letter
from letterwriter.web.wizard.page import page
from letterwriter.web.wizard.screen import Shown
from letterwriter.web.wizard.state import WizardState
from letterwriter.web.wizard.visit import StandingLetter, Visit, this_visit

bp = Blueprint("transfer", __name__, url_prefix="/take")


@dataclass(frozen=True, slots=True)
class Arrival:
    """A letter made whole, and what there is to say of it."""

    written: StandingLetter
    filled: tuple[str, ...]  # the words that did not travel
    complete: bool  # whether all that was in it is still known here

    @property
    def mark(self) -> int:
        """What the tablet sent for its own filled words: see static/js/transfer/letters.js."""
        return crc32("\n".join(self.filled).encode()) & 0xFFFF


@bp.get("")
def opening() -> str:
    """The page that a code leads to: what was scanned is in the address's fragment."""
    return render_template("transfer/transfer.html")


@bp.post("")
def arrived() -> tuple[str, int]:
    """Go on with what came: a letter on its screen, choices on the first one."""
    if not letter_form.is_posted(request.form):
        return page(_choices())
    visit = this_visit().having(quick=False)
    if visit.to is None:
        return page(Shown("by-name", visit, more={"came": "letter"}))
    came = _made_whole(visit)
    said = "came" if request.form.get("letter-mark") == str(came.mark) else "came-changed"
    visit = letter.taken_back(visit, came.written)
    return page(Shown("letter", visit, more={"done": said if came.complete else "came-without"}))


def _made_whole(visit: Visit) -> Arrival:
    """Fill in what is not there, and leave out paragraphs whose words nobody knows."""
    form, composer = letter_form.posted_form(request.form), visit.composer
    came = letter.read(form, composer)
    silent = [not entry.form.text.raw_data for entry in form.paragraphs]
    ours = request.form.get("letter-campaign") == app_data().campaign.id
    known = [
        (paragraph, mute)
        for paragraph, mute in zip(came.letter.paragraphs, silent, strict=True)
        if not mute or (ours and paragraph.kind is not Kind.OWN)
    ]
    filled: list[str] = [paragraph.text for paragraph, mute in known if mute]
    whole: Letter = came.letter.with_paragraphs(tuple(paragraph for paragraph, _ in known))
    if not form.recipient.raw_data:
        whole = replace(whole, recipient=composer.recipient)
        filled.append("\n".join(whole.recipient))
    if not form.salutation.raw_data:
        whole = replace(whole, salutation=composer.salutation)
        filled.append(whole.salutation)
    return Arrival(replace(came, letter=whole), tuple(filled), complete=len(known) == len(silent))


def _choices() -> Shown:
    """The first screen, with those choices that are still on offer."""
    here = app_data()
    known = {("concerns", concern.id) for concern in here.campaign.concerns_on(here.today)}
    known |= {("ask", ask.id) for ask in here.campaign.asks}
    sent = list(request.form.items(multi=True))
    kept = [pair for pair in sent if pair in known]
    state = WizardState(
        concerns=tuple(value for name, value in kept if name == "concerns"),
        ask=next((value for name, value in kept if name == "ask"), ""),
    )
    came = "all" if kept == sent else "some" if kept else "none"
    return Shown("postcode", Visit(request.form, here, state), more={"came": came})
