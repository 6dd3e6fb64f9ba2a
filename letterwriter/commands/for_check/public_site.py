"""What a site that everybody may visit still lacks, for ``letterwriter check`` to say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import click

from letterwriter.files.messages import message
from letterwriter.parliament.current_members import oldest_day
from letterwriter.text.dates import age_in_days
from letterwriter.web.app_data import AppData, load_app_data
from letterwriter.web.settings import BadSetting, RefreshedBy, Settings

_OLD_MEMBERS: Final = 30  # days, as `refresh members --check` has it
_OLD_POSTCODES: Final = 365  # days: in a year some 20,000 homes have a new postcode


@dataclass(frozen=True, slots=True)
class Lack:
    """What is lacking, in a word or two, and what to do about it."""

    name: str
    what: str


def report_public(environ: Mapping[str, str], today: date, *, public: bool) -> list[str]:
    """What is to be fixed before a site is ``public``; said in one line on stderr else.

    Settings and files of a group that cannot be used are to be fixed in any case.
    """
    try:
        here = load_app_data(Settings.from_environment(environ))
    except BadSetting as bad:
        return str(bad).splitlines()
    lacks = [*_of_group(here), *_of_settings(here.settings), *_of_data(here, today)]
    if public:
        return [message("public", "lack", name=lack.name, what=lack.what) for lack in lacks]
    if lacks:
        named = ", ".join(lack.name for lack in lacks)
        click.echo(message("public", "summary", named=named), err=True)
    return []


def _of_group(here: AppData) -> Iterator[Lack]:
    """Who runs it, who answers for it by law, and who can be asked."""
    promoter = here.campaign.promoter
    if not promoter.group:
        yield Lack(message("public", "group"), message("public", "group-mend"))
    if not promoter.imprint:
        yield Lack(message("public", "imprint"), message("public", "imprint-mend"))
    if not promoter.contact:
        yield Lack(message("public", "contact"), message("public", "contact-mend"))


def _of_settings(settings: Settings) -> Iterator[Lack]:
    if not settings.site:
        yield Lack(message("public", "site"), message("public", "site-mend"))
    elif not settings.site.startswith("https://"):
        yield Lack(message("public", "https"), message("public", "https-mend", site=settings.site))
    if not settings.production:
        yield Lack(message("public", "production"), message("public", "production-mend"))
    if not settings.has_key:
        yield Lack(message("public", "secret"), message("public", "secret-mend"))
    if not settings.proxies:
        yield Lack(message("public", "proxies"), message("public", "proxies-mend"))
    if settings.today:
        day = settings.today.isoformat()
        yield Lack(message("public", "today"), message("public", "today-mend", today=day))


def _of_data(here: AppData, today: date) -> Iterator[Lack]:
    """Tables that are old; one that is dated after today is told of by the usual check."""
    members = age_in_days(oldest_day(here.parliament), today) or 0
    if members > _OLD_MEMBERS:
        mend = _refresh(here.settings.refresh_members, str(members))
        yield Lack(message("public", "members"), mend)
    postcodes = here.edition.age_in_days(today) or 0
    if postcodes > _OLD_POSTCODES:
        mend = message("public", "postcodes-mend", days=str(postcodes))
        yield Lack(message("public", "postcodes"), mend)


def _refresh(by: RefreshedBy, days: str) -> str:
    match by:
        case RefreshedBy.SYSTEMD:
            return message("public", "members-systemd", days=days)
        case RefreshedBy.CRON:
            return message("public", "members-cron", days=days)
        case RefreshedBy.HAND:
            return message("public", "members-hand", days=days)
