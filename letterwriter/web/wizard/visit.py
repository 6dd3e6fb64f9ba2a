"""One request of a visitor: what they told so far, and what it means with today's tables."""

from dataclasses import dataclass, replace
from typing import Any

from flask import request

from letterwriter.campaigns.campaign import Ask, Concern, Prompt
from letterwriter.letters.answers import (
    MOST_CONCERNS,
    OWN_LINE,
    Answers,
    FirstLetter,
    sender_of,
)
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Letter
from letterwriter.letters.offered import asks_for, suggested_first
from letterwriter.parliament.addressee import Addressee, addressee
from letterwriter.parliament.members import Seat
from letterwriter.postcodes.lookup import Lookup
from letterwriter.text.clean_text import squeezed
from letterwriter.text.dates import said_day
from letterwriter.web.app_data import AppData, app_data
from letterwriter.web.forms.small_forms import Posted
from letterwriter.web.wizard.state import WizardState, state_of


@dataclass(frozen=True, slots=True)
class StandingLetter:
    """The letter as it stands, and the sender block that the answers made."""

    letter: Letter
    made: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """What screens are drawn from. ``written`` is there where the letter is shown or sent."""

    posted: Posted
    here: AppData
    state: WizardState
    written: StandingLetter | None = None
    lookup: Lookup | None = None  # of the postcode, where one was just looked up

    def having(self, **changes: Any) -> "Visit":
        """The same visit with other values in its state."""
        return replace(self, state=replace(self.state, **changes))

    @property
    def seat(self) -> Seat | None:
        """The constituency, once it is known."""
        code = self.state.constituency
        return self.here.parliament[code] if code else None

    @property
    def to(self) -> Addressee | None:
        """To whom the letter goes; None where that is not known, or where there is nobody."""
        return addressee(self.seat, self.here.parliament) if self.seat else None

    @property
    def may_meet(self) -> bool:
        """Whether there is an MP of the writer's own: a vacant seat has none to meet."""
        return self.seat is not None and self.seat.member is not None

    @property
    def composer(self) -> Composer:
        """What makes the letter. Raises LookupError where there is nobody to write to."""
        if self.to is None:
            raise LookupError(self.state.constituency)
        return Composer(self.here.campaign, self.to, self.here.today, self.first)

    @property
    def first(self) -> FirstLetter | None:
        """The letter that this one follows, if it follows one."""
        state = self.state
        if not state.again:
            return None
        return FirstLetter(state.again, said_day(state.first_date), state.first_ask)

    @property
    def concerns(self) -> tuple[Concern, ...]:
        """Those on offer today, the suggested ones first, in an order of this visitor's."""
        return suggested_first(self.here.campaign.concerns_on(self.here.today), self.state.order)

    @property
    def chosen(self) -> tuple[Concern, ...]:
        """The concerns that were chosen and are on offer, as many as a letter takes."""
        offered = {concern.id: concern for concern in self.concerns}
        found = (offered[id_] for id_ in self.state.concerns if id_ in offered)
        return tuple(found)[:MOST_CONCERNS]

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Those on offer today for this addressee."""
        if self.to is None:
            return ()
        return asks_for(self.here.campaign, self.to, self.here.today, self.state.concerns)

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """The prompts that get a screen, in the campaign's order."""
        campaign = self.here.campaign
        asked = (campaign.quick_prompt_at_home,) if self.state.quick else self.state.prompts
        return tuple(prompt for prompt in campaign.prompts_at_home if prompt.id in asked)

    @property
    def ask(self) -> str:
        """The ask that was chosen; for two minutes the first that fits, where none was."""
        offered = [ask.id for ask in self.asks]
        if self.state.ask in offered:
            return self.state.ask
        return offered[0] if self.state.quick and offered else ""

    @property
    def _quick_prompts(self) -> tuple[str, str]:
        campaign = self.here.campaign
        return campaign.quick_prompt, campaign.quick_prompt_at_home

    def answers(self) -> Answers:
        """What the letter is made of: static/js/wizard/state.js has the same."""
        state = self.state
        asked = {*state.prompts, *(self._quick_prompts if state.quick else ())}
        if state.again:
            asked = {OWN_LINE}
        concern_ids = () if state.again else tuple(concern.id for concern in self.chosen)
        whys = {id_: squeezed(state.whys[id_]) for id_ in concern_ids if id_ in state.whys}
        return Answers(
            sender=sender_of(
                state.name,
                state.address,
                state.postcode,
                state.email,
                state.phone,
                reply_by_email=state.by_email,
            ),
            stories=tuple(s for s in state.stories if s.text and s.prompt_id in asked),
            concern_ids=concern_ids,
            whys=whys,
            ask_id="" if state.again else self.ask,
        )


def this_visit() -> Visit:
    """The visit of the present request."""
    here = app_data()
    return Visit(request.form, here, state_of(request.form, here.campaign, here.parliament))
