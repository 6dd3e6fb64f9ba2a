"""Which halves of postcodes can be: the rules about letters, and the areas that there are.

Sources: BS 7666 as the Government Data Standards Catalogue gives it, for the
letters that each place may hold; Royal Mail, for the areas and for the few
that have a district 0. Its twin is static/js/engine/postcode_rules.js.
"""

from collections.abc import Iterable
from itertools import product
from typing import Final

_AREA_LIST: Final = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN "
    "DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA "
    "LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG "
    "SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE "
)
AREAS: Final = frozenset(_AREA_LIST.split())
WITH_DISTRICT_0: Final = frozenset(["BL", "BS", "CM", "CR", "FY", "HA", "PR", "SL", "SS"])
LETTERED: Final = {  # London's areas whose districts may end in a letter, and which letters
    **dict.fromkeys(("E", "N", "W"), "ABCDEFGHJKPSTUW"),
    **dict.fromkeys(("EC", "NW", "SE", "SW", "WC"), "ABEHMNPRVWXY"),
}
UNIT_LETTERS: Final = "ABDEFGHJLNPQRSTUWXYZ"


def _districts(area: str) -> Iterable[str]:
    yield from (f"{area}{number}" for number in range(area not in WITH_DISTRICT_0, 100))
    yield from (f"{area}{n}{end}" for n in range(1, 10) for end in LETTERED.get(area, ""))


# All halves that the rules allow: two look-ups in a set are faster than a
# pattern, and leave a look-alike (O for 0, I for 1) no second reading.
OUTWARD: Final = frozenset(half for area in AREAS for half in _districts(area))
INWARD: Final = frozenset(map("".join, product("0123456789", UNIT_LETTERS, UNIT_LETTERS)))
