"""What an operator can set, read from ``LETTERWRITER_`` environment variables."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Self

from letterwriter.outputs.qr import LONGEST_SITE
from letterwriter.sources.instance import instance_folder
from letterwriter.sources.shipped import DEFAULT_CAMPAIGN


class BadSetting(RuntimeError):
    """A setting that the site must not start with; the message says how to mend it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, with defaults that are safe on one's own machine.

    ``today`` is None for the real date; a fixed one serves tests and demonstrations.
    ``proxies`` is how many trusted proxies stand before the site.
    ``pdfs_a_minute`` is the limit for one visitor's address: a stall of ten
    tablets behind one router makes about twenty.
    ``site`` is the address that posters show, empty where none is set.
    ``instance`` is the folder of the operator's own tables, None for the program's alone.
    """

    secret_key: str = field(default_factory=lambda: secrets.token_hex(32), repr=False)
    production: bool = False
    campaign: str = DEFAULT_CAMPAIGN
    proxies: int = 0
    today: date | None = None
    pdfs_a_minute: int = 120
    limits_storage: str = "memory://"
    site: str = ""
    instance: Path | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings; raises BadSetting naming the variable."""
        given = _Given(environ)
        production = given.choice("ENV", ("development", "production")) == "production"
        secret_key = given.text("SECRET_KEY", "")
        if production and len(secret_key) < 16:
            raise BadSetting(
                "LETTERWRITER_SECRET_KEY must be set in production, to 16 characters or more "
                "that nobody else knows. Make one with: "
                "python -c 'import secrets; print(secrets.token_hex(32))'"
            )
        return cls(
            secret_key=secret_key or secrets.token_hex(32),
            production=production,
            campaign=given.text("CAMPAIGN", DEFAULT_CAMPAIGN),
            proxies=given.number("PROXIES", 0),
            today=given.day("TODAY"),
            pdfs_a_minute=given.number("PDFS_A_MINUTE", 120),
            limits_storage=given.text("LIMITS_STORAGE", "memory://"),
            site=given.site("SITE"),
            instance=instance_folder(environ),
        )


@dataclass(frozen=True, slots=True)
class _Given:
    environ: Mapping[str, str]

    def text(self, name: str, default: str) -> str:
        return self.environ.get(f"LETTERWRITER_{name}", "").strip() or default

    def choice(self, name: str, known: tuple[str, ...]) -> str:
        value = self.text(name, known[0])
        if value not in known:
            raise BadSetting(f"LETTERWRITER_{name} is {value!r}; it can be {' or '.join(known)}")
        return value

    def number(self, name: str, default: int) -> int:
        value = self.text(name, str(default))
        if not value.isdecimal():
            raise BadSetting(f"LETTERWRITER_{name} is {value!r}; it must be a whole number")
        return int(value)

    def site(self, name: str) -> str:
        value = self.text(name, "")
        if value and not value.startswith(("https://", "http://")):
            raise BadSetting(f"LETTERWRITER_{name} is {value!r}; write it as https://example.org")
        if len(value.encode()) > LONGEST_SITE:
            raise BadSetting(f"LETTERWRITER_{name} can be at most {LONGEST_SITE} bytes long")
        return value

    def day(self, name: str) -> date | None:
        value = self.text(name, "")
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise BadSetting(f"LETTERWRITER_{name} is {value!r}; write it as 2026-11-22") from None
