"""A second opinion from another's postcode service, where the operator turned it on.

Nobody is asked unless the person presses the button that says whom and what.
"""

from dataclasses import dataclass
from typing import Final, cast

from flask import Flask, current_app

from letterwriter.domain.lookup import Lookup
from letterwriter.domain.second_opinion import Silence, worth_asking
from letterwriter.sources.postcode_service import PostcodeService
from letterwriter.sources.words import silence_words
from letterwriter.web.settings import Settings
from letterwriter.web.world import world


@dataclass(frozen=True, slots=True)
class Further:
    """What the page of a look-up says besides: whom it offers to ask, or why asking gave nothing.

    Both are empty where there is nothing to say, as wherever the service is turned off.
    """

    offer: str = ""
    silence: str = ""


NOTHING: Final = Further()


def init_app(app: Flask, settings: Settings) -> None:
    """Keep the service at hand; None where it is turned off."""
    address = settings.postcode_service
    app.extensions["letterwriter-opinion"] = PostcodeService(address) if address else None


def service_name() -> str:
    """Whom a person can have asked, empty where nobody."""
    service = _service()
    return service.name if service else ""


def further(lookup: Lookup, silence: Silence | None) -> Further:
    """What to add to the page; ``silence`` is why asking just now gave nothing."""
    service = _service()
    if service is None:
        return NOTHING
    if silence:
        return Further(silence=silence_words(silence, service.name))
    return Further(offer=service.name if worth_asking(lookup) and not service.resting else "")


def ask(lookup: Lookup) -> Lookup | Silence | None:
    """Ask about a look-up that is worth it: what the service says, or why it says nothing.

    None where there is nothing to ask, or nobody.
    """
    service = _service()
    if service is None or not worth_asking(lookup):
        return None
    return service.opinion(lookup, world().parliament)


def _service() -> PostcodeService | None:
    return cast(PostcodeService | None, current_app.extensions["letterwriter-opinion"])
