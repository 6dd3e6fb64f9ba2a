"""What is wrong with the words of one passage, and how to fix it."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from letterwriter.campaigns.lint.house_style import HouseStyle
from letterwriter.campaigns.lint.readability import HARDEST, hardest
from letterwriter.campaigns.texts import CONCERN_KINDS, CampaignText
from letterwriter.files.faults import Fault
from letterwriter.text.passage import SLOT, Slots, fill, slots_of
from letterwriter.text.word_split import words_of

CONCERN_WORDS = range(20, 66)  # a paragraph this long leaves space for the writer's own
LONGEST_FRAME = 60  # words of an opening, an ask or a thanks, whatever wordings are picked
LONGEST_LABEL = 16  # words: two lines on a phone
PHRASE = 6  # words: two wordings of a sentence are bound to share shorter runs
MOST_SHARED = 0.30  # of the shorter one's phrases

# Short names, so that a passage's grade is that of the campaign's own words.
_SHORT_NAMES = {"constituency": "Leeds", "mp_name": "Jo Smith", "council": "Leeds"}

# Digits, and number words that state a quantity which a source should back.
_FIGURE = re.compile(
    r"\d|\b(?:per ?cent|(?:hundred|thousand|million|billion)s?|dozens?|half|quarter|"
    r"eleven|twelve|thirteen|fifteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\[[^\[\]]*\]|\bXX+\b|\bTODO\b|lorem ipsum|<[a-z ]+>", re.IGNORECASE)
# "It is hard to ..." and "It takes ..." point at what follows, so they may stand.
_PERSON = re.compile(
    r"(?:They|Them|Their|He|She|His|Her|Its|"
    r"It(?! (?:is|was|seems|takes|will be|would be|may be)\b))\b"
)
# "That is wrong" may stand after a sentence that says what, and not before one.
_POINTER = re.compile(
    r"(?:This|That|These|Those) (?:is|are|was|were|has|have|means?|would|will|could|can)\b"
)


def check_words(place: CampaignText, style: HouseStyle, slots: Slots) -> Iterator[Fault]:
    """Placeholders, American spellings and claims that must not be printed."""
    for i, j, wording in place.wordings():
        at = _numbers_of(place, i, j)
        if found := _PLACEHOLDER.search(SLOT.sub("", wording)):
            yield place.fault(f'has the placeholder "{found[0]}"; write what is meant', *at)
        for word in words_of(wording):
            if british := style.spelling.get(word):
                what = f'has the American spelling "{word}"; write "{british}"'
                yield place.fault(what, *at)
        filled = SLOT.sub(lambda match: slots.get(match[1], match[0]), wording)
        for banned in style.banned:
            phrase = next(filter(None, map(banned.found_in, {wording, filled})), "")
            if phrase:
                yield place.fault(f'says "{phrase}": {banned.reason}', *at)


def check_undated(place: CampaignText, style: HouseStyle) -> Iterator[Fault]:
    """Words such as "recently", which a letter of another month makes untrue."""
    for i, j, wording in place.wordings():
        for undated in style.undated:
            if phrase := undated.found_in(wording):
                what = f'says "{phrase}", which will not stay true: {undated.reason}'
                yield place.fault(what, *_numbers_of(place, i, j))


def check_unfilled(place: CampaignText) -> Iterator[Fault]:
    """Braces in a text that is shown as it stands."""
    for _, _, wording in place.wordings():
        if "{" in wording or "}" in wording:
            yield place.fault("has a brace, and no slot is filled here: write the words out")


def check_wordings(place: CampaignText, slots: Slots) -> Iterator[Fault]:
    """Slots that nothing fills, braces and figures that should be slots, numbers about a place."""
    for i, j, wording in place.wordings():
        for slot in sorted(slots_of(wording) - slots.keys()):
            yield place.fault(f"has the slot {{{slot}}}, which nothing fills", i, j)
        plain = SLOT.sub("", wording)
        if "{" in plain or "}" in plain:
            yield place.fault("has a brace that is not part of a slot such as {fact.figure}", i, j)
        if found := _FIGURE.search(plain):
            what = f'says "{found[0]}": put the figure into facts.toml and write its slot here'
            yield place.fault(what, i, j)
        named = slots_of(wording)
        if named & {"constituency", "council"} and any("." in slot for slot in named):
            what = "puts a figure beside a place, as if it were about that place; separate them"
            yield place.fault(what, i, j)


def check_siblings(place: CampaignText, slots: Slots) -> Iterator[Fault]:
    """Wordings of one sentence that are too much alike."""
    for i, sentence in enumerate(place.passage.sentences):
        phrases = [_phrases(fill(wording, slots)) for wording in sentence]
        for (j, one), (k, other) in combinations(enumerate(phrases), 2):
            share = len(one & other) / max(1, min(len(one), len(other)))
            if share > MOST_SHARED:
                run = " ".join(min(one & other))
                what = (
                    f"shares {share:.0%} of its six-word phrases with wording {j + 1}, such as "
                    f'"{run}"; {MOST_SHARED:.0%} is the most: say it another way'
                )
                yield place.fault(what, i, k)


def check_copies(concerns: Sequence[CampaignText], slots: Slots) -> Iterator[Fault]:
    """Concerns that say in great part what another does: a copied file that was not rewritten."""
    told = [(place, _phrases_of(place, slots)) for place in concerns]
    for (one, phrases), (other, others) in combinations(told, 2):
        share = len(phrases & others) / max(1, min(len(phrases), len(others)))
        if share > MOST_SHARED:
            what = (
                f"shares {share:.0%} of its six-word phrases with {one.file}, such as "
                f'"{" ".join(min(phrases & others))}"; {MOST_SHARED:.0%} is the most: '
                "a concern says what no other says"
            )
            yield other.fault(what)


def check_neighbours(place: CampaignText) -> Iterator[Fault]:
    """Wordings that begin with a word whose noun the sentence before may not hold."""
    for i, j, wording in place.wordings():
        if found := _PERSON.match(wording) or (None if i else _POINTER.match(wording)):
            what = f'begins with "{found[0]}", and what that is may not have been said: name it'
            yield place.fault(what, i, j)


def check_reading(place: CampaignText, slots: Slots) -> Iterator[Fault]:
    """A passage whose hardest wordings, taken together, are too hard to read."""
    short = {**slots, **_SHORT_NAMES}
    sentences = [[fill(wording, short) for wording in s] for s in place.passage.sentences if s]
    level, choice = hardest(sentences) if sentences else (0.0, ())
    if level > HARDEST:
        numbers = ", ".join(str(j + 1) for j in choice)
        what = (
            f"reads at grade {level:.1f} with wordings {numbers}, and {HARDEST:.0f} is the most: "
            "use shorter words or shorter sentences"
        )
        yield place.fault(what)


def check_lengths(place: CampaignText, slots: Slots) -> Iterator[Fault]:
    """The shortest and the longest paragraph that the wordings can make."""
    counts = [[len(words_of(fill(w, slots))) for w in s] for s in place.passage.sentences if s]
    shortest, longest = sum(map(min, counts)), sum(map(max, counts))
    if place.kind in CONCERN_KINDS:
        if longest >= CONCERN_WORDS.stop:
            yield place.fault(f"can have {longest} words; shorten it to {CONCERN_WORDS.stop - 1}")
        if shortest < CONCERN_WORDS.start:
            yield place.fault(f"can have only {shortest} words; bring it to {CONCERN_WORDS.start}")
        return
    most = LONGEST_LABEL if place.kind == "label" else LONGEST_FRAME
    if longest > most:
        yield place.fault(f"can have {longest} words; shorten it to {most}")


def _numbers_of(place: CampaignText, sentence: int, wording: int) -> tuple[int, int]:
    """Where to say that a wording stands: a text alone needs no number."""
    return (-1, -1) if place.kind in {"aside", "label"} else (sentence, wording)


def _phrases_of(place: CampaignText, slots: Slots) -> frozenset[tuple[str, ...]]:
    """The phrases of all wordings of a place that can be filled; the others are a fault anyway."""
    fillable = (w for _, _, w in place.wordings() if slots_of(w) <= slots.keys())
    filled = (fill(wording, slots) for wording in fillable)
    return frozenset().union(*map(_phrases, filled))


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of six words; a shorter text is a single phrase."""
    spoken = words_of(text)
    runs = zip(*(spoken[offset:] for offset in range(PHRASE)), strict=False)
    return frozenset(runs) or frozenset({tuple(spoken)})
