"""What a person typed and chose, from which a letter is put together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from letterwriter.letters.letter import as_sentence
from letterwriter.postcodes.typed.address import read_address
from letterwriter.text.clean_text import NO_TEXT, CleanText, squeezed

MOST_CONCERNS = 3  # so that the writer's own words weigh most
SUGGESTED_CONCERNS = 2  # where none are named
LONGEST_STORY = 4000  # characters for each prompt: about two pages
LONGEST_WHY = 300  # characters for each concern: a sentence or two
SHORT_SECONDS = 30  # for each question of a short letter, as people are told before they begin
LONG_SECONDS = 80  # for each question of a longer one


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes. Only the name is always there; empty text stands for "not given".

    `sender_of` makes it of what was typed.
    """

    name: CleanText
    address: tuple[CleanText, ...] = ()
    postcode: CleanText = NO_TEXT
    email: CleanText = NO_TEXT
    phone: CleanText = NO_TEXT
    reply_by_email: bool = False

    @property
    def block(self) -> tuple[CleanText, ...]:
        """The lines at the top of the letter: name, address, postcode, email, phone."""
        lines = (self.name, *self.address, self.postcode, self.email, self.phone)
        return tuple(line for line in lines if line)


def sender_of(
    name: CleanText,
    address: CleanText,
    postcode: CleanText,
    email: CleanText = NO_TEXT,
    phone: CleanText = NO_TEXT,
    *,
    reply_by_email: bool = False,
) -> Sender:
    """Who writes, by what was typed into each box: the one rule for pages, lists and commands.

    The postcode may stand in the address instead of its own box.
    """
    name, email, phone = squeezed(name), squeezed(email), squeezed(phone)
    read = read_address(address, postcode, name, others=sum(map(bool, (name, email, phone))))
    answer = bool(reply_by_email and email)
    return Sender(name, read.lines, read.postcode, email, phone, reply_by_email=answer)


@dataclass(frozen=True, slots=True)
class Story:
    """An answer to a prompt, and whether the prompt's lead-in should begin it."""

    prompt_id: str
    text: CleanText
    lead_in: bool = False


OWN_LINE = "again"  # the id under which a second letter has the writer's own words


@dataclass(frozen=True, slots=True)
class FirstLetter:
    """What a second letter says of the first: the case it is in, its day and its question.

    ``case`` is the id of one of the campaign's; ``ask`` is empty where the writer gives none.
    """

    case: str
    date: CleanText  # as printed: "25 November 2026"
    ask: CleanText = NO_TEXT

    @property
    def slots(self) -> dict[str, str]:
        """What wordings may take of it, by slot."""
        asked = {"first-ask": as_sentence(self.ask)} if self.ask else {}
        return {"first-date": self.date, **asked}


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that goes into a letter, in the order in which it is printed.

    ``whys`` are why concerns matter to the writer, by the concerns' ids, each in one line.
    """

    sender: Sender
    stories: tuple[Story, ...] = ()
    concern_ids: tuple[str, ...] = ()
    ask_id: str = ""
    whys: Mapping[str, CleanText] = field(default_factory=dict)
