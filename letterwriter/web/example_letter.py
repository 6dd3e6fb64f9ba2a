"""A whole letter to look at before one begins: the engine's own, with everybody in it invented."""

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Final

from letterwriter.campaigns.campaign import Campaign
from letterwriter.files.messages import messages
from letterwriter.letters.answers import SUGGESTED_CONCERNS, Answers, Sender, Story
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Letter
from letterwriter.letters.offered import asks_for
from letterwriter.parliament.addressee import Addressee
from letterwriter.parliament.members import Constituency, Country, Member, Role
from letterwriter.text.clean_text import CleanText

_ANY: Final = 1  # the same wordings each time


def example_letter(campaign: Campaign, today: date) -> Letter:
    """The letter: a prompt's own example for a story, and what rests on no fact.

    A device may keep it for weeks, so there is no figure in it that could lapse.
    """
    words = messages("example")
    to = _addressee(words)
    concern_ids = tuple(each.id for each in campaign.concerns if not each.fact_ids)
    lasting = (ask for ask in asks_for(campaign, to, today, concern_ids) if not ask.fact_ids)
    prompt = campaign.prompt(campaign.quick_prompt_at_home)
    address = (CleanText(words["street"]), CleanText(words["town"]))
    answers = Answers(
        sender=Sender(name=CleanText(words["writer"]), address=address),
        stories=(Story(prompt.id, CleanText(prompt.example)),),
        concern_ids=concern_ids[:SUGGESTED_CONCERNS],
        ask_id=next((ask.id for ask in lasting), ""),
    )
    return Composer(campaign, to, today).assemble(answers, Random(_ANY))  # noqa: S311  # no secret


def _addressee(words: Mapping[str, str]) -> Addressee:
    member = Member("", words["member"], words["member-in-full"], "", "")
    place = Constituency("", words["constituency"], "", Country.ENGLAND, ())
    return Addressee(member, Role.BACKBENCHER, place)
