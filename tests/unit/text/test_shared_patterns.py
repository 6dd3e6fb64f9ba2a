"""The patterns of data/detectors.toml: both engines read them alike, and texts for them."""

import re
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from letterwriter.text.shared_patterns import as_read, detector_file, named_pattern, written_out
from tests.unit.text.dialect import refused

PIECES = ("before", "words", "after", "not_after")
EVERY = "".join(map(chr, range(sys.maxunicode + 1)))


def pieces() -> Iterator[tuple[str, str]]:
    """Each piece of each detector, by its name, and each part that is a pattern of its own."""
    for number, table in enumerate(detector_file()["detectors"]):
        for name in PIECES:
            written: Any = table.get(name, "")
            cased = name in table.get("any_case", ())
            yield f"{table['topic']} {number} {name}", written_out(written, any_case=cased)
    for name in ("email", "comparable"):
        yield name, named_pattern(name)
    for sign, others in detector_file()["reading"]:
        yield f"read as {sign}", f"[{others}]"


@pytest.mark.parametrize(
    "pattern", [one for _, one in pieces()], ids=[name for name, _ in pieces()]
)
def test_each_pattern_is_in_what_both_engines_read_alike(pattern: str) -> None:
    assert refused(pattern) == ""
    re.compile(pattern)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(?<!a)b", "looking behind"),
        ("(?<=a)b", "looking behind"),
        ("(?P<name>a)", "a named group"),
        ("(?<name>a)", "a named group"),
        ("(?P=name)", "a named group"),
        ("(?i)a", "a flag"),
        ("(?i:a)", "a flag"),
        ("(?>ab)", "a flag, or a group"),
        ("(?#why)a", "a flag, or a group"),
        ("(a)", "a group that is kept"),
        (r"\w+", "a class or a place"),
        (r"[\w.]", "a set of a kind"),
        (r"\d", "a class or a place"),
        (r"\s", "a class or a place"),
        (r"a\b", "a class or a place"),
        (r"\Aa\Z", "a class or a place"),
        (r"a\1", "a repetition of what"),
        (r"\-", "an escape"),
        (r"\u00e9", "an escape"),
        (r"\p{L}", "an escape"),
        ("a.b", "a dot"),
        ("a$", "a dollar"),
        ("[]a]", "a set of a kind"),
        ("[^]", "a set of a kind"),
        ("[a[b]", "a set of a kind"),
        ("[a--b]", "a set of a kind"),
        ("a}", "a bracket"),
        ("a]", "a bracket"),
        ("a{,3}", "a bracket"),
        ("{name}", "a bracket"),
        ("a*+", "a repetition of a kind"),
        ("a{2}+", "a repetition of a kind"),
        ("a{2}{3}", "a bracket"),
    ],
)
def test_what_the_two_do_not_read_alike_is_refused_with_the_reason(
    pattern: str, reason: str
) -> None:
    assert refused(f"(?:an)?{pattern}").startswith(reason)


def test_what_begins_before_the_words_is_one_character_or_the_start_of_the_text() -> None:
    for table in detector_file()["detectors"]:
        assert re.match(r"\(\?:\^\|\[[^\]]+\]\)", written_out(table["before"])), table["topic"]


def test_letters_are_meant_in_either_case_outside_of_sets_alone() -> None:
    assert written_out(r"a?é[bc]\n", any_case=True) == r"[aA]?[éÉ][bc]\n"
    assert written_out("ab") == "ab"


def test_a_space_is_a_line_end_as_well_outside_of_sets_alone() -> None:
    assert written_out("a b[ ]c") == r"a[ \n]b[ ]c"


def test_a_part_may_have_parts_and_a_pattern_may_be_in_pieces() -> None:
    letters = named_pattern("letter")
    assert written_out(["[{word}", "-]", "{2}"]) == f"[{letters}0-9_-]{{2}}"


def test_a_text_is_read_as_long_as_it_is() -> None:
    assert len(as_read(EVERY)) == len(EVERY)


def test_white_space_is_what_python_takes_for_it() -> None:
    read = as_read(EVERY)
    assert [c for c, one in zip(EVERY, read, strict=True) if one in " \n"] == [
        c for c in EVERY if c.isspace()
    ]


def test_words_are_of_every_script_and_marks_part_them() -> None:
    word = re.compile(f"[{named_pattern('word')}]+")
    for words in (
        "Łódź İzmir",
        "Ἀθῆναι Київ",
        "سلام دنیا",
        "नमस्ते दुनिया",
        "বাংলা ভাষা",
        "ሰላም ዓለም",
        "𐌰𐌱 𐌲",
    ):
        assert len(word.findall(as_read(words))) == 2, words
        assert word.sub("", as_read(words)) == " "
    assert not word.search(as_read("، ؛ ؟ ۔ । ॥ ። ፣ · “ ” – … £ € 👍 \u200d \u0301"))


def test_digits_of_every_script_that_we_know_are_digits() -> None:
    assert all(as_read(one) in "0123456789" for one in "٣۴߅५৬੭૮୯௩౪೫൬෭๘໙༡၂៣４")
