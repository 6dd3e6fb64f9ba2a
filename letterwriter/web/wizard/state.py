"""What one visitor has told so far: it travels in the fields of each page and is kept nowhere.

Its twin is static/js/wizard/state.js, which holds the same in the page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from random import SystemRandom
from typing import Any

from wtforms import BooleanField, Form

from letterwriter.campaigns.campaign import Campaign
from letterwriter.letters.answers import OWN_LINE, Story
from letterwriter.letters.offered import ORDERS
from letterwriter.parliament.members import Parliament
from letterwriter.text.clean_text import NO_TEXT, CleanText
from letterwriter.web.forms import letter_form
from letterwriter.web.forms.small_forms import LineField, LinesField, Posted

Fields = tuple[tuple[str, str], ...]

_TYPED = ("name", "address", "postcode", "email", "phone")


@dataclass(frozen=True, slots=True)
class WizardState:
    """All that was typed and chosen, as far as the visitor has come.

    ``letter`` is the letter as its page sends it, and empty as long as there is none.
    """

    constituency: str = ""  # its code
    again: str = ""  # for a letter that follows another: the id of its case
    first_date: CleanText = NO_TEXT  # of that other letter, as typed
    first_ask: CleanText = NO_TEXT
    quick: bool = True
    prompts: tuple[str, ...] = ()
    stories: tuple[Story, ...] = ()
    concerns: tuple[str, ...] = ()
    whys: Mapping[str, CleanText] = field(default_factory=dict)  # those typed, by concern
    ask: str = ""
    chooses_ask: bool = False  # on the short road too
    order: int = 0  # in which the suggested concerns stand
    name: CleanText = NO_TEXT
    address: CleanText = NO_TEXT
    postcode: CleanText = NO_TEXT
    email: CleanText = NO_TEXT
    phone: CleanText = NO_TEXT
    by_email: bool = False
    letter: Fields = ()

    @property
    def has_letter(self) -> bool:
        """Whether a letter came along."""
        return any(name == f"{letter_form.PREFIX}sender" for name, _ in self.letter)

    def story(self, prompt_id: str) -> Story:
        """The answer to a prompt, an empty one where nothing was typed."""
        found = (story for story in self.stories if story.prompt_id == prompt_id)
        return next(found, Story(prompt_id, NO_TEXT))

    def fields(self) -> Iterator[tuple[str, str]]:
        """The names and values that `state_of` reads."""
        yield "constituency", self.constituency
        yield "again", self.again
        yield "first_date", self.first_date
        yield "first_ask", self.first_ask
        yield "quick", "y" if self.quick else ""
        yield from (("prompts", id_) for id_ in self.prompts)
        for story in self.stories:
            yield f"story-{story.prompt_id}", story.text
            yield f"leadin-{story.prompt_id}", "y" if story.lead_in else ""
        yield from (("concerns", id_) for id_ in self.concerns)
        yield from ((f"why-{id_}", why) for id_, why in self.whys.items())
        yield "ask", self.ask
        yield "order", str(self.order)
        yield "chooses_ask", "y" if self.chooses_ask else ""
        yield from ((name, getattr(self, name)) for name in _TYPED)
        yield "reply_by_email", "y" if self.by_email else ""
        yield from self.letter


class _TypedForm(Form):
    """The boxes of all screens, but for those of prompts and concerns."""

    name = LineField()
    address = LinesField()
    postcode = LineField()
    email = LineField()
    phone = LineField()
    first_date = LineField()
    first_ask = LineField()
    reply_by_email = BooleanField()


def state_of(posted: Posted, campaign: Campaign, parliament: Parliament) -> WizardState:
    """What a page sent. Typed words are cleaned here, and nowhere else."""
    known = tuple(prompt.id for prompt in campaign.prompts)
    cases = {case.id for case in campaign.again}
    concerns = tuple(concern.id for concern in campaign.concerns)
    form: Any = _with_boxes((*known, OWN_LINE), concerns)(posted)
    chosen = posted.getlist("prompts")
    code = posted.get("constituency", "")
    return WizardState(
        constituency=code if code in parliament else "",
        again=again if (again := posted.get("again", "")) in cases else "",
        first_date=form.first_date.typed,
        first_ask=form.first_ask.typed,
        quick=posted.get("quick", "y") == "y",
        prompts=tuple(id_ for id_ in known if id_ in chosen),
        stories=tuple(_stories(form, (*known, OWN_LINE))),
        concerns=tuple(dict.fromkeys(posted.getlist("concerns"))),
        whys={id_: why for id_ in concerns if (why := form[f"why-{id_}"].typed)},
        ask=posted.get("ask", ""),
        chooses_ask=posted.get("chooses_ask") == "y",
        order=_order(posted.get("order", "")),
        name=form.name.typed,
        address=form.address.typed,
        postcode=form.postcode.typed,
        email=form.email.typed,
        phone=form.phone.typed,
        by_email=bool(form.reply_by_email.data),
        letter=tuple(letter_form.fields_of(posted)),
    )


def _order(written: str) -> int:
    """The number that a page sent, or a new one."""
    sent = written.isascii() and written.isdigit() and len(written) <= 10
    return int(written) % ORDERS if sent else SystemRandom().randrange(ORDERS)


def _stories(form: Any, prompt_ids: Iterable[str]) -> Iterator[Story]:
    for id_ in prompt_ids:
        text, lead_in = form[f"story-{id_}"].typed, bool(form[f"leadin-{id_}"].data)
        if text or lead_in:
            yield Story(id_, text, lead_in)


@cache
def _with_boxes(prompt_ids: tuple[str, ...], concern_ids: tuple[str, ...]) -> type[_TypedForm]:
    """The form with its boxes for prompts and concerns; made once, since making a class is slow."""
    fields: dict[str, Any] = {f"why-{id_}": LinesField() for id_ in concern_ids}
    for id_ in prompt_ids:
        fields[f"story-{id_}"] = LinesField()
        fields[f"leadin-{id_}"] = BooleanField()
    return type("TypedFormWithBoxes", (_TypedForm,), fields)
