"""How hard a text is to read."""

import pytest

from letterwriter.campaigns.lint.readability import grade, hardest, syllables

# As the CMU Pronouncing Dictionary has them.
COUNTS = {
    1: "a home homes asked names rules the years through school choice judged else cared likes",
    2: "people table wanted hopeful statement settled trouble idle making being quiet reply lately",
    3: "asylum refugee family government idea area period remember reunion different",
    4: "constituent january security immigration society original",
    5: "accommodation university",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, line in COUNTS.items() for word in line.split()]
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("2027", 1), ("£4.9", 1), ("mp", 1), ("£", 1), ("well-known", 2), ("child's", 1), ("café", 2)],
)
def test_everything_printed_counts_as_one_syllable_at_least(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_grade_is_the_published_sum() -> None:
    # 6 words in 1 sentence, 6 syllables.
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    # 9 words in 2 sentences, 12 syllables.
    text = ["People wanted a reply.", "The cat sat on it."]
    assert grade(text) == pytest.approx(0.39 * 9 / 2 + 11.8 * 12 / 9 - 15.59)


def test_longer_words_and_longer_sentences_are_harder() -> None:
    plain = grade(["We want to help those who need help."])
    assert grade(["Considerable accommodation opportunities remain unavailable."]) > plain
    assert grade(["We want to help those who need help and we want to help them all."]) > plain


def test_a_text_without_words_has_no_grade() -> None:
    assert grade(["..."]) == 0


def test_the_hardest_wordings_are_told() -> None:
    level, choice = hardest(
        [["We wait.", "Bureaucratic complexity persists."], ["Immigration!", "No."]]
    )
    assert choice == (1, 0)
    assert level == pytest.approx(grade(["Bureaucratic complexity persists.", "Immigration!"]))


def test_a_passage_with_very_many_wordings_is_judged_at_once() -> None:
    sentence = [f"We wait {'and wait ' * n}." for n in range(10)]
    level, choice = hardest([sentence] * 8)
    assert choice == (9,) * 8
    assert level == pytest.approx(grade([sentence[9]]))
