"""People's full names, hotels and street addresses in running text.

Nobody can tell a name from its letters alone. So a name counts only beside
words that say that it is a person's ("my friend Sara Ahmed"), a hotel only
with a name of its own, an address only with a house number.
"""

import re

_WORD = r"[A-ZÀ-ÖØ-Þ](?:[\w-]|['’](?!s\b)){1,40}"  # begins with a capital; "Ahmed" of "Ahmed's"
_NAME = (
    rf"(?P<found>(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s)?{_WORD}"
    rf"(?:\s(?:(?:al|bin|ibn|el|de|van|abu)[\s-])?{_WORD}){{0,3}})"
)
_RELATION = (
    r"(?:friend|mate|neighbour|solicitor|lawyer|barrister|case\s?worker|advis[eo]r|client|patient"
    r"|pupil|student|colleague|workmate|classmate|housemate|flatmate|roommate|husband|wife|partner"
    r"|fianc[ée]e?|boyfriend|girlfriend|son|daughter|brother|sister|mother|father|mum|mam|dad"
    r"|cousin|nephew|niece|uncle|aunt|auntie|grandson|granddaughter|landlord|landlady|boss|manager"
    r"|teacher|doctor|midwife|nurse|social\sworker|imam|vicar|priest|lodger|tenant)s?"
)
_PERSON = r"(?:man|woman|boy|girl|lad|lady|person|refugee|teenager|child|baby|someone|somebody)"
_OWNER = r"(?:my|our|his|her|their|a|an|the)"
_PLACE_BEFORE = r"(?<!\bin\s)(?<!\bat\s)(?<!\bof\s)(?<!\bto\s)(?<!\bon\s)(?<!\bfrom\s)(?<!\bnear\s)"

FULL_NAMES = (
    # my friend Sara Ahmed; her solicitor, John Smith; a neighbour of mine called Omar Haddad
    (
        rf"(?i:\b{_OWNER}\s(?:[^\W\d]+\s){{0,2}}?{_RELATION}(?:\sof\s(?:mine|ours))?,?\s"
        rf"(?:(?:is\s|was\s|who\sis\s)?(?:called|named)\s)?){_NAME}"
    ),
    # a man called Omar Haddad; a girl there named Sara Ahmed
    (
        rf"(?i:\b{_PERSON},?\s(?:(?:here|there|who\sis|who\swas|is|was)\s)?"
        rf"(?:called|named|by\sthe\sname\sof)\s){_NAME}"
    ),
    # his name is Omar Haddad
    rf"(?i:\b(?:his|her|their|whose|\w+['’]s)\s(?:full\s|real\s)?name\s(?:is|was)\s){_NAME}",
    # Sara Ahmed, my solicitor, ...; Omar Haddad is my neighbour
    (
        rf"{_PLACE_BEFORE}\b{_NAME}(?:,\s(?:who\s(?:is|was)\s)?(?:my|our)\s(?:[a-z]+\s)?"
        rf"{_RELATION}(?=[,.;!?]|$)|\s(?:is|was)\s(?:my|our)\s(?:[a-z]+\s)?{_RELATION}\b)"
    ),
)

_CHAINS = (
    r"Holiday\sInn|Premier\sInn|Days\sInn|Park\sInn|Jurys\sInn|Travelodge|Novotel|Campanile"
    r"|Crowne\sPlaza|Radisson|Ramada|Best\sWestern"
    r"|(?:Britannia|Ibis|Mercure|Hilton|Marriott|Thistle|Copthorne)(?:\s\w+)?\shotel"
)
HOTEL = (
    rf"(?<!\w)(?P<found>(?:{_WORD}(?:['’]s)?\s(?:and\s|&\s)?){{1,4}}"
    r"(?:Hotel|Guest\s?[Hh]ouse|Hostel)(?!\w)"
    rf"|\b(?:{_CHAINS})(?!\w)"
    rf"|\bthe\s{_WORD}\s{_WORD}(?:\s{_WORD})?\shotel(?!\w)"
    rf"|\bHotel\s{_WORD}|\bhotel\s(?:called|named)\s(?:the\s|The\s)?{_WORD}(?:\s{_WORD})?)"
)

_ROAD = r"road|rd|street|avenue|ave|lane|drive|crescent|terrace|grove"
_ROAD_BY_CAPITAL = (
    r"Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Way|Court|Place|Grove|Crescent|Gardens"
    r"|Terrace|Square|Hill|Walk|Row|Mews|Green|View|Parade|Rise|House"
)
ADDRESS = (
    r"(?<![\w£.,/-])(?P<found>(?!(?:19|20)\d\d\s)\d{1,4}[A-Za-z]?,?\s"
    rf"(?:(?:{_WORD}(?:['’]s)?\s){{1,3}}(?:{_ROAD_BY_CAPITAL})|(?:[a-z]+\s){{1,2}}(?:{_ROAD})))"
    r"(?!\w|['’]|\sbus|\stram)"
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What begins with a capital beside "my friend" and is still no part of anyone's name.
NOT_A_NAME = _set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december last next when since then this that
    these the and but so if after before in at on from for to of with he she they we it his her
    their our my home office council government parliament bill street st road square city town
    university school college church mosque chapel temple hospital surgery centre library house
    hall park club united kingdom north south east west northern southern greater great england
    scotland wales ireland britain london british english labour conservative red cross refugee
    asylum action christmas easter ramadan eid god
""")
NOT_A_HOTEL = NOT_A_NAME | _set("""
    a an every any some each another no one two three asylum migrant contingency former old new
    youth seeker seekers
""")
# Between a number and "road": "5 minutes down the road", "a 4 lane road". Ministers' doors too.
NOT_A_ROAD = _set("""
    a an the this that our my your his her their its in on at of up down off by from to near and
    or every each same next other whole long busy quiet narrow way ln hour hours minute minutes
    day days week weeks month months year years mile miles yard yards metre metres door doors
    house houses family families people men women children shops different new old main
    downing marsham
""")
SHORT = {"street": "st", "road": "rd", "avenue": "ave", "lane": "ln"}


def is_person(words: str, known: str) -> bool:
    """Whether these may be someone's first and last name, or title and last name."""
    parts = plain(words).split()
    return len(parts) > 1 and NOT_A_NAME.isdisjoint(parts) and not _stands_in(words, known)


def is_hotel(words: str, _known: str) -> bool:
    """Whether these are a hotel's own name, and not "The Hotel" or "the Home Office hotel"."""
    own = [part for part in plain(words).split() if part not in NOT_A_HOTEL]
    return len(own) > 1


def is_address(words: str, known: str) -> bool:
    """Whether these are a house and a street, other than the writer's own."""
    middle = plain(words).split()[1:-1]
    return NOT_A_ROAD.isdisjoint(middle) and not _stands_in(words, known)


def plain(text: str) -> str:
    """Lower case, single spaces, no punctuation, "street" as "st", to compare blocks by."""
    lower = text.upper().lower()  # as casefold(), which JavaScript has not: "ß" is "ss"
    parts = re.findall(r"[\w'’-]+", lower)
    return " ".join(SHORT.get(part, part) for part in parts)


def _stands_in(words: str, known: str) -> bool:
    return f" {plain(words)} " in f" {known} "
