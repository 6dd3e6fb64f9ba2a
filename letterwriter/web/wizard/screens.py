"""All screens that the server draws, by their names."""

from letterwriter.web.wizard import delivery, find_screens, letter, questions, writer
from letterwriter.web.wizard.screen import Screen
from letterwriter.web.wizard.visit import Visit

SCREENS = {
    "again": questions.AGAIN_CASE,
    "first": questions.FIRST_LETTER,
    "postcode": find_screens.POSTCODE,
    "choose": find_screens.CHOOSE,
    "by-name": find_screens.BY_NAME,
    "found": find_screens.FOUND,
    "nearby": find_screens.NEARBY,
    "safety": Screen(),
    "prompts": questions.PROMPTS,
    "story": questions.STORY,
    "worry": questions.WORRY,
    "worries": questions.WORRIES,
    "whys": questions.WHYS,
    "ask": questions.ASK,
    "name": writer.WRITER_NAME,
    "address": writer.ADDRESS,
    "reply": writer.REPLY,
    "letter": letter.LETTER_SCREEN,
    "send": delivery.SEND,
    "email": delivery.EMAIL,
    "print": delivery.PAPER,
    "done": delivery.DONE,
    "editor": delivery.EDITOR,
    "changes": Screen(),
    "meet": delivery.MEET,
    "sure": Screen(),
}


def screen_at(visit: Visit, at: str) -> tuple[Screen, str]:
    """The screen of a name, with its part; the first one for a name that is none."""
    name, _, part = at.partition(":")
    known = name in SCREENS and (name != "story" or part in _prompts(visit))
    return (SCREENS[name], part) if known else (SCREENS["postcode"], "")


def _prompts(visit: Visit) -> set[str]:
    return {prompt.id for prompt in visit.here.campaign.prompts}
