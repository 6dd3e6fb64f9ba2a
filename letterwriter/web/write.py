"""The writing page: prompts, concerns, the ask, and about the writer."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from letterwriter.domain.addressee import Addressee, addressee
from letterwriter.domain.composition import Composer
from letterwriter.domain.editing import stories_from
from letterwriter.domain.parliament import Role
from letterwriter.web import carrying, sheet
from letterwriter.web.answers_form import AnswersForm, answers_form
from letterwriter.web.forms import Posted
from letterwriter.web.world import world

bp = Blueprint("write", __name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """What writing needs: to whom, with which words, and the form of answers."""

    addressee: Addressee
    composer: Composer
    form: AnswersForm

    @property
    def code(self) -> str:
        """The constituency's code."""
        return self.addressee.constituency.code


def desk_for(posted: Posted, code: str = "") -> Desk | None:
    """The desk for the constituency that was posted; None where there is nobody to write to."""
    here = world()
    code = code or posted.get("constituency", "")
    to = addressee(here.parliament[code], here.parliament) if code in here.parliament else None
    if to is None:
        return None
    campaign = here.campaign
    form = answers_form(
        posted,
        campaign.prompts,
        campaign.concerns_on(here.today),
        campaign.asks_on(here.today, to.role),
    )
    return Desk(to, Composer(campaign, to), form)


@bp.post("/write")
def write() -> str | Response:
    """The page with what was typed before, if anything was."""
    return _opened(quickly=False)


@bp.post("/quick")
def quick() -> str | Response:
    """The two-minute letter: one question, one concern, name and address."""
    return _opened(quickly=True)


def _opened(*, quickly: bool) -> str | Response:
    desk = desk_for(request.form)
    if desk is None:
        return redirect(url_for("find.start"), 303)
    if sheet.is_posted(request.form):
        _take_back_stories(desk)
    return page(desk, quickly=quickly)


def page(desk: Desk, *, quickly: bool = False, errors: bool = False) -> str:
    """The writing page with this form, or the short one of the two-minute letter."""
    here = world()
    return render_template(
        "write/quick.html" if quickly else "write/write.html",
        quick_prompt=here.campaign.prompt(here.campaign.quick_prompt),
        others=_not_asked_quickly(),
        desk=desk,
        form=desk.form,
        errors=errors,
        seat=here.parliament[desk.code],
        vacant=desk.addressee.role is Role.VACANT,
        perhaps_minister=here.parliament.perhaps_minister(desk.addressee.member),
        concerns={concern.id: concern for concern in here.campaign.concerns},
        few=here.campaign.few_on(here.today),
        letter=carrying.letter_of(request.form),
    )


def _not_asked_quickly() -> carrying.Fields:
    """What was typed on the long page that the short one does not ask: it goes along unseen."""
    asked = {"constituency", "quick", "ask", "concerns", "name", "address", "postcode"}
    asked.add(f"story-{world().campaign.quick_prompt}")
    return [pair for pair in carrying.answers_of(request.form) if pair[0] not in asked]


def _take_back_stories(desk: Desk) -> None:
    """Put the words that were changed on the letter into the answers they came from."""
    form = sheet.posted_form(request.form)
    letter = sheet.letter_of(form, desk.composer)
    for story in stories_from(letter, desk.form.stories):
        desk.form[f"story-{story.prompt_id}"].data = story.text
        desk.form[f"leadin-{story.prompt_id}"].data = story.lead_in
