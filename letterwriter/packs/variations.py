"""Letters to sign at a table, varied so that no two of a stack are alike."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import permutations
from random import Random

from letterwriter.campaigns.campaign import Campaign
from letterwriter.letters.answers import Answers, Sender
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Kind, Letter, Paragraph
from letterwriter.letters.offered import asks_for
from letterwriter.packs.pack import LettersToSign
from letterwriter.parliament.addressee import Addressee
from letterwriter.text.clean_text import NO_TEXT

CONCERNS = 2  # a letter: so that there is space for a paragraph by hand

_TRIES = 200  # other wordings to look at before a campaign has too few of them


class TooFewWordings(ValueError):
    """The campaign has not enough wordings for so many letters, all of them different."""


class Variations:
    """Makes letters to sign, in wordings picked at random.

    The same ``random`` makes the same letters. A paragraph comes back with
    every sentence in another wording, until they have all been used.
    """

    def __init__(self, campaign: Campaign, to: Addressee, today: date, random: Random) -> None:
        self._composer = Composer(campaign, to, today)
        self._campaign = campaign
        self._to = to
        self._today = today
        self._random = random
        self._last: dict[tuple[Kind, str], Paragraph] = {}

    def letters_to_sign(
        self, copies: int, concern_ids: Iterable[str] = (), ask_id: str = ""
    ) -> LettersToSign:
        """A stack of letters, no two alike. Raises `TooFewWordings`.

        Without ``concern_ids`` the campaign's suggested ones are used, two a
        letter; an ask that does not fit the member gives way to one that does.
        """
        drafts = self._drafts(tuple(concern_ids), ask_id)
        letters: dict[tuple[str, ...], Letter] = {}
        for n in range(copies):
            letter = self._unlike(drafts[n % len(drafts)], letters)
            letters[letter.body] = letter
        return LettersToSign(self._to, tuple(letters.values()))

    def _unlike(self, draft: Letter, others: Mapping[tuple[str, ...], Letter]) -> Letter:
        for _ in range(_TRIES):
            letter = draft.with_paragraphs(tuple(map(self._reworded, draft.paragraphs)))
            if letter.body not in others:
                return letter
        raise TooFewWordings

    def _reworded(self, paragraph: Paragraph) -> Paragraph:
        key = paragraph.kind, paragraph.id
        last = self._last.get(key)
        self._last[key] = self._composer.another_way(last) if last else paragraph
        return self._last[key]

    def _drafts(self, concern_ids: tuple[str, ...], ask_id: str) -> list[Letter]:
        """A letter for each way to pick and order the concerns, shuffled."""
        offered = self._campaign.concerns_on(self._today)
        suggested = tuple(concern.id for concern in offered if concern.suggested)
        chosen = tuple(c.id for c in offered if c.id in concern_ids) or suggested
        picks = list(permutations(chosen, min(CONCERNS, len(chosen))))
        self._random.shuffle(picks)
        nobody = Sender(NO_TEXT)  # whoever signs fills in a name by hand
        return [
            self._composer.assemble(
                Answers(nobody, (), pick, self._ask(ask_id, pick)), self._random
            )
            for pick in picks
        ]

    def _ask(self, wanted: str, pick: tuple[str, ...]) -> str:
        asks = asks_for(self._campaign, self._to, self._today, pick, sure=True)
        fit = [ask.id for ask in asks]
        return wanted if wanted in fit else (fit[0] if fit else "")
