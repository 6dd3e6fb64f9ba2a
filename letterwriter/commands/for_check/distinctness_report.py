"""What ``letterwriter check --distinctness`` prints: how alike people's letters would be."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from letterwriter.campaigns.campaign import Campaign
from letterwriter.letters.simulation import Spread
from letterwriter.letters.survey import CASES, Survey
from letterwriter.text.clean_text import CleanText


def report_likeness(
    campaign: Campaign, today: date, stories: Sequence[CleanText], writers: int, seed: int
) -> Iterator[str]:
    """Simulate writers, print how alike their letters are, and yield what is past a limit."""
    for case in CASES:
        survey = Survey(campaign, today, case, stories, seed)
        with click.progressbar(
            survey.steps(writers), survey.length, f"{campaign.id}, {case.name}"
        ) as steps:
            for _ in steps:
                pass
        worst = survey.worst_choice()
        click.echo(f"{campaign.id}, {case.name} (0 is nothing in common, 1 the same letter):")
        click.echo(f"  all choices  {_percentiles(survey.all)}")
        click.echo(f"  the worst    {_percentiles(survey.worst[worst])}  {' + '.join(worst)}")
        for chosen, percentile, score, most in survey.missed():
            yield (
                f"{campaign.id}/concerns: {' + '.join(chosen)}: with {case.name} the letters are "
                f"too alike ({percentile} {score:.2f}, at most {most:.2f}): write more wordings, "
                "less like each other, or shorter ones"
            )


def _percentiles(spread: Spread) -> str:
    return f"median {spread.median:.2f}, 95th {spread.p95:.2f}, 99th percentile {spread.p99:.2f}"
