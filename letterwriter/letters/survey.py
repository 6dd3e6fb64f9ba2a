"""How alike the letters of people with the same choices may be, and whether they are.

Each pair of concerns is looked at with a twentieth of the writers; then those that
came out worst with all of them. So the worst pair is found without composing
hundreds of thousands of letters, and it decides: a mean would hide it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from letterwriter.campaigns.campaign import Campaign
from letterwriter.letters.simulation import Simulation, Spread, choices
from letterwriter.text.clean_text import CleanText

FINALISTS = 5  # choices that are looked at with all the writers
FEWEST_WRITERS = 50  # in the first look
SIXTY_WORDS = range(50, 71)
NONE = 1.0  # no limit

ConcernIds = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """The stories that writers tell, and how alike their letters may be."""

    name: str
    lengths: range  # of the stories, in words; empty where the letter has none
    most: Spread

    @property
    def limited(self) -> bool:
        """Whether there is a limit at all; a case without one is reported for comparison."""
        return self.most != Spread(NONE, NONE, NONE)

    @property
    def judged(self) -> str:
        """The percentile that finds the worst choices."""
        return "p99" if self.most.p99 < NONE else "p95"


CASES = (
    Case("stories of about 60 words", SIXTY_WORDS, Spread(0.15, NONE, 0.40)),
    Case("stories of 20 to 120 words", range(20, 121), Spread(NONE, NONE, NONE)),
    Case("no story", range(0), Spread(NONE, 0.45, NONE)),
)


class Survey:
    """The letters of one case. Iterating takes the looks one by one, as many as its length."""

    def __init__(
        self, campaign: Campaign, today: date, case: Case, stories: Sequence[CleanText], seed: int
    ) -> None:
        matching = [story for story in stories if len(story.split()) in case.lengths]
        self.case = case
        self.worst: dict[ConcernIds, Spread] = {}  # with all the writers
        self._choices = choices(campaign, today)
        self._finalists = min(FINALISTS if case.limited else 1, len(self._choices))
        self._simulation = Simulation(campaign, today, matching, seed)
        self._scores: list[float] = []

    def steps(self, writers: int) -> Iterator[None]:
        """Look at every choice with some writers and at the worst with all, one a step."""
        spreads: dict[ConcernIds, Spread] = {}
        for chosen in self._choices:
            scores = self._simulation.scores(chosen, max(FEWEST_WRITERS, writers // 20))
            self._scores += scores
            spreads[chosen] = Spread.of(scores)
            yield
        ranked = sorted(spreads, key=lambda chosen: getattr(spreads[chosen], self.case.judged))
        for chosen in ranked[-self._finalists :]:
            self.worst[chosen] = Spread.of(self._simulation.scores(chosen, writers))
            yield

    @property
    def length(self) -> int:
        """How many steps there are."""
        return len(self._choices) + self._finalists

    @property
    def all(self) -> Spread:
        """The letters of all choices together, from the first look."""
        return Spread.of(self._scores)

    def missed(self) -> Iterator[tuple[ConcernIds, str, float, float]]:
        """Each limit that some choice misses: the choice, the percentile, its score, the limit."""
        for percentile in ("median", "p95", "p99"):
            most = getattr(self.case.most, percentile)
            for chosen, spread in self.worst.items():
                if getattr(spread, percentile) > most:
                    yield chosen, percentile, getattr(spread, percentile), most

    def worst_choice(self) -> ConcernIds:
        """The choice whose letters are most alike."""
        return max(self.worst, key=lambda chosen: getattr(self.worst[chosen], self.case.judged))
