"""No text, however it was made up, keeps a pattern busy for longer than its length explains."""

import re

import pytest

from letterwriter.letters.detectors import detectors
from tests.slow_patterns import Found, too_slow
from tests.unit.text import python_patterns, script_patterns
from tests.unit.text.python_patterns import Unreadable

pytestmark = pytest.mark.slow

# Calls whose pattern is only known when they run, and where it is looked at all the same.
KNOWN_ELSEWHERE = {
    "letterwriter.letters.detectors.Detector.spans": "detectors, below",
    "letterwriter.letters.detectors.is_phone": "detectors, below",
    "letterwriter.text.shared_patterns._readings": "one character of a set",
    "letterwriter.postcodes.typed.places._places": "known letters, between which none other stands",
    "letterwriter.documents.languages.language_of": "one character, or one of a few words",
    "letterwriter.parliament.offices": "the titles of posts, in a loop whose results are held",
    "letterwriter.campaigns.lint.house_style._pattern": "the campaigns' own words",
    "letterwriter.parliament.names.proper_names.Shape.problem_with": "one of a set, in 300",
}
# Scripts that make patterns as they run.
MADE_BY_SCRIPTS = {
    "engine/search.js": "detectors, below, and in a browser: tests/js/test_linear.py",
    "engine/naming.js": "one set, over and over: tests/js/test_linear.py",
    "engine/cleaning.js": "one character, in a whole text: tests/js/test_linear.py",
    "engine/address.js": "known words, or known letters between which none other stands",
    "engine/plain.js": "one of a few words beside half of a postcode",
    "engine/postcode_rules.js": "three characters, of a half that is at most four long",
}


def test_the_patterns_that_modules_hold_are_linear() -> None:
    patterns = list(python_patterns.held())
    assert len(patterns) > 30
    assert too_slow(patterns) == {}


def test_the_patterns_that_are_given_to_functions_are_linear() -> None:
    compiled = {(one.pattern, one.flags) for one in python_patterns.held()}
    patterns = [
        one
        for one in python_patterns.called()
        if isinstance(one, Found)
        and (one.pattern, re.compile(one.pattern, one.flags).flags) not in compiled
    ]
    assert len(patterns) > 5
    assert too_slow(patterns) == {}


def test_what_detectors_search_for_is_linear() -> None:
    searched = [Found(one.topic, one.whole) for one in detectors()]
    near = [Found(one.topic, one.not_after) for one in detectors() if one.not_after]
    alone = [Found(one.topic, one.words, 0, frozenset({"fullmatch"})) for one in detectors()]
    assert too_slow((*searched, *near, *alone)) == {}


def test_the_patterns_in_scripts_are_linear() -> None:
    patterns = list(script_patterns.written())
    assert len(patterns) > 40
    assert too_slow(patterns) == {}


def test_no_pattern_is_hidden_from_these_tests() -> None:
    hidden = {one.where for one in python_patterns.called() if isinstance(one, Unreadable)}
    assert hidden == set(KNOWN_ELSEWHERE)
    assert script_patterns.made() == set(MADE_BY_SCRIPTS)
