"""The subject of a letter's email: one of the campaign's, the same for the same letter."""

from letterwriter.campaigns.campaign import Campaign
from letterwriter.letters.composer import is_again
from letterwriter.letters.letter import Kind, Letter
from letterwriter.parliament.addressee import Addressee
from letterwriter.text.clean_text import CleanText
from letterwriter.text.passage import fill, slots_of


def subject_of(letter: Letter, campaign: Campaign, to: Addressee) -> CleanText:
    """Which of the subjects it is hangs on the wordings of the frame, so that it stays put.

    One that names a topic has that of the letter's first concern, and is left
    out where the letter has none.
    """
    topics = {concern.id: concern.topic for concern in campaign.concerns}
    named = [topics[p.id] for p in letter.standing if p.kind is Kind.CONCERN and p.id in topics]
    slots = {**to.slots, **({"topic": named[0]} if named else {})}
    again = is_again(letter) and campaign.again_subjects
    subjects = campaign.again_subjects if again else campaign.subjects
    fit = [subject for subject in subjects if slots_of(subject) <= slots.keys()]
    framed = (p for p in letter.paragraphs if p.kind in (Kind.OPENING, Kind.THANKS))
    return CleanText(fill(fit[sum(sum(p.choice) for p in framed) % len(fit)], slots))
