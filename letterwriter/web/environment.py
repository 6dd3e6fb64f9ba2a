"""Reading what is given in the environment or in the operator's settings file.

Every value is tried, and refused in words that say where it stands.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from os import scandir
from pathlib import Path
from typing import Final, NoReturn

from letterwriter.campaigns.overlay import OVERLAYS
from letterwriter.documents.qr import LONGEST_SITE
from letterwriter.files.instance import instance_folder
from letterwriter.files.settings_file import VARIABLE_PREFIX, SettingsFile, variable_of
from letterwriter.files.typed_values import TypedValues
from letterwriter.parliament.dissolution import Dissolution
from letterwriter.text.web_address import cut, site_address, without_secret

KNOWN: Final = (
    "CAMPAIGN",
    "COUNTS",
    "DISSOLVED",
    "ELECTION",
    "ENV",
    "INSTANCE",
    "LIMITS_STORAGE",
    "MEMBERS_API",
    "PDFS_A_MINUTE",
    "POSTCODE_SERVICE",
    "PROXIES",
    "REFRESH_MEMBERS",
    "SECRET_KEY",
    "SITE",
    "TODAY",
)
IN_FILE: Final = (*(set(KNOWN) - {"INSTANCE"}), "HOST", "PORT", "PROCESSES")  # the file is there
_OF_TESTS: Final = (  # of `make test`
    "CADDY",
    "CHROMIUM",
    "FIREFOX",
    "NGINX",
    "POSTGRES",
    "REDIS_SERVER",
)
_OF_SETUP: Final = "SETUP_"  # answers that `letterwriter setup` takes from a script
_SHORTEST_KEY: Final = 16
_LAST_PORT: Final = 65535
_MOST_PROCESSES: Final = 1000
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)


class BadSetting(RuntimeError):
    """A setting that the site must not start with; the message says how to fix it."""


@dataclass(frozen=True, slots=True)
class Given(TypedValues):
    """The environment, and the file for what that leaves unset.

    Every method raises BadSetting naming the variable, or the line of the file.
    """

    environ: Mapping[str, str]
    file: SettingsFile = field(default_factory=SettingsFile)

    def refuse_unknown(self) -> None:
        """Refuse a name that is none of ours: what it was to set would stay as it is, unseen."""
        for name in sorted(self.environ):
            short = name.removeprefix(VARIABLE_PREFIX)
            ours = name.startswith(VARIABLE_PREFIX) and not short.startswith(_OF_SETUP)
            if ours and short not in (*KNOWN, *_OF_TESTS):
                meant = _meant(short, KNOWN, VARIABLE_PREFIX)
                raise BadSetting(f"{cut(name)} is no setting that we know: {meant}")
        if "PORT" in self.file.values:
            self.number("PORT", 0, 0, _LAST_PORT)  # which the server's own settings use
        for name in self.file.values:
            if name not in IN_FILE:
                meant = _meant(name, IN_FILE, "").lower()
                place = cut(self.file.place(name))
                raise BadSetting(f"{place} is no setting that we know: {meant}")

    def raw(self, name: str) -> str:
        """What is given, without the space round it, empty where nothing is."""
        return self._in_environment(name) or self.file.values.get(name, "").strip()

    def place(self, name: str) -> str:
        """Where what is given stands."""
        in_file = name in self.file.values and not self._in_environment(name)
        return self.file.place(name) if in_file else variable_of(name)

    def _in_environment(self, name: str) -> str:
        return self.environ.get(variable_of(name), "").strip()

    def wrong(self, name: str, what: str) -> NoReturn:
        """Refuse the value; raises BadSetting."""
        raise self.refusal(name, self.raw(name), what)

    def refusal(self, name: str, value: str, why: str) -> BadSetting:
        """What to raise for a value, as it may be shown."""
        return BadSetting(f"{self.place(name)} is {cut(value)!r}: {why}")

    def text(self, name: str, default: str) -> str:
        """What is given, without the space round it."""
        return self.raw(name) or default

    def secret(self, name: str, *, needed: bool) -> str:
        """A key, empty if none is given and none is needed; no message shows it."""
        value = self.text(name, "")
        if len(value) < _SHORTEST_KEY and (value or needed):
            raise BadSetting(
                f"{self.place(name)} must be {_SHORTEST_KEY} characters or more that nobody else"
                f" knows{', and must be set in production' if needed else ''}. Make one with: "
                "python -c 'import secrets; print(secrets.token_hex(32))'"
            )
        return value

    def choice(self, name: str, known: tuple[str, ...]) -> str:
        """One of some words."""
        value = self.text(name, known[0])
        if value not in known:
            self.wrong(name, f"it can be {' or '.join(known)}")
        return value

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number in a range."""
        return _whole(self.place(name), self.text(name, ""), default, least, most)

    def processes(self) -> int:
        """How many processes serve the site, as servers are told it too."""
        return self.number("PROCESSES", 1, 1, _MOST_PROCESSES)

    def address(self, name: str, read: Callable[[str], str]) -> str:
        """An address that ``read`` takes, empty where none is given."""
        value = self.raw(name)
        try:
            return read(value) if value else ""
        except ValueError as error:
            raise self.refusal(name, without_secret(value), str(error)) from None

    def site(self, name: str) -> str:
        """The site's own address, short enough for a code to scan."""
        if len(self.text(name, "").encode(errors="replace")) > LONGEST_SITE:
            raise BadSetting(f"{self.place(name)} can be at most {LONGEST_SITE} bytes long")
        return self.address(name, site_address)

    def day(self, name: str) -> date | None:
        """A date, None where none is given."""
        if not self.raw(name):
            return None
        day = self.parsed(name, date.fromisoformat, "write it as 2026-11-22", _FIRST_DAY)
        if not _FIRST_DAY <= day <= _LAST_DAY:
            self.wrong(name, f"it can be a day from {_FIRST_DAY} to {_LAST_DAY}")
        return day

    def dissolution(self) -> Dissolution | None:
        """When Parliament is dissolved, None where nothing is given."""
        day, election = self.day("DISSOLVED"), self.day("ELECTION")
        if day is None:
            if election:
                other = variable_of("DISSOLVED")
                self.wrong("ELECTION", f"set {other} too, the first day without MPs")
            return None
        try:
            return Dissolution(day, election)
        except ValueError:
            self.wrong("ELECTION", "it is a day after that on which Parliament is dissolved")

    def folder(self, name: str) -> Path:
        """The operator's folder, which need not be there before the first table is."""
        path = instance_folder(self.environ)
        for folder in (path, path / "members", path / "postcodes", path / OVERLAYS):
            try:
                with scandir(folder):
                    pass
            except FileNotFoundError:
                continue
            except OSError as error:
                why = f"{folder} cannot be read: {error.strerror}; name a folder that this user can"
                raise self.refusal(name, str(path), why) from None
        return path


def _meant(name: str, known: Sequence[str], prefix: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # no start waits for it but a failing one

    nearest = get_close_matches(name[:40].upper(), known, 1)
    return f"did you mean {prefix}{nearest[0]}?" if nearest else "take it away"


def _whole(variable: str, text: str, default: int, least: int, most: int) -> int:
    value = text.strip() or str(default)
    plain = value.isascii() and value.isdecimal() and len(value) < 10
    if not plain or not least <= int(value) <= most:
        raise BadSetting(
            f"{variable} is {cut(value)!r}; it must be a whole number from {least} to {most}"
        )
    return int(value)
