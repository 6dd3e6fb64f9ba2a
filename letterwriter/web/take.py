"""What a phone brings along from the tablet at a stall. See docs/adr/0058-a-code-to-take-along.md.

The phone's script has unpacked it and posts the fields of our own pages, but for
words that the campaign and the tables hold: those are filled in here.
"""

from dataclasses import dataclass, replace
from zlib import crc32

from flask import render_template, request

from letterwriter.domain.letter import Kind, Letter
from letterwriter.web import find, letter, sheet
from letterwriter.web.forms import ConstituencyForm, LetterForm, PostcodeForm
from letterwriter.web.world import world
from letterwriter.web.write import Desk, desk_for


@dataclass(frozen=True, slots=True)
class Arrival:
    """A letter made whole, and what there is to say of it."""

    letter: Letter
    filled: tuple[str, ...]  # the words that did not travel
    complete: bool  # whether all that was in it is still known here

    @property
    def mark(self) -> int:
        """What the tablet gave along for its own filled words: see static/js/take/letters.js."""
        return crc32("\n".join(self.filled).encode()) & 0xFFFF


def opening() -> str:
    """The page that a code leads to: what was scanned is in the address's fragment."""
    return render_template("take/take.html")


def arrived() -> str:
    """Go on with what came: a letter on its page, choices on the first one."""
    if not sheet.is_posted(request.form):
        return _choices()
    desk = desk_for(request.form)
    if desk is None:
        return find.name_page(ConstituencyForm(), came=True)
    form = sheet.posted_form(request.form)
    came = _made_whole(form, desk)
    said = "came" if request.form.get("letter-mark") == str(came.mark) else "came-changed"
    made = tuple((form.made.data or "").split("\n"))
    return letter.page(desk, came.letter, made, done=said if came.complete else "came-without")


def _made_whole(form: LetterForm, desk: Desk) -> Arrival:
    """Fill in what is not there, and leave out paragraphs whose words nobody knows."""
    came = sheet.letter_of(form, desk.composer)
    silent = [not entry.form.text.raw_data for entry in form.paragraphs]
    ours = request.form.get("letter-campaign") == world().campaign.id
    known = [
        (paragraph, mute)
        for paragraph, mute in zip(came.paragraphs, silent, strict=True)
        if not mute or (ours and paragraph.kind is not Kind.OWN)
    ]
    filled = [paragraph.text for paragraph, mute in known if mute]
    came = came.with_paragraphs(tuple(paragraph for paragraph, _ in known))
    if not form.recipient.raw_data:
        came = replace(came, recipient=desk.addressee.block)
        filled.append("\n".join(came.recipient))
    if not form.salutation.raw_data:
        came = replace(came, salutation=desk.addressee.member.salutation)
        filled.append(came.salutation)
    return Arrival(came, tuple(filled), complete=len(known) == len(silent))


def _choices() -> str:
    """The first page, with those choices that are still on offer."""
    here = world()
    known = {("concerns", concern.id) for concern in here.campaign.concerns_on(here.today)}
    known |= {("ask", ask.id) for ask in here.campaign.asks}
    chosen = list(request.form.items(multi=True))
    kept = [pair for pair in chosen if pair in known]
    came = "all" if kept == chosen else "some" if kept else "none"
    return render_template("find/start.html", form=PostcodeForm(), carried=kept, came=came)
