"""What a person told us, from which a letter is put together."""

from dataclasses import dataclass

MOST_CONCERNS = 3  # so that the writer's own words weigh most
LONGEST_STORY = 4000  # characters for each prompt: about two pages


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes. Only the name is always there; empty text stands for "not given"."""

    name: str
    address: tuple[str, ...] = ()
    postcode: str = ""
    email: str = ""
    phone: str = ""
    reply_by_email: bool = False

    @property
    def block(self) -> tuple[str, ...]:
        """The lines at the top of the letter: name, address, postcode, email, phone."""
        lines = (self.name, *self.address, self.postcode, self.email, self.phone)
        return tuple(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Story:
    """An answer to a prompt, and whether the prompt's lead-in should begin it."""

    prompt_id: str
    text: str
    lead_in: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that goes into a letter, in the order in which it is printed."""

    sender: Sender
    stories: tuple[Story, ...] = ()
    concern_ids: tuple[str, ...] = ()
    ask_id: str = ""
