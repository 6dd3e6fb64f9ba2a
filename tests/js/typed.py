"""What people may type for a postcode: thousands of texts of all sorts, the same on every run."""

from collections.abc import Iterator
from random import Random

from letterwriter.postcodes.postcode import Postcode
from letterwriter.postcodes.sector_table import PostcodeTable
from letterwriter.postcodes.typed.rules import INWARD, OUTWARD

_LOOK_ALIKES = {"O": "O0", "0": "0O", "I": "I1", "1": "1I"}
_BETWEEN = ["", "", "", " ", " ", "\u00a0", "\u200b", "-", ".", "\t"]


def texts(table: PostcodeTable, seed: int) -> list[str]:
    """About 3,000 texts: known postcodes, new ones, halves, places without a constituency."""
    random = Random(seed)
    plain = [str(place) for place in (*_known(table, random), *_others(table, random))]
    return [*plain, *(_by_hand(text, random) for text in random.sample(plain, 800))]


def _known(table: PostcodeTable, random: Random) -> Iterator[str]:
    for sector, _, units in random.choices(list(table.rows()), k=1_500):
        at = 2 * random.randrange(len(units) // 2)
        yield sector + units[at : at + 2]


def _others(table: PostcodeTable, random: Random) -> Iterator[Postcode | str]:
    inward = sorted(INWARD)
    sectors = dict(table.sectors())
    split = [sector for sector, codes in sectors.items() if len(codes) > 1]
    whole = [sector for sector, codes in sectors.items() if len(codes) == 1]
    districts = sorted({sector.partition(" ")[0] for sector in sectors})
    for sector in random.sample(whole, 300) + random.sample(split, 300):
        outward, _, digit = sector.partition(" ")
        yield Postcode(outward, digit + random.choice(inward)[1:])  # most ends are in no table
    for outward in random.sample(districts, 200):
        yield Postcode(outward, random.choice(inward))
    for outward in random.sample(sorted(OUTWARD - set(districts)), 100):
        yield Postcode(outward, random.choice(inward))
    yield from random.sample(sorted(OUTWARD), 200)
    elsewhere = [half for half in sorted(OUTWARD) if half[:2] in ("BT", "JE", "GY", "IM", "BF")]
    for outward in random.sample(elsewhere, 60):
        yield random.choice([outward, str(Postcode(outward, random.choice(inward)))])


def _by_hand(text: str, random: Random) -> str:
    """With a slip or two of the fingers, some of which make it another postcode or none."""
    letters = [
        random.choice((letter, letter.lower(), random.choice(_LOOK_ALIKES.get(letter, letter))))
        for letter in text.replace(" ", random.choice(_BETWEEN))
    ]
    if random.random() < 0.2:
        letters.insert(random.randrange(len(letters)), random.choice("AZ09Cİ ٤–é"))
    if random.random() < 0.2:
        letters.pop(random.randrange(len(letters)))
    return random.choice(_BETWEEN).join(letters)
