"""Which language a paragraph is in, where its script tells: screen readers change voice for it."""

import re
import unicodedata
from collections import Counter

_MOST = 0.6  # of the letters of a paragraph are of its script

# By the first word of its letters' names in Unicode; those that one language writes.
_SCRIPTS = {
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "GURMUKHI": "pa",
    "GUJARATI": "gu",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "GREEK": "el",
    "HANGUL": "ko",
}
# Scripts of several languages: the first whose letters or words are there. Where none is, nothing
# is certain, and a wrong voice is worse than none.
_TOLD_BY = {
    "ARABIC": (
        ("ur", "[ٹڈڑںے]"),
        ("ps", "[ښځڅډړږۍ]"),
        ("ckb", "[ێڕڵ]"),
        ("fa", "[پچژگک]"),
        ("ar", "[ةيكأإؤ]"),
    ),
    "BENGALI": (("as", "[ৰৱ]"), ("bn", ".")),
    "DEVANAGARI": (("ne", r"\b(छ|छन|मेरो|गर्छु)\b"), ("hi", r"\b(है|हैं|हूँ|में|और|नहीं)(?!\w)")),
    "ETHIOPIC": (("ti", "[ኣቐቑቒቓቔቕቖ]"), ("am", "አ")),
    "HEBREW": (("yi", "[װױײ]"), ("he", ".")),
    "CYRILLIC": (("uk", "[іїєґІЇЄҐ]"), ("ru", "[ыэъёЫЭЪЁ]")),
    "CJK": (("ja", "[\u3040-\u30ff]"), ("zh", ".")),
}
_FAMILIES = {"HIRAGANA": "CJK", "KATAKANA": "CJK"}  # written among the others


def language_of(text: str) -> str:
    """The language's code as in HTML, or nothing where it is Latin or not certain."""
    if text.isascii():
        return ""
    letters = [letter for letter in text if unicodedata.category(letter)[0] in "LM"]
    names = (unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    scripts = Counter(_FAMILIES.get(name, name) for name in names)
    script, count = scripts.most_common(1)[0] if scripts else ("", 0)
    if count < _MOST * len(letters):
        return ""
    told = (code for code, pattern in _TOLD_BY.get(script, ()) if re.search(pattern, text))
    return _SCRIPTS.get(script) or next(told, "")
