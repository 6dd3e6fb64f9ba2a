"""Many simulated writers who chose the same, and how alike their letters are.

What is compared is what an office or a web service compares: the letter from
its greeting to its close. The blocks of addresses, the date and the name are
left out, since they are the writer's own address and day and not the campaign's
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
from pathlib import Path
from random import Random

from letterwriter.campaigns.campaign import Campaign
from letterwriter.files.faults import Fault, FaultyFiles
from letterwriter.letters.answers import Answers, Sender, Story
from letterwriter.letters.composer import Composer
from letterwriter.letters.letter import Letter
from letterwriter.parliament.addressee import Addressee
from letterwriter.parliament.members import Constituency, Country, Member, Role
from letterwriter.text.clean_text import NO_TEXT, CleanText, squeezed
from letterwriter.text.cleaning import clean
from letterwriter.text.shingles import Fingerprint, dice, fingerprint

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


def simulated_addressee(role: Role) -> Addressee:
    """A member of this role whom nobody writes to, for letters that are only measured."""
    return Addressee(_MEMBER, role, _CONSTITUENCY)


class Simulation:
    """Writers who made the same choices and have these stories, or none.

    The same seed and number of writers give the same letters.
    """

    def __init__(
        self, campaign: Campaign, today: date, stories: Sequence[CleanText], seed: int
    ) -> None:
        self._composer = Composer(campaign, simulated_addressee(Role.BACKBENCHER), today)
        self._today = today
        self._stories = stories
        self._seed = seed
        asks = campaign.asks_on(today, Role.BACKBENCHER)
        self._ask_id = asks[0].id if asks else ""  # the first that the site offers
        self._prompt_id = max(campaign.prompts, key=lambda prompt: len(prompt.lead_in)).id

    def scores(self, concern_ids: tuple[str, ...], writers: int) -> list[float]:
        """How alike the letters of so many writers are, who chose these concerns."""
        random = Random(f"{self._seed} {concern_ids} {writers}")
        stories = random.sample(self._stories, len(self._stories)) or [NO_TEXT]
        letters = [
            (story, self._marks(concern_ids, story, random))
            for story in (stories[i % len(stories)] for i in range(writers))
        ]
        return list(_compared(letters))

    def _marks(self, concern_ids: tuple[str, ...], story: CleanText, random: Random) -> Fingerprint:
        stories = (Story(self._prompt_id, story, lead_in=True),) if story else ()
        answers = Answers(Sender(NO_TEXT), stories, concern_ids, self._ask_id)
        return fingerprint(compared_text(self._composer.assemble(answers, random)))


def compared_text(letter: Letter) -> str:
    """A letter from its greeting to its close."""
    return "\n".join((letter.salutation, *letter.body, letter.close))


def choices(campaign: Campaign, today: date) -> list[tuple[str, ...]]:
    """Each pair of concerns that can be chosen on a day; the only one, where there is one."""
    ids = [concern.id for concern in campaign.concerns_on(today)]
    return list(combinations(ids, min(2, len(ids))))


def _compared(letters: Sequence[tuple[str, Fingerprint]]) -> Iterator[float]:
    for i, (story, one) in enumerate(letters):
        for step in range(1, min(NEXT, len(letters) - 1) + 1):
            other_story, other = letters[(i + step) % len(letters)]
            if not story or story != other_story:
                yield dice(one, other)


def load_stories(path: Path) -> tuple[CleanText, ...]:
    """The stories of a file, separated by blank lines; lines that begin with # are remarks.

    Raises FaultyFiles for a file that is missing or holds none.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise FaultyFiles([Fault(path.name, "", f"cannot be read: {error.strerror}")]) from None
    text = "\n".join(line for line in lines if not line.startswith("#"))
    stories = tuple(squeezed(clean(story)) for story in text.split("\n\n") if story.strip())
    if not stories:
        raise FaultyFiles([Fault(path.name, "", "holds no stories: write some, parted by lines")])
    return stories
