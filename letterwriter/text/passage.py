"""Passages: a run of sentences, each with several wordings that say the same thing.

A wording is plain text with ``{slots}``: a word about the letter
(``{constituency}``) or a figure of a fact (``{leave-30.months}``), so that a
figure stands in one place. Only wordings are filled, in one pass; what a
person typed is never searched for slots.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

SLOT = re.compile(r"\{([a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)?)\}")

Slots = Mapping[str, str]
Choice = tuple[int, ...]


def slots_of(wording: str) -> frozenset[str]:
    """The names of the slots in a wording: ``{"constituency", "leave-30.months"}``."""
    return frozenset(SLOT.findall(wording))


def fill(wording: str, slots: Slots) -> str:
    """Fill a wording's slots in one pass; raises KeyError for one without a value."""
    return SLOT.sub(lambda match: slots[match[1]], wording)


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences in order, each a tuple of wordings that fit with all the others.

    A *choice* is one wording's index for each sentence: ``(0, 2, 1)``.
    """

    sentences: tuple[tuple[str, ...], ...]

    def pick(self, random: Random, slots: Slots) -> Choice:
        """A choice at random among the wordings whose slots all have values."""
        return tuple(random.choice(self._usable(i, slots)) for i in range(len(self.sentences)))

    def render(self, choice: Choice, slots: Slots) -> str:
        """The passage as one paragraph. An index that is out of range starts again from 0."""
        return " ".join(fill(wording, slots) for wording in self._chosen(choice))

    def can_say(self, choice: Choice, slots: Slots) -> bool:
        """Whether it is a choice of this passage, and every slot of its wordings has a value."""
        if len(choice) != len(self.sentences):  # of what stood here on an earlier day
            return False
        return all(slots_of(wording) <= slots.keys() for wording in self._chosen(choice))

    def another(self, choice: Choice, slots: Slots) -> Choice:
        """The next choice: every sentence changes, and long runs do not repeat.

        Each sentence steps to its next usable wording; whenever one comes
        round to its start, the sentence after it steps once more, as a clock's
        hands do.
        """
        stepped: list[int] = []
        carry = False
        for i, index in enumerate(choice):
            usable = self._usable(i, slots)
            place = usable.index(index) if index in usable else -1
            place = (place + (2 if carry else 1)) % len(usable)
            carry = place == 0
            stepped.append(usable[place])
        return tuple(stepped)

    def _chosen(self, choice: Choice) -> list[str]:
        return [
            sentence[index % len(sentence)]
            for sentence, index in zip(self.sentences, choice, strict=True)
        ]

    def _usable(self, sentence: int, slots: Slots) -> list[int]:
        """Indexes of a sentence's wordings whose slots have values."""
        wordings = self.sentences[sentence]
        usable = [i for i, wording in enumerate(wordings) if slots_of(wording) <= slots.keys()]
        if not usable:
            raise KeyError(f"no wording of sentence {sentence + 1} can be filled")
        return usable
