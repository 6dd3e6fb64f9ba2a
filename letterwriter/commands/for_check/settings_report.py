"""What ``letterwriter check --settings`` says of the environment it is run in."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

import click

from letterwriter.files.faults import FaultyFiles
from letterwriter.files.messages import message
from letterwriter.files.settings_file import with_settings_file
from letterwriter.postcodes.outside_service import MOST_A_MINUTE
from letterwriter.processes.limit_share import share_of
from letterwriter.text.web_address import without_secret
from letterwriter.web.app_data import load_app_data
from letterwriter.web.counting import try_counts
from letterwriter.web.limits.rate_limit import RateLimit
from letterwriter.web.setting_doubts import doubts
from letterwriter.web.settings import BadSetting, Settings

_PROCESSES: Final = {"WEB_CONCURRENCY": "2"}  # as gunicorn.conf.py has it where nobody says
_STALL: Final = 20  # documents a minute, from ten tablets behind one router


def report_settings(environ: Mapping[str, str]) -> None:
    """Try the settings as the site would, and print what they come to; exit with 1 if one fails."""
    given = {name: text for name, text in environ.items() if text.strip()}
    try:
        settings = Settings.from_environment(_usual_processes(given) | given)
        load_app_data(settings)
        gate = RateLimit(settings)
        gate.open()
        away = try_counts(settings) if settings.counts else ""
    except BadSetting as bad:
        click.echo(bad)
        raise SystemExit(1) from None
    alone = gate.is_shared and gate.seconds_alone() > 0
    fails = alone or bool(away)
    for line in (
        *([] if fails else [message("settings", "usable")]),
        *_limits(settings, shared=gate.is_shared, alone=alone),
        *_counts(settings, away),
        *_proxies(settings),
        *doubts(settings),
    ):
        click.echo(line)
    if fails:
        raise SystemExit(1)


def _usual_processes(given: Mapping[str, str]) -> dict[str, str]:
    """What gunicorn.conf.py goes by where neither the environment nor the file says."""
    with suppress(FaultyFiles):  # the settings tell of it
        return {} if "WEB_CONCURRENCY" in with_settings_file(given) else _PROCESSES
    return _PROCESSES


def _limits(settings: Settings, *, shared: bool, alone: bool) -> Iterator[str]:
    slots = {
        "pdfs": str(settings.pdfs_a_minute),
        "each": str(settings.pdfs_each),
        "processes": str(settings.processes),
        "storage": without_secret(settings.limits_storage),
        "service": urlsplit(settings.postcode_service).hostname or "",
        "pace": str(share_of(MOST_A_MINUTE, settings.processes)),
    }
    yield message("settings", "limit", **slots)
    divided = "limit-each" if settings.processes > 1 else "limit-one"
    counted = "limit-alone" if alone else "limit-shared" if shared else divided
    yield message("settings", counted, **slots)
    if (settings.pdfs_a_minute if shared else settings.pdfs_each) < _STALL:
        yield message("settings", "limit-small")
    if settings.postcode_service:
        yield message("settings", "pace", **slots)


def _counts(settings: Settings, away: str) -> Iterator[str]:
    if settings.counts:
        database = without_secret(settings.counts)
        key = "counts-away" if away else "counts"
        yield message("settings", key, database=database, why=away)


def _proxies(settings: Settings) -> Iterator[str]:
    if not settings.proxies:
        yield message("settings", "proxies-none")
        return
    yield message("settings", "proxies", proxies=str(settings.proxies))
    yield from (
        message("settings", f"proxies-{what}") for what in ("for", "host", "proto", "nginx")
    )
