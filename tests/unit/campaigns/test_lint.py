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
EXAMPLE = Path(__file__).parents[2] / "example_campaign"


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
    """Put one mistake into a copy of the example, and tell what is found."""

    def break_and_check(file: str, right: str, wrong: str) -> list[str]:
        folder = shutil.copytree(EXAMPLE, tmp_path / "campaign")
        path = folder / file
        words = path.read_text("utf-8")
        assert right in words, "the mistake must replace something that is there"
        path.write_text(words.replace(right, wrong, 1), "utf-8")
        return faults_in(folder)

    return break_and_check


BUS, SAY = "concerns/last-bus.toml", "concerns/no-say.toml"
SEND = "Will you send this letter"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "found"),
    [
        (BUS, '["last-bus"]', '["first-bus"]', '"first-bus", which is not in'),
        (BUS, '["last-bus"]', "[]", 'a figure of the fact "last-bus"; add it to its facts'),
        (BUS, "{last-bus.villages}", "twenty", "put the figure into"),
        (BUS, "{last-bus.villages}", "120", "put the figure into"),
        (BUS, "{last-bus.villages}", "{last-bus.towns}", "nothing fills"),
        (BUS, "{last-bus.villages}", "{Villages}", "a brace that is not"),
        (BUS, "{last-bus.villages}", "[number]", "the placeholder"),
        (BUS, "A nurse or a cook", "very " * 60, "shorten it to 65"),
        (SAY, "Riders should be asked which trips matter.", "Ask.", "words; bring it to 20"),
        (SAY, "# What would", '[[sentence]]\nwordings = ["No."]\n' * 2 + "#", "one to three"),
        (SAY, "government = [", 'chair = ["Be fair."]\ngovernment = [', "chair, sentence 2: has 1"),
        (SAY, "government = [", "cabinet = [", "not a key that is known"),
        (SAY, "objection =", "objections =", "not a key that is known"),
        (SAY, 'topic = "who has a say over buses"', "", "topic: should be text"),
        (SAY, "Passengers may", "A neighbor may", 'write "neighbour"'),
        (SAY, "Passengers may", "They may", 'begins with "They"'),
        (SAY, "Passengers may", "It may", 'begins with "It"'),
        (
            SAY,
            "Passengers may",
            "Notwithstanding considerable bureaucratic complexity, individuals may",
            "use shorter words or shorter sentences",
        ),
        ("facts.toml", "review_by = 2027", "review_by = 2025", "due for review"),
        ("facts.toml", 'url = "https://', 'url = "http://', "should begin with https://"),
        ("facts.toml", "as_at = 2", 'as_at = "2', "cannot be read as TOML"),
        ("facts.toml", "true_from = 2026-06-12", "true_from = 1", "should be a date"),
        ("asks.toml", '"speaker"', '"chair"', '"chair" is not a role'),
        ("asks.toml", SEND, "Of the {last-bus.asked}, will you send this letter", "to its facts"),
        ("asks.toml", SEND, "With the worst buses in Europe, will you", "nobody has counted that"),
        ("asks.toml", SEND, "{last-bus.asked} in {constituency} send this letter", "a place"),
        ("campaign.toml", "subjects", "subjekts", "not a key that is known"),
        ("campaign.toml", "About {topic}", "About {topics}", "nothing fills"),
        ("campaign.toml", "About {topic}", "About " + "very " * 20, "shorten it to 16"),
        ("campaign.toml", "poster", 'quick_prompt_at_home = "x"\nposter', '"x" is not the id'),
        ("campaign.toml", 'facts = ["last-bus"]', 'facts = ["first-bus"]', "and no others"),
        ("campaign.toml", 'facts = ["last-bus"]', "facts = []", "one or more facts"),
        (BUS, "no bus after seven in {last-bus.villages}", "no bus in 120", "put the figure into"),
        (BUS, "Many villages have", "Lately villages have", 'says "Lately"'),
        ("campaign.toml", 'summary = "', 'summary = "{constituency}: ', "write the words out"),
        ("never.toml", "reason =", "why =", "reason: should be text"),
        ("never.toml", "phrases =", "phrase =", "phrases: should be a list of texts"),
        ("frame.toml", "Many thanks", "With the worst buses in Europe, many", "nobody has counted"),
        ("frame.toml", "Many thanks", "Of {last-bus.asked}, many thanks", "remove it"),
        ("frame.toml", "[thanks-chair]", "[thanks-cheer]", "not a key that is known"),
        ("frame.toml", "review_by = 2027-10-01", "", "review_by: should be a date"),
        ("frame.toml", "review_by = 2027", "review_by = 2025", "was due for review by 2025-10-01"),
        (
            "frame.toml",
            "Please send me an email in reply.",
            "Could you send your reply by email now?",
            "of its six-word phrases with wording 6",
        ),
        ("prompts.toml", "hint =", "hints =", "hint: should be text"),
        ("prompts.toml", "I clean", "I organize", 'write "organise"'),
        ("prompts.toml", "I clean", "At [where] I clean", "the placeholder"),
        ("prompts.toml", "get home", "get {last-bus.asked} home", "write the words out"),
    ],
)
def test_a_mistake_is_told_by_file_and_key(
    broken: Callable[[str, str, str], list[str]], file: str, right: str, wrong: str, found: str
) -> None:
    faults = broken(file, right, wrong)
    assert any(line.startswith(file) and found in line for line in faults), faults


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("Do it as in Denmark", "are old and contested"),
        ("Are you obliged to answer", "no law obliges a member"),
        ("At the Grand Hotel", "letters name no hotel"),
        ("Four in five agree", "who held that poll"),
    ],
)
def test_our_own_campaign_refuses_what_was_looked_into(said: str, why: str) -> None:
    found = [banned.reason for banned in load_house_style(OURS).banned if banned.found_in(said)]
    assert any(why in reason for reason in found)


def test_some_subject_has_no_topic_since_a_letter_may_have_no_concern(tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLE, tmp_path / "campaign")
    words = (folder / "campaign.toml").read_text("utf-8")
    named = words.partition("subjects = [")[2].partition("]")[0].splitlines()[1:]
    for subject in named:
        if "{topic}" not in subject:
            words = words.replace(subject, subject.replace('",', ', and {topic}",'))
    (folder / "campaign.toml").write_text(words, "utf-8")
    assert [line.partition(":")[0] for line in faults_in(folder)] == ["campaign.toml"]
    assert "all name a {topic}" in faults_in(folder)[0]


def test_a_concern_copied_from_another_is_told(tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLE, tmp_path / "campaign")
    concerns = folder / "concerns"
    shutil.copy(concerns / "no-say.toml", concerns / "unheard.toml")
    assert [line.partition(", such as")[0] for line in faults_in(folder)] == [
        "concerns/unheard.toml: shares 100% of its six-word phrases with concerns/no-say.toml",
        "concerns/unheard.toml: label: is that of concerns/no-say.toml: people could not choose",
    ]


@pytest.mark.parametrize(
    ("file", "right", "wrong", "key"),
    [
        (BUS, "A nurse", "Recently a nurse", "sentence 2"),
        (BUS, 'label = "', 'label = "This week: ', "label"),
        (BUS, 'topic = "', 'topic = "this week: ', "topic"),
        (BUS, "Plenty of", "Lately plenty of", "evergreen, sentence 1"),
        (SAY, "You could see", "Lately you could see", "government, sentence 2"),
        (
            "asks.toml",
            SEND,
            "Last month, will you send this letter",
            "ask write-for-me, sentence 1",
        ),
        ("frame.toml", "Please reply by", "With new figures, please reply by", "reply-by-email"),
        ("frame.toml", "With respect", "Lately with respect", "thanks-chair"),
        ("prompts.toml", "I work in", "I lately work in", "prompt get-to-work, lead_in"),
        ("campaign.toml", "A letter from", "Just announced: a letter from", "subjects 1"),
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
    assert broken("prompts.toml", "that was not there?", "that was not there this week?") == []


def test_too_few_wordings_are_told(broken: Callable[[str, str, str], list[str]]) -> None:
    faults = broken("asks.toml", "sentences = [", 'sentences = [["Will you answer?"],')
    assert any("has 1 different wordings; write 5" in line for line in faults), faults


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLE, tmp_path / "campaign")
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
