"""Words that stand beside postcodes, or look like a part of one."""

from typing import Final

# Three letters that could be a second half by their look-alikes: "IN E17 OUR FLAT" has no 0UR.
_WORDS: Final = (
    "BAD BAG BAH BAN BAR BAT BAY BED BEE BEG BEL BEN BET BLD BRA BUD BUG BUN BUS BUT BUY BYE "
    "GAB GAG GAL GAP GAS GAY GDN GEL GEN GET GRN GUN GUS GUT GUY ILL INN IRE ITS "
    "LAB LAD LAG LAP LAW LAX LAY LEA LED LEE LEG LEN LES LET LEX LTD LUX LYN "
    "OAF OAR OAT ODD ODE OFF OFT OLD ONE OPT ORB ORE OUR OUT OWE OWL OWN "
    "SAD SAG SAL SAP SAT SAW SAX SAY SEA SEE SET SEW SEX SHE SHY SLY SPA SPY STH STY SUE SUN SUP "
    "ZAP ZED ZEN"
)
LIKE_INWARD: Final = frozenset(_WORDS.split())
# "Flat B2" and "Room E4" are no districts.
_ROOMS: Final = (
    "APARTMENT APT BAY BLOCK BOX BUILDING BUS DOOR FLAT FLATS FLOOR GATE LEVEL NO NUMBER "
    "PLATFORM PLOT ROOM ROUTE SHOP STAND STUDIO SUITE UNIT WARD"
)
BEFORE_A_NUMBER: Final = frozenset(_ROOMS.split())
MOTORWAY: Final = frozenset(("JUNCTION", "MOTORWAY", "TOLL"))  # "M6 toll"
OF_A_DISTRICT: Final = frozenset(("AREA", "DISTRICT", "PART", "POSTCODE"))  # "the M14 area"
COUNTRIES: Final = ("UK", "GB", "ENGLAND", "SCOTLAND", "WALES", "UNITED", "GREAT", "NORTHERN")
