"""What should not stand in a letter that others will read and pass on.

MPs' offices send letters to the Home Office, so numbers, names and places by
which a person or a claim could be known are better left out. One table says
what is looked for, here and in the browser (``static/js/engine/safety.js``). Each
look-out would rather miss one than cry wolf: a writer who is warned of nothing
much stops reading warnings.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from letterwriter.domain.manners import INSULT, SHOUTING, SWEARING, THREAT
from letterwriter.domain.naming import (
    ADDRESS,
    FULL_NAMES,
    HOTEL,
    is_address,
    is_hotel,
    is_person,
    plain,
)
from letterwriter.domain.topic import Finding, Topic

# "[name]", "{name}", "<name>", "XXX" and "____": what is left of a form to fill in.
_PLACEHOLDERS = (
    r"(?i)\[(?!sic\]|…\]|\.{3}\])[^\]\n]{1,40}\]|\{[^}\n]{1,40}\}|<[a-z][^>\n]{1,40}>|_{3,}",
    r"(?i)\bX{3,}\b",
)
_EMAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
# UK numbers: 07..., 01..., 02..., +44..., ten or eleven digits in any grouping; others by the "+".
_PHONE = (
    r"(?<![\w£+])(?:(?:(?:\+|00)44\s?(?:\(0\)\s?)?|0)(?:[\s().-]{0,2}\d){9,10}"
    r"|\+\d{2}(?:[\s().-]{0,2}\d){7,12})(?!\w)"
)
_NATIONAL_INSURANCE = r"(?<!\w)(?:[A-Z]{2}(?:[ -]?\d{2}){3}[ -]?[A-D]|[a-z]{2}\d{6}[a-d])(?!\w)"
# Home Office A1234567/2, visa GWF012345678, card ZU1234567; with a space only in capitals, since
# "some 1000000" is none; port ASC/1234567, ARC, tribunal PA/12345/2026, PA-51234-2026 and
# UI-2026-001234; UAN 1234-5678-9012-3456; asylum support 26/03/00123/001; and long bare numbers:
# a person's with the Home Office, a passport's, a UAN without its dashes.
_REFERENCE = (
    r"(?<![\w£$€/.,-])(?:[A-Za-z]{1,4}-?\d{6,9}(?:/\d{1,3})?"
    r"|[A-Z]{1,4} \d{7,9}"
    r"|[A-Za-z]{2}[A-Za-z0-9]{0,2}/\d{5,8}(?:/\d{2,8})?"
    r"|[A-Z]{2}-\d{4,5}-\d{4,6}"
    r"|\d{4}([ -])\d{4}\1\d{4}\1\d{4}"
    r"|\d{2}/\d{2}/\d{5}(?:/\d{3})?"
    r"|\d{8,16}"
    r")(?!\w|,\d)"
)
# "my claim" is a case; "my claim to fame", "in my case" and "my appeal to you" are not.
_OWN_CASE = (
    r"(?i)"
    r"(?<!\w)(?:my|our)\s(?:own\s|first\s|second\s|fresh\s|main\s|new\s|big\s"
    r"|asylum\s|screening\s|substantive\s|protection\s|immigration\s|home\soffice\s){0,3}(?:"
    r"claim(?!\w|\sto\sfame|\s(?:is\s)?that\b|\sis\ssimple)"
    r"|interview(?!\w|\s(?:for|at|with)\s(?:(?:a|an|the)\s)?(?:job|post|role|place|course|work|uni))"
    r"|appeal(?!\w|\sto\s(?:you|mps?|ministers|the\sgovernment|the\shome\ssecretary)\b|\sis\b|\sfor\b)"
    r"|(?:asylum|immigration)\s(?:case|application|hearing)(?!\w)"
    r"|(?:tribunal|court)\shearing(?!\w)"
    r"|(?:refusal|decision)\sletter(?!\w)"
    r")"
)

Judge = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class LookOut:
    """A pattern, and a second look at what it found.

    ``holds`` is given the words found and what the letter says anyway of its
    writer and its reader, both in plain form. A group "found" in the pattern
    is the part to point at.
    """

    topic: Topic
    pattern: str
    holds: Judge | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern to search with. ``re`` keeps it: compiling all at the start takes longer."""
        return re.compile(self.pattern)


LOOK_OUTS = (
    LookOut(Topic.NATIONAL_INSURANCE, _NATIONAL_INSURANCE),
    LookOut(Topic.EMAIL, _EMAIL),
    LookOut(Topic.PHONE, _PHONE),
    LookOut(Topic.REFERENCE, _REFERENCE),
    LookOut(Topic.ADDRESS, ADDRESS, is_address),
    LookOut(Topic.HOTEL, HOTEL, is_hotel),
    *(LookOut(Topic.FULL_NAME, pattern, is_person) for pattern in FULL_NAMES),
    LookOut(Topic.OWN_CASE, _OWN_CASE),
    LookOut(Topic.THREAT, THREAT),
    LookOut(Topic.ABUSE, SWEARING),
    LookOut(Topic.ABUSE, INSULT),
    *(LookOut(Topic.PLACEHOLDER, pattern) for pattern in _PLACEHOLDERS),
    LookOut(Topic.SHOUTING, SHOUTING),
)


def findings(text: str, template: str = "", known: str = "") -> list[Finding]:
    """What should be looked at in a paragraph, each place once, in the order of the text.

    Words that stand in ``template`` are the campaign's own and pass; ``known``
    is what the letter's blocks say: the writer's own name and address, and the
    member's name.
    """
    if text == template:
        return []
    found: list[Finding] = []
    for one in _all(text, plain(known)):
        if one.words not in template and not any(one.overlaps(other) for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def is_phone(line: str) -> bool:
    """Whether a line is a phone number and nothing else."""
    return bool(re.fullmatch(_PHONE, line.strip()))


def _all(text: str, known: str) -> Iterator[Finding]:
    for look_out in LOOK_OUTS:
        pattern = look_out.compiled
        group = "found" if "found" in pattern.groupindex else 0
        for match in pattern.finditer(text):
            words = match[group]
            if look_out.holds is None or look_out.holds(words, known):
                yield Finding(look_out.topic, match.start(group), match.end(group), words)
