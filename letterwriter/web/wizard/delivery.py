"""Ways to hand the letter over, and what comes after. Nothing is sent or kept here."""

from dataclasses import replace

from letterwriter.documents import formats, links, text
from letterwriter.files.messages import messages
from letterwriter.followup.editor_letter import editor_letter, may_be_public
from letterwriter.followup.meeting_card import meeting_card
from letterwriter.followup.next_step import write_again_on
from letterwriter.letters.subject import subject_of
from letterwriter.parliament.contacts import Contact, OfficeKind
from letterwriter.text.clean_text import NO_TEXT, CleanText
from letterwriter.text.dates import written_date
from letterwriter.web.wizard.screen import Screen, Values
from letterwriter.web.wizard.visit import Visit


def _sheet(visit: Visit, _: str) -> Values:
    """The letter as it stands on paper: what prints."""
    if visit.written is None:
        return {}
    letter = visit.written.letter
    return {
        "sender": "\n".join(letter.sender),
        "date": letter.date,
        "recipient": "\n".join(letter.recipient),
        "salutation": f"{letter.salutation},",
        "body": [{"text": words} for words in letter.body],
        "close": f"{letter.close},",
        "name": letter.name,
    }


def _email(visit: Visit, part: str) -> Values:
    written, to = visit.written, visit.to
    if written is None or to is None:
        return {}
    letter, email = written.letter, CleanText(to.member.email)
    subject = subject_of(letter, visit.here.campaign, to)
    return {
        **_sheet(visit, part),
        "to": to.member.name,
        "email": email,
        "subject": subject,
        "email_text": text.email_body(letter),
        "mailto": links.mailto(letter, email, subject),
        "gmail": links.gmail(letter, email, subject),
        "outlook": links.outlook(letter, email, subject),
    }


def _paper(visit: Visit, part: str) -> Values:
    """With a button for each file, the usual one first."""
    words = messages("formats")
    files = [
        {"name": each.name, "words": words[each.label]}
        for each in formats.FORMATS
        if not each.for_email
    ]
    return {**_sheet(visit, part), "files": files}


def _after(visit: Visit, part: str) -> Values:
    """The letter, and the day from which to write again."""
    again = written_date(write_again_on(visit.here.today))
    return {**_sheet(visit, part), "again": again}


def _done(visit: Visit, part: str) -> Values:
    to = visit.to
    member = {"to": to.member.name, "member_id": to.member.member_id} if to else {}
    written = visit.written
    public = written is not None and may_be_public(written.letter, visit.here.campaign)
    return {**_after(visit, part), **member, "may_be_public": public, "may_meet": visit.may_meet}


def _meet(visit: Visit, _: str) -> Values:
    """How the MP's office is reached, as far as that is published, and what to take along."""
    if visit.written is None or visit.to is None:
        return {}
    member, card = visit.to.member, meeting_card(visit.written.letter)
    known = [contact.as_of for contact in member.contacts]
    return {
        "to": member.name,
        "member_id": member.member_id,
        "said_place": visit.to.slots["constituency"],
        "has_offices": bool(known),
        "offices": [_office(contact) for contact in member.contacts],
        "offices_as_of": written_date(min(known)) if known else "",
        "email": "" if any(each.email for each in member.contacts) else member.email,
        "has_sentences": bool(card.sentences),
        "sentences": [{"text": words} for words in card.sentences],
        "ask": card.ask,
    }


def _office(contact: Contact) -> Values:
    return {
        "at_parliament": contact.kind is OfficeKind.PARLIAMENTARY,
        "address": "\n".join(line for line in (*contact.lines, contact.postcode) if line),
        "phone": contact.phone,
        "email": contact.email,
    }


def _editor(visit: Visit, _: str) -> Values:
    written, to, campaign = visit.written, visit.to, visit.here.campaign
    if written is None or to is None or not may_be_public(written.letter, campaign):
        return {}
    town = visit.answers().sender.address[-1:]
    made = editor_letter(written.letter, campaign, to, town[0] if town else NO_TEXT)
    return {"editor_text": made.text, "words": str(made.words)}


SEND = Screen(_after)
EMAIL = replace(SEND, values=_email)
PAPER = replace(SEND, values=_paper)
DONE = replace(SEND, values=_done)
EDITOR = replace(SEND, values=_editor)
MEET = replace(SEND, values=_meet)
