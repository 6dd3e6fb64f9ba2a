"""Letters that strain the page: crowded addresses, endless words, nothing much to say."""

from dataclasses import replace

from letterwriter.parliament.addressee import HOUSE_OF_COMMONS
from letterwriter.text.cleaning import clean
from tests.cleaned import lines
from tests.unit.documents.paper import letter, of_words, prose

LONG_SENDER = (
    "Dr Constance Featherstonehaugh-Cholmondeley",
    "Flat 1234, The Old Manufactory Buildings",
    "Upper Brook Street West",
    "Greater Manchester and the districts around Rusholme",
    "a.very.long.address.indeed@some-organisation.example.org.uk",
    "W" * 60,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Ynys Môn",
    "LL61 5UJ",
    "07700 900123",
)
LONG_RECIPIENT = (
    "The Rt Hon Dame Constance Featherstonehaugh-Cholmondeley DBE KC MP",
    "Member of Parliament for Inverness, Skye and West Ross-shire",
    "Parliamentary Under-Secretary of State",
    "Westminster",
    *HOUSE_OF_COMMONS,
)
CROWDED = replace(letter(prose(300), sender=LONG_SENDER), recipient=lines(*LONG_RECIPIENT))
OVERFULL = replace(
    letter(prose(40), sender=tuple(f"line {n}" for n in range(40))),
    recipient=lines(*(f"line {n}" for n in range(20))),
    date=clean("the second of March " * 20),
)
ENDLESS = letter("x" * 20_000, "W" * 61 + " " + "م" * 900)
ALL_SORTS = {
    "short": of_words(40),
    "usual": of_words(300),
    "long": of_words(700),
    "crowded": CROWDED,
    "overfull": OVERFULL,
    "endless": ENDLESS,
}
