"""What each button leads to: the screen that is drawn next."""

from letterwriter.web.wizard import find, letter
from letterwriter.web.wizard.screen import Shown
from letterwriter.web.wizard.screens import screen_at
from letterwriter.web.wizard.steps import before, following, road
from letterwriter.web.wizard.visit import Visit

_LISTS = frozenset({"choose", "by-name", "nearby"})  # of constituencies
_WITH_SEAT = frozenset({"found", "nearby"})  # a constituency is known there
_SENDING = frozenset({"send", "email", "print", "done", "editor", "meet"})  # they need the letter
_BESIDES = frozenset({"by-name", "again"})  # where a screen leads besides its way
_ASIDE = frozenset({"sure", "changes"})  # Back leads from them to where one was
_FINDING = frozenset({"postcode", "by-name", "again"})  # and there perhaps not yet


def pressed(visit: Visit, at: str, go: str) -> Shown:
    """What a button does: ``at`` is the screen it stood on, ``go`` its value, such as "up:2"."""
    name, _, which = go.partition(":")
    if name == "ask-service":
        return find.asked_elsewhere(visit, visit.posted.get("postcode", ""))
    if at == "letter" and visit.to and visit.state.has_letter:
        if name not in ("next", "back", "finish"):
            return letter.edited(visit, name, which)
        visit = letter.as_posted(visit)
    if name == "finish":
        return Shown(f"sure:{at}", visit)
    if name == "changes":
        return Shown(f"changes:{at}", visit)
    if name in _BESIDES:
        there = name == "again" and visit.to and visit.state.has_letter
        return going_to(letter.followed_on(visit) if there else visit, name)
    return _back(visit, at) if name == "back" else _on(visit, at, name)


def _back(visit: Visit, at: str) -> Shown:
    name, _, origin = at.partition(":")
    if name == "again":
        return going_to(visit.having(again=""), "postcode")
    to = origin if name in _ASIDE else before(visit, at)
    if to == "letter" and visit.to and visit.state.has_letter:
        return Shown(to, letter.as_posted(visit))  # just as it was left
    return going_to(visit, "nearby" if name == "by-name" and visit.seat else to)


def _on(visit: Visit, at: str, go: str) -> Shown:
    """Next, Skip and the roads: the answer is looked at, and the way goes on."""
    if at == "postcode":
        return find.looked_up(visit, visit.posted.get("postcode", ""))
    if at in _LISTS:
        return find.by_its_name(visit, visit.posted.getlist("constituency"))
    if at == "found":
        return _road_taken(visit, go)
    if go in _SENDING and at.partition(":")[0] in _SENDING:
        return going_to(visit, go)
    if go == "change-ask":
        return going_to(visit.having(chooses_ask=True), "ask")
    screen, part = screen_at(visit, at)
    visit = screen.skip(visit) if go == "skip" else visit
    wrong = screen.wrong(visit, part)
    return Shown(at, visit, wrong) if wrong else going_to(visit, following(visit, at))


def _road_taken(visit: Visit, go: str) -> Shown:
    if go == "not-mine":
        return going_to(visit, "nearby")
    visit = _long(visit) if go == "long" else visit.having(quick=True)
    return going_to(visit, following(visit, "found"))


def _long(visit: Visit) -> Visit:
    """All questions rather than the short letter's; what was answered so far stays chosen."""
    answered = {story.prompt_id for story in visit.state.stories if story.text}
    chosen = answered | set(visit.state.prompts)
    known = (prompt.id for prompt in visit.here.campaign.prompts_at_home)
    return visit.having(quick=False, prompts=tuple(id_ for id_ in known if id_ in chosen))


def going_to(visit: Visit, at: str) -> Shown:
    """A screen as far as it can be shown: what it needs and lacks is asked first."""
    if at in _FINDING or (at == "choose" and visit.state.postcode):
        return Shown(at, visit)
    if visit.seat is None:
        return Shown("postcode", visit)
    if at in _WITH_SEAT:
        return Shown(at, visit)
    known = at in {*road(visit), *_SENDING} and (at != "meet" or visit.may_meet)
    if visit.to is None or not known:
        return Shown("found", visit)
    return _letter(visit, at) if at == "letter" or at in _SENDING else Shown(at, visit)


def _letter(visit: Visit, at: str) -> Shown:
    if at in _SENDING and visit.state.has_letter:
        return Shown(at, visit if visit.written else letter.as_posted(visit))
    for asked in road(visit)[:-2]:
        screen, part = screen_at(visit, asked)
        if wrong := screen.wrong(visit, part):
            return Shown(asked, visit, wrong)
    return Shown("letter", letter.made(visit))
