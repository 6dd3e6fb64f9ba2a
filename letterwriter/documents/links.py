"""Addresses that open the writer's own mail with the letter in it.

No mail program promises how long such an address may be, and those that break
break in silence, so each is measured as it will be sent. Where the letter does
not fit, the address carries the subject alone and the writer pastes the words.
"""

from dataclasses import dataclass
from urllib.parse import quote

from letterwriter.documents.text import email_body
from letterwriter.letters.letter import Letter
from letterwriter.text.clean_text import CleanText, in_one_line

MAILTO_LIMIT = 1_900  # Chrome on Windows opens nothing, and says nothing, near 2,000
GMAIL_LIMIT = 6_000  # Gmail's compose page answers with an error near 6,400
# Signed in, Outlook takes far more; signed out, it sends the whole address through its sign-in
# page, and people report the words lost from 2,048 on. We cannot tell who is signed in.
OUTLOOK_LIMIT = 1_900

_GMAIL = "https://mail.google.com/mail/?view=cm&fs=1"
_OUTLOOK_PERSONAL = "https://outlook.live.com/mail/0/deeplink/compose?"
_OUTLOOK_WORK = "https://outlook.office.com/mail/deeplink/compose?"


@dataclass(frozen=True, slots=True)
class MailLink:
    """An address to open, and whether the whole letter is in it."""

    href: str
    has_body: bool


def mailto(letter: Letter, to: CleanText, subject: CleanText) -> MailLink:
    """A ``mailto:`` address as RFC 6068 has it; ``to`` may be empty."""
    start = f"mailto:{_address(to)}?subject={_encoded(subject)}"
    return _measured(start, letter, MAILTO_LIMIT)


def gmail(letter: Letter, to: CleanText, subject: CleanText) -> MailLink:
    """Gmail's compose page."""
    start = f"{_GMAIL}&to={_address(to)}&su={_encoded(subject)}"
    return _measured(start, letter, GMAIL_LIMIT)


def outlook(letter: Letter, to: CleanText, subject: CleanText, *, work: bool = False) -> MailLink:
    """Outlook's compose page on the web: outlook.com, or an employer's or school's account."""
    base = _OUTLOOK_WORK if work else _OUTLOOK_PERSONAL
    start = f"{base}to={_address(to)}&subject={_encoded(subject)}"
    return _measured(start, letter, OUTLOOK_LIMIT)


def _measured(start: str, letter: Letter, limit: int) -> MailLink:
    """``start`` with the letter where the whole address is at most ``limit`` characters."""
    whole = f"{start}&body={quote(_crlf(email_body(letter)), safe='')}"
    fits = len(whole) <= limit
    return MailLink(whole if fits else start, has_body=fits)


def _crlf(text: str) -> str:
    return text.rstrip("\n").replace("\n", "\r\n")


def _address(to: CleanText) -> str:
    """One address by its two parts: whatever it holds, nothing in it begins another field."""
    local, at, domain = in_one_line(to).rpartition("@")
    return f"{quote(local, safe='')}{at}{quote(domain, safe='')}"


def _encoded(subject: CleanText) -> str:
    # One line: a line end here would be read as the start of another header.
    return quote(in_one_line(subject), safe="")
