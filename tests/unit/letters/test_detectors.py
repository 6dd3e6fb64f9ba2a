import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letterwriter.letters.detectors import Topic, detectors, findings, is_phone
from letterwriter.letters.name_judges import JUDGES
from letterwriter.text.shared_patterns import as_read, detector_file

TESTS = Path(__file__).parents[2]
CASES = tomllib.loads((TESTS / "shared" / "safety.toml").read_text("utf-8"))  # the browser's too
BLOCKS = CASES["blocks"]
CAUGHT = [(topic, story) for topic, stories in CASES["caught"].items() for story in stories]

ORDINARY = [
    " ".join(story.split())
    for story in (TESTS / "shared" / "ordinary_stories.txt").read_text("utf-8").split("\n\n")
]


@pytest.mark.parametrize(("topic", "story"), CAUGHT)
def test_what_should_not_be_in_a_letter_is_found_where_it_stands(topic: str, story: str) -> None:
    before, words, after = re.split("[<>]", story)
    (found,) = findings(before + words + after, known=BLOCKS)
    assert (found.topic, found.words) == (topic, words)
    assert (found.start, found.end) == (len(before), len(before + words))


@pytest.mark.parametrize("story", CASES["left_alone"])
def test_what_only_looks_alike_is_left_alone(story: str) -> None:
    assert findings(story, known=BLOCKS) == []


@pytest.mark.parametrize("story", ORDINARY)
def test_ordinary_stories_raise_nothing(story: str) -> None:
    assert len(ORDINARY) >= 15
    assert findings(story, known=BLOCKS) == []


def test_the_same_address_is_pointed_out_in_the_letter_of_someone_who_lives_elsewhere() -> None:
    story = "I live at 14 High St, as you can see above."
    assert findings(story, known=BLOCKS) == []
    (found,) = findings(story, known="Jo Bloggs\n9 High Street\nLeeds")
    assert found.topic is Topic.ADDRESS


@pytest.mark.parametrize("case", CASES["several"], ids=lambda case: case["name"])
def test_several_things_in_a_text_are_each_found_once(case: dict[str, Any]) -> None:
    found = findings(case["text"], case.get("template", ""), case.get("known", ""))
    assert [[f.topic, f.words] for f in found] == case["found"]


def test_a_line_is_a_phone_number_or_something_else() -> None:
    assert all(map(is_phone, CASES["phone_lines"]["numbers"]))
    assert not any(map(is_phone, CASES["phone_lines"]["others"]))


def test_every_detector_has_a_case() -> None:
    found = {
        detector
        for detector in detectors()
        for _, story in CAUGHT
        if list(detector.spans(as_read(re.sub("[<>]", "", story))))
    }
    assert found >= set(detectors())
    assert set(CASES["caught"]) == {detector.topic for detector in detectors()}


def test_each_judge_that_the_file_names_is_there_and_each_piece_is_known() -> None:
    known = {"topic", "judge", "any_case", "before", "words", "after", "not_after"}
    for table in detector_file()["detectors"]:
        assert set(table) <= known
        assert table.get("judge", "is_person") in JUDGES


@given(st.text(st.sampled_from("Ab1 /-@.+[]X_'my claim Hotel"), max_size=200))
def test_every_finding_says_truly_where_it_is_and_none_overlap(text: str) -> None:
    found = findings(text)
    assert all(text[f.start : f.end] == f.words for f in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
