"""What is past its review date, reported to whoever runs the site."""

from flask import Flask

from letterwriter.campaigns.review_dates import past, soonest_review
from letterwriter.files.messages import message
from letterwriter.postcodes.date_messages import wrong_dates
from letterwriter.web.app_data import AppData

_MOST_NAMED = 10  # a line is no list: "letterwriter check" has them all


def init_app(app: Flask) -> None:
    """Write a line to the log, if anything is past or dated after today as the site starts."""
    _tell_wrong_dates(app)
    here: AppData = app.extensions["letterwriter"]
    served = {campaign.id: campaign for campaign in (here.campaign, *here.by_host.values())}
    gone = [name for campaign in served.values() for name in past(campaign, here.today)]
    if gone:
        named = ", ".join(gone[:_MOST_NAMED])
        if gone[_MOST_NAMED:]:
            named = message("review", "and-more", named=named)
        key = "past" if gone[1:] else "past-one"
        app.logger.warning("%s", message("review", key, count=str(len(gone)), named=named))


def _tell_wrong_dates(app: Flask) -> None:
    """Write a line to the log for each table that is dated after today, as the site starts."""
    here: AppData = app.extensions["letterwriter"]
    for sentence in wrong_dates(here.parliament, here.edition, here.today):
        app.logger.warning("%s", sentence)


def ages(here: AppData) -> dict[str, int]:
    """For a monitor: days until the first fact or wording is to be reviewed, below 0 once it is."""
    return {"days_to_review": (soonest_review(here.campaign) - here.today).days}
