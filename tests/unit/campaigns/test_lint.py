"""What ``letterwriter check`` finds in the words of a campaign."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from letterwriter.campaigns.lint.house_style import Banned, load_house_style
from letterwriter.campaigns.lint.rules import check_campaign
from letterwriter.campaigns.lint.wordings import check_neighbours
from letterwriter.campaigns.loading import load_campaign
from letterwriter.campaigns.texts import CampaignText, neighbouring_wordings
from letterwriter.files.faults import FaultyFiles
from letterwriter.paths import CAMPAIGNS
from letterwriter.text.passage import Passage

TODAY = date(2026, 11, 22)
OURS = CAMPAIGNS / "restoring-order-and-control"


def test_our_own_campaign_has_nothing_to_mend() -> None:
    assert faults_in(OURS) == []


def faults_in(folder: Path) -> list[str]:
    try:
        faults = check_campaign(load_campaign(folder), TODAY, load_house_style(folder))
    except FaultyFiles as faulty:
        return [str(fault) for fault in faulty.faults]
    return [str(fault) for fault in faults]


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, str, str], list[str]]:
    """Put one mistake into a copy of our campaign, and tell what is found."""

    def break_and_check(file: str, right: str, wrong: str) -> list[str]:
        folder = shutil.copytree(OURS, tmp_path / "campaign")
        path = folder / file
        words = path.read_text("utf-8")
        assert right in words, "the mistake must replace something that is there"
        path.write_text(words.replace(right, wrong, 1), "utf-8")
        return faults_in(folder)

    return break_and_check


@pytest.mark.parametrize(
    ("file", "right", "wrong", "found"),
    [
        ("concerns/thirty-months.toml", '"leave-30"', '"leave-31"', '"leave-31", which is not in'),
        (
            "concerns/thirty-months.toml",
            "{leave-30.months}",
            "thirty months",
            "put the figure into",
        ),
        ("concerns/thirty-months.toml", "{leave-30.months}", "30 months", "put the figure into"),
        ("concerns/thirty-months.toml", "{leave-30.months}", "{leave-30.years}", "nothing fills"),
        ("concerns/thirty-months.toml", "{leave-30.months}", "{Months}", "a brace that is not"),
        ("concerns/thirty-months.toml", "{leave-30.months}", "[months]", "the placeholder"),
        ("concerns/thirty-months.toml", "{leave-30.months}", "very " * 60, "shorten it to"),
        ("concerns/support.toml", "genuine", "color " * 30, "shorten it to 65"),
        ("facts.toml", "review_by = 2027", "review_by = 2025", "due for review"),
        ("facts.toml", 'url = "https://', 'url = "http://', "should begin with https://"),
        ("facts.toml", "as_at = 2", 'as_at = "2', "cannot be read as TOML"),
        ("asks.toml", '"speaker"', '"chair"', '"chair" is not a role'),
        ("campaign.toml", "subject", "subjekt", "not a key that is known"),
        ("prompts.toml", "hint =", "hints =", "hint: should be text"),
        ("campaign.toml", 'home = "at-home"', 'home = "at-hom"', '"at-hom" is not the id'),
        ("campaign.toml", 'facts = ["leave-30"]', 'facts = ["leave-31"]', "and no others"),
        ("campaign.toml", 'facts = ["leave-30"]', "facts = []", "one or more facts"),
        ("campaign.toml", 'facts = ["leave-30"]', 'facts = ["bill"]', "a figure of the fact"),
        ("campaign.toml", "{leave-30.months}", "30 months", "put the figure into"),
        ("campaign.toml", "In force: most who", "Lately most who", 'says "Lately"'),
        ("never.toml", "reason =", "why =", "reason: should be text"),
        ("never.toml", "phrases =", "phrase =", "phrases: should be a list of texts"),
        ("concerns/charge.toml", "A person", "A neighbor", 'write "neighbour"'),
        ("concerns/charge.toml", "A person", "They", 'begins with "They"'),
        ("concerns/charge.toml", "A person", "It keeps", 'begins with "It"'),
        ("frame.toml", "Please let me tell", "As in Denmark, I tell", "are old and contested"),
        ("asks.toml", "Will you tell me", "Are you obliged to answer", "no law obliges a member"),
        ("prompts.toml", "I was on my way", "I organize a choir", 'write "organise"'),
        ("prompts.toml", "I was on my way", "At the Grand Hotel [where]", "the placeholder"),
        ("prompts.toml", "I was on my way", "At the Grand Hotel", "letters name no hotel"),
        ("campaign.toml", 'summary = "', 'summary = "Four in five agree. ', "who held that poll"),
        ("frame.toml", "What follows", "Since {leave-30.start}, all that follows", "remove it"),
        ("prompts.toml", "What made you stop", "What of {leave-30.months}", "write the words out"),
        ("campaign.toml", 'summary = "', 'summary = "{constituency}: ', "write the words out"),
        ("asks.toml", "A letter from an MP", "{settle-20.years} in {constituency}", "a place"),
        (
            "concerns/charge.toml",
            "A person living on",
            "Notwithstanding considerable bureaucratic complexity, individuals subsisting on",
            "use shorter words or shorter sentences",
        ),
        (
            "frame.toml",
            "I would be glad to have your answer as an email.",
            "Email is the easiest way to reach me if you can.",
            "of its six-word phrases with wording 4",
        ),
    ],
)
def test_a_mistake_is_told_by_file_and_key(
    broken: Callable[[str, str, str], list[str]], file: str, right: str, wrong: str, found: str
) -> None:
    faults = broken(file, right, wrong)
    assert any(line.startswith(file) and found in line for line in faults), faults


def test_a_concern_copied_from_another_is_told(tmp_path: Path) -> None:
    folder = shutil.copytree(OURS, tmp_path / "campaign")
    concerns = folder / "concerns"
    shutil.copy(concerns / "charge.toml", concerns / "fees.toml")
    assert [line.partition(", such as")[0] for line in faults_in(folder)] == [
        "concerns/fees.toml: shares 100% of its six-word phrases with concerns/charge.toml",
        "concerns/fees.toml: label: is that of concerns/charge.toml: people could not choose",
    ]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "key"),
    [
        ("concerns/charge.toml", "A person", "Recently a person", "sentence 3"),
        ("concerns/delay.toml", 'label = "', 'label = "This week: ', "label"),
        ("asks.toml", "A letter from", "Last month a letter from", "ask write-for-me, sentence 1"),
        ("frame.toml", "Please reply by", "With new figures, please reply by", "reply-by-email"),
        (
            "prompts.toml",
            "I work alongside",
            "I lately work alongside",
            "prompt workmates, lead_in",
        ),
        ("campaign.toml", 'subject = "', 'subject = "Just announced: ', "subject"),
    ],
)
def test_words_that_will_not_stay_true_are_told_wherever_a_letter_takes_them(
    broken: Callable[[str, str, str], list[str]], file: str, right: str, wrong: str, key: str
) -> None:
    faults = [line for line in broken(file, right, wrong) if "will not stay true" in line]
    assert len(faults) == 1
    assert faults[0].startswith(f"{file}: {key}")


@pytest.mark.parametrize(
    "phrase", ["recently", "last month", "this week", "just announced", "new figures"]
)
def test_the_undated_words_are_known_for_every_campaign(tmp_path: Path, phrase: str) -> None:
    style = load_house_style(tmp_path)
    assert [undated for undated in style.undated if undated.found_in(f"We {phrase} say so")]


def test_questions_and_examples_may_speak_of_the_writers_own_time(
    broken: Callable[[str, str, str], list[str]],
) -> None:
    assert (
        broken("prompts.toml", "What made you stop today?", "What made you stop this week?") == []
    )


def test_too_few_wordings_are_told(broken: Callable[[str, str, str], list[str]]) -> None:
    faults = broken("asks.toml", "sentences = [", 'sentences = [["Will you answer?"],')
    assert any("has 1 different wordings; write 3" in line for line in faults), faults


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    folder = shutil.copytree(OURS, tmp_path / "campaign")
    (folder / "asks.toml").unlink()
    with pytest.raises(FaultyFiles, match=r"asks\.toml: is missing"):
        load_campaign(folder)


def test_a_word_that_points_back_may_not_open_a_passage(
    broken: Callable[[str, str, str], list[str]],
) -> None:
    faults = broken("frame.toml", "Please reply by email if you can.", "That would suit me best.")
    assert any('sentence 1, wording 1: begins with "That would"' in line for line in faults), faults


def test_it_may_point_forward() -> None:
    place = CampaignText(
        "ask", "asks.toml", "", Passage((("It is hard to wait.", "It takes years."),))
    )
    assert list(check_neighbours(place)) == []


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("denmark", "As in Denmark today", "Denmark"),
        ("Denmark", "denmark", ""),
        ("danish", "Danishness", ""),
        ("80 per cent * favour", "80% of us favour it", "80 per cent of us favour"),
        ("80 per cent * favour", "80 per cent favour it", ""),
        ("* Hotel", "I went to the Grand Hotel", "I went to the Grand Hotel"),
        ("* Hotel", "hotels, and one hotel", ""),
        ("must  reply", "You must\nreply", "must\nreply"),
        ("don't *", "we don’t know", "don't know"),
        ("what? (really)", "so, what? (really)", "what? (really)"),
    ],
)
def test_a_banned_phrase_is_found_as_its_author_meant(phrase: str, text: str, found: str) -> None:
    assert Banned(phrase, "because").found_in(text) == found


def test_a_campaign_may_ban_nothing(tmp_path: Path) -> None:
    assert load_house_style(tmp_path).banned == ()


def test_no_british_spelling_is_called_american() -> None:
    spelling = load_house_style(OURS).spelling
    assert not spelling.keys() & set(spelling.values())


def test_every_two_sentences_that_can_meet_are_listed() -> None:
    place = CampaignText("ask", "asks.toml", "", Passage((("A.", "B."), ("C.", "D."), ("E.",))))
    assert list(neighbouring_wordings(place)) == [
        ("1.1 + 2.1", "A. C."),
        ("1.1 + 2.2", "A. D."),
        ("1.2 + 2.1", "B. C."),
        ("1.2 + 2.2", "B. D."),
        ("2.1 + 3.1", "C. E."),
        ("2.2 + 3.1", "D. E."),
    ]
