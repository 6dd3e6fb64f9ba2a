"""A campaign as a browser reads it: wordings that hold only slots, and the figures that fill them.

No figure is filled in here, and nothing out of date is left out: a bundle may lie
on a device for weeks, and what has lapsed is judged there, by that day's date.
"""

from collections.abc import Mapping
from typing import Any

from letterwriter.campaigns.again import AgainCase
from letterwriter.campaigns.campaign import Ask, Campaign, Concern, Fact, Frame, Prompt
from letterwriter.campaigns.editor import EditorWords
from letterwriter.campaigns.role_passage import WIDER, RolePassage
from letterwriter.text.passage import Passage

JsonObject = dict[str, Any]  # nothing in it but texts, numbers, lists and tables of these


def published(campaign: Campaign) -> JsonObject:
    """What a browser needs to offer this campaign's choices and to write its letters.

    Sources of facts, hosts, colours and all that is only for posters stay behind.
    """
    return {
        "id": campaign.id,
        "title": campaign.title,
        "subjects": list(campaign.subjects),
        "summary": campaign.summary,
        "quick_prompt": campaign.quick_prompt,
        "quick_prompt_at_home": campaign.quick_prompt_at_home,
        "group": campaign.promoter.group,
        "imprint": campaign.promoter.imprint,
        "contact": campaign.promoter.contact,
        "prompts": [_prompt(prompt) for prompt in campaign.prompts],
        "concerns": [_concern(concern) for concern in campaign.concerns],
        "asks": [_ask(ask) for ask in campaign.asks],
        "again": [_again(case) for case in campaign.again],
        "again_subjects": list(campaign.again_subjects),
        "editor": _editor(campaign.editor) if campaign.editor else None,
        "frame": _frame(campaign.frame),
        "wider": {name: list(names) for name, names in WIDER.items()},
        "facts": _facts(campaign.facts),
    }


def _prompt(prompt: Prompt) -> JsonObject:
    return {
        "id": prompt.id,
        "label": prompt.label,
        "question": prompt.question,
        "hint": prompt.hint,
        "example": prompt.example,
        "lead_in": prompt.lead_in,
        "private": prompt.private,
    }


def _concern(concern: Concern) -> JsonObject:
    return _part(concern) | {
        **_worded(concern.passage),
        "evergreen": _worded(concern.evergreen) if concern.evergreen else None,
        "topic": concern.topic,
        "about": concern.about,
        "stands": concern.stands,
        "suggested": concern.suggested,
    }


def _ask(ask: Ask) -> JsonObject:
    return _part(ask) | {
        "sentences": _sentences(ask.passage),
        "roles": sorted(role.value for role in ask.roles),
        "concerns": list(ask.concern_ids),
        "whole": ask.whole,
    }


def _editor(words: EditorWords) -> JsonObject:
    return {"opening": _worded(words.opening), "close": _sentences(words.close)}


def _again(case: AgainCase) -> JsonObject:
    return {
        "id": case.id,
        "label": case.label,
        "opening": _worded(case.opening),
        "asked": _worded(case.asked),
        "request": _worded(case.request),
    }


def _part(part: Concern | Ask) -> JsonObject:
    return {
        "id": part.id,
        "label": part.label,
        "facts": list(part.fact_ids),
        "review_by": part.review_by.isoformat(),
    }


def _frame(frame: Frame) -> JsonObject:
    return {
        "opening": _worded(frame.opening),
        "thanks": _worded(frame.thanks),
        "reply": _sentences(frame.reply),
        "reply_by_email": _sentences(frame.reply_by_email),
    }


def _worded(passage: RolePassage) -> JsonObject:
    by_name = {name: _sentences(words) for name, words in passage.by_name.items()}
    return {"sentences": _sentences(passage.usual), "by_name": by_name}


def _sentences(passage: Passage) -> list[list[str]]:
    return [list(wordings) for wordings in passage.sentences]


def _facts(facts: Mapping[str, Fact]) -> JsonObject:
    return {
        fact.id: {
            "true_from": fact.true_from.isoformat(),
            "review_by": fact.review_by.isoformat(),
            "figures": dict(fact.figures),
        }
        for fact in facts.values()
    }
