"""What would leave a letter without a subject, a concern or an ask once nobody keeps the facts."""

from collections.abc import Iterator

from letterwriter.campaigns.campaign import Campaign
from letterwriter.files.faults import Fault
from letterwriter.parliament.members import Role
from letterwriter.text.passage import slots_of


def check_lasting(campaign: Campaign) -> Iterator[Fault]:
    """Concerns that lapse with their facts, and roles whose every ask does."""
    for concern in campaign.concerns:
        file = f"concerns/{concern.id}.toml"
        if concern.fact_ids and concern.evergreen is None:
            what = "is missing: words without figures, for the day when a fact is out of date"
            yield Fault(file, "evergreen", what)
        if concern.evergreen and any("." in slot for slot in slots_of(concern.label)):
            what = "prints a figure, and outlives it: write a label that stays true without it"
            yield Fault(file, "label", what)
    for role in Role:
        fit = [ask for ask in campaign.asks if role in ask.roles]
        if not fit:
            yield Fault("asks.toml", "roles", f'no ask fits "{role.value}"; add one')
        elif not any(ask.whole and not ask.fact_ids for ask in fit):
            what = f'every ask that fits "{role.value}" rests on facts; add one that does not'
            yield Fault("asks.toml", "roles", what)
