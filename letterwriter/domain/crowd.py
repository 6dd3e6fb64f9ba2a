"""Many simulated writers who chose the same, and how alike their letters are.

What is compared is what an office or a web service compares: the letter from
its greeting to its close. The blocks of addresses, the date and the name are
left out, since they tell the writer's own house and day and not the campaign's
words. The simulated member has no council's name to offer, and the writers keep
the longest lead-in there is: both are what makes letters most alike.

Comparing all of 1,000 letters with each other would be half a million scores
for each pair of concerns. Each letter is compared with its next twenty instead,
so that every letter counts as often as any other, and two writers who drew the
same story are never compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from random import Random

from letterwriter.domain.addressee import Addressee
from letterwriter.domain.answers import Answers, Sender, Story
from letterwriter.domain.campaign import Campaign
from letterwriter.domain.composition import Composer
from letterwriter.domain.distinctness import Marks, dice, marks
from letterwriter.domain.letter import Letter
from letterwriter.domain.parliament import Constituency, Country, Member, Role

NEXT = 20  # letters that each letter is compared with

_MEMBER = Member("", "Alex Morgan", "Alex Morgan MP", "", "")
_CONSTITUENCY = Constituency("", "Newtown East", "", Country.ENGLAND, ())


@dataclass(frozen=True, slots=True)
class Spread:
    """How alike letters are: scores of 0 to 1 at three percentiles."""

    median: float
    p95: float
    p99: float

    @classmethod
    def of(cls, scores: Sequence[float]) -> "Spread":
        """The spread of some scores, of which there is at least one."""
        ranked = sorted(scores)
        median, p95, p99 = (ranked[int(share * (len(ranked) - 1))] for share in (0.5, 0.95, 0.99))
        return cls(median, p95, p99)


class Crowd:
    """Writers who made the same choices and tell these stories, or none.

    The same seed and number of writers give the same letters.
    """

    def __init__(self, campaign: Campaign, today: date, stories: Sequence[str], seed: int) -> None:
        self._composer = Composer(campaign, Addressee(_MEMBER, Role.BACKBENCHER, _CONSTITUENCY))
        self._today = today
        self._stories = stories
        self._seed = seed
        asks = campaign.asks_on(today, Role.BACKBENCHER)
        self._ask_id = asks[0].id if asks else ""  # the first that the site offers
        self._prompt_id = max(campaign.prompts, key=lambda prompt: len(prompt.lead_in)).id

    def scores(self, concern_ids: tuple[str, ...], writers: int) -> list[float]:
        """How alike the letters of so many writers are, who chose these concerns."""
        random = Random(f"{self._seed} {concern_ids} {writers}")
        stories = random.sample(self._stories, len(self._stories)) or [""]
        letters = [
            (story, self._marks(concern_ids, story, random))
            for story in (stories[i % len(stories)] for i in range(writers))
        ]
        return list(_compared(letters))

    def _marks(self, concern_ids: tuple[str, ...], story: str, random: Random) -> Marks:
        stories = (Story(self._prompt_id, story, lead_in=True),) if story else ()
        answers = Answers(Sender(""), stories, concern_ids, self._ask_id)
        return marks(compared_text(self._composer.assemble(answers, self._today, random)))


def compared_text(letter: Letter) -> str:
    """A letter from its greeting to its close."""
    return "\n".join((letter.salutation, *letter.body, letter.close))


def choices(campaign: Campaign, today: date) -> list[tuple[str, ...]]:
    """Each pair of concerns that can be chosen on a day; the only one, where there is one."""
    ids = [concern.id for concern in campaign.concerns_on(today)]
    return list(combinations(ids, min(2, len(ids))))


def _compared(letters: Sequence[tuple[str, Marks]]) -> Iterator[float]:
    for i, (story, one) in enumerate(letters):
        for step in range(1, min(NEXT, len(letters) - 1) + 1):
            other_story, other = letters[(i + step) % len(letters)]
            if not story or story != other_story:
                yield dice(one, other)
