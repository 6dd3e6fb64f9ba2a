r"""What both Python's ``re`` and JavaScript's ``RegExp`` of 2018 with the flag u read alike.

They are: characters, sets, choices, groups that are not kept, looking ahead, and repetition. All
else is refused, since one of the two lacks it or means something else by it. ``\d`` is ASCII in
JavaScript, say, ``.`` leaves out other line ends there, and no old iPad can look behind.
"""

import re

_READ_ALIKE = re.compile(
    r"""
    \\[\^$\\.*+?()\[\]{}|/n]                                # a character that stands for itself
    | \[\^?(?!\^)(?P<set>(?:[^\[\]\\]|\\[\^\\\]\[n])+)\]
    | \(\?[:=!] | [)|^]
    | (?P<repeated>[?*+] | \{\d+(?:,\d*)?\})(?P<twice>[*+{])?
    | [^\\.$()\[\]{}|*+?^]                                  # any other character
    """,
    re.VERBOSE,
)
_TWICE_IN_A_SET = re.compile(r"--|&&|~~|\|\|")  # kept for sets of sets
_REASONS = {
    r"\(\?<[=!]": "looking behind, which old iPads cannot",
    r"\(\?(?:P|<)": "a named group, which the two write differently",
    r"\(\?": "a flag, or a group of a kind that only one has",
    r"\(": "a group that is kept: write (?:...)",
    r"\\[wWdDsSbBAZ]": "a class or a place that each means in its own way: write the set",
    r"\\[1-9]": "a repetition of what a group found",
    r"\\": "an escape that is not needed, or not in both",
    r"\.": "a dot, which leaves out other line ends in JavaScript: write the set",
    r"\$": "a dollar, which Python has before a last line end too: write {end_of_text}",
    r"\[": "a set of a kind that only one has",
    r"[{}\]]": "a bracket without its escape, which JavaScript refuses",
    r"[?*+]": "a repetition of a kind that only one has",
}


def refused(pattern: str) -> str:
    """What the two do not read alike, and where it stands; empty if they read the whole alike."""
    at = 0
    while at < len(pattern):
        found = _READ_ALIKE.match(pattern, at)
        if not found or found["twice"] or _TWICE_IN_A_SET.search(found["set"] or ""):
            rest = pattern[found.start("twice") if found and found["twice"] else at :]
            reason = next(_REASONS[one] for one in _REASONS if re.match(one, rest))
            return f"{reason}: at {at}, {rest[:20]!r}"
        at = found.end()
    return ""
