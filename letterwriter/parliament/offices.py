"""Which government posts change what a member can be asked, going by their titles."""

import re
from typing import Final

from letterwriter.parliament.members import OFFICE_RANKS, Role

# Unpaid helpers of ministers, envoys and commissioners are no part of the
# government: they vote and ask like any backbencher, or nearly so.
_NO_MINISTER: Final = re.compile(
    r"\bPPS\b|Parliamentary Private Secretary|Trade Envoy|Church Estates Commissioner",
    re.IGNORECASE,
)
# The first that fits counts. The Treasury's junior lords and three officers of
# the royal household are whips by tradition, whatever their title says.
# Source: House of Commons Library, "Government whips".
_KINDS: Final = tuple(
    (role, re.compile(sign, re.IGNORECASE))
    for role, sign in (
        (Role.PRIME_MINISTER, r"^(the )?prime minister\b(?!['’])"),
        (
            Role.HOME_SECRETARY,
            r"^(the )?(home secretary|secretary of state for the home department)",
        ),
        (Role.WHIP, r"\bwhips?\b|\blords? commissioners?\b"),
        (Role.WHIP, r"\b(treasurer|comptroller|vice.chamberlain)\b.{0,100}\bhousehold\b"),
        (Role.WHIP, r"\bparliamentary secretary to the treasury\b"),
        (Role.MINISTER, r""),
    )
)
# Titles that say nothing without the department.
_BARE: Final = re.compile(
    r"(minister( of state)?|parliamentary (under.)?secretary( of state)?|secretary of state)",
    re.IGNORECASE,
)
_WELL_KNOWN: Final = {
    Role.PRIME_MINISTER: "Prime Minister",
    Role.HOME_SECRETARY: "Home Secretary",
}


def role_of_post(title: str) -> Role | None:
    """What a government post makes of its holder; None where it makes no minister."""
    if _NO_MINISTER.search(title):
        return None
    return next(role for role, sign in _KINDS if sign.search(title))


def shown_title(name: str, department: str) -> str:
    """How a post is shown: well-known ones as people call them, bare ones with the department."""
    role = role_of_post(name)
    if role in _WELL_KNOWN:
        return _WELL_KNOWN[role]
    return f"{name} ({department})" if department and _BARE.fullmatch(name) else name


def rank_of(role: Role) -> int:
    """Smaller for the office that limits more, to sort by."""
    return OFFICE_RANKS.index(role) if role in OFFICE_RANKS else len(OFFICE_RANKS)
