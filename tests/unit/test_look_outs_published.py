"""Patterns for the browser: what is translated means the same, and all else is refused."""

import re
from unicodedata import category

import pytest

from letterwriter.domain.safety import LOOK_OUTS
from letterwriter.outputs.offline.characters import Untranslatable, cases
from letterwriter.outputs.offline.javascript_search import Search, search
from letterwriter.outputs.offline.look_outs import look_outs, names

EVERY = "".join(map(chr, range(0x110000)))
SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x20\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


def found(pattern: str) -> str:
    """The part of a translation that follows on the character before."""
    return search(pattern).source.removeprefix("(?<lead>^|[^])(?<skipped>)")


def test_every_look_out_can_be_published() -> None:
    published = look_outs()
    assert [one["topic"] for one in published] == [one.topic.value for one in LOOK_OUTS]
    assert {one["judge"] for one in published} == {None, "is_person", "is_hotel", "is_address"}
    assert all(set(one) == {"topic", "judge", "source", "before", "reach"} for one in published)


def test_nothing_published_looks_behind_or_has_flags_of_its_own() -> None:
    for one in look_outs():
        assert not re.search(r"\(\?(?:<[=!]|[a-z-])", one["source"] + one["before"])


def test_the_lists_of_words_are_in_order_so_that_an_edition_can_be_compared() -> None:
    lists = [words for words in names().values() if isinstance(words, list)]
    assert len(lists) == 3
    assert all(words == sorted(set(words)) for words in lists)


def test_python_means_by_its_classes_what_the_translation_says() -> None:
    word = {c for c in EVERY if category(c)[0] in "LN" or c == "_"}  # \p{L}\p{N}_
    assert set(re.findall(r"\w", EVERY)) == word
    assert set(re.findall(r"\d", EVERY)) == {c for c in EVERY if category(c) == "Nd"}  # \p{Nd}
    assert set(re.findall(r"\s", EVERY)) == set(SPACES)


def test_upper_and_lower_case_are_what_re_takes_for_one() -> None:
    for character in "aiksåßéÿµ*":
        same = re.findall(re.escape(character), EVERY, re.IGNORECASE)
        assert cases(ord(character)) == set(map(ord, same))
    assert cases(ord("k")) == set(map(ord, "kK\u212a"))


@pytest.mark.parametrize(
    ("pattern", "javascript"),
    [
        ("ab-c", "(?<found>ab-c)"),
        (r"\[\.\*/é", r"(?<found>\[\.\*\/\u{e9})"),
        ("(?i)ki", r"(?<found>[Kk\u{212a}][Ii\u{130}\u{131}])"),
        ("(?i:n)n", "(?<found>[Nn]n)"),
        ("[A-Za-z0-9_.-]x", r"(?<found>[\-\.0-9A-Z_a-z]x)"),
        (r"\w\d", r"(?<found>[\p{L}\p{N}_][\p{Nd}])"),
        (r"[^\W\d]x", r"(?<found>(?:(?![\p{Nd}])[\p{L}\p{N}_])x)"),
        (r"\Dx", r"(?<found>[^\p{Nd}]x)"),
        ("(?:ab|cd){2,}e?f*?g{3}", "(?<found>(?:ab|cd){2,}e?f*?g{3})"),
        (r"ab\b", r"(?<found>ab(?![\p{L}\p{N}_]))"),
        (r"(?:a|bs?)\b,", r"(?<found>(?:a|bs?)(?![\p{L}\p{N}_]),)"),
        (r"(?<!\w)\bab", r"(?<lead>^|[^\p{L}\p{N}_])(?<skipped>)(?<found>ab)"),
        (r"(-| )a\1", r"(?<found>(?<g1>[ \-])a\k<g1>)"),
        ("ab(?=c)(?!d$)", r"(?<found>ab(?=c)(?!d(?=\n?$)))"),
    ],
)
def test_each_thing_that_patterns_say_has_its_javascript(pattern: str, javascript: str) -> None:
    assert found(pattern) == javascript


def test_what_may_not_stand_before_is_asked_of_the_character_taken_in_before() -> None:
    assert search(r"(?<![\w.])ab").source == r"(?<lead>^|[^\p{L}\p{N}_\.])(?<skipped>)(?<found>ab)"
    assert search(r"\bab").source == r"(?<lead>^|[^\p{L}\p{N}_])(?<skipped>)(?<found>ab)"


def test_longer_words_that_may_not_stand_before_are_a_question_of_their_own() -> None:
    assert search(r"(?<!\bin )(?<!of the )\bab") == Search(
        source=r"(?<lead>^|[^\p{L}\p{N}_])(?<skipped>)(?<found>ab)",
        before=r"(?:(?:^|[^\p{L}\p{N}_])in |of the )$",
        reach=16,
    )


def test_the_words_to_point_at_stand_apart_from_those_that_lead_to_them() -> None:
    source = search("called (?P<found>A[a-z]+) Road").source
    assert source == "(?<lead>^|[^])(?<skipped>called )(?<found>A[a-z]+) Road"


@pytest.mark.parametrize(
    "pattern",
    [
        "a.c",
        "^ab",
        "ab(?<!b)",
        "(?<=a)bc",
        r"\Bab",
        r"-\bab|\bab",
        r"a-s?\b,",
        r".?\bab",
        r"(?:ab)*+",
        r"(?>ab)",
        r"(?:a?)*bc",
        r"(?:(a)b)+\1",
        r"(?i)(ab)\1",
        r"(?s)ab",
        r"(?i:a(?-i:b))",
        r"[\W\s]ab",
        "(?i)ж ж",
        "a(?:b(?P<found>c))?dd",
        "(?<![^a])bc",
        "a",
        "(?(1)a|b)cc()",
    ],
)
def test_what_is_not_known_to_mean_the_same_is_refused_with_the_pattern_and_the_mend(
    pattern: str,
) -> None:
    with pytest.raises(Untranslatable) as refused:
        search(pattern)
    assert pattern in str(refused.value)
    assert "Say it otherwise" in str(refused.value)
