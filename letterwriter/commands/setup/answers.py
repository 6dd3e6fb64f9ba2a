"""The answers to setup's questions: what they are called, where they are kept, what they may be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from letterwriter.campaigns.paper import Layout
from letterwriter.campaigns.promoter import Colours
from letterwriter.documents.qr import LONGEST_SITE
from letterwriter.files.messages import message
from letterwriter.text.cleaning import clean_line
from letterwriter.text.email import is_plain_email
from letterwriter.text.web_address import site_address
from letterwriter.web.settings import MOST_PROXIES, RefreshedBy

SetupAnswers = Mapping[str, str]  # by the name of the question; empty is "none"
_LONGEST: Final = 200  # characters of a line on a page and on a poster


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``key`` is where its answer stands, in which of the two files.

    ``read`` gives the answer as it is kept and raises ValueError with why it cannot be.
    """

    name: str
    file: str  # "settings" or "overlay"
    key: tuple[str, ...]
    read: Callable[[str], str]
    usual: str = ""
    choices: tuple[str, ...] = ()


def _line(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError(message("setup", "too-long", most=str(_LONGEST)))
    return clean_line(text).strip()


def _email(text: str) -> str:
    if text and not is_plain_email(text):
        raise ValueError(message("setup", "not-email", answer=text))
    return text


def _site(text: str) -> str:
    if len(text.encode()) > LONGEST_SITE:
        raise ValueError(message("setup", "too-long", most=str(LONGEST_SITE)))
    try:
        return site_address(text) if text else ""
    except ValueError as error:
        raise ValueError(message("setup", "no-address", answer=text, why=str(error))) from None


def _as_it_is(text: str) -> str:
    return text


QUESTIONS: Final = (
    Question("group", "overlay", ("group",), _line),
    Question("imprint-name", "overlay", ("imprint_name",), _line),
    Question("imprint-address", "overlay", ("imprint_address",), _line),
    Question("contact", "overlay", ("contact",), _email),
    Question("site", "settings", ("site",), _site),
    Question(
        *("proxies", "settings", ("proxies",), _as_it_is),
        choices=tuple(map(str, range(MOST_PROXIES + 1))),
    ),
    Question("brand", "overlay", ("colours", "brand"), _as_it_is),
    Question("brand-dark", "overlay", ("colours", "brand_dark"), _as_it_is),
    Question(
        "envelope",
        "overlay",
        ("layout",),
        _as_it_is,
        usual=Layout.C5.value,
        choices=tuple(each.value for each in Layout),
    ),
    Question(
        *("refresh-members", "settings", ("refresh_members",), _as_it_is, RefreshedBy.HAND.value),
        choices=tuple(each.value for each in RefreshedBy),
    ),
)


def usual_answer(question: Question, answers: SetupAnswers, before: SetupAnswers) -> str:
    """What is meant where nobody says: what was answered before, or the usual.

    One proxy stands before a site that has an address, also where it is given one now.
    """
    if question.name == "proxies" and answers.get("site") and not before.get("site"):
        return "1"
    usual = "0" if question.name == "proxies" else question.usual
    return before.get(question.name, usual)


def faults_together(answers: SetupAnswers) -> list[tuple[str, str]]:
    """What is wrong with answers that belong together: the name of a question, and why."""
    brand, dark = answers.get("brand", ""), answers.get("brand-dark", "")
    found = []
    if bool(brand) != bool(dark):
        found.append(("brand-dark", message("setup", "both-colours")))
    elif brand:
        for key, what in Colours(brand, dark).faults():
            which = message("setup", "light") if key == "brand" else message("setup", "dark")
            name = key.replace("_", "-")
            found.append((name, message("setup", "colour", which=which, what=what)))
    if bool(answers.get("imprint-name")) != bool(answers.get("imprint-address")):
        found.append(("imprint-address", message("setup", "both-imprint")))
    return found
