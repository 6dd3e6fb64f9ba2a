"""What an operator can set, in ``LETTERWRITER_`` environment variables or in ``settings.toml``."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final, Self

from letterwriter.campaigns.loading import DEFAULT_CAMPAIGN
from letterwriter.campaigns.overlay import campaign_folders
from letterwriter.counts.address import counts_address
from letterwriter.files.faults import FaultyFiles
from letterwriter.files.instance import instance_folder
from letterwriter.files.settings_file import SettingsFile, read_settings_file
from letterwriter.parliament.dissolution import Dissolution
from letterwriter.postcodes.outside_service import service_address
from letterwriter.processes.limit_share import share_of
from letterwriter.text.web_address import members_address
from letterwriter.web.environment import BadSetting, Given
from letterwriter.web.limits.limit_storage import MEMORY, storage_address

__all__ = ["BadSetting", "Settings"]

MOST_PROXIES: Final = 9
MOST_PDFS: Final = 100_000  # a minute: more is no limit


class RefreshedBy(StrEnum):
    """What brings the table of MPs up to date."""

    HAND = "hand"
    SYSTEMD = "systemd"
    CRON = "cron"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with defaults that are safe on one's own machine.

    ``today`` is None for the real date; a fixed one serves tests and demonstrations.
    ``proxies`` is how many trusted proxies stand before the site.
    ``pdfs_a_minute`` is the limit for one visitor's address: a stall of ten
    tablets behind one router makes about twenty.
    ``counts`` is the database that letters are counted in, empty where they are not.
    ``site`` is the address that posters show, empty where none is set.
    ``postcode_service`` is another's, asked for a second opinion where a person
    says so; empty, and nobody is.
    ``instance`` is the folder of the operator's own tables, None for the program's alone.
    ``dissolution`` is a dissolution of Parliament that the tables may not know of.
    ``refresh_members`` is what brings the table of MPs up to date, for what to say of an old one.
    ``processes`` is how many serve the site, and divide the limits that each counts alone.
    """

    secret_key: str = field(default_factory=lambda: secrets.token_hex(32), repr=False)
    production: bool = False
    campaign: str = DEFAULT_CAMPAIGN
    proxies: int = 0
    today: date | None = None
    pdfs_a_minute: int = 120
    limits_storage: str = field(default=MEMORY, repr=False)  # there may be a password in it
    counts: str = field(default="", repr=False)  # as above
    site: str = ""
    postcode_service: str = ""
    instance: Path | None = None
    dissolution: Dissolution | None = None
    processes: int = 1
    refresh_members: RefreshedBy = RefreshedBy.HAND
    has_key: bool = True  # False where ``secret_key`` is one that was just made

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings, from the instance folder's file where the environment has none.

        Raises BadSetting naming the variable, or the line of the file.
        """
        given = Given(environ, _in_file(environ))
        given.refuse_unknown()
        given.address("MEMBERS_API", members_address)  # `letterwriter refresh members` asks it
        instance = given.folder("INSTANCE")
        production = given.choice("ENV", ("development", "production")) == "production"
        secret_key = given.secret("SECRET_KEY", needed=production)
        return cls(
            secret_key=secret_key or secrets.token_hex(32),
            has_key=bool(secret_key),
            production=production,
            campaign=given.choice("CAMPAIGN", _campaigns(instance)),
            proxies=given.number("PROXIES", 0, 0, MOST_PROXIES),
            today=given.day("TODAY"),
            pdfs_a_minute=given.number("PDFS_A_MINUTE", 120, 1, MOST_PDFS),
            limits_storage=given.address("LIMITS_STORAGE", storage_address) or MEMORY,
            counts=given.address("COUNTS", counts_address),
            site=given.site("SITE"),
            postcode_service=given.address("POSTCODE_SERVICE", service_address),
            instance=instance,
            dissolution=given.dissolution(),
            processes=given.processes(),
            refresh_members=RefreshedBy(given.choice("REFRESH_MEMBERS", tuple(RefreshedBy))),
        )

    @property
    def pdfs_each(self) -> int:
        """What one process may give a visitor a minute where each counts for itself."""
        return share_of(self.pdfs_a_minute, self.processes)


def _campaigns(instance: Path) -> tuple[str, ...]:
    """The campaigns that can be served, the usual one first."""
    return (DEFAULT_CAMPAIGN, *sorted(campaign_folders(instance).keys() - {DEFAULT_CAMPAIGN}))


def _in_file(environ: Mapping[str, str]) -> SettingsFile:
    try:
        return read_settings_file(instance_folder(environ))
    except FaultyFiles as faulty:
        raise BadSetting(str(faulty)) from None
