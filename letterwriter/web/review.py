"""What is past its review date, told to whoever runs the site."""

from flask import Flask

from letterwriter.domain.ageing import past, soonest_review
from letterwriter.web.world import World

_MOST_NAMED = 10  # a line is no list: "letterwriter check" has them all


def init_app(app: Flask) -> None:
    """Write a line to the log, if anything is past as the site starts."""
    here: World = app.extensions["letterwriter"]
    served = {campaign.id: campaign for campaign in (here.campaign, *here.by_host.values())}
    gone = [name for campaign in served.values() for name in past(campaign, here.today)]
    if gone:
        what = "facts and wordings are past their" if gone[1:] else "fact or wording is past its"
        named = ", ".join(gone[:_MOST_NAMED]) + (" and more" if gone[_MOST_NAMED:] else "")
        then = "New letters leave out what rests on them. To see what to look up and where"
        app.logger.warning(
            "%d %s review date: %s. %s, run letterwriter check", len(gone), what, named, then
        )


def ages(here: World) -> dict[str, int]:
    """For a monitor: days until the first fact or wording is to be reviewed, below 0 once it is."""
    return {"days_to_review": (soonest_review(here.campaign) - here.today).days}
