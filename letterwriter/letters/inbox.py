"""Ten letters of one campaign side by side, as a caseworker sees them on her desk.

She looks for a sentence that stands twice. Two letters "share" when a run of eight
campaign words stands in both; what people wrote themselves does not count.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import combinations
from random import Random
from typing import Final

from letterwriter.campaigns.campaign import Campaign
from letterwriter.letters.answers import SUGGESTED_CONCERNS, Answers, Sender, Story
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Kind, Letter
from letterwriter.letters.offered import ORDERS, asks_for, suggested_first
from letterwriter.letters.simulation import compared_text, simulated_addressee
from letterwriter.parliament.members import Role
from letterwriter.text.clean_text import NO_TEXT, CleanText
from letterwriter.text.shingles import dice, fingerprint
from letterwriter.text.word_split import words_of

RUN: Final = 8  # words: people do not share so many by chance
COMMON: Final = 3  # sentences of two letters that make them copies of one another


class Setting(StrEnum):
    """What the ten people chose."""

    OFFERED = "as the site offers"  # the first two of the suggested concerns, in a drawn order
    SAME = "the same choices"
    SHORT = "two-minute letter, same concern"


@dataclass(frozen=True, slots=True)
class Aims:
    """The most that may be: shares of pairs, letters of ten, and scores from 0 to 1."""

    sharing: float
    three_sentences: float = 1.0
    copies: int = 10  # in the middle one of the inboxes
    p99: float = 1.0


AIMS: Final = {
    Setting.OFFERED: Aims(sharing=0.50, copies=3),
    Setting.SAME: Aims(sharing=0.65, three_sentences=0.05),
    Setting.SHORT: Aims(sharing=0.50, p99=0.40),
}


@dataclass(slots=True)
class Measured:
    """What was found in some inboxes, each a number of letters to one member."""

    pairs: int = 0
    sharing: int = 0
    three_sentences: int = 0
    copies: list[int] = field(default_factory=list)  # of the run that stands in most, each inbox
    scores: list[float] = field(default_factory=list)  # of shingles, for each pair

    def add(self, letters: Sequence[Letter]) -> None:
        """Count one inbox."""
        runs = [campaign_runs(letter) for letter in letters]
        sentences = [_sentences(letter) for letter in letters]
        marks = [fingerprint(compared_text(letter)) for letter in letters]
        counted = Counter(run for letter in runs for run in letter)
        self.copies.append(max(counted.values(), default=0))
        for i, j in combinations(range(len(letters)), 2):
            self.pairs += 1
            self.sharing += bool(runs[i] & runs[j])
            self.three_sentences += len(sentences[i] & sentences[j]) >= COMMON
            self.scores.append(dice(marks[i], marks[j]))

    def score(self, percentile: float) -> float:
        """The score of shingles at a percentile from 0 to 1; 0 where there is no pair."""
        ranked = sorted(self.scores) or [0.0]
        return ranked[int(percentile * (len(ranked) - 1))]

    @property
    def middle_copies(self) -> int:
        """In how many letters the commonest run stands, in the middle one of the inboxes."""
        return sorted(self.copies)[len(self.copies) // 2] if self.copies else 0

    def missed(self, aims: Aims) -> Iterator[str]:
        """What is more than it may be, in words."""
        found = (
            ("pairs with a common run", self.sharing / max(self.pairs, 1), aims.sharing),
            (
                "pairs with three common sentences",
                self.three_sentences / max(self.pairs, 1),
                aims.three_sentences,
            ),
        )
        for what, share, most in found:
            if share > most:
                yield f"{what} {share:.0%}, at most {most:.0%}"
        if self.middle_copies > aims.copies:
            yield f"one run in {self.middle_copies} letters, at most {aims.copies}"
        if (score := self.score(0.99)) > aims.p99:
            yield f"shingles at the 99th percentile {score:.2f}, at most {aims.p99:.2f}"


class Inbox:
    """Letters to a member of one role, in one setting, by a number of people."""

    def __init__(self, campaign: Campaign, role: Role, today: date, random: Random) -> None:
        self._campaign = campaign
        self._to = simulated_addressee(role)
        self._composer = Composer(campaign, self._to, today)
        self._today = today
        self._random = random

    def letters(
        self, setting: Setting, number: int, stories: Sequence[CleanText]
    ) -> tuple[Letter, ...]:
        """So many letters, each with another of the stories, or with none where there are none."""
        chosen = self._concerns(1 if setting is Setting.SHORT else SUGGESTED_CONCERNS)
        told = self._random.sample(stories, number) if stories else [NO_TEXT] * number
        return tuple(
            self._letter(
                self._concerns(SUGGESTED_CONCERNS) if setting is Setting.OFFERED else chosen, story
            )
            for story in told
        )

    def _concerns(self, number: int) -> tuple[str, ...]:
        offered = self._campaign.concerns_on(self._today)
        drawn = suggested_first(offered, self._random.randrange(ORDERS))
        return tuple(concern.id for concern in drawn[:number])

    def _letter(self, concern_ids: tuple[str, ...], story: CleanText) -> Letter:
        asks = asks_for(self._campaign, self._to, self._today, concern_ids)
        stories = (Story("", story),) if story else ()
        ask_id = asks[0].id if asks else ""
        return self._composer.assemble(
            Answers(Sender(NO_TEXT), stories, concern_ids, ask_id), self._random
        )


def campaign_runs(letter: Letter) -> frozenset[tuple[str, ...]]:
    """Every run of eight words within a paragraph that the campaign wrote."""
    ours = (words_of(p.template) for p in letter.standing if p.kind is not Kind.STORY)
    return frozenset(
        run for words in ours for run in zip(*(words[i:] for i in range(RUN)), strict=False)
    )


def _sentences(letter: Letter) -> frozenset[tuple[Kind, str, int, int]]:
    """Which wording of which sentence of the campaign's stands in a letter."""
    return frozenset(
        (p.kind, p.id, i, wording)
        for p in letter.standing
        if p.kind not in (Kind.STORY, Kind.OWN)
        for i, wording in enumerate(p.choice)
    )
