"""A second opinion from another's postcode service, where the operator turned it on.

Nobody is asked unless the person presses the button that says whom and what.
"""

from dataclasses import dataclass
from typing import Final, cast

from flask import Flask, current_app

from letterwriter.files.messages import message
from letterwriter.postcodes.lookup import Lookup
from letterwriter.postcodes.outside_lookup import Silence, worth_asking
from letterwriter.postcodes.outside_service import PostcodeService
from letterwriter.web.app_data import app_data
from letterwriter.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Further:
    """What the page of a look-up says besides: whom it offers to ask, or why asking gave nothing.

    Both are empty where there is nothing to say, as wherever the service is turned off.
    """

    offer: str = ""
    silence: str = ""


NOTHING_FURTHER: Final = Further()


def init_app(app: Flask, settings: Settings) -> None:
    """Keep the service at hand; None where it is turned off."""
    address = settings.postcode_service
    app.extensions["letterwriter-opinion"] = (
        PostcodeService(address, processes=settings.processes) if address else None
    )
    app.add_template_global(service_name, "postcode_service")


def service_name() -> str:
    """Whom a person can have asked, empty where nobody."""
    service = _service()
    return service.name if service else ""


def further(lookup: Lookup, silence: Silence | None) -> Further:
    """What to add to the page; ``silence`` is why asking just now gave nothing."""
    service = _service()
    if service is None:
        return NOTHING_FURTHER
    if silence:
        return Further(silence=message("lookup", silence, service=service.name))
    return Further(offer=service.name if worth_asking(lookup) and not service.resting else "")


def ask(lookup: Lookup) -> Lookup | Silence | None:
    """Ask about a look-up that is worth it: what the service says, or why it says nothing.

    None where there is nothing to ask, or nobody.
    """
    service = _service()
    if service is None or not worth_asking(lookup):
        return None
    return service.opinion(lookup, app_data().parliament)


def _service() -> PostcodeService | None:
    return cast(PostcodeService | None, current_app.extensions["letterwriter-opinion"])
