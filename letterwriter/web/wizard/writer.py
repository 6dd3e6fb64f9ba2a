"""About the writer: it goes into the letter and nowhere else."""

from letterwriter.text.email import is_email
from letterwriter.web.wizard.screen import Screen, Values, Wrong
from letterwriter.web.wizard.visit import Visit

_LONGEST = {"name": 120, "address": 400, "postcode": 60, "email": 120, "phone": 30}


def _too_long(visit: Visit, name: str) -> bool:
    return len(getattr(visit.state, name)) > _LONGEST[name]


def _name(visit: Visit, _: str) -> Values:
    """With what a short letter will ask, which nobody has chosen so far."""
    told = [ask.label for ask in visit.asks if visit.state.quick and ask.id == visit.ask]
    return {
        "name": visit.state.name,
        "to": visit.to.member.name if visit.to else "",
        "ask_told": told[0] if told else "",
    }


def _name_wrong(visit: Visit, _: str) -> Wrong | None:
    if not visit.state.name:
        return Wrong("missing", "name")
    return Wrong("long", "name") if _too_long(visit, "name") else None


def _address(visit: Visit, _: str) -> Values:
    return {"address": visit.state.address, "home-postcode": visit.state.postcode}


def _address_wrong(visit: Visit, _: str) -> Wrong | None:
    if _too_long(visit, "address"):
        return Wrong("long", "address")
    return Wrong("long", "home-postcode") if _too_long(visit, "postcode") else None


def _reply(visit: Visit, _: str) -> Values:
    state = visit.state
    return {"email": state.email, "phone": state.phone, "by_email": state.by_email}


def _reply_wrong(visit: Visit, _: str) -> Wrong | None:
    email = visit.state.email
    if email and (not is_email(email) or _too_long(visit, "email")):
        return Wrong("wrong", "email")
    if visit.state.by_email and not email:
        return Wrong("missing", "email")
    return Wrong("long", "phone") if _too_long(visit, "phone") else None


WRITER_NAME = Screen(_name, lambda *_: ("name",), _name_wrong)
ADDRESS = Screen(_address, lambda *_: ("address", "postcode"), _address_wrong)
REPLY = Screen(_reply, lambda *_: ("email", "phone", "reply_by_email"), _reply_wrong)
