"""Answers and letters as the engine in the browser has them: plain values, named its way."""

from typing import Any

from letterwriter.letters.answers import Answers, FirstLetter, Story
from letterwriter.letters.letter import Letter


def answers_json(answers: Answers) -> dict[str, Any]:
    """Answers as the engine has them."""
    sender = answers.sender
    return {
        "sender": {
            "name": sender.name,
            "address": list(sender.address),
            "postcode": sender.postcode,
            "email": sender.email,
            "phone": sender.phone,
            "replyByEmail": sender.reply_by_email,
        },
        "stories": [story_json(story) for story in answers.stories],
        "concernIds": list(answers.concern_ids),
        "askId": answers.ask_id,
        "whys": dict(answers.whys),
    }


def first_json(first: FirstLetter) -> dict[str, Any]:
    """The letter that another follows, as the engine has it."""
    return {"again": first.case, "date": first.date, "ask": first.ask}


def letter_json(letter: Letter) -> dict[str, Any]:
    """A letter as the engine has it."""
    paragraphs = [
        {
            "kind": p.kind.value,
            "text": p.text,
            "id": p.id,
            "choice": list(p.choice),
            "template": p.template,
            "removed": p.removed,
            "why": p.why,
        }
        for p in letter.paragraphs
    ]
    return {
        "sender": list(letter.sender),
        "date": letter.date,
        "recipient": list(letter.recipient),
        "salutation": letter.salutation,
        "paragraphs": paragraphs,
        "close": letter.close,
        "name": letter.name,
    }


def story_json(story: Story) -> dict[str, Any]:
    """A story as the engine has it."""
    return {"promptId": story.prompt_id, "text": story.text, "leadIn": story.lead_in}
